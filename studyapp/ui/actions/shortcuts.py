"""The shortcuts of the actions in `action_table.py`: their keys, their labels and their Qt actions."""

from collections.abc import Callable, Mapping
from itertools import groupby

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from studyapp.ui.actions.action_table import ACTIONS, Action, ActionScope

_ACTION_BY_NAME = {action.name: action for action in ACTIONS}


def get_shortcuts(action_name: str) -> tuple[str, ...]:
    """Return the shortcuts of an action. A custom one in the application property `keys` replaces the first default.

    A further default is left out while it is the custom shortcut of another action that works in the same place.
    """
    application = QCoreApplication.instance()
    custom: dict[str, str] = (application.property("keys") if application else None) or {}
    first, *further = _ACTION_BY_NAME[action_name].default_shortcuts
    used = {key for other, key in custom.items() if can_conflict(action_name, other)}
    return (custom.get(action_name, first), *(key for key in further if key not in used))


def can_conflict(action_name: str, other_name: str) -> bool:
    """Return whether two actions can't have the same key, because both work in the same place."""
    other = _ACTION_BY_NAME.get(other_name)  # a later version may have stored it
    return other is not None and _ACTION_BY_NAME[action_name].scope.overlaps(other.scope)


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
        ActionScope.BROWSE: Qt.ShortcutContext.WidgetWithChildrenShortcut,
        ActionScope.EDITOR: Qt.ShortcutContext.WindowShortcut,
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


def menu_groups(scope: ActionScope) -> list[list[str]]:
    """Return the names of the actions in the menu of a scope, by group."""
    menu_actions = sorted(
        (action for action in ACTIONS if action.menu_group and action.scope in (scope, ActionScope.WINDOW)),
        key=lambda action: action.menu_group,
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
