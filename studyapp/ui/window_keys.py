"""The keys that work everywhere in the window, each with its deed."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt

from studyapp.ui.actions import WINDOW_KEYS, add_action, keys_of
from studyapp.ui.main_window import MainWindow


def add_window_keys(window: MainWindow) -> None:
    """Give the window its keys."""
    deeds: Mapping[str, Callable[[], object]] = {
        "decks": window.show_decks,
        "study": window.study,
        "custom": lambda: window.dialogs.custom(window.decks.list.focused_place),
        "export": lambda: window.dialogs.export(),
        "undo": lambda: window.in_session(lambda: window.review.undo()),
        "redo": lambda: window.in_session(lambda: window.review.redo()),
        "settings": lambda: window.program.settings(),
        "options": lambda: window.dialogs.options(window.deck_in_view),
        "languages": window.show_next_language,
        "keys": lambda: window.keys.toggle(),
        "quit": window.close,
    }
    for name, _, meaning in WINDOW_KEYS:
        add_action(window, keys_of(name), meaning, deeds[name], Qt.ShortcutContext.WindowShortcut, name)
