"""Every change of the journal: the entry and the schedule it leads to, in one transaction."""

from collections.abc import Iterator
from dataclasses import dataclass

from studyapp.core.card_id import CardId
from studyapp.core.journal import Entry, EntryId, EntryKind, Rating
from studyapp.core.schedule import Schedule, after, fold
from studyapp.core.scheduler import Scheduler
from studyapp.store import entries, schedules
from studyapp.store.collection import Collection


class Outdated(Exception):
    """The card was changed meanwhile, by another window or a terminal; nothing was written."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What the learner did to a card, before it has a place in the journal."""

    card: CardId
    kind: EntryKind
    rating: Rating | None = None
    due_day: int | None = None
    due_at: int | None = None
    took: int = 0
    flag: int = 0


def record(
    collection: Collection, deed: Deed, expected: Schedule, now: int, day: int, scheduler: Scheduler
) -> Schedule:
    """Append the deed, durably, and return the card's new schedule. Outdated unless its schedule still is
    `expected`; StoreError when the disk failed, and then nothing was written."""
    with collection.transaction() as connection:
        if schedules.of_card(connection, deed.card) != expected:
            raise Outdated(str(deed.card))
        place, at = entries.next_place(connection, collection.device, now)
        entry = Entry(
            place, at, day, deed.card, deed.kind, deed.rating, deed.due_day, deed.due_at, deed.took, deed.flag
        )
        entries.append(connection, [entry])
        schedule = after(expected, entry, scheduler)
        schedules.put(connection, deed.card, schedule)
    return schedule


def undo_newest(collection: Collection, now: int, day: int, scheduler: Scheduler) -> Entry | None:
    """Take back the newest entry that still stands, by an entry of its own, and return it; None when nothing
    is left. StoreError as in `record`."""
    with collection.transaction() as connection:
        undone = _newest_standing(entries.newest_first(connection))
        if undone is None:
            return None
        place, at = entries.next_place(connection, collection.device, now)
        entries.append(connection, [Entry(place, at, day, undone.card, EntryKind.UNDO, undoes=undone.id)])
        schedules.put(connection, undone.card, fold(entries.of_card(connection, undone.card), scheduler))
    return undone


def _newest_standing(newest_first: Iterator[Entry]) -> Entry | None:
    undone: set[EntryId] = set()
    for entry in newest_first:
        if entry.id in undone:
            continue
        if entry.undoes is None:
            return entry
        undone.add(entry.undoes)
    return None
