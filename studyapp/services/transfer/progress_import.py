"""Importing reviews from Anki into the journal."""

from collections.abc import Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.reading.log_matching import find_unmatched, log_key_of_entry
from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.anki.reading.progress_reading import (
    ImportCalendar,
    build_import_calendar,
    convert_card_state,
    convert_review_log,
    find_local_changes,
    has_log_row,
)
from studyapp.core.cards.card import cards_of
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.study.journal import Entry, EntryKind, is_imported_entry
from studyapp.core.study.schedule import Schedule, apply_entry, fold
from studyapp.core.study.study_day import study_day_at
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData, SourceCard, SourceNote
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_study_options
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.progress import unfinished_imports
from studyapp.store.progress.stored_progress import StoredProgress

_NOTES_PER_BATCH = 100
"""The notes whose progress is loaded and stored together."""


class MergeResult(NamedTuple):
    """The number of new entries, the number of reviews among them, the losses, and the guids of all notes that are concerned."""

    entry_count: int
    review_count: int
    losses: tuple[Loss, ...]
    guids: frozenset[str] = frozenset()


def merge_progress(
    collection: Collection,
    package: PackageData,
    pairs: Sequence[tuple[SourceNote, Note]],
    clock: Clock,
    progress: ProgressCallback,
    last_synced_at: int | None = None,
    completed_file: Path | None = None,
) -> MergeResult:
    """Add the entries that the journal lacks for these notes' cards, in one transaction.

    `last_synced_at` is when both sides were last in sync (UTC ms), if known. If `completed_file` is given, its import is
    no longer recorded as unfinished. `progress` may raise to stop; then nothing is written. Raises StoreError if saving fails.
    """
    entry_count = review_count = 0
    losses: list[Loss] = []
    guids: set[str] = set()
    with collection.transaction() as connection:
        finder = _ProgressFinder(collection, package, clock, last_synced_at, pairs)
        for batch in finder.find_in_batches(progress):
            journal_entries.append(connection, (entry for change in batch for entry in change.entries))
            schedules.save_many(
                connection,
                {
                    change.card: change.schedule
                    for change in batch
                    if change.card is not None and change.entries
                },
            )
            for change in batch:
                entry_count += len(change.entries)
                review_count += sum(entry.kind is EntryKind.REVIEW for entry in change.entries)
                losses_of_card = list(_list_losses(change, is_import=completed_file is not None))
                losses += losses_of_card
                if change.entries or losses_of_card:
                    guids.add(change.source.guid)
        if completed_file is not None:
            unfinished_imports.remove(connection, completed_file)
    return MergeResult(entry_count, review_count, tuple(losses), frozenset(guids))


class NewProgress(NamedTuple):
    """The number of reviews that the journal lacks, and the ids in Anki of the cards whose progress would change here."""

    review_count: int
    card_ids: frozenset[int]


def find_new_progress(
    collection: Collection,
    package: PackageData,
    pairs: Sequence[tuple[SourceNote, Note]],
    clock: Clock,
    progress: ProgressCallback,
    last_synced_at: int | None = None,
) -> NewProgress:
    """Return what `merge_progress` would add."""
    review_count = 0
    card_ids: set[int] = set()
    with collection.read_transaction():
        finder = _ProgressFinder(collection, package, clock, last_synced_at, pairs)
        for batch in finder.find_in_batches(progress):
            for change in batch:
                review_count += sum(entry.kind is EntryKind.REVIEW for entry in change.entries)
                if change.entries:
                    card_ids.add(change.source_card.card_id)
    return NewProgress(review_count, frozenset(card_ids))


class _CardChange(NamedTuple):
    """The entries that the journal lacks for a card, and the card's schedule with them.

    `card` is None if the note here has no such card.
    """

    source: SourceNote
    source_card: SourceCard
    card: CardId | None
    entries: Sequence[Entry] = ()
    schedule: Schedule = Schedule()
    losses: Sequence[LossKind] = ()


class _ProgressFinder:
    """Finds what the journal lacks. Use it in a transaction."""

    def __init__(
        self,
        collection: Collection,
        package: PackageData,
        clock: Clock,
        last_synced_at: int | None,
        pairs: Sequence[tuple[SourceNote, Note]],
    ) -> None:
        self._pairs = pairs
        self._last_synced_at = last_synced_at
        self._calendar, self._scheduler = _calendar_of(package, clock), load_scheduler(collection.connection)
        self._options_of = cache(partial(load_study_options, collection))
        self._stored = StoredProgress(collection.connection, len(pairs))

    def find_in_batches(self, progress: ProgressCallback) -> Iterator[list[_CardChange]]:
        """Yield what is missing for the cards of these notes, several notes at a time.

        Each batch is read after the one before was handled. `progress` is called with the number of notes and their
        total.
        """
        pairs = self._pairs
        for start in range(0, len(pairs), _NOTES_PER_BATCH):
            known: dict[CardId, _KnownProgress] = {}
            batch: list[_CardChange] = []
            for done, (source, note) in enumerate(pairs[start : start + _NOTES_PER_BATCH], start):
                progress(done, len(pairs))
                batch += (
                    self._find_change(source, source_card, card, known)
                    for card, source_card in _match_cards(source, note)
                )
            yield batch
            self._stored.note_changes(known)

    def _find_change(
        self,
        source: SourceNote,
        source_card: SourceCard,
        card: CardId | None,
        known: dict[CardId, "_KnownProgress"],
    ) -> _CardChange:
        """Return what is missing for a card, and add it to what is known: another note of the package may have the card
        as well."""
        if card is None:
            return _CardChange(source, source_card, None)
        if card not in known:
            losses = self._losses_if_up_to_date(card, source_card)
            if losses is not None:
                return _CardChange(source, source_card, card, losses=losses)
            known[card] = _KnownProgress(*self._stored.load(card))
        known_entries, schedule = known[card]
        # Only the times are compared: the devices contain the key of the note when it was imported, and it may have moved.
        known_times = {entry.id.seq for entry in known_entries if is_imported_entry(entry)}
        log = convert_review_log(card, source_card, self._calendar, known_times)
        new = _without_local_reviews(log.entries, known_entries)
        entries = [*known_entries, *new]
        if new:
            schedule = fold(entries, self._scheduler)
        state = convert_card_state(
            card,
            source_card,
            self._calendar,
            max((entry.at for entry in entries), default=0),
            schedule,
            find_local_changes(source_card, known_entries, self._last_synced_at),
            self._options_of(card.deck_id),
        )
        for entry in state.entries:
            schedule = apply_entry(schedule, entry, self._scheduler)
        known[card] = _KnownProgress([*entries, *state.entries], schedule)
        return _CardChange(
            source,
            source_card,
            card,
            (*new, *state.entries),
            schedule,
            (*log.losses, *state.losses),
        )

    def _losses_if_up_to_date(self, card: CardId, source_card: SourceCard) -> tuple[LossKind, ...] | None:
        """Return what can't be converted of a card whose progress is already in the journal. None if some of it is
        missing, or if that can be told only from the entries themselves."""
        history = self._stored.imported_history(card)
        if history is None or (source_card.review_log and source_card.review_log[-1].at not in history.times):
            return None
        log = convert_review_log(card, source_card, self._calendar, history.times)
        if log.entries:
            return None
        state = convert_card_state(
            card,
            source_card,
            self._calendar,
            history.latest_at,
            self._stored.schedule(card),
            find_local_changes(source_card, (), self._last_synced_at),
            self._options_of(card.deck_id),
        )
        return None if state.entries else (*log.losses, *state.losses)


class _KnownProgress(NamedTuple):
    """The entries of a card and its schedule."""

    entries: Sequence[Entry]
    schedule: Schedule


def _list_losses(change: _CardChange, *, is_import: bool) -> Iterator[Loss]:
    """Yield what can't be carried over to the journal."""
    if change.card is not None:
        yield from (Loss(kind, note_excerpt(change.source)) for kind in change.losses)
    elif change.source_card.review_log:
        yield Loss(LossKind.NO_MATCHING_CARD, note_excerpt(change.source))
    elif is_import:  # a sync takes over new texts, with their cards, only later
        yield Loss(LossKind.CARD_ONLY_IN_ANKI, note_excerpt(change.source))


def _without_local_reviews(entries: Sequence[Entry], known_entries: Sequence[Entry]) -> list[Entry]:
    """Return the converted entries that are not in Anki's log because of a review here, in the order of their times."""
    entry_by_time = {entry.at: entry for entry in entries}
    local_keys = [
        log_key_of_entry(entry)
        for entry in known_entries
        if has_log_row(entry) and not is_imported_entry(entry)
    ]
    if not local_keys:
        return [entry_by_time[at] for at in sorted(entry_by_time)]
    missing = find_unmatched(local_keys, [log_key_of_entry(entry) for entry in entry_by_time.values()]).anki
    return [entry_by_time[key.at] for key in missing]


def _calendar_of(package: PackageData, clock: Clock) -> ImportCalendar:
    day_start_hour = clock.day_start_hour()
    return build_import_calendar(
        package, clock.zone, lambda at: study_day_at(at, clock.zone, day_start_hour), clock.now()
    )


def _match_cards(source: SourceNote, note: Note) -> Iterator[tuple[CardId | None, SourceCard]]:
    card_id_by_ordinal = {card.ordinal: card.id for card in cards_of(note)}
    return ((card_id_by_ordinal.get(card.ordinal + 1), card) for card in source.cards)
