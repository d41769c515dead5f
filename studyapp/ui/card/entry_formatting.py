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
        EntryKind.SUSPEND: Formatting.tr("Suspended"), EntryKind.UNSUSPEND: Formatting.tr("No longer suspended"),
        EntryKind.BURY: Formatting.tr("Put off until tomorrow"), EntryKind.RESET: Formatting.tr("Forgotten on purpose"),
        EntryKind.SET_DUE: Formatting.tr("Day chosen"),
        EntryKind.FLAG: formatting.format_flag(entry.flag) or Formatting.tr("Flag removed"),
    }.get(entry.kind, "")  # fmt: skip
