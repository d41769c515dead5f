"""The cards that were forgotten most often, with what to do about them."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.leeches import IMPROBABLE
from studyapp.core.statistics.report import ForgottenCard
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import ElidedLabel, create_button, create_label, style_as_panel
from studyapp.ui.statistics.figures.forgotten_table import ForgottenTable
from studyapp.ui.statistics.figures.value_formats import ValueFormats

_MARGIN = 16
_LINK_GAP = 20
_FIRST_ROWS = 8
_MIN_WITHOUT_DECIMAL = 10
"""Expected numbers of lapses from this one on are rounded to integers."""

_MIN_WIDTH_FOR_BUTTONS = 440
"""Pixels beside which the buttons of a card have room, at a text size of 100 %."""


class ForgottenPanel(QFrame):
    """Lists the cards. Leeches are those with more lapses than FSRS can explain."""

    editRequested = Signal(str)
    """Carries the key of a note."""

    similarCardsRequested = Signal(object)
    """Carries a card."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = style_as_panel(self, _MARGIN)
        column.setSpacing(8)
        column.addWidget(
            create_label(self.tr("Most often forgotten"), "dialogTitle", self, has_word_wrap=True)
        )
        self.sentence_label = create_label(self.tr("Loading…"), "subtitle", self, has_word_wrap=True)
        column.addWidget(self.sentence_label)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        column.addLayout(self._rows)
        self.more_button = create_button("", "flushLink", self)
        self.more_button.clicked.connect(self._show_all)
        self.more_button.hide()
        self.table_button = create_button(self.tr("Show table"), "flushLink", self)
        self.table_button.clicked.connect(self.show_table)
        self.table_button.hide()
        links = QHBoxLayout()
        links.setSpacing(_LINK_GAP)
        links.addWidget(self.more_button)
        links.addWidget(self.table_button)
        links.addStretch(1)
        column.addLayout(links)
        self._cards: Sequence[ForgottenCard] = ()
        self._question_by_card: Mapping[CardId, str] = {}
        self.row_widgets: list[QWidget] = []

    def show_cards(self, cards: Sequence[ForgottenCard], question_by_card: Mapping[CardId, str]) -> None:
        """Show these cards. Those without a question are no longer there and are left out."""
        self._cards = [one for one in cards if one.card in question_by_card]
        self._question_by_card = question_by_card
        self.sentence_label.setText(self._sentence())
        self.table_button.setVisible(bool(self._cards))
        self._show_rows(_FIRST_ROWS)

    def _sentence(self) -> str:
        if not self._cards:
            return self.tr("No card was forgotten three times or more.")
        leeches = sum(map(_is_leech, self._cards))
        sentence = self.tr("%n card(s) forgotten three times or more.", None, len(self._cards))
        if not leeches:
            return formatting.join_sentences(sentence, self.tr("None more often than FSRS can explain."))
        advice = self.tr(
            "%n leech(es), forgotten far more often than FSRS predicted: fewer than one card in {odds} would have so many lapses by chance. Reword or split such cards, or add a hint.",
            None,
            leeches,
        ).format(odds=round(1 / IMPROBABLE))
        return formatting.join_sentences(sentence, advice)

    def show_table(self) -> None:
        """Show all cards in a table, with what FSRS expected."""
        from studyapp.ui.statistics.table_dialog import TableDialog

        table = ForgottenTable().make(self._cards, self._question_by_card, self.sentence_label.text())
        TableDialog(table, self).show()

    def _show_all(self) -> None:
        self._show_rows(len(self._cards))
        if len(self.row_widgets) > _FIRST_ROWS:
            self.row_widgets[_FIRST_ROWS].setFocus()

    def _show_rows(self, count: int) -> None:
        for widget in self.row_widgets:
            self._rows.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self.row_widgets = [self._create_row(one) for one in self._cards[:count]]
        for widget in self.row_widgets:
            self._rows.addWidget(widget)
        remaining = len(self._cards) - count
        self.more_button.setVisible(remaining > 0)
        self.more_button.setText(self.tr("Show %n more", None, max(0, remaining)))

    def _create_row(self, one: ForgottenCard) -> QWidget:
        row = QWidget(self)
        question = ElidedLabel("cardQuestion", row)
        question.setText(self._question_by_card[one.card])
        question.setToolTip(question.text())
        edit_button = create_button(self.tr("Edit"), "flushLink", row)
        edit_button.setAccessibleName(self.tr("Edit: {question}").format(question=question.text()))
        edit_button.clicked.connect(partial(self.editRequested.emit, one.card.note_key))
        similar_button = create_button(self.tr("Similar cards…"), "flushLink", row)
        similar_button.setAccessibleName(
            self.tr("Similar cards: {question}").format(question=question.text())
        )
        similar_button.clicked.connect(partial(self.similarCardsRequested.emit, one.card))
        details = create_label(self._details(one), "furniture", row, has_word_wrap=True)
        details.setToolTip(self._probability(one))
        edit_button.setAccessibleDescription(", ".join(filter(None, (details.text(), details.toolTip()))))
        row.setFocusProxy(edit_button)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(question)
        texts.addWidget(details)
        buttons = QHBoxLayout()
        buttons.setSpacing(_LINK_GAP)
        buttons.addWidget(edit_button)
        buttons.addWidget(similar_button)
        buttons.addStretch(1)
        layout = QBoxLayout(self._row_direction, row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(texts, 1)
        layout.addLayout(buttons)
        return row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons of each card below its texts if the panel is narrow."""
        super().resizeEvent(event)
        for row in self.row_widgets:
            layout = row.layout()
            if isinstance(layout, QBoxLayout):
                layout.setDirection(self._row_direction)

    @property
    def _row_direction(self) -> QBoxLayout.Direction:
        is_wide = self.width() >= theme.scale_pixels(_MIN_WIDTH_FOR_BUTTONS)
        return QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom

    def _details(self, one: ForgottenCard) -> str:
        lapses = self.tr("%Ln lapse(s)", None, one.lapses)
        if one.estimate is None:
            return lapses
        expected = one.estimate.expected
        format_number = ValueFormats.count if expected >= _MIN_WITHOUT_DECIMAL else ValueFormats.tenths
        text = self.tr("{lapses}, about {number} expected").format(
            lapses=lapses, number=format_number(expected)
        )
        return self.tr("⚠ Leech · {lapses}").format(lapses=text) if _is_leech(one) else text

    def _probability(self, one: ForgottenCard) -> str:
        """Return how probable so many lapses are; empty without predictions."""
        if one.estimate is None:
            return ""
        return self.tr("Chance of so many lapses: {percent}").format(
            percent=formatting.format_probability(one.estimate.probability)
        )


def _is_leech(one: ForgottenCard) -> bool:
    return one.estimate is not None and one.estimate.is_improbable
