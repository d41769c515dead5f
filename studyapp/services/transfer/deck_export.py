"""Exporting decks to Anki packages and text files."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import cache

from studyapp.anki.card_progress import AnkiCalendar, CardProgress
from studyapp.anki.deck_progress import DeckProgress
from studyapp.anki.writing.note_export import ExportDeck, ExportNote
from studyapp.anki.writing.package import ExportReport, describe_contents, write_package_contents
from studyapp.anki.writing.package_contents import PackageContents, build_package_contents
from studyapp.atomic_file import atomic_write
from studyapp.core.cards.card_id import CardId
from studyapp.core.progress_callback import ProgressCallback, ignore_progress
from studyapp.core.study.journal import effective_reviews
from studyapp.core.study.schedule import Schedule, fold
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import DAY_MS
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.garbage_collection import garbage_collection_paused
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_study_options
from studyapp.services.transfer.anki_changes.sent_versions import list_sent_versions
from studyapp.services.transfer.export_request import (
    PACKAGE_SUFFIX,
    TEXT_SUFFIXES,
    ExportRequest,
    ExportScope,
)
from studyapp.services.transfer.removed_notes import find_removed_notes, report_removed_notes
from studyapp.services.transfer.text_files.text_export import export_as_text
from studyapp.store import common_versions, export_stamps, journal_entries, notes, schedules
from studyapp.store.collection import Collection
from studyapp.store.export_stamps import LastExport
from studyapp.store.exports import exported_forms
from studyapp.store.exports.exported_forms import NoteToExport
from studyapp.store.parameter_fits import load_scheduler


@garbage_collection_paused()
def export_decks(
    collection: Collection,
    library: Library,
    request: ExportRequest,
    clock: Clock,
    progress: ProgressCallback | None = None,
) -> ExportReport:
    """Export the requested decks to a file, in the format of its suffix (one of `EXPORT_SUFFIXES`).

    The file is replaced completely or left unchanged. A note's modification time only increases if its
    exported content has changed since the last export, because Anki updates a note only if this time has
    increased. Notes that Anki has from here and that are no longer in these decks are reported by one export, as losses of a
    package. `progress` is called with the number of notes written and their total, and may raise to stop.
    Raises OSError if the file can't be written, and StoreError if the collection can't be read.
    """
    if request.target.suffix in TEXT_SUFFIXES:
        return _export_as_text(collection, library, request)
    with collection.read_transaction() as connection:
        last_exports = export_stamps.load_all(connection)
    decks = load_export_decks(collection, library, request.scope, clock, last_exports)
    contents = build_package_contents(
        decks, request.languages, clock.now() // 1000, progress or ignore_progress
    )
    write_package_contents(request.target, contents)
    # A collection file replaces what is in Anki, so none of them stays there.
    is_package = request.target.suffix == PACKAGE_SUFFIX
    removed = find_removed_notes(collection, library, request.scope, last_exports) if is_package else []
    unreported = [note for note in removed if not note.is_reported]
    with collection.transaction() as connection:
        export_stamps.save(connection, _list_new_exports(contents, last_exports))
        sent = list_sent_versions(decks, contents, request.languages, last_exports)
        common_versions.save_sent(connection, sent)
        exported_forms.save(connection, contents.new_forms)
        export_stamps.mark_absent(connection, (note.key for note in unreported))
    report = describe_contents(contents)
    return replace(report, losses=(*report.losses, *report_removed_notes(unreported)))


def load_export_decks(
    collection: Collection,
    library: Library,
    scope: ExportScope,
    clock: Clock,
    last_exports: Mapping[str, LastExport],
) -> list[ExportDeck]:
    """Return the decks as they would be exported in a package.

    `last_exports` are by note key.
    """
    with collection.read_transaction() as connection:
        progress_by_deck = _load_deck_progress(collection, scope, clock) if scope.with_progress else {}
        return [
            ExportDeck(
                deck.metadata,
                deck.path.parent,
                tuple(
                    _to_export_note(stored, last_exports, common_by_key)
                    for stored in exported_forms.iterate_notes(
                        connection, deck.metadata.id, decode, scope.includes
                    )
                ),
                progress_by_deck.get(deck.metadata.id),
            )
            for deck in library.decks
            if deck.metadata.id in scope.decks
            # Most notes are equal to their common version.
            for decode in [cache(notes.note_decoder(connection))]
            for common_by_key in [
                common_versions.load_of_deck(connection, deck.metadata.id, decode, scope.includes)
            ]
        ]


def _list_new_exports(
    contents: PackageContents, last_exports: Mapping[str, LastExport]
) -> dict[str, LastExport]:
    """Return by key what was exported of the notes that differ from their last export."""
    exports = {stamp.note_key: LastExport(stamp.digest, stamp.changed_at) for stamp in contents.stamps}
    return {
        key: export
        for key, export in exports.items()
        if key not in last_exports or last_exports[key][:2] != export[:2]
    }


def _export_as_text(collection: Collection, library: Library, request: ExportRequest) -> ExportReport:
    scope = request.scope
    exported = export_as_text(
        collection, library, scope.decks, scope.languages, request.target.suffix, scope.includes
    )
    with atomic_write(request.target) as file:
        file.write(exported.text.encode())
    return ExportReport(
        exported.note_count,
        exported.card_count,
        media_count=0,
        losses=exported.losses,
        formula_count=exported.formula_count,
    )


def _load_deck_progress(collection: Collection, scope: ExportScope, clock: Clock) -> dict[str, DeckProgress]:
    """Return the learner's progress in each deck of a scope, without entries in the future."""
    with collection.read_transaction() as connection:
        scheduler = load_scheduler(connection)
        schedule_by_card = dict(schedules.iterate_all(connection, scope.includes))
        progress_by_deck: dict[str, dict[CardId, CardProgress]] = {deck: {} for deck in scope.decks}
        losses_by_deck: dict[str, list[Loss]] = {deck: [] for deck in scope.decks}
        journals = (
            journal_entries.load_for_cards(connection, schedule_by_card).items()
            if scope.left_out_keys
            else journal_entries.iterate_by_card(connection)
        )
        for card, journal in journals:
            if card.deck_id in progress_by_deck and scope.includes(card.note_key):
                progress = CardProgress(schedule_by_card.get(card, Schedule()), tuple(journal))
                progress, left_out_count = _without_future(progress, clock.now() + DAY_MS, scheduler)
                losses_by_deck[card.deck_id] += [
                    Loss(LossKind.FUTURE_REVIEWS, card.note_key)
                ] * left_out_count
                if progress.entries:
                    progress_by_deck[card.deck_id][card] = progress
        today = clock.today()
        study_days = [
            entry.study_day
            for progress_by_card in progress_by_deck.values()
            for progress in progress_by_card.values()
            for entry in progress.entries
        ]
        calendar = _build_calendar(clock, min([today, *study_days]), today)
        return {
            deck: DeckProgress(
                options,
                scheduler.for_options(options),
                calendar,
                progress_by_card,
                tuple(losses_by_deck[deck]),
            )
            for deck, progress_by_card in progress_by_deck.items()
            for options in [load_study_options(collection, deck)]
        }


def _without_future(progress: CardProgress, latest: int, scheduler: Scheduler) -> tuple[CardProgress, int]:
    """Return the progress of a card until `latest` (UTC ms), and how many reviews were left out."""
    entries = tuple(entry for entry in progress.entries if entry.at <= latest)
    if len(entries) == len(progress.entries):
        return progress, 0
    left_out = [entry for entry in effective_reviews(progress.entries) if entry.at > latest]
    return CardProgress(fold(entries, scheduler), entries), len(left_out)


def _build_calendar(clock: Clock, first_day: int, today: int) -> AnkiCalendar:
    day_start = clock.day_start(first_day)
    offset = day_start.utcoffset() or timedelta()
    minutes_west = -round(offset.total_seconds() / 60)
    return AnkiCalendar(
        first_day, round(day_start.timestamp()), minutes_west, clock.day_start_hour(), clock.study_day(today)
    )


def _to_export_note(
    stored: NoteToExport,
    last_exports: Mapping[str, LastExport],
    common_by_key: Mapping[str, CommonVersion],
) -> ExportNote:
    key = stored.note.key
    last = last_exports.get(key, LastExport("", stored.changed_at))
    return ExportNote(
        stored.note, last.changed_at, last.digest, common_by_key.get(key), stored.stored_digest, stored.form
    )
