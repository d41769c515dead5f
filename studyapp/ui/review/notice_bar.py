"""Above the card: what the person should know, and what they may want to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.ui.kit.actions import shown_key
from studyapp.ui.kit.widgets import button, label, say


class Notices(QWidget):
    """A banner of words, and an offer that is taken by a click. It has no height while it says nothing."""

    taken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.banner = label("", "banner", self, wraps=True)
        self.offered = button("", "secondary", self)
        self.offered.clicked.connect(self.taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.offered)
        self.clear()

    def clear(self) -> None:
        """Say nothing."""
        for widget in (self.banner, self.offered, self):
            widget.hide()

    def tell(self, words: str, *, calmly: bool = False) -> None:
        """Say this: that something is wrong, or calmly that something was done."""
        say(self.banner, words, calmly=calmly)
        self.show()

    def advise_rewriting(self, card: str, *, was_suspended: bool) -> None:
        """A card that is forgotten again and again is badly written, or not worth its time."""
        words = (
            self.tr("“{card}” was forgotten again and again and is suspended now. Rewrite it, or split it.")
            if was_suspended
            else self.tr(
                "“{card}” was forgotten again and again. Rewrite it, split it, or undo ({undo}) and suspend it ({suspend})."
            )
        )
        self.tell(words.format(card=card, undo=shown_key("undo"), suspend=shown_key("suspend")))

    def tell_time_box(self, minutes: int, cards: int) -> None:
        """Say how long it went; the person may stop here or go on."""
        words = (self.tr("%n minute(s) are over", None, minutes), self.tr("%n card(s) rated", None, cards))
        self.tell(" · ".join(words), calmly=True)

    def offer_required(self, cards: Sequence[str]) -> None:
        """Offer to ask first what a forgotten card builds on."""
        self.offered.setText(
            self.tr("Review the prerequisite first ({key}): {names}").format(
                key=shown_key("required"), names=" · ".join(cards)
            )
        )
        self.offered.show()
        self.show()
