"""What helps with a card that was forgotten: its explanation, its source and its prerequisites, each one key away."""

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from studyapp.core.cards.card import Card
from studyapp.core.notes.note import MultipleChoice
from studyapp.core.rendering.face import card_title
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.services.study.session_outcome import Prompt
from studyapp.ui.actions.shortcuts import format_shortcut
from studyapp.ui.kit import screen_reader
from studyapp.ui.kit.widgets import create_button, create_label

_LINK_GAP = 20
"""Pixels between links."""


class ForgottenCard(NamedTuple):
    """The card that was rated Again last, as it was shown, and one card of each note that its note requires."""

    prompt: Prompt
    response: LearnerResponse
    prerequisites: tuple[Card, ...] = ()

    @property
    def has_explanation(self) -> bool:
        """Whether the note or one of its options has an explanation."""
        note = self.prompt.card.note
        options = note.content.options if isinstance(note.content, MultipleChoice) else ()
        return note.explanation is not None or any(option.explanation for option in options)


class ForgottenCardLinks(QWidget):
    """A line of links about the card that was rated Again last, hidden if there is none."""

    answerRequested = Signal()
    sourceRequested = Signal()
    prerequisitesRequested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._label = create_label(self.tr("Forgotten card:"), "furniture", self)
        self.answer_button = create_button("", "flushLink", self)
        self.answer_button.clicked.connect(self.answerRequested)
        self.source_button = create_button("", "flushLink", self)
        self.source_button.clicked.connect(self.sourceRequested)
        self.prerequisites_button = create_button("", "flushLink", self)
        self.prerequisites_button.clicked.connect(self.prerequisitesRequested)
        self._action_by_button = {
            self.answer_button: "forgotten-answer",
            self.source_button: "forgotten-source",
            self.prerequisites_button: "required",
        }
        self._text_by_button: dict[QPushButton, str] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_LINK_GAP)
        row.addStretch(1)
        for widget in (self._label, *self.buttons):
            row.addWidget(widget)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what has no room."""
        super().resizeEvent(event)
        self._fit()

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The links in their order."""
        return self.answer_button, self.source_button, self.prerequisites_button

    def show_card(self, forgotten: ForgottenCard, source: str) -> None:
        """Show the links for this card, and announce them to screen readers. `source` is empty if it is not known."""
        self._text_by_button = {
            self.answer_button: self.tr("Why") if forgotten.has_explanation else self.tr("Answer")
        }
        if source:
            self._text_by_button[self.source_button] = self.tr("Source")
        if forgotten.prerequisites:
            self._text_by_button[self.prerequisites_button] = self.tr("Prerequisites")
        languages = forgotten.prompt.languages
        titles = (card_title(card, languages) for card in forgotten.prerequisites)
        contents = (card_title(forgotten.prompt.card, languages), source, "\n".join(titles))
        for button, content in zip(self.buttons, contents, strict=True):
            button.setToolTip(content)
            button.setAccessibleDescription(content)
            button.setAccessibleName(self._text_with_key(button))
            button.setVisible(button in self._text_by_button)
        self.show()
        self._fit()
        shown = (self._text_with_key(button) for button in self._text_by_button)
        screen_reader.announce(f"{self._label.text()} {', '.join(shown)}")

    def _text_with_key(self, button: QPushButton) -> str:
        shortcut = format_shortcut(self._action_by_button[button])
        text = self._text_by_button.get(button, "")
        return self.tr("{link} ({key})").format(link=text, key=shortcut) if shortcut else text

    def _fit(self) -> None:
        """Show the label and the keys if there is room for them on one line, or else only the keys, or else neither."""
        for has_label, has_keys in ((True, True), (False, True), (False, False)):
            self._label.setVisible(has_label)
            for button, text in self._text_by_button.items():
                button.setText(self._text_with_key(button) if has_keys else text)
            shown = [self._label] * has_label + list(self._text_by_button)
            width = sum(widget.sizeHint().width() + _LINK_GAP for widget in shown) - _LINK_GAP
            if width <= self.width():
                return
