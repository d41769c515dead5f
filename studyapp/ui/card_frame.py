"""The card on its panel: what it asks for, the card itself, the field to type in, and where it comes from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from studyapp.core.labels import grade
from studyapp.core.note import Note
from studyapp.core.text import LanguageChoice
from studyapp.ui import wording
from studyapp.ui.card_view import CardView
from studyapp.ui.layouts import OneLine, fill_panel, label
from studyapp.ui.typed_answer import TypedAnswer


class CardFrame(QFrame):
    """Shows what it is given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def show_kind(self, flag: str, asks_for: str) -> None:
        """Say what the card asks for, and name its flag; either may be empty."""
        self.kind.setText(" · ".join(words for words in (flag, asks_for) if words))
        self.kind.setVisible(bool(self.kind.text()))

    def show_origin(self, note: Note, choice: LanguageChoice) -> None:
        """Say where the note comes from, and how sure its source is."""
        self.section.setText(wording.section(note.section))
        self.evidence.setText(grade(note.evidence, choice) if note.evidence else "")
        for badge in (self.section, self.evidence):
            badge.setVisible(bool(badge.text()))
        self.badges.setVisible(bool(note.section or note.evidence))
