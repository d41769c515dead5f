"""Above the card: what the person should know, and what they may want to do about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.ui.kit.actions import format_shortcut
from studyapp.ui.kit.widgets import create_button, create_label, show_banner


class NoticeBar(QWidget):
    """A banner of words, and an offer that is taken by a click. It has no height while it says nothing."""

    offerAccepted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.banner = create_label("", "banner", self, has_word_wrap=True)
        self.offer_button = create_button("", "secondary", self)
        self.offer_button.clicked.connect(self.offerAccepted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.banner)
        column.addWidget(self.offer_button)
        self.clear()

    def clear(self) -> None:
        """Say nothing."""
        for widget in (self.banner, self.offer_button, self):
            widget.hide()

    def show_message(self, text: str, *, is_info: bool = False) -> None:
        """Say this: that something is wrong, or calmly that something was done."""
        show_banner(self.banner, text, is_info=is_info)
        self.show()

    def show_leech_advice(self, card: str, *, was_suspended: bool) -> None:
        """A card that is forgotten again and again is badly written, or not worth its time."""
        words = (
            self.tr("Leech: you keep forgetting “{card}”. It is now suspended. Rewrite or split it.")
            if was_suspended
            else self.tr(
                "Leech: you keep forgetting “{card}”. Rewrite or split it, or undo ({undo}) and suspend it ({suspend})."
            )
        )
        self.show_message(
            words.format(card=card, undo=format_shortcut("undo"), suspend=format_shortcut("suspend"))
        )

    def show_timebox(self, minutes: int, cards: int) -> None:
        """Say how long it went; the person may stop here or go on."""
        words = (self.tr("%n minute(s) elapsed", None, minutes), self.tr("%n review(s)", None, cards))
        self.show_message(" · ".join(words), is_info=True)

    def offer_prerequisites(self, cards: Sequence[str]) -> None:
        """Offer to ask first what a forgotten card builds on."""
        self.offer_button.setText(
            self.tr("Review the prerequisite first ({key}): {names}").format(
                key=format_shortcut("required"), names=" · ".join(cards)
            )
        )
        self.offer_button.show()
        self.show()
