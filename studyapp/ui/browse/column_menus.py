"""The menus that choose the columns of the table and the order of its rows."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from studyapp.store.search.card_order import CardColumn
from studyapp.ui.browse.browse_settings import DEFAULT_COLUMNS, BrowseSettings
from studyapp.ui.browse.rows.column_texts import heading


class SortBy(Protocol):
    """How a table is sorted."""

    def __call__(self, column: CardColumn | None, *, is_descending: bool) -> None:
        """Sort by a column; None stands for the order of decks and files."""


def build_column_menu(
    settings: BrowseSettings, columns_changed: Callable[[], None], parent: QWidget
) -> QMenu:
    """Build the menu that shows and hides columns. It stores the choice and then calls `columns_changed`."""
    menu = QMenu(QCoreApplication.translate("ColumnMenus", "Columns"), parent)
    shown = settings.columns

    def toggle(column: CardColumn) -> None:
        others = [other for other in shown if other is not column]
        settings.columns = others if column in shown else [*shown, column]
        columns_changed()

    def restore_default() -> None:
        settings.columns, settings.width_by_column = list(DEFAULT_COLUMNS), {}
        columns_changed()

    for column in CardColumn:
        action = menu.addAction(heading(column))
        action.setCheckable(True)
        action.setChecked(column in shown)
        action.setEnabled(shown != [column])  # the last one can't be hidden
        action.triggered.connect(lambda _=False, column=column: toggle(column))
    menu.addSeparator()
    default = menu.addAction(QCoreApplication.translate("ColumnMenus", "Default columns"))
    default.triggered.connect(restore_default)
    return menu


def build_order_menu(settings: BrowseSettings, sort_by: SortBy, parent: QWidget) -> QMenu:
    """Build the menu that sorts by a column, also by one that is not shown, or reverses the order."""
    menu = QMenu(QCoreApplication.translate("ColumnMenus", "Sort by"), parent)
    current, is_descending = settings.sort_column, settings.is_descending
    unsorted_label = QCoreApplication.translate("ColumnMenus", "Order of decks and files")
    for column in (None, *CardColumn):
        action = menu.addAction(unsorted_label if column is None else heading(column))
        action.setCheckable(True)
        action.setChecked(column is current)
        action.triggered.connect(lambda _=False, column=column: sort_by(column, is_descending=is_descending))
    menu.addSeparator()
    reverse = menu.addAction(QCoreApplication.translate("ColumnMenus", "Highest first"))
    reverse.setCheckable(True)
    reverse.setChecked(is_descending)
    reverse.setEnabled(current is not None)
    reverse.triggered.connect(lambda is_checked: sort_by(current, is_descending=is_checked))
    return menu
