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
from studyapp.core.study.schedule import fold
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import study_day_at
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData, SourceCard, SourceNote
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_study_options
from studyapp.store import journal_entries, schedules, unfinished_imports
from studyapp.store.collection import Collection


class MergeResult(NamedTuple):
    """The number of new entries, the number of reviews among them, and the losses."""

    entry_count: int
    review_count: int
    losses: tuple[Loss, ...]


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
    calendar, scheduler = _calendar_of(package, clock), Scheduler()
    options_of = cache(partial(load_study_options, collection))
    added_entries: list[Entry] = []
    losses: list[Loss] = []
    with collection.transaction() as connection:
        for done, (source, note) in enumerate(pairs):
            progress(done, len(pairs))
            for card, source_card in _match_cards(source, note):
                if card is None:
                    if source_card.review_log:
                        losses.append(Loss(LossKind.NO_MATCHING_CARD, note_excerpt(source)))
                    elif (
                        completed_file is not None
                    ):  # a sync takes over new texts, with their cards, only later
                        losses.append(Loss(LossKind.CARD_ONLY_IN_ANKI, note_excerpt(source)))
                    continue
                known = journal_entries.load_for_card(connection, card)
                new, lost_kinds = _new_entries(
                    card, source_card, known, calendar, last_synced_at, scheduler, options_of(card.deck_id)
                )
                losses += (Loss(kind, note_excerpt(source)) for kind in lost_kinds)
                if new:
                    journal_entries.append(connection, new)
                    schedules.save(connection, card, fold([*known, *new], scheduler))
                    added_entries += new
        if completed_file is not None:
            unfinished_imports.remove(connection, completed_file)
    return MergeResult(
        len(added_entries), sum(entry.kind is EntryKind.REVIEW for entry in added_entries), tuple(losses)
    )


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
    calendar, scheduler = _calendar_of(package, clock), Scheduler()
    options_of = cache(partial(load_study_options, collection))
    review_count = 0
    card_ids: set[int] = set()
    with collection.read_transaction() as connection:
        for done, (source, note) in enumerate(pairs):
            progress(done, len(pairs))
            for card, source_card in _match_cards(source, note):
                if card is None:
                    continue
                known = journal_entries.load_for_card(connection, card)
                new, _ = _new_entries(
                    card, source_card, known, calendar, last_synced_at, scheduler, options_of(card.deck_id)
                )
                review_count += sum(entry.kind is EntryKind.REVIEW for entry in new)
                if new:
                    card_ids.add(source_card.card_id)
    return NewProgress(review_count, frozenset(card_ids))


def _calendar_of(package: PackageData, clock: Clock) -> ImportCalendar:
    day_start_hour = clock.day_start_hour()
    return build_import_calendar(
        package, clock.zone, lambda at: study_day_at(at, clock.zone, day_start_hour), clock.now()
    )


def _match_cards(source: SourceNote, note: Note) -> Iterator[tuple[CardId | None, SourceCard]]:
    card_id_by_ordinal = {card.ordinal: card.id for card in cards_of(note)}
    return ((card_id_by_ordinal.get(card.ordinal + 1), card) for card in source.cards)


def _new_entries(
    card: CardId,
    source: SourceCard,
    known_entries: Sequence[Entry],
    calendar: ImportCalendar,
    last_synced_at: int | None,
    scheduler: Scheduler,
    options: StudyOptions,
) -> tuple[list[Entry], list[LossKind]]:
    converted_log = convert_review_log(card, source, calendar)
    # Only the times are compared: the devices contain the key of the note when it was imported, and it may have moved.
    known_times = {entry.id.seq for entry in known_entries if is_imported_entry(entry)}
    unknown_by_time = {entry.at: entry for entry in converted_log.entries if entry.id.seq not in known_times}
    local_keys = [
        log_key_of_entry(entry)
        for entry in known_entries
        if has_log_row(entry) and not is_imported_entry(entry)
    ]
    missing = find_unmatched(local_keys, [log_key_of_entry(entry) for entry in unknown_by_time.values()]).anki
    new = [unknown_by_time[key.at] for key in missing]
    entries = [*known_entries, *new]
    converted_state = convert_card_state(
        card,
        source,
        calendar,
        entries,
        find_local_changes(source, known_entries, last_synced_at),
        scheduler,
        options,
    )
    return [*new, *converted_state.entries], [*converted_log.losses, *converted_state.losses]
