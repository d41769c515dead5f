"""The table of actions with keyboard shortcuts. Menus, shortcuts, the shortcuts overlay and the shortcuts dialog
are built from it."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.ui.actions.action import Action, ActionScope
from studyapp.ui.actions.editor_actions import EDITOR_ACTIONS

__all__ = ["ACTIONS", "Action", "ActionScope"]

_BROWSE = ActionScope.BROWSE

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
        "forgotten-answer",
        ("W",),
        QT_TRANSLATE_NOOP("Keys", "Show a forgotten card's answer and why"),
        ActionScope.REVIEW,
    ),
    Action(
        "forgotten-source",
        ("O",),
        QT_TRANSLATE_NOOP("Keys", "Show source (forgotten card or answer)"),
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
    Action("edit", ("E",), QT_TRANSLATE_NOOP("Keys", "Edit note"), ActionScope.REVIEW, menu_group=3),
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
    Action("browse-edit", ("E", "Return", "Enter"), QT_TRANSLATE_NOOP("Keys", "Edit note"), _BROWSE, 1),
    Action("browse-duplicate", ("Ctrl+Alt+E",), QT_TRANSLATE_NOOP("Keys", "Duplicate note"), _BROWSE, 1),
    Action("browse-add-tags", ("T", "Ctrl+Shift+A"), QT_TRANSLATE_NOOP("Keys", "Add tags…"), _BROWSE, 1),
    Action("browse-remove-tags", ("Shift+T",), QT_TRANSLATE_NOOP("Keys", "Remove tags…"), _BROWSE, 1),
    Action("browse-move", ("M",), QT_TRANSLATE_NOOP("Keys", "Move to another deck…"), _BROWSE, 1),
    Action("browse-delete", ("Del", "Ctrl+Del"), QT_TRANSLATE_NOOP("Keys", "Delete notes"), _BROWSE, 1),
    Action("browse-suspend", ("@", "Ctrl+J"), QT_TRANSLATE_NOOP("Keys", "Suspend (toggle)"), _BROWSE, 2),
    Action("browse-bury", ("-", "Ctrl+Shift+J"), QT_TRANSLATE_NOOP("Keys", "Bury (toggle)"), _BROWSE, 2),
    Action("browse-reset", ("Ctrl+Alt+N",), QT_TRANSLATE_NOOP("Keys", "Reset cards"), _BROWSE, 2),
    Action("browse-set-due", ("Ctrl+Shift+D",), QT_TRANSLATE_NOOP("Keys", "Set due date…"), _BROWSE, 2),
    Action("browse-flag-1", ("Ctrl+1",), QT_TRANSLATE_NOOP("Keys", "Red flag (toggle)"), _BROWSE, 3),
    Action("browse-flag-2", ("Ctrl+2",), QT_TRANSLATE_NOOP("Keys", "Orange flag (toggle)"), _BROWSE, 3),
    Action("browse-flag-3", ("Ctrl+3",), QT_TRANSLATE_NOOP("Keys", "Green flag (toggle)"), _BROWSE, 3),
    Action("browse-flag-4", ("Ctrl+4",), QT_TRANSLATE_NOOP("Keys", "Blue flag (toggle)"), _BROWSE, 3),
    Action("browse-study", ("S",), QT_TRANSLATE_NOOP("Keys", "Practice these cards"), _BROWSE, 3),
    Action("browse-export", ("Ctrl+Shift+E",), QT_TRANSLATE_NOOP("Keys", "Export these notes…"), _BROWSE, 3),
    Action("browse-info", ("I",), QT_TRANSLATE_NOOP("Keys", "Card info"), _BROWSE, 3),
    Action("browse-similar", ("L",), QT_TRANSLATE_NOOP("Keys", "Similar cards…"), _BROWSE, 3),
    Action("browse-replay-sound", ("R",), QT_TRANSLATE_NOOP("Keys", "Replay sounds"), _BROWSE),
    Action("browse-select-all", ("Ctrl+A",), QT_TRANSLATE_NOOP("Keys", "Select all"), _BROWSE, 4),
    Action(
        "browse-save-search", ("Ctrl+Shift+S",), QT_TRANSLATE_NOOP("Keys", "Save this search…"), _BROWSE, 4
    ),
    Action("find-replace", ("Ctrl+Alt+F",), QT_TRANSLATE_NOOP("Keys", "Find and replace…"), _BROWSE, 4),
    Action("find-duplicates", ("Ctrl+Alt+D",), QT_TRANSLATE_NOOP("Keys", "Find duplicates…"), _BROWSE, 4),
    Action("browse-notes", ("Ctrl+Alt+T",), QT_TRANSLATE_NOOP("Keys", "Show cards or notes"), _BROWSE, 4),
    Action("browse-filters", ("Ctrl+Shift+F",), QT_TRANSLATE_NOOP("Keys", "Show or hide filters"), _BROWSE),
    Action("browse-preview", ("Ctrl+Shift+P",), QT_TRANSLATE_NOOP("Keys", "Show or hide preview"), _BROWSE),
    Action("browse-menu", ("Shift+F10",), QT_TRANSLATE_NOOP("Keys", "Menu: sort, columns, bin…"), _BROWSE),
    Action("decks", ("Ctrl+D",), QT_TRANSLATE_NOOP("Keys", "Show decks"), ActionScope.WINDOW),
    Action("add", ("A",), QT_TRANSLATE_NOOP("Keys", "Add note"), ActionScope.WINDOW, menu_group=4),
    Action("study", ("Ctrl+S",), QT_TRANSLATE_NOOP("Keys", "Study now"), ActionScope.WINDOW),
    Action(
        "browse", ("B", "Ctrl+F"), QT_TRANSLATE_NOOP("Keys", "Browse and search cards"), ActionScope.WINDOW
    ),
    Action("map", ("Ctrl+M",), QT_TRANSLATE_NOOP("Keys", "Show map"), ActionScope.WINDOW),
    Action("statistics", ("Ctrl+T",), QT_TRANSLATE_NOOP("Keys", "Show statistics"), ActionScope.WINDOW),
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
    *EDITOR_ACTIONS,
)
"""Names are stored with custom shortcuts: never change one."""
