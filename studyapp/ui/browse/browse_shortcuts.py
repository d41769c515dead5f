"""The shortcuts of the browse page and the menu of actions on cards."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.ui.actions.action_table import ActionScope
from studyapp.ui.actions.shortcuts import add_actions, build_action_menu
from studyapp.ui.browse.browse_layout import Panel
from studyapp.ui.browse.browse_page import BrowsePage
from studyapp.ui.kit.app_context import AppContext


def create_browse_page(
    context: AppContext, current_library: Callable[[], tuple[Library, CardLanguages]], parent: QWidget
) -> BrowsePage:
    """Create a browse page with its shortcuts. `current_library` returns the decks and the languages of the cards."""
    page = BrowsePage(context, current_library, parent)
    add_browse_shortcuts(page)
    return page


def _open_menu(page: BrowsePage, position: QPoint) -> None:
    menu = build_action_menu(page, ActionScope.BROWSE)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(position)


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
        "browse-replay-sound": page.preview.sounds.replay,
        "browse-select-all": page.table.selectAll,
        "browse-save-search": page.search_bar.saveRequested.emit,
        "find-replace": page.bulk_edits.find_and_replace,
        "find-duplicates": page.bulk_edits.find_duplicates,
        "browse-notes": page.toggle_notes,
        "browse-filters": partial(page.panels.toggle, Panel.FILTERS),
        "browse-preview": partial(page.panels.toggle, Panel.PREVIEW),
    }
    for number in range(1, 5):
        handler_by_action[f"browse-flag-{number}"] = partial(actions.toggle_flag, number)
    add_actions(page, ActionScope.BROWSE, handler_by_action)
