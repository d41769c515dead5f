"""Correcting the times of entries that were recorded while the clock was wrong (ADR 17)."""

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from studyapp.core.clock_correction.corrected_times import Calendar, find_corrections
from studyapp.core.clock_correction.effective_times import apply_corrections
from studyapp.core.note_moves.moved_notes import apply_moves
from studyapp.core.study.journal import WHOLE_NOTE, Entry, EntryKind, TimeCorrection, is_imported_entry
from studyapp.core.study.study_day import DAY_MS, study_day_at
from studyapp.services.journal.schedule_rebuilding import rebuild_cards
from studyapp.services.options.clock import Clock
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from studyapp.store.journal_entries import RecordedEntry


class TimeSpan(NamedTuple):
    """The first and the last time (UTC ms)."""

    first: int
    last: int


class WrongTimes(NamedTuple):
    """What was recorded while the clock was wrong: the number of entries, of reviews among them, the times that they
    have now, and those that they would have."""

    entry_count: int
    review_count: int
    span: TimeSpan
    corrected_span: TimeSpan


def find_wrong_times(collection: Collection, clock: Clock) -> WrongTimes | None:
    """Return what would be corrected; None if all times are plausible. Raises StoreError if reading fails."""
    with collection.read_transaction():
        entries = _load_entries(collection)
    return _summarize(entries, _find_corrections(entries, collection.device_id, clock))


def correct_times(collection: Collection, clock: Clock) -> WrongTimes | None:
    """Correct all wrong times, as one action that can be undone, and return what was corrected; None if nothing was.

    Raises StoreError if saving fails.
    """
    with collection.transaction() as connection:
        entries = _load_entries(collection)
        corrections = _find_corrections(entries, collection.device_id, clock)
        card_by_entry = {entry.id: entry.card_id for entry in entries}
        next_entry = journal_entries.next_id_and_time(connection, collection.device_id, clock.now())
        new_entries = [
            Entry(
                next_entry.id_at(offset), next_entry.at, clock.today(), card_by_entry[correction.target], EntryKind.CORRECT_TIME,
                clock_at=next_entry.clock_at, correction=correction,
            )
            for offset, correction in enumerate(corrections)
        ]  # fmt: skip
        journal_entries.append(connection, new_entries)
        rebuild_effective_times(collection)
    return _summarize(entries, corrections)


def count_mismatched_times(collection: Collection) -> int:
    """Return the number of entries whose time or card differs from the one computed from the journal."""
    with collection.read_transaction():
        return len(_changed_entries(collection))


def rebuild_effective_times(collection: Collection) -> None:
    """Recompute the times at which entries count, the cards under which they count, and the schedules that depend on
    them. Call it in a transaction."""
    connection = collection.connection
    changed = _changed_entries(collection)
    journal_entries.save_effective_times(connection, [pair.effective for pair in changed])
    journal_entries.save_current_cards(connection, changed)
    cards = {entry.card_id for pair in changed for entry in pair if entry.card_id.ordinal != WHOLE_NOTE}
    rebuild_cards(collection, cards)


def _changed_entries(collection: Collection) -> list[RecordedEntry]:
    """Return the entries whose stored times or cards are not those computed now, with the computed ones."""
    pairs = journal_entries.load_recorded(collection.connection)
    computed = apply_moves(apply_corrections([pair.recorded for pair in pairs]))
    return [
        RecordedEntry(pair.recorded, entry)
        for entry, pair in zip(computed, pairs, strict=True)
        if entry != pair.effective._replace(clock_at=entry.clock_at)
    ]


def _load_entries(collection: Collection) -> list[Entry]:
    pairs = journal_entries.load_recorded(collection.connection)
    return apply_corrections([pair.recorded for pair in pairs])


def _find_corrections(entries: Sequence[Entry], device: str, clock: Clock) -> list[TimeCorrection]:
    """Return corrections for each device on its own. An imported history may be of any age, but entries that follow
    one in the future got a time in the future too, so they are corrected with those of this device."""
    now, hour = clock.now(), clock.day_start_hour()
    calendar = Calendar(
        now,
        clock.today(),
        lambda at: study_day_at(at, clock.zone, hour),
        lambda day: round(clock.day_start(day).timestamp() * 1000),
    )
    located = [
        (device if is_imported_entry(entry) else entry.id.device, entry)
        for entry in entries
        if not is_imported_entry(entry) or entry.at > now + DAY_MS
    ]
    by_device = groupby(sorted(located, key=lambda pair: pair[0]), key=lambda pair: pair[0])
    return [
        correction
        for _, group in by_device
        for correction in find_corrections([entry for _, entry in group], calendar)
    ]


def _summarize(entries: Sequence[Entry], corrections: Sequence[TimeCorrection]) -> WrongTimes | None:
    if not corrections:
        return None
    entry_by_id = {entry.id: entry for entry in entries}
    targets = [entry_by_id[correction.target] for correction in corrections]
    times = [entry.at for entry in targets]
    corrected = [correction.at for correction in corrections]
    return WrongTimes(
        len(targets),
        sum(entry.kind is EntryKind.REVIEW for entry in targets),
        TimeSpan(min(times), max(times)),
        TimeSpan(min(corrected), max(corrected)),
    )
