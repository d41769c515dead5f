"""What was done to a card, in the person's words."""

from studyapp.core.study.journal import Entry, EntryKind, Rating
from studyapp.ui.kit import formatting
from studyapp.ui.kit.formatting import Wording


def deed_of(entry: Entry) -> str:
    """A rating by its name, and the other deeds as what they did."""
    if entry.rating is not None:
        return {
            Rating.AGAIN: Wording.tr("Again"), Rating.HARD: Wording.tr("Hard"),
            Rating.GOOD: Wording.tr("Good"), Rating.EASY: Wording.tr("Easy"),
        }[entry.rating]  # fmt: skip
    return {
        EntryKind.SUSPEND: Wording.tr("Suspended"), EntryKind.UNSUSPEND: Wording.tr("No longer suspended"),
        EntryKind.BURY: Wording.tr("Put off until tomorrow"), EntryKind.FORGET: Wording.tr("Forgotten on purpose"),
        EntryKind.SET_DUE: Wording.tr("Day chosen"),
        EntryKind.FLAG: formatting.flag(entry.flag) or Wording.tr("Flag removed"),
    }.get(entry.kind, "")  # fmt: skip
