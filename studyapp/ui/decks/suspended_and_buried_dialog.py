"""The dialog that lists suspended and buried cards and restores them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget

from studyapp.core.cards.card import Card
from studyapp.core.rendering.card_captions import card_caption
from studyapp.core.rendering.face import card_title
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.study.suspended_and_buried import InactiveCard
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import create_label


class SuspendedAndBuriedDialog(ScrollingDialog):
    """Lists the cards. `restore_cards` is called with the selected cards and returns those that are still
    inactive."""

    def __init__(
        self,
        cards: Sequence[InactiveCard],
        languages: CardLanguages,
        restore_cards: Callable[[Sequence[Card]], Sequence[InactiveCard]],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, width=560, min_height=420)
        self.setWindowTitle(self.tr("Suspended and buried cards"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._languages, self._restore_cards = languages, restore_cards
        self._cards: Sequence[InactiveCard] = ()
        self.title_label = create_label("", "dialogTitle", self, has_word_wrap=True)
        self.card_list = QListWidget(self)
        self.card_list.setAccessibleName(self.windowTitle())
        self.card_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.card_list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.card_list.itemSelectionChanged.connect(self._update_restore_button)
        self.card_list.setWordWrap(True)
        self.card_list.setMinimumHeight(theme.scale_pixels(120))
        self.add_button(self.tr("Close")).clicked.connect(self.close)
        self.restore_button = self.add_button(self.tr("Restore"), "primary", is_default=True)
        self.restore_button.clicked.connect(self._restore_selected)
        self.column.setSpacing(16)
        self.column.addWidget(self.title_label)
        self.column.addWidget(self.card_list, 1)
        self._show_cards(cards)

    def _show_cards(self, cards: Sequence[InactiveCard]) -> None:
        self._cards = cards
        self.card_list.clear()
        for inactive in cards:
            state = self.tr("Suspended") if inactive.is_suspended else self.tr("Buried until tomorrow")
            caption = card_caption(inactive.card.kind, self._languages)
            parts = [state, caption, card_title(inactive.card, self._languages)]
            self.card_list.addItem(" · ".join(part for part in parts if part))
        self.title_label.setText(
            self.tr("%n suspended or buried card(s)", None, len(cards))
            if cards
            else self.tr("No suspended or buried cards")
        )
        self.card_list.setVisible(bool(cards))
        self._update_restore_button()

    def _update_restore_button(self) -> None:
        self.restore_button.setEnabled(bool(self.card_list.selectedItems()))

    def _restore_selected(self) -> None:
        rows = sorted(index.row() for index in self.card_list.selectedIndexes())
        self._show_cards(self._restore_cards([self._cards[row].card for row in rows]))
