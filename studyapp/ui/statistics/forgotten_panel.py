"""The cards that were forgotten most often, with what to do about them."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.leeches import IMPROBABLE
from studyapp.core.statistics.report import ForgottenCard
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import ElidedLabel, create_button, create_label, style_as_panel

_MARGIN = 16
_FIRST_ROWS = 8


class ForgottenPanel(QFrame):
    """Lists the cards. Leeches are those with more lapses than FSRS can explain."""

    editRequested = Signal(str)
    """Carries the key of a note."""

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
        column.addWidget(self.more_button)
        self._cards: Sequence[ForgottenCard] = ()
        self._question_by_card: Mapping[CardId, str] = {}
        self.row_widgets: list[QWidget] = []

    def show_cards(self, cards: Sequence[ForgottenCard], question_by_card: Mapping[CardId, str]) -> None:
        """Show these cards. Those without a question are no longer there and are left out."""
        self._cards = [one for one in cards if one.card in question_by_card]
        self._question_by_card = question_by_card
        self.sentence_label.setText(self._sentence())
        self._show_rows(_FIRST_ROWS)

    def _sentence(self) -> str:
        if not self._cards:
            return self.tr("No card was forgotten three times or more.")
        leeches = sum(map(_is_leech, self._cards))
        sentence = self.tr("%n card(s) forgotten three times or more.", None, len(self._cards))
        if not leeches:
            return formatting.join_sentences(sentence, self.tr("None more often than FSRS can explain."))
        advice = self.tr(
            "%n leech(es): so many lapses happen by chance to fewer than one card in {odds}. Reword or split such cards, or add a hint.",
            None,
            leeches,
        ).format(odds=round(1 / IMPROBABLE))
        return formatting.join_sentences(sentence, advice)

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
        button = create_button(self.tr("Edit"), "toolbar", row)
        button.setAccessibleName(self.tr("Edit: {question}").format(question=question.text()))
        button.clicked.connect(partial(self.editRequested.emit, one.card.note_key))
        row.setFocusProxy(button)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(question)
        texts.addWidget(create_label(self._details(one), "furniture", row, has_word_wrap=True))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(texts, 1)
        layout.addWidget(button)
        return row

    def _details(self, one: ForgottenCard) -> str:
        lapses = self.tr("%n lapse(s)", None, one.lapses)
        if one.estimate is None:
            return lapses
        text = self.tr("Probability of this many: {percent}").format(
            percent=formatting.format_probability(one.estimate.probability)
        )
        return " · ".join([*([self.tr("⚠ Leech")] if _is_leech(one) else []), lapses, text])


def _is_leech(one: ForgottenCard) -> bool:
    return one.estimate is not None and one.estimate.is_improbable
