"""Why an edit is refused. Nothing was changed then."""

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP, TranslatableError


class EditError(TranslatableError):
    """An edit that was not made, or not undone. Nothing was changed."""


class FileChangedMeanwhile(EditError):
    """Another program has changed a file between reading and writing it."""


FILE_CHANGED = QT_TRANSLATE_NOOP(
    "Problem", "{file} was changed by another program just now. Nothing was changed. Try again."
)
UNKNOWN_DECK = QT_TRANSLATE_NOOP(
    "Problem",
    "The deck “{deck}” has no file any more. Nothing was changed. Refresh the library and try again.",
)
UNREADABLE_DECK = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} can't be read as a deck: {problem} Correct the file, then try again. Nothing was changed.",
)
NOTE_MISSING = QT_TRANSLATE_NOOP(
    "Problem", "{file} has no note “{note}” any more. Nothing was changed. Refresh the list and try again."
)
NOT_WRITABLE = QT_TRANSLATE_NOOP(
    "Problem",
    "Can't write {file}: {reason}. Nothing was changed. Allow writing to the file and its folder, then try again.",
)
CANT_UNDO = QT_TRANSLATE_NOOP(
    "Problem",
    "Can't undo or redo the last edit: its text in {file} was changed since, so nothing was overwritten. Edit the file by hand.",
)
FILE_IN_THE_WAY = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} exists already, with other content. Nothing was changed. Rename one of the two files, then try again.",
)
FILE_MISSING = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} does not exist any more. Nothing was changed. Put the file back from a backup, then try again.",
)
NOT_IN_BIN = QT_TRANSLATE_NOOP("Problem", "“{key}” is not in the bin any more. Nothing was changed.")
NOTE_EXISTS = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} has another note “{note}” meanwhile. Nothing was changed. Give that note another ID in the file, then try again.",
)
NO_TITLE = QT_TRANSLATE_NOOP("Problem", "A deck needs a title. Nothing was changed. Enter one.")
BUNDLED_DECK = QT_TRANSLATE_NOOP(
    "Problem",
    "The deck “{deck}” comes with StudyApp and can't be deleted. Nothing was changed. Hide it instead.",
)
DECK_EXISTS = QT_TRANSLATE_NOOP(
    "Problem",
    "{file} has the deck “{deck}” meanwhile. Nothing was changed. Delete that deck or give it another ID, then try again.",
)
