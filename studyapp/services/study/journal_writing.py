"""Every change of the journal: the entry and the schedule it leads to, in one transaction."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Confidence, Entry, EntryId, EntryKind, Rating
from studyapp.core.study.schedule import Schedule, after, fold
from studyapp.core.study.scheduler import Scheduler
from studyapp.store import journal_entries, schedules
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
    confidence: Confidence | None = None


def record(
    collection: Collection,
    deed: Deed,
    expected: Schedule,
    now: int,
    day: int,
    scheduler: Scheduler,
    consequence: Callable[[Schedule], Deed | None] | None = None,
) -> Schedule:
    """Append an action to the journal and return the new schedule of the card. `consequence` is called with that schedule
    and may return a second action on the same card; the two are undone together.

    Outdated unless the card's schedule still is `expected`; StoreError when the disk failed, and then nothing was
    written."""
    with collection.transaction() as connection:
        if schedules.of_card(connection, deed.card) != expected:
            raise Outdated(str(deed.card))
        place, at = journal_entries.next_place(connection, collection.device, now)
        written = [_entry(deed, place, at, day)]
        schedule = after(expected, written[0], scheduler)
        more = consequence(schedule) if consequence else None
        if more is not None:
            written.append(_entry(more, EntryId(place.device, place.seq + 1), at, day))
            schedule = after(schedule, written[1], scheduler)
        journal_entries.append(connection, written)
        schedules.put(connection, deed.card, schedule)
    return schedule


def record_together(
    collection: Collection, deeds: Sequence[Deed], now: int, day: int, scheduler: Scheduler
) -> None:
    """Append deeds on several cards as one: they share their moment, and are taken back together. StoreError as
    in `record`."""
    with collection.transaction() as connection:
        place, at = journal_entries.next_place(connection, collection.device, now)
        for number, deed in enumerate(deeds):
            entry = _entry(deed, EntryId(place.device, place.seq + number), at, day)
            journal_entries.append(connection, [entry])
            before = schedules.of_card(connection, deed.card)
            schedules.put(connection, deed.card, after(before, entry, scheduler))


def _entry(deed: Deed, place: EntryId, at: int, day: int) -> Entry:
    return Entry(
        place, at, day, deed.card, deed.kind, deed.rating, deed.due_day, deed.due_at, deed.took, deed.flag,
        confidence=deed.confidence,
    )  # fmt: skip


def undo_newest(collection: Collection, now: int, day: int, scheduler: Scheduler) -> tuple[Entry, ...]:
    """Take back the newest thing done that still stands, by entries of its own, and return it: an entry, or
    several that were done together; empty when nothing is left. StoreError as in `record`."""
    return _take_back(collection, _newest_deed, now, day, scheduler).taken


def redo_newest(collection: Collection, now: int, day: int, scheduler: Scheduler) -> tuple[Entry, ...]:
    """Redo the last undone action by undoing its undo, and return its entries. Empty if there is nothing to redo or
    something else was done since. StoreError as in `record`."""
    return _take_back(collection, _newest_undo, now, day, scheduler).again


class _Taken(NamedTuple):
    """The entries that were undone, and those that are in effect again because their undo was undone."""

    taken: tuple[Entry, ...]
    again: tuple[Entry, ...]


def _take_back(
    collection: Collection,
    choose: Callable[[Iterator[Entry]], tuple[Entry, ...]],
    now: int,
    day: int,
    scheduler: Scheduler,
) -> _Taken:
    again: list[Entry] = []
    with collection.transaction() as connection:
        taken = choose(journal_entries.newest_first(connection))
        place, at = journal_entries.next_place(connection, collection.device, now)
        for number, entry in enumerate(taken):
            mark = EntryId(place.device, place.seq + number)
            journal_entries.append(
                connection, [Entry(mark, at, day, entry.card, EntryKind.UNDO, undoes=entry.id)]
            )
            history = journal_entries.of_card(connection, entry.card)
            schedules.put(connection, entry.card, fold(history, scheduler))
            again += [one for one in history if one.id == entry.undoes]
    return _Taken(taken, tuple(again))


def _newest_deed(newest_first: Iterator[Entry]) -> tuple[Entry, ...]:
    return _of_one_moment(_standing_deeds(newest_first))


def _standing_deeds(newest_first: Iterator[Entry]) -> Iterator[Entry]:
    undone: set[EntryId] = set()
    for entry in newest_first:
        if entry.id in undone:
            continue
        if entry.undoes is None:
            yield entry
        else:
            undone.add(entry.undoes)


def _newest_undo(newest_first: Iterator[Entry]) -> tuple[Entry, ...]:
    """Of the undos since the newest deed those that were not taken back by a redo."""
    standing: dict[EntryId, Entry] = {}
    for entry in reversed(list(takewhile(lambda entry: entry.undoes is not None, newest_first))):
        if entry.undoes is None or standing.pop(entry.undoes, None) is None:
            standing[entry.id] = entry
    return _of_one_moment(reversed(list(standing.values())))


def _of_one_moment(newest_first: Iterator[Entry]) -> tuple[Entry, ...]:
    """The first, and those that were done together with it: they share its device and moment."""
    first = next(newest_first, None)
    if first is None:
        return ()
    return (
        first,
        *takewhile(lambda entry: (entry.id.device, entry.at) == (first.id.device, first.at), newest_first),
    )
