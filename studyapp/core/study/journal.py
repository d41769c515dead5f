"""The journal: every rating and decision ever made, in the order in which it was made."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId


class Rating(IntEnum):
    """How well a card was remembered."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Confidence(IntEnum):
    """How sure the learner was before the answer was shown."""

    GUESS = 1
    UNSURE = 2
    SURE = 3


class EntryKind(IntEnum):
    """What an entry records. The numbers are stored: never change one."""

    REVIEW = 1
    SUSPEND = 2
    UNSUSPEND = 3
    """Ends a burial too."""

    BURY = 4
    FLAG = 5
    RESET = 6
    SET_DUE = 7
    UNDO = 8


class EntryId(NamedTuple):
    """Names an entry over all machines: which device wrote it, and as its how-manieth."""

    device: str
    seq: int


class Entry(NamedTuple):
    """One line of the journal; only ever appended.

    `at` is UTC in milliseconds and orders the journal; `day` is the study day in the learner's time zone
    of that moment. A review carries the due that was chosen: `due_at` (UTC ms) while a card is being
    learned, else `due_day`. `took` is the time until the rating in milliseconds. `flag` is the colour
    1-4 of a flag entry, 0 to remove it. `undoes` is set by an undo alone. `confidence` is what the learner said
    before the answer of a review, if anything.
    """

    id: EntryId
    at: int
    study_day: int
    card_id: CardId
    kind: EntryKind
    rating: Rating | None = None
    due_day: int | None = None
    due_at: int | None = None
    duration_ms: int = 0
    flag: int = 0
    undoes: EntryId | None = None
    confidence: Confidence | None = None

    @property
    def sort_key(self) -> tuple[int, EntryId]:
        """The place in the journal, the same on every machine."""
        return (self.at, self.id)


def effective_entries(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that stand, in journal order: without the undone ones and without the undos.

    An undo counts only for an entry before it, and not when it was itself undone; so taking back an undo
    is a redo, and no ring of undos can arise from merged journals.
    """
    ordered = sorted(entries, key=lambda entry: entry.sort_key)
    undone: set[EntryId] = set()
    standing: list[Entry] = []
    for entry in reversed(ordered):
        if entry.id in undone:
            continue
        if entry.undoes is None:
            standing.append(entry)
        else:
            undone.add(entry.undoes)
    standing.reverse()
    return standing


def effective_reviews(entries: Iterable[Entry]) -> list[Entry]:
    """The reviews among the entries that stand."""
    return [entry for entry in effective_entries(entries) if entry.kind is EntryKind.REVIEW]
