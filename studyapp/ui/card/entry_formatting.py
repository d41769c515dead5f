"""What was done to a card, in the person's words."""

from studyapp.core.study.journal import Entry, EntryKind, Rating
from studyapp.ui.kit import formatting
from studyapp.ui.kit.formatting import Formatting


def format_entry(entry: Entry) -> str:
    """A rating by its name, and the other deeds as what they did."""
    if entry.rating is not None:
        return {
            Rating.AGAIN: Formatting.tr("Again"), Rating.HARD: Formatting.tr("Hard"),
            Rating.GOOD: Formatting.tr("Good"), Rating.EASY: Formatting.tr("Easy"),
        }[entry.rating]  # fmt: skip
    return {
        EntryKind.SUSPEND: Formatting.tr("Suspend"), EntryKind.UNSUSPEND: Formatting.tr("Restore"),
        EntryKind.BURY: Formatting.tr("Bury until tomorrow"), EntryKind.RESET: Formatting.tr("Reset card"),
        EntryKind.SET_DUE: Formatting.tr("Set due date"),
        EntryKind.FLAG: formatting.format_flag(entry.flag) or Formatting.tr("Remove flag"),
    }.get(entry.kind, "")  # fmt: skip
