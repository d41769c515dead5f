"""Journal entries as text in the user's language."""

from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.study.rating import Rating
from studyapp.ui.kit import formatting
from studyapp.ui.kit.formatting import Formatting


def format_entry(entry: Entry) -> str:
    """Return the name of the rating or of the card action."""
    if entry.rating is not None:
        return format_rating(entry.rating)
    return {
        EntryKind.SUSPEND: Formatting.tr("Suspend"), EntryKind.RESTORE: Formatting.tr("Restore"),
        EntryKind.BURY: Formatting.tr("Bury until tomorrow"), EntryKind.RESET: Formatting.tr("Reset card"),
        EntryKind.SET_DUE: Formatting.tr("Set due date"), EntryKind.CORRECT_TIME: Formatting.tr("Correct times"),
        EntryKind.EDIT_TEXT: Formatting.tr("Edit"),
        EntryKind.FLAG: formatting.format_flag(entry.flag) or Formatting.tr("Remove flag"),
    }.get(entry.kind, "")  # fmt: skip


def format_rating(rating: Rating) -> str:
    """Return the name of a rating."""
    return {
        Rating.AGAIN: Formatting.tr("Again"), Rating.HARD: Formatting.tr("Hard"),
        Rating.GOOD: Formatting.tr("Good"), Rating.EASY: Formatting.tr("Easy"),
    }[rating]  # fmt: skip
