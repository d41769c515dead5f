"""Tells a view how high its rows are."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from studyapp.ui.deck_list.deck_columns import row_height


class RowHeightDelegate(QStyledItemDelegate):
    """Gives the rows of a deck list the height that fits its width."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002
    ) -> QSize:
        """Return the height of a row."""
        return QSize(0, row_height(self._view.width()))
