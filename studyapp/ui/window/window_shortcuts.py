"""The shortcuts that work everywhere in the main window."""

from collections.abc import Callable, Mapping

from studyapp.ui.actions.action_table import ActionScope
from studyapp.ui.actions.shortcuts import add_actions
from studyapp.ui.window.main_window import MainWindow


def add_window_shortcuts(window: MainWindow) -> None:
    """Add these shortcuts to the window."""
    handler_by_action: Mapping[str, Callable[[], object]] = {
        "decks": window.show_decks,
        "add": lambda: window.editor.add(window.current_page.current_deck_id),
        "study": window.start_session,
        "browse": window.show_browse,
        "map": window.show_map,
        "statistics": window.show_statistics,
        "custom": lambda: window.deck_dialogs.show_custom_study(window.decks_page.deck_list.focused_node_key),
        "export": lambda: window.deck_dialogs.show_export(),
        "undo": lambda: window.current_page.undo(),
        "redo": lambda: window.current_page.redo(),
        "settings": lambda: window.app_dialogs.show_settings(),
        "options": lambda: window.deck_dialogs.show_options(window.current_page.current_deck_id),
        "languages": window.languages.select_next_card_languages,
        "keys": lambda: window.shortcuts_overlay.toggle(),
        "quit": window.close,
    }
    add_actions(window, ActionScope.WINDOW, handler_by_action)
