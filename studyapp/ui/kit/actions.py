"""The table of actions with keyboard shortcuts. Menus, shortcuts, the shortcut list and its dialog are built from it."""

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
    """An action with its default shortcuts and its label. Actions with a `menu_group` appear in the card menu, separated by
    group."""

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
    Action("sure", ("S",), QT_TRANSLATE_NOOP("Keys", "Show answer: sure"), ActionScope.REVIEW),
    Action("unsure", ("U",), QT_TRANSLATE_NOOP("Keys", "Show answer: unsure"), ActionScope.REVIEW),
    Action("guess", ("G",), QT_TRANSLATE_NOOP("Keys", "Show answer: guess"), ActionScope.REVIEW),
    Action(
        "bury",
        ("-",),
        QT_TRANSLATE_NOOP("Keys", "Bury until tomorrow"),
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
        QT_TRANSLATE_NOOP("Keys", "Review the forgotten card's prerequisite first"),
        ActionScope.REVIEW,
    ),
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
    Action("languages", ("Ctrl+L",), QT_TRANSLATE_NOOP("Keys", "Switch card language"), ActionScope.WINDOW),
    Action(
        "keys", ("?", "F1"), QT_TRANSLATE_NOOP("Keys", "Show or hide keyboard shortcuts"), ActionScope.WINDOW
    ),
    Action("quit", ("Ctrl+Q",), QT_TRANSLATE_NOOP("Keys", "Quit"), ActionScope.WINDOW),
)
"""Names are stored together with custom shortcuts: never change one."""

_ACTION_BY_NAME = {action.name: action for action in ACTIONS}


def get_shortcuts(action_name: str) -> tuple[str, ...]:
    """The keys of an action: the one chosen by the application's property `keys`, else the usual ones."""
    application = QCoreApplication.instance()
    chosen = (application.property("keys") if application else None) or {}
    return (chosen[action_name],) if action_name in chosen else _ACTION_BY_NAME[action_name].default_shortcuts


def translate_label(action: Action) -> str:
    """The translated label."""
    return QCoreApplication.translate("Keys", action.label)


def format_shortcut(action_name: str) -> str:
    """The first key of a deed as the keyboard names it."""
    return QKeySequence(get_shortcuts(action_name)[0]).toString(QKeySequence.SequenceFormat.NativeText)


def add_actions(
    owner: QWidget, scope: ActionScope, handler_by_action: Mapping[str, Callable[[], object]]
) -> None:
    """Add the actions of a scope to a widget. KeyError if an action has no handler."""
    context = {
        ActionScope.WINDOW: Qt.ShortcutContext.WindowShortcut,
        ActionScope.REVIEW: Qt.ShortcutContext.WidgetWithChildrenShortcut,
    }[scope]
    for action in ACTIONS:
        if action.scope is scope:
            made = add_shortcut(owner, get_shortcuts(action.name), handler_by_action[action.name], context)
            made.setObjectName(action.name)
            made.setText(translate_label(action))


def add_shortcut(
    owner: QWidget, shortcuts: tuple[str, ...], handler: Callable[[], object], context: Qt.ShortcutContext
) -> QAction:
    """An action of `owner` behind these keys, without a name. A key held down acts once: it must not rate card after
    card."""
    action = QAction(owner)
    action.setShortcuts([QKeySequence(key) for key in shortcuts])
    action.setShortcutContext(context)
    action.setAutoRepeat(False)
    action.triggered.connect(lambda _=False: handler())
    owner.addAction(action)
    return action


def card_menu_groups() -> list[list[str]]:
    """The names of the actions in the card menu, by group."""
    listed = sorted((action for action in ACTIONS if action.menu_group), key=lambda one: one.menu_group)
    return [[action.name for action in group] for _, group in groupby(listed, lambda one: one.menu_group)]


def refresh_shortcuts(window: QWidget) -> None:
    """Let the actions of a window have the keys that are chosen now."""
    for name in _ACTION_BY_NAME:
        for action in window.findChildren(QAction, name):
            action.setShortcuts([QKeySequence(key) for key in get_shortcuts(name)])
