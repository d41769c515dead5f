"""Reviews from Anki into the journal."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyapp.anki.card_progress import is_imported_entry
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
from studyapp.core.study.journal import Entry, EntryKind
from studyapp.core.study.schedule import fold
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import study_day_at
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData, SourceCard, SourceNote
from studyapp.services.options.clock import Clock
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection


class MergeResult(NamedTuple):
    """How many entries were new, how many of them reviews, and what was lost."""

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
) -> MergeResult:
    """Add what the journal has not yet of these notes' cards, all of it or nothing. `met_at` is when (UTC ms) both had the same the
    last time, where that is known. `progress` may raise to stop."""
    begins = clock.day_start_hour()
    days = build_import_calendar(
        package, clock.zone, lambda at: study_day_at(at, clock.zone, begins), clock.now()
    )
    scheduler = Scheduler()
    added: list[Entry] = []
    losses: list[Loss] = []
    with collection.transaction() as connection:
        for done, (one, note) in enumerate(pairs):
            progress(done, len(pairs))
            for card, there in _match_cards(one, note):
                if card is None:
                    losses += [Loss(LossKind.NO_MATCHING_CARD, note_excerpt(one))] if there.review_log else []
                    continue
                known = journal_entries.load_for_card(connection, card)
                new, lost = _new_entries(card, there, known, days, last_synced_at, scheduler)
                losses += (Loss(kind, note_excerpt(one)) for kind in lost)
                if new:
                    journal_entries.append(connection, new)
                    schedules.save(connection, card, fold([*known, *new], scheduler))
                    added += new
    return MergeResult(len(added), sum(entry.kind is EntryKind.REVIEW for entry in added), tuple(losses))


def _match_cards(source: SourceNote, note: Note) -> Iterator[tuple[CardId | None, SourceCard]]:
    ours = {card.ordinal: card.id for card in cards_of(note)}
    return ((ours.get(card.ordinal + 1), card) for card in source.cards)


def _new_entries(
    card: CardId,
    source: SourceCard,
    known_entries: Sequence[Entry],
    days: ImportCalendar,
    last_synced_at: int | None,
    scheduler: Scheduler,
) -> tuple[list[Entry], list[LossKind]]:
    carried = convert_review_log(card, source, days)
    names = {entry.id for entry in known_entries}
    unknown = {entry.at: entry for entry in carried.entries if entry.id not in names}
    ours = [
        log_key_of_entry(entry)
        for entry in known_entries
        if has_log_row(entry) and not is_imported_entry(entry)
    ]
    _, theirs = find_unmatched(ours, [log_key_of_entry(entry) for entry in unknown.values()])
    new = [unknown[mark.at] for mark in theirs]
    standing = [*known_entries, *new]
    rest = convert_card_state(
        card, source, days, standing, find_local_changes(source, known_entries, last_synced_at), scheduler
    )
    return [*new, *rest.entries], [*carried.losses, *rest.losses]
