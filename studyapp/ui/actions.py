"""Every key of the window, in one list."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from studyapp.core.translatable import QT_TRANSLATE_NOOP

WINDOW_KEYS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("decks", ("Ctrl+D",), QT_TRANSLATE_NOOP("Keys", "Show the decks")),
    ("study", ("Ctrl+S",), QT_TRANSLATE_NOOP("Keys", "Study now")),
    ("custom", ("Ctrl+K",), QT_TRANSLATE_NOOP("Keys", "Custom session: ahead, by tag, practice")),
    ("export", ("Ctrl+E",), QT_TRANSLATE_NOOP("Keys", "Export to Anki")),
    ("undo", ("Ctrl+Z",), QT_TRANSLATE_NOOP("Keys", "Undo")),
    ("redo", ("Ctrl+Shift+Z", "Ctrl+Y"), QT_TRANSLATE_NOOP("Keys", "Redo")),
    ("options", ("Ctrl+,",), QT_TRANSLATE_NOOP("Keys", "Options of the deck with the focus, else of all")),
    ("settings", ("Ctrl+P",), QT_TRANSLATE_NOOP("Keys", "Settings of the program")),
    ("languages", ("Ctrl+L",), QT_TRANSLATE_NOOP("Keys", "Cards in the next language")),
    ("keys", ("?", "F1"), QT_TRANSLATE_NOOP("Keys", "Show or hide these keys")),
    ("quit", ("Ctrl+Q",), QT_TRANSLATE_NOOP("Keys", "Quit")),
)
"""Name, usual keys and meaning of what works everywhere."""

REVIEW_KEYS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("reveal", ("Space", "Return", "Enter"), QT_TRANSLATE_NOOP("Keys", "Show the answer, then rate it good")),
    ("1", ("1",), QT_TRANSLATE_NOOP("Keys", "Again (before the answer: pick option A)")),
    ("2", ("2",), QT_TRANSLATE_NOOP("Keys", "Hard (before the answer: pick option B)")),
    ("3", ("3",), QT_TRANSLATE_NOOP("Keys", "Good (before the answer: pick option C)")),
    ("4", ("4",), QT_TRANSLATE_NOOP("Keys", "Easy (before the answer: pick option D)")),
    ("sure", ("S",), QT_TRANSLATE_NOOP("Keys", "Show the answer: sure")),
    ("unsure", ("U",), QT_TRANSLATE_NOOP("Keys", "Show the answer: unsure")),
    ("guess", ("G",), QT_TRANSLATE_NOOP("Keys", "Show the answer: a guess")),
    ("bury", ("-",), QT_TRANSLATE_NOOP("Keys", "Put the card off until tomorrow")),
    ("bury-note", ("=",), QT_TRANSLATE_NOOP("Keys", "Put all cards of the note off until tomorrow")),
    ("suspend", ("@",), QT_TRANSLATE_NOOP("Keys", "Suspend the card")),
    ("suspend-note", ("!",), QT_TRANSLATE_NOOP("Keys", "Suspend all cards of the note")),
    ("flag-1", ("Ctrl+1",), QT_TRANSLATE_NOOP("Keys", "Red flag, or none")),
    ("flag-2", ("Ctrl+2",), QT_TRANSLATE_NOOP("Keys", "Orange flag, or none")),
    ("flag-3", ("Ctrl+3",), QT_TRANSLATE_NOOP("Keys", "Green flag, or none")),
    ("flag-4", ("Ctrl+4",), QT_TRANSLATE_NOOP("Keys", "Blue flag, or none")),
    ("required", ("P",), QT_TRANSLATE_NOOP("Keys", "Ask first what the forgotten card builds on")),
    ("info", ("I",), QT_TRANSLATE_NOOP("Keys", "What is known of the card")),
    ("set-due", ("Ctrl+Shift+D",), QT_TRANSLATE_NOOP("Keys", "Choose the day on which the card comes")),
    ("forget", ("Ctrl+Alt+N",), QT_TRANSLATE_NOOP("Keys", "Forget the card: begin it anew")),
    ("leave", ("Esc",), QT_TRANSLATE_NOOP("Keys", "Back to the decks")),
)
"""The same for the review page."""


def keys_of(name: str) -> tuple[str, ...]:
    """The keys of a deed: the one chosen by the application's property `keys`, else the usual ones."""
    application = QCoreApplication.instance()
    chosen = (application.property("keys") if application else None) or {}
    if name in chosen:
        return (chosen[name],)
    return next(keys for other, keys, _ in (*WINDOW_KEYS, *REVIEW_KEYS) if other == name)


def shown_key(name: str) -> str:
    """The first key of a deed as the keyboard names it."""
    return QKeySequence(keys_of(name)[0]).toString(QKeySequence.SequenceFormat.NativeText)


def add_action(
    owner: QWidget,
    keys: tuple[str, ...],
    meaning: str,
    deed: Callable[[], object],
    context: Qt.ShortcutContext,
    name: str = "",
) -> QAction:
    """An action of `owner` behind these keys; one with a name can be given others. A key held down acts once: it
    must not rate card after card."""
    action = QAction(QCoreApplication.translate("Keys", meaning), owner)
    action.setObjectName(name)
    action.setShortcuts([QKeySequence(key) for key in keys])
    action.setShortcutContext(context)
    action.setAutoRepeat(False)
    action.triggered.connect(lambda _=False: deed())
    owner.addAction(action)
    return action


def give_keys_anew(window: QWidget) -> None:
    """Let the actions of a window have the keys that are chosen now."""
    for name, _, _ in (*WINDOW_KEYS, *REVIEW_KEYS):
        for action in window.findChildren(QAction, name):
            action.setShortcuts([QKeySequence(key) for key in keys_of(name)])
