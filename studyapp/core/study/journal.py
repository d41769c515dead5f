"""The journal: every rating and every other action on a card, in order."""

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.rating import Confidence, Rating


class EntryKind(IntEnum):
    """What an entry records. The numbers are stored: never change one."""

    REVIEW = 1
    SUSPEND = 2
    RESTORE = 3
    """Also unburies the card."""

    BURY = 4
    FLAG = 5
    RESET = 6
    SET_DUE = 7
    UNDO = 8
    CORRECT_TIME = 9
    """Moves another entry, which was recorded while the clock was wrong, to when it really happened."""

    MOVE_NOTE = 10
    """The note was moved to another deck (ADR 26)."""

    EDIT_TEXT = 11
    """Texts of deck files were edited. The texts are in the log of text edits; this is the place of the edit in the order
    of everything that can be undone."""


class EntryId(NamedTuple):
    """The identity of an entry across devices: the device that wrote it and its sequence number there."""

    device: str
    seq: int


class TimeCorrection(NamedTuple):
    """When the entry `target` really happened (UTC ms, study day), and the due time that its rating set, counted from
    then."""

    target: EntryId
    at: int
    study_day: int
    due_day: int | None = None
    due_at: int | None = None


class Entry(NamedTuple):
    """An entry of the journal, which is append-only.

    `at` is UTC in milliseconds and orders the journal. `study_day` is the study day in the learner's time zone at
    that moment. A review contains the due time of the rating: `due_at` (UTC ms) while the card is learned, otherwise
    `due_day` (study day). So does a `SET_DUE`: with `due_at`, which only an import from Anki sets, the card is in its
    steps, of which `steps_done` are completed. `duration_ms` is the time until the rating. `flag` is the color 1-4 of a flag entry, 0 to
    remove it. `undoes` is set for undos only. `confidence` is set for reviews if the learner stated it before
    the answer. `clock_at` is the time that the clock showed (UTC ms) if `at` had to be later to keep the order.
    `correction` is set for corrections of the time only. `moved_to` is the key of the note after a move, empty in all
    other entries.

    Moves and edits concern the whole note: the ordinal of their card is `WHOLE_NOTE`, and so is that of their undos.
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
    clock_at: int | None = None
    correction: TimeCorrection | None = None
    moved_to: str = ""
    steps_done: int = 0

    @property
    def sort_key(self) -> tuple[int, EntryId]:
        """The position in the journal, the same on every device."""
        return (self.at, self.id)


WHOLE_NOTE = 0
"""The ordinal in entries that concern a note rather than one of its cards. Ordinals of cards start at 1."""

IMPORTED_DEVICE_PREFIX = "anki:"
"""The device id of entries that were imported from Anki starts with this."""


def is_imported_entry(entry: Entry) -> bool:
    """Return whether the entry was imported from Anki."""
    return entry.id.device.startswith(IMPORTED_DEVICE_PREFIX)


def effective_entries(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that are in effect, in journal order: without undone entries and without undos.

    An undo affects only an earlier entry, and only if it is not undone itself. So undoing an undo is a redo, and
    merged journals can't contain cycles of undos.
    """
    ordered = sorted(entries, key=lambda entry: entry.sort_key)
    undone: set[EntryId] = set()
    effective: list[Entry] = []
    for entry in reversed(ordered):
        if entry.id in undone:
            continue
        if entry.undoes is None:
            effective.append(entry)
        else:
            undone.add(entry.undoes)
    effective.reverse()
    return effective


def effective_reviews(entries: Iterable[Entry]) -> list[Entry]:
    """Return the reviews among the effective entries."""
    return [entry for entry in effective_entries(entries) if entry.kind is EntryKind.REVIEW]
