"""The decks page: today's cards, the decks, and the forecast for the week."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from studyapp.core.study.study_day import MINUTE_MS
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.overview.daily_overview import DailyOverview
from studyapp.ui.backlog.backlog_panel import BacklogPanel
from studyapp.ui.backlog.forecast_chart import ForecastChart
from studyapp.ui.deck_list.deck_list import DeckList
from studyapp.ui.decks.attention_panel import AttentionNotice, AttentionPanel, AttentionTopic
from studyapp.ui.decks.notice_strip import NoticeStrip
from studyapp.ui.decks.problems_panel import ProblemsPanel
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.page import Page, PageId
from studyapp.ui.kit.widgets import create_button, create_label, create_panel, is_narrow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from studyapp.deckfiles.problems.problem import Problem
    from studyapp.services.overview.clock_check import ClockWarning

_MAX_WIDTH = 920


class DecksPage(Page):
    """Shows an overview and emits which decks the user wants to study."""

    studyAllRequested = Signal()
    moreNewCardsRequested = Signal(int)
    studyDeckRequested = Signal(str)
    addDecksRequested = Signal()
    optionsRequested = Signal(str)
    correctTimesRequested = Signal()
    examLinesRequested = Signal()
    refreshRequested = Signal()
    undoRequested = Signal()
    redoRequested = Signal()

    page_id = PageId.DECKS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.title_label = create_label("", "title", self, has_word_wrap=True)
        self.subtitle_label = create_label("", "subtitle", self, has_word_wrap=True)
        self.study_button = create_button(self.tr("Study now"), "primary", self)
        self.study_button.setEnabled(False)
        self.study_button.clicked.connect(self._request_study)
        self._extra_new_count = 0
        self.backlog_panel = BacklogPanel(self)
        self.exams_label = create_label("", "subtitle", self, has_word_wrap=True)
        self.exams_label.hide()
        self.plans_button = create_button(self.tr("Exams and days off…"), "flushLink", self)
        self.plans_button.clicked.connect(self.plansRequested)
        self.attention_panel = AttentionPanel(self)
        self.problems_panel = ProblemsPanel(self)
        self.notice_strip = NoticeStrip(
            (self.attention_panel, self.problems_panel), theme.scale_pixels(_MAX_WIDTH), self
        )
        self.notice_strip.setAccessibleName(self.tr("Notices"))
        self.attention_panel.changed.connect(self.notice_strip.fit_notices)
        self.problems_panel.changed.connect(self.notice_strip.fit_notices)
        self.deck_list = DeckList(self)
        self.deck_list.studyRequested.connect(self.studyDeckRequested)
        self.deck_list.optionsRequested.connect(self.optionsRequested)
        self.deck_list.currentRowMoved.connect(self._scroll_to_row)
        self.no_decks_label = create_label("", "soft", self, has_word_wrap=True)
        self.add_decks_button = create_button(self.tr("Add decks…"), "link", self)
        self.add_decks_button.clicked.connect(self.addDecksRequested)
        self.forecast_chart = ForecastChart(self)
        self._forecast_title = create_label(self.tr("Next 7 days"), "furniture", self)
        self._build()

    @property
    def current_deck_id(self) -> str:
        """The deck of the focused row."""
        return self.deck_list.focused_deck_id

    def undo(self) -> bool:
        """Undo the last review in a new session."""
        self.undoRequested.emit()
        return True

    def redo(self) -> bool:
        """Redo the last undone review in a new session."""
        self.redoRequested.emit()
        return True

    def on_library_changed(self) -> None:
        """Show the new decks and counts."""
        self.refreshRequested.emit()

    def on_options_changed(self) -> None:
        """Show the new counts. What was undone or edited before is no longer the last step."""
        self.attention_panel.set_notice(AttentionTopic.EDIT, None)
        self.refreshRequested.emit()

    def on_languages_changed(self, languages: CardLanguages, title_by_deck: dict[str, str]) -> None:  # noqa: ARG002
        """Show the titles and counts in these languages."""
        self.refreshRequested.emit()
        self.focus_default_widget()

    def apply_theme(self) -> None:
        """Apply the current theme."""
        self.deck_list.restyle()
        self.forecast_chart.update()

    def show_overview(self, overview: DailyOverview, library: Library, *, is_library_read: bool) -> None:
        """Show the overview. Until the deck files have been read, it shows the decks of the last start."""
        focused = self.focusWidget()
        has_used_link = focused is not None and self.backlog_panel.isAncestorOf(focused)
        self._show_header(overview, is_library_read)
        self._show_clock_warning(overview.clock_warning)
        self._show_problems(library.problems)
        self.backlog_panel.show_overview(overview)
        self.deck_list.show_decks(overview.decks, overview.hidden_decks)
        self.deck_list.setVisible(bool(overview.decks or overview.hidden_decks))
        self.no_decks_label.setVisible(not library.decks and is_library_read)
        self.no_decks_label.setText(self.tr("Create a deck, add a folder, or drop deck files (.yaml) here."))
        self._week_panel.setVisible(bool(overview.decks))
        self.forecast_chart.show_forecast(overview.week_forecast, overview.first_day)
        if overview.has_exams:
            self.examLinesRequested.emit()
        else:
            self.show_exam_lines([])
        could_study = self.study_button.isEnabled()
        self._offer_study(overview)
        if not could_study or has_used_link:  # the first cards were just read, or the link may be gone
            self.focus_default_widget()

    def show_exam_lines(self, lines: "Sequence[str]") -> None:
        """Show what the coming exams mean for today."""
        self.exams_label.setText("\n".join(lines))
        self.exams_label.setVisible(bool(lines))

    def _show_problems(self, problems: "Sequence[Problem]") -> None:
        """Show the problems of the deck files; an interrupted import is a notice of its own."""
        interrupted = [problem for problem in problems if problem.kind.code == "import-interrupted"]
        self.attention_panel.set_notice(
            AttentionTopic.IMPORT,
            AttentionNotice(formatting.format_problem(interrupted[0])) if interrupted else None,
        )
        self.problems_panel.show_problems([problem for problem in problems if problem not in interrupted])

    def _show_clock_warning(self, warning: "ClockWarning | None") -> None:
        notice = None
        if warning is not None:
            from studyapp.ui.decks.clock_notice import (
                build_clock_notice,  # loaded on use: clocks are mostly right
            )

            notice = build_clock_notice(warning, self.correctTimesRequested.emit)
        self.attention_panel.set_notice(AttentionTopic.CLOCK, notice)

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        """Let Enter press the focused button, as in a dialog."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """On a narrow page, move the study button below the text and shrink the margins."""
        super().resizeEvent(event)
        narrow = is_narrow(self)
        directions = QBoxLayout.Direction
        self._header.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._margin_row.setContentsMargins(*((16, 16, 16, 16) if narrow else (40, 32, 40, 32)))
        self._align_notices()
        self.notice_strip.fit_notices()

    def _scroll_to_row(self, rect: QRect) -> None:
        """Scroll to a row of the deck list, and so that its neighbors are visible."""
        center = self.deck_list.mapTo(self._content, rect.center())
        self._scroll_area.ensureVisible(center.x(), center.y(), 0, rect.height() * 3 // 2)

    def _align_notices(self) -> None:
        """Align the notices with the content above, which may have a scroll bar at its right."""
        margins, bar = self._margin_row.contentsMargins(), self._scroll_area.verticalScrollBar()
        bar_width = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self.notice_strip.set_side_margins(margins.left(), margins.right() + bar_width)

    def focus_default_widget(self) -> None:
        """Focus the study button, unless a deck row has the focus."""
        if self.study_button.isEnabled() and not self.deck_list.tree.hasFocus():
            self.study_button.setFocus()

    def _offer_study(self, overview: DailyOverview) -> None:
        """Offer today's cards, or more new cards when none is left."""
        self._extra_new_count = overview.extra_new_count
        self.study_button.setText(
            self.tr("Study {count} more").format(count=overview.extra_new_count)
            if overview.extra_new_count
            else self.tr("Study now")
        )
        self.study_button.setEnabled(overview.counts.total > 0 or overview.extra_new_count > 0)

    def _request_study(self) -> None:
        if self._extra_new_count:
            self.moreNewCardsRequested.emit(self._extra_new_count)
        else:
            self.studyAllRequested.emit()

    def _show_header(self, overview: DailyOverview, is_library_read: bool) -> None:
        counts = overview.counts
        if not overview.decks:
            self.title_label.setText(
                self.tr("All decks are hidden")
                if overview.hidden_decks
                else self.tr("No decks yet")
                if is_library_read
                else self.tr("Loading your decks…")
            )
            self.subtitle_label.setText("")
            return
        review_count = counts.review + counts.learning
        if not overview.has_history and counts.total:
            self.title_label.setText(self.tr("Welcome to StudyApp"))
            self.subtitle_label.setText(
                self.tr("Read the question, recall the answer, then check it and rate how well you knew it.")
                + "\n"
                + self.tr("StudyApp shows each card again just before you would forget it.")
            )
            return
        if counts.total == 0:
            self.title_label.setText(self.tr("Done for today"))
            self.subtitle_label.setText(
                self.tr("You've reached today's limit. Open a deck to study more.")
                if any(row.counts.total for row in overview.decks)
                else self.tr("%n due card(s) will wait until tomorrow.", None, overview.waiting_count)
                if overview.waiting_count
                else self.tr("No more cards for today.")
            )
            return
        review_text, new_text = (
            self.tr("%n card(s) to review", None, review_count),
            self.tr("%n new", None, counts.new),
        )
        self.title_label.setText(
            " · ".join(text for text, count in ((review_text, review_count), (new_text, counts.new)) if count)
        )
        self.subtitle_label.setText(self._describe_time(overview))

    def _describe_time(self, overview: DailyOverview) -> str:
        """Return how long the cards left will take, and how many wait because of the minutes a day."""
        about = self.tr("About {time}.")
        if overview.planned_ms is None:
            return about.format(
                time=formatting.format_study_time(overview.counts, overview.average_rating_ms)
            )
        sentences = [
            about.format(time=formatting.format_duration(round(max(MINUTE_MS, overview.planned_ms))))
        ]
        if overview.waiting_count:
            sentences.append(
                self.tr("%n due card(s) will wait until tomorrow.", None, overview.waiting_count)
            )
        return formatting.join_sentences(*sentences)

    def _build(self) -> None:
        self._header = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        text_column = QVBoxLayout()
        text_column.setSpacing(8)
        text_column.addWidget(self.title_label)
        text_column.addWidget(self.subtitle_label)
        text_column.addWidget(self.exams_label)
        text_column.addWidget(self.backlog_panel)
        self._header.addLayout(text_column, 1)
        self._header.addWidget(self.study_button, 0, Qt.AlignmentFlag.AlignTop)
        decks, decks_column = create_panel(margin=20)
        decks_column.addWidget(self.deck_list)
        decks_column.addWidget(self.no_decks_label)
        decks_column.addWidget(self.add_decks_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._week_panel, week_column = create_panel(margin=20)
        week_column.addWidget(self._forecast_title)
        week_column.addWidget(self.forecast_chart)
        week_column.addWidget(self.plans_button, 0, Qt.AlignmentFlag.AlignLeft)
        column_widget = QWidget()
        column_widget.setObjectName("column")
        column_widget.setMaximumWidth(theme.scale_pixels(_MAX_WIDTH))
        column = QVBoxLayout(column_widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(20)
        column.addLayout(self._header)
        column.addWidget(decks)
        column.addWidget(self._week_panel)
        column.addStretch(1)
        holder = self._content = QWidget()
        holder.setObjectName("column")
        self._margin_row = QHBoxLayout(holder)
        row = self._margin_row
        row.addStretch(1)
        row.addWidget(column_widget, 1000)
        row.addStretch(1)
        area = self._scroll_area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        area.verticalScrollBar().rangeChanged.connect(self._align_notices)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(area, 1)
        page.addWidget(self.notice_strip)
