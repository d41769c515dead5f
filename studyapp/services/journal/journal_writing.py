"""Writing to the journal: entries and the resulting schedules are saved in one transaction."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import WHOLE_NOTE, Entry, EntryId, EntryKind
from studyapp.core.study.rating import Confidence, Rating
from studyapp.core.study.schedule import NewPhase, Schedule, apply_entry
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection
from studyapp.store.journal_entries import NextEntry
from studyapp.store.parameter_fits import load_scheduler


class CardChangedElsewhere(Exception):
    """Another window or process has changed the card; nothing was written."""


@dataclass(frozen=True, slots=True)
class CardAction:
    """An action on a card, before it is an entry of the journal. The fields are those of `Entry`."""

    card: CardId
    kind: EntryKind
    rating: Rating | None = None
    due_day: int | None = None
    due_at: int | None = None
    duration_ms: int = 0
    flag: int = 0
    confidence: Confidence | None = None
    moved_to: str = ""


def append_action(
    collection: Collection,
    action: CardAction,
    expected_schedule: Schedule,
    now: int,
    day: int,
    follow_up: Callable[[Schedule], CardAction | None] | None = None,
) -> Schedule:
    """Append an action to the journal and return the new schedule of the card.

    `follow_up` is called with that schedule and may return a second action on the same card; the two are
    undone together. Raises CardChangedElsewhere if the card's schedule is not `expected_schedule`, whatever its memory
    state: that changes without an entry when other parameters are adopted. Raises StoreError if saving fails; either way nothing is written.
    """
    with collection.transaction() as connection:
        before = schedules.load(connection, action.card)
        if not _is_unchanged(before, expected_schedule):
            raise CardChangedElsewhere(str(action.card))
        scheduler = load_scheduler(connection)
        next_entry = journal_entries.next_id_and_time(connection, collection.device_id, now)
        entries = [_build_entry(action, next_entry, 0, day)]
        schedule = apply_entry(before, entries[0], scheduler)
        second_action = follow_up(schedule) if follow_up else None
        if second_action is not None:
            entries.append(_build_entry(second_action, next_entry, 1, day))
            schedule = apply_entry(schedule, entries[1], scheduler)
        journal_entries.append(connection, entries)
        schedules.save(connection, action.card, schedule)
    return schedule


def append_actions(collection: Collection, actions: Sequence[CardAction], now: int, day: int) -> None:
    """Append actions on several cards as one: they share a timestamp and are undone together.

    Raises StoreError if saving fails.
    """
    with collection.transaction():
        append_in_transaction(collection, actions, now, day)


def append_in_transaction(
    collection: Collection,
    actions: Sequence[CardAction],
    now: int,
    day: int,
    known_schedules: Mapping[CardId, Schedule] | None = None,
) -> EntryId:
    """Append actions as `append_actions` does, in a transaction that was begun, and return the id of the first entry.

    `known_schedules` are the schedules of the cards, if they were loaded in the transaction.
    """
    connection = collection.connection
    next_entry = journal_entries.next_id_and_time(connection, collection.device_id, now)
    entries = [_build_entry(action, next_entry, offset, day) for offset, action in enumerate(actions)]
    journal_entries.append(connection, entries)
    on_cards = [entry for entry in entries if entry.card_id.ordinal != WHOLE_NOTE]
    cards = dict.fromkeys(entry.card_id for entry in on_cards)
    loaded = schedules.load_many(connection, cards) if known_schedules is None else known_schedules
    schedule_by_card = {card: loaded[card] for card in cards}
    scheduler = load_scheduler(connection)
    for entry in on_cards:
        schedule_by_card[entry.card_id] = apply_entry(schedule_by_card[entry.card_id], entry, scheduler)
    schedules.save_many(connection, schedule_by_card)
    return next_entry.id


def _is_unchanged(stored: Schedule, expected: Schedule) -> bool:
    if isinstance(stored.phase, NewPhase) or isinstance(expected.phase, NewPhase):
        return stored == expected
    phase = replace(stored.phase, memory=expected.phase.memory)
    return stored == expected or replace(stored, phase=phase) == expected


def _build_entry(action: CardAction, next_entry: NextEntry, offset: int, day: int) -> Entry:
    return Entry(
        next_entry.id_at(offset), next_entry.at, day, action.card, action.kind, action.rating, action.due_day, action.due_at,
        action.duration_ms, action.flag, confidence=action.confidence, clock_at=next_entry.clock_at,
        moved_to=action.moved_to,
    )  # fmt: skip
