"""The shortcuts of the browse page and the menu of actions on cards."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from studyapp.ui.actions.action_table import ActionScope
from studyapp.ui.actions.shortcuts import add_actions, menu_groups
from studyapp.ui.browse.browse_layout import Panel
from studyapp.ui.browse.browse_page import BrowsePage
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary

_FLAG_ACTION = "browse-flag-"


def create_browse_page(context: AppContext, current_library: CurrentLibrary, parent: QWidget) -> BrowsePage:
    """Create a browse page with its shortcuts. `current_library` returns the decks and the languages of the cards."""
    page = BrowsePage(context, current_library, parent)
    add_browse_shortcuts(page)
    return page


def build_browse_menu(page: BrowsePage) -> QMenu:
    """Build the menu of the page: actions on the selected cards, with their shortcuts, then columns, order and bin."""
    menu = QMenu(page)
    flags = QMenu(QCoreApplication.translate("BrowseMenu", "Flag"), menu)
    action_by_name = {action.objectName(): action for action in page.window().findChildren(QAction)}
    for names in menu_groups(ActionScope.BROWSE):
        for name in names:
            is_flag = name.startswith(_FLAG_ACTION)
            if is_flag and flags.isEmpty():
                menu.addMenu(flags)
            (flags if is_flag else menu).addAction(action_by_name[name])
        menu.addSeparator()
    for submenu in (page.table.build_order_menu(), page.table.build_column_menu()):
        submenu.setParent(menu, submenu.windowFlags())
        menu.addMenu(submenu)
    menu.addAction(QCoreApplication.translate("BrowseMenu", "Bin…")).triggered.connect(page.binRequested)
    return menu


def _open_menu(page: BrowsePage, position: QPoint) -> None:
    menu = build_browse_menu(page)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(position)


def _open_menu_by_key(page: BrowsePage) -> None:
    """Open the menu of the filters if they have the focus, or else the one of the rows."""
    if page.filters.hasFocus():
        page.filters.open_menu_of_current_row()
    else:
        _open_context_menu(page, QPoint(-1, -1))


def _open_context_menu(page: BrowsePage, position: QPoint) -> None:
    """Open the menu at a position in the table, or at the current row if a key has opened it."""
    viewport = page.table.viewport()
    if not viewport.rect().contains(position):
        position = page.table.visualRect(page.table.currentIndex()).bottomLeft()
    _open_menu(page, viewport.mapToGlobal(position))


def add_browse_shortcuts(page: BrowsePage) -> None:
    """Add the shortcuts of the browse page."""
    page.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    page.table.customContextMenuRequested.connect(lambda position: _open_context_menu(page, position))
    page.search_bar.menuRequested.connect(lambda position: _open_menu(page, position))
    actions, edits = page.card_actions, page.note_actions
    handler_by_action: dict[str, Callable[[], object]] = {
        "browse-edit": page.request_edit,
        "browse-suspend": actions.toggle_suspended,
        "browse-bury": actions.toggle_buried,
        "browse-reset": actions.reset_cards,
        "browse-set-due": page.set_due_date,
        "browse-duplicate": edits.duplicate,
        "browse-add-tags": page.add_tags,
        "browse-remove-tags": edits.remove_tags,
        "browse-move": page.move_notes,
        "browse-delete": edits.delete,
        "browse-study": page.request_study,
        "browse-export": page.request_export,
        "browse-info": page.show_card_info,
        "browse-similar": page.show_similar_cards,
        "browse-replay-sound": page.preview.sounds.replay,
        "browse-select-all": page.table.selectAll,
        "browse-save-search": page.search_bar.saveRequested.emit,
        "find-replace": page.bulk_edits.find_and_replace,
        "find-duplicates": page.bulk_edits.find_duplicates,
        "browse-notes": page.toggle_notes,
        "browse-filters": partial(page.panels.toggle, Panel.FILTERS),
        "browse-preview": partial(page.panels.toggle, Panel.PREVIEW),
        "browse-menu": partial(_open_menu_by_key, page),
    }
    for number in range(1, 5):
        handler_by_action[f"{_FLAG_ACTION}{number}"] = partial(actions.toggle_flag, number)
    add_actions(page, ActionScope.BROWSE, handler_by_action)
