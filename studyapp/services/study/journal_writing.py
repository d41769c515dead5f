"""Writing to the journal: entries and the resulting schedules are saved in one transaction."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.rating import Confidence, Rating
from studyapp.core.study.schedule import Schedule, apply_entry, fold
from studyapp.core.study.scheduler import Scheduler
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection
from studyapp.store.journal_entries import NextEntry


class CardChangedElsewhere(Exception):
    """Another window or process has changed the card; nothing was written."""


@dataclass(frozen=True, slots=True)
class CardAction:
    """An action on a card, before it is an entry of the journal."""

    card: CardId
    kind: EntryKind
    rating: Rating | None = None
    due_day: int | None = None
    due_at: int | None = None
    duration_ms: int = 0
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
    """Append an action to the journal and return the new schedule of the card.

    `follow_up` is called with that schedule and may return a second action on the same card; the two are
    undone together. Raises CardChangedElsewhere if the card's schedule is not `expected_schedule`, and
    StoreError if saving fails; either way nothing is written.
    """
    with collection.transaction() as connection:
        if schedules.load(connection, action.card) != expected_schedule:
            raise CardChangedElsewhere(str(action.card))
        next_entry = journal_entries.next_id_and_time(connection, collection.device_id, now)
        entries = [_build_entry(action, next_entry, 0, day)]
        schedule = apply_entry(expected_schedule, entries[0], scheduler)
        second_action = follow_up(schedule) if follow_up else None
        if second_action is not None:
            entries.append(_build_entry(second_action, next_entry, 1, day))
            schedule = apply_entry(schedule, entries[1], scheduler)
        journal_entries.append(connection, entries)
        schedules.save(connection, action.card, schedule)
    return schedule


def append_actions(
    collection: Collection, actions: Sequence[CardAction], now: int, day: int, scheduler: Scheduler
) -> None:
    """Append actions on several cards as one: they share a timestamp and are undone together.

    Raises StoreError if saving fails.
    """
    with collection.transaction() as connection:
        next_entry = journal_entries.next_id_and_time(connection, collection.device_id, now)
        for offset, action in enumerate(actions):
            entry = _build_entry(action, next_entry, offset, day)
            journal_entries.append(connection, [entry])
            schedule = schedules.load(connection, action.card)
            schedules.save(connection, action.card, apply_entry(schedule, entry, scheduler))


def _build_entry(action: CardAction, next_entry: NextEntry, offset: int, day: int) -> Entry:
    return Entry(
        next_entry.id_at(offset), next_entry.at, day, action.card, action.kind, action.rating, action.due_day, action.due_at,
        action.duration_ms, action.flag, confidence=action.confidence, clock_at=next_entry.clock_at,
    )  # fmt: skip


def undo_last_action(collection: Collection, now: int, day: int, scheduler: Scheduler) -> tuple[Entry, ...]:
    """Undo the last action that is in effect, by appending undo entries, and return the undone entries.

    They are ordered newest first; several entries recorded together are undone together. Returns an empty
    tuple if nothing is left to undo. Raises StoreError if saving fails.
    """
    return _append_undo_entries(collection, _last_action_entries, now, day, scheduler).undone


def redo_last_action(collection: Collection, now: int, day: int, scheduler: Scheduler) -> tuple[Entry, ...]:
    """Redo the last undone action by undoing its undo entries, and return its entries.

    Returns an empty tuple if there is nothing to redo or another action was recorded since. Raises StoreError
    if saving fails.
    """
    return _append_undo_entries(collection, _last_undo_entries, now, day, scheduler).restored


class _UndoEffect(NamedTuple):
    """The entries that were undone, and those that are in effect again because their undo was undone."""

    undone: tuple[Entry, ...]
    restored: tuple[Entry, ...]


def _append_undo_entries(
    collection: Collection,
    select_entries: Callable[[Iterator[Entry]], tuple[Entry, ...]],
    now: int,
    day: int,
    scheduler: Scheduler,
) -> _UndoEffect:
    restored: list[Entry] = []
    has_time_changed = False
    with collection.transaction() as connection:
        undone = select_entries(journal_entries.iterate_newest_first(connection))
        next_entry = journal_entries.next_id_and_time(connection, collection.device_id, now)
        for offset, entry in enumerate(undone):
            undo = Entry(
                next_entry.id_at(offset), next_entry.at, day, entry.card_id, EntryKind.UNDO,
                undoes=entry.id, clock_at=next_entry.clock_at,
            )  # fmt: skip
            journal_entries.append(connection, [undo])
            history = journal_entries.load_for_card(connection, entry.card_id)
            schedules.save(connection, entry.card_id, fold(history, scheduler))
            restored += [other for other in history if other.id == entry.undoes]
            has_time_changed |= _concerns_correction(entry, history)
        if has_time_changed:
            from studyapp.services.study.time_correction import rebuild_effective_times  # imported late: rare

            rebuild_effective_times(collection, scheduler)
    return _UndoEffect(undone, tuple(restored))


def _concerns_correction(entry: Entry, history: Iterable[Entry]) -> bool:
    """Return whether the entry is a correction of the time, or undoes or redoes one."""
    entry_by_id = {other.id: other for other in history}
    found: Entry | None = entry
    while found is not None and found.undoes is not None:
        found = entry_by_id.get(found.undoes)
    return found is not None and found.correction is not None


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
    """Return the undo entries of the last undone action that was not redone, if no other action followed."""
    open_undos: dict[EntryId, Entry] = {}
    for entry in reversed(list(takewhile(lambda entry: entry.undoes is not None, newest_first))):
        if entry.undoes is None or open_undos.pop(entry.undoes, None) is None:
            open_undos[entry.id] = entry
    return _take_same_action(reversed(list(open_undos.values())))


def _take_same_action(newest_first: Iterator[Entry]) -> tuple[Entry, ...]:
    """Return the first entry and those recorded together with it: they share its device and timestamp."""
    first = next(newest_first, None)
    if first is None:
        return ()
    return (
        first,
        *takewhile(lambda entry: (entry.id.device, entry.at) == (first.id.device, first.at), newest_first),
    )
