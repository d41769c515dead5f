"""The dialog that lists deleted notes and decks and restores them."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QWidget

from studyapp.core.note_editing.note_texts import list_note_texts
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.editing.note_deletion import KEPT_DAYS, BinItem
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import create_label


class BinDialog(ScrollingDialog):
    """Lists what was deleted, the last first.

    `restore` is called with an item, and `empty` deletes all items for good. Both may raise
    TranslatableError or OSError.
    """

    restored = Signal()
    """A note or a deck is in the library again."""

    def __init__(
        self,
        list_items: Callable[[], Sequence[BinItem]],
        restore: Callable[[BinItem], object],
        empty: Callable[[], object],
        languages: CardLanguages,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, width=560, min_height=420)
        self.setWindowTitle(self.tr("Bin"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list_items, self._restore, self._empty = list_items, restore, empty
        self._languages = languages
        self._items: Sequence[BinItem] = ()
        self.title_label = create_label("", "dialogTitle", self, has_word_wrap=True)
        explanation = self.tr(
            "Deleted notes and decks are kept for %n day(s), with their history.", None, KEPT_DAYS
        )
        self.item_list = QListWidget(self)
        self.item_list.setAccessibleName(self.windowTitle())
        self.item_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.item_list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.item_list.setMinimumHeight(theme.scale_pixels(120))
        self.item_list.itemSelectionChanged.connect(self._update_buttons)
        self.message_banner = MessageBanner(self)
        self.empty_button = self.add_button(self.tr("Empty bin…"), is_leading=True)
        self.empty_button.clicked.connect(self._empty_bin)
        self.add_button(self.tr("Close")).clicked.connect(self.close)
        self.restore_button = self.add_button(self.tr("Restore"), "primary", is_default=True)
        self.restore_button.clicked.connect(self._restore_selected)
        self.column.addWidget(self.title_label)
        self.column.addWidget(create_label(explanation, "furniture", self, has_word_wrap=True))
        self.column.addWidget(self.message_banner)
        self.column.addWidget(self.item_list, 1)
        self.column.addStretch(0)  # takes the place of the list if that is hidden
        self._show_items()

    def _show_items(self) -> None:
        self._items = self._list_items()
        self.item_list.clear()
        self.item_list.addItems([self._format_item(item) for item in self._items])
        self.title_label.setText(
            self.tr("%n deleted item(s)", None, len(self._items))
            if self._items
            else self.tr("The bin is empty")
        )
        self.item_list.setVisible(bool(self._items))
        self.item_list.setCurrentRow(0)  # so that Enter restores what was deleted last
        self._update_buttons()

    def _format_item(self, item: BinItem) -> str:
        deleted_at = formatting.format_timestamp(item.deleted_at)
        title = (
            " · ".join(text for _, text in item.deck.title.versions_for(self._languages)) if item.deck else ""
        )
        if item.is_deck:
            return self.tr("Deck {title} · {time}").format(title=title or item.key, time=deleted_at)
        texts = [each.text for each in list_note_texts(item.note)] if item.note is not None else [item.text]
        first_text = " ".join(texts[0].split()) if texts else item.key
        return " · ".join(filter(None, (first_text, title, deleted_at)))

    def _update_buttons(self) -> None:
        self.restore_button.setEnabled(bool(self.item_list.selectedItems()))
        self.empty_button.setEnabled(bool(self._items))

    def _restore_selected(self) -> None:
        rows = sorted(index.row() for index in self.item_list.selectedIndexes())
        # A deck comes first, because a note can only return to an existing deck.
        items = sorted((self._items[row] for row in rows), key=lambda item: not item.is_deck)
        self._run(lambda: [self._restore(item) for item in items])
        self.restored.emit()

    def _empty_bin(self) -> None:
        text = self.tr(
            "%n note(s) and deck(s) will be deleted for good. This can't be undone.", None, len(self._items)
        )
        if modal_dialogs.confirm_empty_bin(self, text):
            self._run(self._empty)

    def _run(self, operation: Callable[[], object]) -> None:
        self.message_banner.hide()
        try:
            operation()
        except (TranslatableError, OSError) as error:
            self.message_banner.show_text(formatting.format_error(error), is_info=False)
        self._show_items()
        self.fit_content()
