"""The panel at the end of a session: a summary and when the next cards are due."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.custom_study_selection import CustomStudySelection
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_outcome import Calibration, Finished
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.kit import formatting, screen_reader
from studyapp.ui.kit.widgets import create_button, create_label


class FinishedPanel(QScrollArea):
    """Shown when no card is left to study for now."""

    backRequested = Signal()
    moreNewCardsRequested = Signal()
    customStudyRequested = Signal()
    practiceRequested = Signal(object)
    """Carries the cards."""

    moreRequested = Signal(object)
    """Carries a `CustomStudySelection` of cards that are due but wait."""

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.title_label = create_label("", "title", self)
        self.summary_label = create_label("", "subtitle", self)
        self.calibration_label = create_label("", "subtitle", self)
        self.waiting_label = create_label("", "subtitle", self)
        self.next_due_label = create_label("", "subtitle", self)
        self.back_button = create_button(self.tr("Back to decks"), "primary", self)
        self.back_button.clicked.connect(self.backRequested)
        self.more_new_cards_button = create_button("", "secondary", self)
        self.more_new_cards_button.clicked.connect(self.moreNewCardsRequested)
        self._waiting_cards: tuple[CardId, ...] = ()
        self.waiting_button = create_button("", "secondary", self)
        self.waiting_button.clicked.connect(self._request_waiting_cards)
        self._sure_but_wrong: tuple[CardId, ...] = ()
        self.practice_button = create_button("", "link", self)
        self.practice_button.clicked.connect(lambda: self.practiceRequested.emit(self._sure_but_wrong))
        self.custom_study_button = create_button(self.tr("Custom study…"), "link", self)
        self.custom_study_button.clicked.connect(self.customStudyRequested)
        self.undo_hint = create_label("", "furniture", self)
        self.refresh_shortcuts()
        content = QWidget()
        content.setObjectName("column")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in self._labels:
            widget.setWordWrap(True)
            widget.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(widget)
        column.addSpacing(16)
        column.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.waiting_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.more_new_cards_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.practice_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.custom_study_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.undo_hint, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def refresh_shortcuts(self) -> None:
        """Show the current shortcut for undo."""
        self.undo_hint.setText(self.tr("Undo last rating: {key}").format(key=format_shortcut("undo")))

    def _format_next_due(self, days: int | None) -> str:
        if days is None:
            return self.tr("Nothing scheduled.")
        if days == 1:
            return self.tr("Next cards tomorrow.")
        return self.tr("Next cards in %n day(s).", None, days)

    def _format_calibration(self, calibration: Calibration) -> str:
        return self.tr("{confidence}: {correct} of {total} correct").format(
            confidence=formatting.format_confidence(calibration.confidence),
            correct=calibration.correct_count,
            total=calibration.total_count,
        )

    @property
    def _labels(self) -> tuple[QLabel, ...]:
        return (
            self.title_label,
            self.summary_label,
            self.calibration_label,
            self.waiting_label,
            self.next_due_label,
        )

    @property
    def _summary(self) -> str:
        """The texts of the panel, line by line."""
        return "\n".join(label.text() for label in self._labels if not label.isHidden())

    def _show_waiting_cards(self, finished: Finished) -> None:
        """Say that the minutes of today are over, and offer to go on, if due cards wait."""
        self._waiting_cards = finished.waiting_cards
        count = len(self._waiting_cards)
        self.waiting_label.setText(
            self.tr("Today's minutes are over. %n due card(s) will wait until tomorrow.", None, count)
        )
        self.waiting_button.setText(self.tr("Review %n more", None, count))
        for widget in (self.waiting_label, self.waiting_button):
            widget.setVisible(count > 0)
        self.next_due_label.setVisible(count == 0 or finished.next_learning_at is not None)

    def _request_waiting_cards(self) -> None:
        self.moreRequested.emit(CustomStudySelection(cards=frozenset(self._waiting_cards)))

    def show_finished(self, finished: Finished) -> None:
        """Show the summary of a session."""
        self.title_label.setText(
            self.tr("Done for now") if finished.review_count else self.tr("Nothing to study right now")
        )
        percent = 100 * finished.correct_count // max(1, finished.review_count)
        self.summary_label.setText(
            self.tr("%n review(s)", None, finished.review_count)
            + " · "
            + self.tr("{percent}% correct").format(percent=percent)
            + " · "
            + formatting.format_duration(finished.total_duration_ms)
        )
        self.summary_label.setVisible(finished.review_count > 0)
        self.calibration_label.setText(" · ".join(map(self._format_calibration, finished.calibration)))
        self.calibration_label.setVisible(bool(finished.calibration))
        self._show_waiting_cards(finished)
        if finished.next_learning_at is None:
            self.next_due_label.setText(self._format_next_due(finished.days_until_next))
        else:
            when = formatting.format_time_of_day(finished.next_learning_at)
            self.next_due_label.setText(self.tr("Next card at {time}.").format(time=when))
        self.more_new_cards_button.setText(
            self.tr("Study {count} more").format(count=finished.extra_new_count)
        )
        self.more_new_cards_button.setVisible(finished.extra_new_count > 0)
        self._sure_but_wrong = finished.sure_but_wrong
        self.practice_button.setText(
            self.tr("Practice %n “Sure” mistake(s)", None, len(self._sure_but_wrong))
        )
        self.practice_button.setVisible(bool(self._sure_but_wrong))
        focused = QApplication.focusWidget()
        if focused is None or not self.isAncestorOf(focused):  # a refresh keeps the focus
            screen_reader.describe_next_focus(self.back_button, self._summary)
            self.back_button.setFocus()
