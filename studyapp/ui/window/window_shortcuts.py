"""The keys that work everywhere in the window, each with what it does."""

from collections.abc import Callable, Mapping

from studyapp.ui.kit.actions import Scope, add_actions
from studyapp.ui.window.main_window import MainWindow


def add_window_keys(window: MainWindow) -> None:
    """Give the window its keys."""
    handlers: Mapping[str, Callable[[], object]] = {
        "decks": window.show_decks,
        "study": window.study,
        "custom": lambda: window.dialogs.custom(window.decks.list.focused_place),
        "export": lambda: window.dialogs.export(),
        "undo": lambda: window.page.undo(),
        "redo": lambda: window.page.redo(),
        "settings": lambda: window.program.settings(),
        "options": lambda: window.dialogs.options(window.page.current_deck),
        "languages": window.show_next_language,
        "keys": lambda: window.keys.toggle(),
        "quit": window.close,
    }
    add_actions(window, Scope.WINDOW, handlers)
