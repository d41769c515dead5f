"""The card on its panel: what it asks for, the card itself, the field to type in, and where it comes from."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from studyapp.core.cards.card import CardKind
from studyapp.core.notes.note import Choice
from studyapp.core.rendering.card_captions import grade, heading
from studyapp.core.rendering.diagram_face import card_svg
from studyapp.core.rendering.face import Response
from studyapp.services.study.session_outcome import Prompt
from studyapp.ui.card.answer_field import TypedAnswer
from studyapp.ui.card.card_view import CardView
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import OneLine, fill_panel, label


class CardFrame(QFrame):
    """Shows what it is given, and keeps what was typed or picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompt: Prompt | None = None
        self._folder: Path | None = None
        self._picked: frozenset[int] = frozenset()
        column = fill_panel(self, margin=40)
        self.kind = label("", "kind", self)
        self.card = CardView(self)
        self.card.setAccessibleName(self.tr("Card"))
        self.typed = TypedAnswer(self)
        self.typed.setObjectName("typed")
        self.typed.setPlaceholderText(self.tr("Type your answer, then press Enter"))
        self.typed.setAccessibleName(self.tr("Your answer"))
        self.section = OneLine("badge", self)
        self.evidence = OneLine("badge", self)
        self.badges = QWidget(self)
        row = QHBoxLayout(self.badges)
        row.setContentsMargins(0, 8, 0, 0)
        row.addStretch(1)
        row.addWidget(self.section)
        row.addWidget(self.evidence)
        row.addStretch(1)
        column.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.card)
        column.addWidget(self.typed)
        column.addWidget(self.badges)

    @property
    def response(self) -> Response:
        """What was typed and picked since the card was asked."""
        return Response(self.typed.text(), self._picked)

    def ask(self, prompt: Prompt, folder: Path | None, flag: int) -> None:
        """Show the question; `folder` is where the pictures are."""
        self._prompt, self._folder, self._picked = prompt, folder, frozenset()
        self.show_flag(flag)
        self.show_html(prompt.face.question)
        self.badges.hide()
        self.typed.setText("")  # and nothing is left of it to undo
        self.typed.setVisible(prompt.card.kind is CardKind.TYPED)

    def show_flag(self, flag: int) -> None:
        """Name the flag, 0 for none, beside what the card asks for."""
        if self._prompt is not None:
            asks_for = heading(self._prompt.card.kind, self._prompt.languages)
            self.kind.setText(" · ".join(words for words in (formatting.flag(flag), asks_for) if words))
            self.kind.setVisible(bool(self.kind.text()))

    def reveal(self, html: str) -> None:
        """Show the answer, where the note comes from, and how sure its source is."""
        self.typed.hide()
        self.show_html(html)
        if self._prompt is None:
            return
        note = self._prompt.card.note
        self.section.setText(formatting.section(note.section))
        self.evidence.setText(grade(note.evidence, self._prompt.languages.behind) if note.evidence else "")
        for badge in (self.section, self.evidence):
            badge.setVisible(bool(badge.text()))
        self.badges.setVisible(bool(note.section or note.evidence))

    def pick(self, place: int) -> None:
        """Pick the option at this place, in place of another or, where several are right, beside it; or leave it."""
        content = self._prompt.card.note.content if self._prompt else None
        several = isinstance(content, Choice) and sum(option.right for option in content.options) > 1
        self._picked = self._picked ^ {place} if several else frozenset({place})

    def show_html(self, html: str) -> None:
        """Show this of the card."""
        is_drawing = self._prompt is not None and self._prompt.card.kind is CardKind.DIAGRAM
        self.card.show_html(html, self._folder, self._drawing if is_drawing else None)

    def _drawing(self, name: str) -> str:
        from studyapp.ui.card.drawing_image import inks

        assert self._prompt is not None
        return card_svg(self._prompt.card, self._prompt.languages, name, inks())
