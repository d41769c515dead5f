"""The dialog that asks for a deck, found by a part of its title."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import create_label


class DeckChooserDialog(ScrollingDialog):
    """Lists the decks, given by id and title, whose titles contain what is typed, and a new deck with what is typed as
    its title."""

    def __init__(self, heading: str, action: str, title_by_deck: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent, width=440, min_height=420)
        self.setWindowTitle(heading)
        self.column.addWidget(create_label(heading, "dialogTitle", self, has_word_wrap=True))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Search decks, or name a new one"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.textChanged.connect(self._filter)
        self.column.addWidget(self.field)
        self.deck_list = QListWidget(self)
        self.deck_list.setAccessibleName(self.tr("Decks"))
        self.deck_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.deck_list.setMinimumHeight(theme.scale_pixels(120))
        for deck, title in title_by_deck.items():
            item = QListWidgetItem(title, self.deck_list)
            item.setData(Qt.ItemDataRole.UserRole, deck)
            item.setToolTip(title)
        self._new_deck_item = QListWidgetItem(self.deck_list)
        self.deck_list.itemDoubleClicked.connect(lambda _: self.accept())
        self.deck_list.currentItemChanged.connect(lambda *_: self._update_button())
        self.column.addWidget(self.deck_list, 1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.choose_button = self.add_button(action, "primary", is_default=True)
        self.choose_button.clicked.connect(self.accept)
        self._filter("")
        self.field.setFocus()

    @property
    def deck_id(self) -> str:
        """The id of the chosen deck; empty if there is none, or a new one is chosen."""
        item = self._chosen_item
        return "" if item is None or item is self._new_deck_item else str(item.data(Qt.ItemDataRole.UserRole))

    @property
    def new_title(self) -> str:
        """The title of the new deck; empty if another one is chosen."""
        return self.field.text().strip() if self._chosen_item is self._new_deck_item else ""

    @property
    def _chosen_item(self) -> QListWidgetItem | None:
        item = self.deck_list.currentItem()
        return None if item is None or item.isHidden() else item

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the arrow keys move in the list while the field has the focus."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.field.hasFocus():
            self._move(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _visible_rows(self) -> list[int]:
        return [row for row in range(self.deck_list.count()) if not self.deck_list.item(row).isHidden()]

    def _move(self, step: int) -> None:
        rows = self._visible_rows()
        if rows:
            current = self.deck_list.currentRow()
            position = rows.index(current) + step if current in rows else 0
            self.deck_list.setCurrentRow(rows[min(max(0, position), len(rows) - 1)])

    def _filter(self, text: str) -> None:
        title = text.strip()
        items = [self.deck_list.item(row) for row in range(self.deck_list.count() - 1)]
        for item in items:
            item.setHidden(title.casefold() not in item.text().casefold())
        is_known = any(title.casefold() == item.text().casefold() for item in items)
        self._new_deck_item.setText(self.tr("New deck “{title}”").format(title=title))
        self._new_deck_item.setHidden(is_known or not title)
        rows = self._visible_rows()
        if self.deck_list.currentRow() not in rows:
            self.deck_list.setCurrentRow(rows[0] if rows else -1)
        self._update_button()

    def _update_button(self) -> None:
        self.choose_button.setEnabled(self._chosen_item is not None)
