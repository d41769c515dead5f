"""The actions of the note editor."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.ui.actions.action import Action, ActionScope

EDITOR_ACTIONS: tuple[Action, ...] = (
    Action(
        "save",
        ("Ctrl+S", "Ctrl+Return", "Ctrl+Enter"),
        QT_TRANSLATE_NOOP("Keys", "Save the note"),
        ActionScope.EDITOR,
    ),
    Action("bold", ("Ctrl+B",), QT_TRANSLATE_NOOP("Keys", "Bold"), ActionScope.EDITOR),
    Action("italic", ("Ctrl+I",), QT_TRANSLATE_NOOP("Keys", "Italic"), ActionScope.EDITOR),
    Action(
        "cloze",
        ("Ctrl+Shift+C",),
        QT_TRANSLATE_NOOP("Keys", "Blank with the next number"),
        ActionScope.EDITOR,
    ),
    Action(
        "same-cloze",
        ("Ctrl+Alt+Shift+C",),
        QT_TRANSLATE_NOOP("Keys", "Blank with the same number"),
        ActionScope.EDITOR,
    ),
    Action("bullet-list", ("Ctrl+Shift+L",), QT_TRANSLATE_NOOP("Keys", "Bullet list"), ActionScope.EDITOR),
    Action(
        "numbered-list", ("Ctrl+Shift+O",), QT_TRANSLATE_NOOP("Keys", "Numbered list"), ActionScope.EDITOR
    ),
    Action("code", ("Ctrl+E",), QT_TRANSLATE_NOOP("Keys", "Code"), ActionScope.EDITOR),
    Action("formula", ("Ctrl+M",), QT_TRANSLATE_NOOP("Keys", "Formula"), ActionScope.EDITOR),
    Action("link", ("Ctrl+K",), QT_TRANSLATE_NOOP("Keys", "Link"), ActionScope.EDITOR),
    Action(
        "insert-media", ("F3",), QT_TRANSLATE_NOOP("Keys", "Insert picture or sound…"), ActionScope.EDITOR
    ),
    Action(
        "paste-plain",
        ("Ctrl+Shift+V",),
        QT_TRANSLATE_NOOP("Keys", "Paste without formatting"),
        ActionScope.EDITOR,
    ),
    Action(
        "pin-field",
        ("F9",),
        QT_TRANSLATE_NOOP("Keys", "Keep the field for the next note"),
        ActionScope.EDITOR,
    ),
    Action(
        "field-languages",
        ("Ctrl+L",),
        QT_TRANSLATE_NOOP("Keys", "Languages of the field"),
        ActionScope.EDITOR,
    ),
    Action(
        "editor-keys", ("F1",), QT_TRANSLATE_NOOP("Keys", "Show or hide these shortcuts"), ActionScope.EDITOR
    ),
    Action("close-editor", ("Esc",), QT_TRANSLATE_NOOP("Keys", "Close the editor"), ActionScope.EDITOR),
)
"""Names are stored with custom shortcuts: never change one."""
