"""The table of actions with keyboard shortcuts. Menus, shortcuts, the shortcuts overlay and the shortcuts dialog
are built from it."""

from collections.abc import Callable, Mapping
from enum import Enum, auto
from itertools import groupby
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP


class ActionScope(Enum):
    """Where the shortcuts of an action work."""

    WINDOW = auto()
    """Everywhere in the window."""

    REVIEW = auto()
    """On the review page."""


class Action(NamedTuple):
    """An action with its default shortcuts and its label.

    Actions with a nonzero `menu_group` appear in the card menu, with separators between the groups.
    """

    name: str
    default_shortcuts: tuple[str, ...]
    label: str
    scope: ActionScope
    menu_group: int = 0


ACTIONS: tuple[Action, ...] = (
    Action(
        "reveal",
        ("Space", "Return", "Enter"),
        QT_TRANSLATE_NOOP("Keys", "Show answer, then rate Good"),
        ActionScope.REVIEW,
    ),
    Action(
        "1",
        ("1",),
        QT_TRANSLATE_NOOP("Keys", "Again (before the answer: choose option A)"),
        ActionScope.REVIEW,
    ),
    Action(
        "2",
        ("2",),
        QT_TRANSLATE_NOOP("Keys", "Hard (before the answer: choose option B)"),
        ActionScope.REVIEW,
    ),
    Action(
        "3",
        ("3",),
        QT_TRANSLATE_NOOP("Keys", "Good (before the answer: choose option C)"),
        ActionScope.REVIEW,
    ),
    Action(
        "4",
        ("4",),
        QT_TRANSLATE_NOOP("Keys", "Easy (before the answer: choose option D)"),
        ActionScope.REVIEW,
    ),
    Action("sure", ("S",), QT_TRANSLATE_NOOP("Keys", "Show answer (confidence: sure)"), ActionScope.REVIEW),
    Action(
        "unsure", ("U",), QT_TRANSLATE_NOOP("Keys", "Show answer (confidence: unsure)"), ActionScope.REVIEW
    ),
    Action("guess", ("G",), QT_TRANSLATE_NOOP("Keys", "Show answer (confidence: guess)"), ActionScope.REVIEW),
    Action(
        "bury",
        ("-",),
        QT_TRANSLATE_NOOP("Keys", "Bury card until tomorrow"),
        ActionScope.REVIEW,
        menu_group=1,
    ),
    Action(
        "bury-note",
        ("=",),
        QT_TRANSLATE_NOOP("Keys", "Bury note until tomorrow"),
        ActionScope.REVIEW,
        menu_group=1,
    ),
    Action("suspend", ("@",), QT_TRANSLATE_NOOP("Keys", "Suspend card"), ActionScope.REVIEW, menu_group=1),
    Action(
        "suspend-note",
        ("!",),
        QT_TRANSLATE_NOOP("Keys", "Suspend note"),
        ActionScope.REVIEW,
        menu_group=1,
    ),
    Action(
        "flag-1",
        ("Ctrl+1",),
        QT_TRANSLATE_NOOP("Keys", "Red flag (toggle)"),
        ActionScope.REVIEW,
        menu_group=2,
    ),
    Action(
        "flag-2",
        ("Ctrl+2",),
        QT_TRANSLATE_NOOP("Keys", "Orange flag (toggle)"),
        ActionScope.REVIEW,
        menu_group=2,
    ),
    Action(
        "flag-3",
        ("Ctrl+3",),
        QT_TRANSLATE_NOOP("Keys", "Green flag (toggle)"),
        ActionScope.REVIEW,
        menu_group=2,
    ),
    Action(
        "flag-4",
        ("Ctrl+4",),
        QT_TRANSLATE_NOOP("Keys", "Blue flag (toggle)"),
        ActionScope.REVIEW,
        menu_group=2,
    ),
    Action(
        "required",
        ("P",),
        QT_TRANSLATE_NOOP("Keys", "Review a forgotten card's prerequisites first"),
        ActionScope.REVIEW,
    ),
    Action(
        "replay-sound", ("R",), QT_TRANSLATE_NOOP("Keys", "Replay sounds"), ActionScope.REVIEW, menu_group=3
    ),
    Action(
        "replay-question-sound",
        ("Shift+R",),
        QT_TRANSLATE_NOOP("Keys", "Replay the question's sounds"),
        ActionScope.REVIEW,
        menu_group=3,
    ),
    Action("read-aloud", ("V",), QT_TRANSLATE_NOOP("Keys", "Read aloud"), ActionScope.REVIEW, menu_group=3),
    Action(
        "info",
        ("I",),
        QT_TRANSLATE_NOOP("Keys", "Card info"),
        ActionScope.REVIEW,
        menu_group=3,
    ),
    Action(
        "set-due",
        ("Ctrl+Shift+D",),
        QT_TRANSLATE_NOOP("Keys", "Set due date…"),
        ActionScope.REVIEW,
        menu_group=3,
    ),
    Action(
        "forget",
        ("Ctrl+Alt+N",),
        QT_TRANSLATE_NOOP("Keys", "Reset card"),
        ActionScope.REVIEW,
        menu_group=3,
    ),
    Action("leave", ("Esc",), QT_TRANSLATE_NOOP("Keys", "Back to decks"), ActionScope.REVIEW),
    Action("decks", ("Ctrl+D",), QT_TRANSLATE_NOOP("Keys", "Show decks"), ActionScope.WINDOW),
    Action("study", ("Ctrl+S",), QT_TRANSLATE_NOOP("Keys", "Study now"), ActionScope.WINDOW),
    Action(
        "custom",
        ("Ctrl+K",),
        QT_TRANSLATE_NOOP("Keys", "Custom study"),
        ActionScope.WINDOW,
    ),
    Action("export", ("Ctrl+E",), QT_TRANSLATE_NOOP("Keys", "Export to Anki"), ActionScope.WINDOW),
    Action("undo", ("Ctrl+Z",), QT_TRANSLATE_NOOP("Keys", "Undo"), ActionScope.WINDOW, menu_group=4),
    Action(
        "redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        QT_TRANSLATE_NOOP("Keys", "Redo"),
        ActionScope.WINDOW,
        menu_group=4,
    ),
    Action(
        "options",
        ("Ctrl+,",),
        QT_TRANSLATE_NOOP("Keys", "Deck options (selected deck, or all decks)"),
        ActionScope.WINDOW,
        menu_group=4,
    ),
    Action("settings", ("Ctrl+P",), QT_TRANSLATE_NOOP("Keys", "Settings"), ActionScope.WINDOW),
    Action("languages", ("Ctrl+L",), QT_TRANSLATE_NOOP("Keys", "Switch card languages"), ActionScope.WINDOW),
    Action(
        "keys", ("?", "F1"), QT_TRANSLATE_NOOP("Keys", "Show or hide keyboard shortcuts"), ActionScope.WINDOW
    ),
    Action("quit", ("Ctrl+Q",), QT_TRANSLATE_NOOP("Keys", "Quit"), ActionScope.WINDOW),
)
"""Names are stored with custom shortcuts: never change one."""

_ACTION_BY_NAME = {action.name: action for action in ACTIONS}


def get_shortcuts(action_name: str) -> tuple[str, ...]:
    """Return the shortcuts of an action. A custom one in the application property `keys` replaces the first default.

    A further default is left out while it is the custom shortcut of another action.
    """
    application = QCoreApplication.instance()
    custom = (application.property("keys") if application else None) or {}
    first, *further = _ACTION_BY_NAME[action_name].default_shortcuts
    return (custom.get(action_name, first), *(key for key in further if key not in custom.values()))


def translate_label(action: Action) -> str:
    """Return the label of an action in the user's language."""
    return QCoreApplication.translate("Keys", action.label)


def format_shortcut(action_name: str) -> str:
    """Return the first shortcut of an action in the notation of the platform."""
    return QKeySequence(get_shortcuts(action_name)[0]).toString(QKeySequence.SequenceFormat.NativeText)


def format_shortcuts(action_name: str) -> str:
    """Return all shortcuts of an action in the notation of the platform."""
    native_text = QKeySequence.SequenceFormat.NativeText
    return "  ".join(QKeySequence(key).toString(native_text) for key in get_shortcuts(action_name))


def add_actions(
    owner: QWidget, scope: ActionScope, handler_by_action: Mapping[str, Callable[[], object]]
) -> None:
    """Add the actions of a scope to a widget.

    Raises KeyError if an action has no handler.
    """
    context = {
        ActionScope.WINDOW: Qt.ShortcutContext.WindowShortcut,
        ActionScope.REVIEW: Qt.ShortcutContext.WidgetWithChildrenShortcut,
    }[scope]
    for action in ACTIONS:
        if action.scope is scope:
            qt_action = add_shortcut(
                owner, get_shortcuts(action.name), handler_by_action[action.name], context
            )
            qt_action.setObjectName(action.name)
            qt_action.setText(translate_label(action))


def add_shortcut(
    owner: QWidget, shortcuts: tuple[str, ...], handler: Callable[[], object], context: Qt.ShortcutContext
) -> QAction:
    """Add an unnamed action with these shortcuts to `owner` and return it.

    Auto-repeat is off, so that holding a key down does not rate one card after another.
    """
    action = QAction(owner)
    action.setShortcuts([QKeySequence(key) for key in shortcuts])
    action.setShortcutContext(context)
    action.setAutoRepeat(False)
    action.triggered.connect(lambda _=False: handler())
    owner.addAction(action)
    return action


def card_menu_groups() -> list[list[str]]:
    """Return the names of the actions in the card menu, by group."""
    menu_actions = sorted(
        (action for action in ACTIONS if action.menu_group), key=lambda action: action.menu_group
    )
    return [
        [action.name for action in group]
        for _, group in groupby(menu_actions, lambda action: action.menu_group)
    ]


def refresh_shortcuts(window: QWidget) -> None:
    """Apply the current shortcuts to the actions of a window."""
    for name in _ACTION_BY_NAME:
        for action in window.findChildren(QAction, name):
            action.setShortcuts([QKeySequence(key) for key in get_shortcuts(name)])
