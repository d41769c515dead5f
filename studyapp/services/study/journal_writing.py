"""Every change of the journal: the entry and the schedule it leads to, in one transaction."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Confidence, Entry, EntryId, EntryKind, Rating
from studyapp.core.study.schedule import Schedule, apply_entry, fold
from studyapp.core.study.scheduler import Scheduler
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection


class CardChangedElsewhere(Exception):
    """The card was changed meanwhile, by another window or a terminal; nothing was written."""


@dataclass(frozen=True, slots=True)
class CardAction:
    """What the learner did to a card, before it has a place in the journal."""

    card: CardId
    kind: EntryKind
    rating: Rating | None = None
    due_day: int | None = None
    due_at: int | None = None
    time_taken_ms: int = 0
    flag: int = 0
    confidence: Confidence | None = None


def append_action(
    collection: Collection,
    action: CardAction,
    expected_schedule: Schedule,
    now: int,
    day: int,
    scheduler: Scheduler,
    follow_up: Callable[[Schedule], CardAction | None] | None = None,
) -> Schedule:
    """Append an action to the journal and return the new schedule of the card. `consequence` is called with that schedule
    and may return a second action on the same card; the two are undone together.

    Outdated unless the card's schedule still is `expected`; StoreError when the disk failed, and then nothing was
    written."""
    with collection.transaction() as connection:
        if schedules.load(connection, action.card) != expected_schedule:
            raise CardChangedElsewhere(str(action.card))
        place, at = journal_entries.next_id_and_time(connection, collection.device_id, now)
        written = [_build_entry(action, place, at, day)]
        schedule = apply_entry(expected_schedule, written[0], scheduler)
        more = follow_up(schedule) if follow_up else None
        if more is not None:
            written.append(_build_entry(more, EntryId(place.device, place.seq + 1), at, day))
            schedule = apply_entry(schedule, written[1], scheduler)
        journal_entries.append(connection, written)
        schedules.save(connection, action.card, schedule)
    return schedule


def append_actions(
    collection: Collection, actions: Sequence[CardAction], now: int, day: int, scheduler: Scheduler
) -> None:
    """Append deeds on several cards as one: they share their moment, and are taken back together. StoreError as
    in `record`."""
    with collection.transaction() as connection:
        place, at = journal_entries.next_id_and_time(connection, collection.device_id, now)
        for number, deed in enumerate(actions):
            entry = _build_entry(deed, EntryId(place.device, place.seq + number), at, day)
            journal_entries.append(connection, [entry])
            before = schedules.load(connection, deed.card)
            schedules.save(connection, deed.card, apply_entry(before, entry, scheduler))


def _build_entry(action: CardAction, entry_id: EntryId, at: int, day: int) -> Entry:
    return Entry(
        entry_id, at, day, action.card, action.kind, action.rating, action.due_day, action.due_at, action.time_taken_ms, action.flag,
        confidence=action.confidence,
    )  # fmt: skip


def undo_last_action(collection: Collection, now: int, day: int, scheduler: Scheduler) -> tuple[Entry, ...]:
    """Take back the newest thing done that still stands, by entries of its own, and return it: an entry, or
    several that were done together; empty when nothing is left. StoreError as in `record`."""
    return _append_undo_entries(collection, _last_action_entries, now, day, scheduler).undone


def redo_last_action(collection: Collection, now: int, day: int, scheduler: Scheduler) -> tuple[Entry, ...]:
    """Redo the last undone action by undoing its undo, and return its entries. Empty if there is nothing to redo or
    something else was done since. StoreError as in `record`."""
    return _append_undo_entries(collection, _last_undo_entries, now, day, scheduler).restored


class _UndoneEntries(NamedTuple):
    """The entries that were undone, and those that are in effect again because their undo was undone."""

    undone: tuple[Entry, ...]
    restored: tuple[Entry, ...]


def _append_undo_entries(
    collection: Collection,
    select_entries: Callable[[Iterator[Entry]], tuple[Entry, ...]],
    now: int,
    day: int,
    scheduler: Scheduler,
) -> _UndoneEntries:
    again: list[Entry] = []
    with collection.transaction() as connection:
        taken = select_entries(journal_entries.iterate_newest_first(connection))
        place, at = journal_entries.next_id_and_time(connection, collection.device_id, now)
        for number, entry in enumerate(taken):
            mark = EntryId(place.device, place.seq + number)
            journal_entries.append(
                connection, [Entry(mark, at, day, entry.card_id, EntryKind.UNDO, undoes=entry.id)]
            )
            history = journal_entries.load_for_card(connection, entry.card_id)
            schedules.save(connection, entry.card_id, fold(history, scheduler))
            again += [one for one in history if one.id == entry.undoes]
    return _UndoneEntries(taken, tuple(again))


def _last_action_entries(newest_first: Iterator[Entry]) -> tuple[Entry, ...]:
    return _take_same_action(_iter_effective_entries(newest_first))


def _iter_effective_entries(newest_first: Iterator[Entry]) -> Iterator[Entry]:
    undone: set[EntryId] = set()
    for entry in newest_first:
        if entry.id in undone:
            continue
        if entry.undoes is None:
            yield entry
        else:
            undone.add(entry.undoes)


def _last_undo_entries(newest_first: Iterator[Entry]) -> tuple[Entry, ...]:
    """Of the undos since the newest deed those that were not taken back by a redo."""
    standing: dict[EntryId, Entry] = {}
    for entry in reversed(list(takewhile(lambda entry: entry.undoes is not None, newest_first))):
        if entry.undoes is None or standing.pop(entry.undoes, None) is None:
            standing[entry.id] = entry
    return _take_same_action(reversed(list(standing.values())))


def _take_same_action(newest_first: Iterator[Entry]) -> tuple[Entry, ...]:
    """The first, and those that were done together with it: they share its device and moment."""
    first = next(newest_first, None)
    if first is None:
        return ()
    return (
        first,
        *takewhile(lambda entry: (entry.id.device, entry.at) == (first.id.device, first.at), newest_first),
    )
