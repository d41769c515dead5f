"""What can be done about a card that is forgotten again and again, as a row of buttons."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from studyapp.core.cards.card_id import CardId
from studyapp.ui.dialogs.button_row_layout import ButtonRowLayout
from studyapp.ui.kit.widgets import create_button

_LINK_GAP = 20
"""Pixels between links."""


class LeechButtons(QWidget):
    """Buttons to edit the note of a card, to split it, and to compare the card with similar ones, or short links if `as_links`."""

    editRequested = Signal(str)
    splitRequested = Signal(str)
    """Both carry the key of the note."""

    similarCardsRequested = Signal(object)
    """Carries the card."""

    def __init__(self, parent: QWidget, *, as_links: bool = False) -> None:
        super().__init__(parent)
        self._card: CardId | None = None
        style_name = "flushLink" if as_links else "secondary"
        names = (self.tr("Edit note"), self.tr("Split note…"), self.tr("Similar cards…"))
        texts = (self.tr("Edit"), self.tr("Split…"), self.tr("Compare…")) if as_links else names
        self.edit_button, self.split_button, self.similar_button = (
            create_button(text, style_name, self) for text in texts
        )
        row = ButtonRowLayout(_LINK_GAP) if as_links else ButtonRowLayout()
        for button, name in zip(self.buttons, names, strict=True):
            button.setAutoDefault(False)
            button.setAccessibleName(name)
            button.setToolTip(name if as_links else "")
            row.add_button(button, is_leading=True)
        self.setLayout(row)
        self.edit_button.clicked.connect(self._request_edit)
        self.split_button.clicked.connect(self._request_split)
        self.similar_button.clicked.connect(self._request_similar_cards)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """The buttons in their order."""
        return self.edit_button, self.split_button, self.similar_button

    def set_card(self, card: CardId) -> None:
        """Set the card that the buttons are about."""
        self._card = card

    def _request_edit(self) -> None:
        if self._card is not None:
            self.editRequested.emit(self._card.note_key)

    def _request_split(self) -> None:
        if self._card is not None:
            self.splitRequested.emit(self._card.note_key)

    def _request_similar_cards(self) -> None:
        if self._card is not None:
            self.similarCardsRequested.emit(self._card)
