"""The shortcuts of the note editor."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction

from studyapp.core.text.text_formatting import TextFormat
from studyapp.ui.actions.action_table import ActionScope
from studyapp.ui.actions.shortcuts import add_actions
from studyapp.ui.editor.editor_window import EditorWindow

_FORMAT_BY_ACTION = {
    "bold": TextFormat.BOLD,
    "italic": TextFormat.ITALIC,
    "cloze": TextFormat.CLOZE,
    "same-cloze": TextFormat.SAME_CLOZE,
    "bullet-list": TextFormat.BULLET_LIST,
    "numbered-list": TextFormat.NUMBERED_LIST,
    "code": TextFormat.CODE,
    "formula": TextFormat.FORMULA,
    "link": TextFormat.LINK,
}


def _show_shortcuts(window: EditorWindow) -> None:
    from studyapp.ui.actions.shortcuts_overlay import ShortcutsOverlay

    overlay = window.findChild(ShortcutsOverlay)
    if overlay is None:
        overlay = ShortcutsOverlay(window, "editor-keys", (ActionScope.EDITOR,))
    overlay.toggle()


def add_editor_shortcuts(window: EditorWindow) -> None:
    """Add the shortcuts to an editor and connect its toolbar."""
    handler_by_action: dict[str, Callable[[], object]] = {
        "save": window.save,
        "insert-media": window.choose_media,
        "paste-plain": window.paste_plain,
        "pin-field": window.form.toggle_pin,
        "field-languages": window.open_language_menu,
        "editor-keys": partial(_show_shortcuts, window),
        "close-editor": window.close,
    }
    for name, text_format in _FORMAT_BY_ACTION.items():
        handler_by_action[name] = partial(window.format_selection, text_format)
    add_actions(window, ActionScope.EDITOR, handler_by_action)
    window.toolbar.connect_actions({action.objectName(): action for action in window.findChildren(QAction)})
