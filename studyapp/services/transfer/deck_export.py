"""Handing decks to Anki."""

from collections.abc import Collection as Some
from collections.abc import Mapping
from datetime import timedelta

from studyapp.anki.card_progress import AnkiCalendar, CardProgress
from studyapp.anki.writing.package import (
    DeckProgress,
    ExportDeck,
    ExportNote,
    PackageReport,
    write_package,
)
from studyapp.atomic_file import atomic_write
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.study.schedule import Schedule
from studyapp.core.study.scheduler import scheduler_for
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.options.study_options import load_study_options
from studyapp.services.transfer.export_request import TEXT_SUFFIXES, ExportRequest, ExportScope
from studyapp.services.transfer.text_export import render_cards_as_text
from studyapp.store import export_stamps, journal_entries, notes, schedules
from studyapp.store.collection import Collection


def export_decks(
    collection: Collection,
    library: Library,
    request: ExportRequest,
    clock: Clock,
    progress: ProgressCallback | None = None,
) -> PackageReport:
    """Write the named decks of the library to a file, in the form of its ending, one of `ENDINGS`.

    The file is whole or untouched. A note's moment of change rises only when Anki gets something else for it
    than at the last export, for Anki updates a note only then. `progress` is told the notes written and their number, and may raise to
    stop. OSError when the target can't be written; StoreError when the collection can't be read.
    """
    if request.target.suffix in TEXT_SUFFIXES:
        return _export_as_text(collection, library, request)
    with collection.read_transaction() as connection:
        given = export_stamps.load_all(connection)
    packaged = load_packaged_decks(collection, library, request.scope, clock, given)
    report = write_package(
        request.target, packaged, request.languages, now=clock.now() // 1000, on_progress=progress
    )
    with collection.transaction() as connection:
        export_stamps.save(
            connection, ((stamp.note_key, stamp.digest, stamp.changed_at) for stamp in report.stamps)
        )
    return report


def load_packaged_decks(
    collection: Collection,
    library: Library,
    scope: ExportScope,
    clock: Clock,
    last_exports: Mapping[str, tuple[str, int]],
) -> list[ExportDeck]:
    """The decks as they would go into a package; `given` is what Anki was given last."""
    with collection.read_transaction() as connection:
        learned = _load_deck_progress(collection, scope.decks, clock) if scope.with_progress else {}
        return [
            ExportDeck(
                deck.head,
                deck.path.parent,
                tuple(
                    _to_packaged_note(note, at, last_exports)
                    for note, at in notes.iterate_present(connection, deck.head.id)
                ),
                learned.get(deck.head.id),
            )
            for deck in library.decks
            if deck.head.id in scope.decks
        ]


def _export_as_text(collection: Collection, library: Library, request: ExportRequest) -> PackageReport:
    words, cards = render_cards_as_text(
        collection, library, request.decks, request.languages, request.target.suffix
    )
    with atomic_write(request.target) as file:
        file.write(words.encode())
    with collection.read_transaction() as connection:
        written = sum(notes.count(connection, deck) for deck in request.decks)
    return PackageReport(note_count=written, card_count=cards, media_count=0)


def _load_deck_progress(collection: Collection, deck_ids: Some[str], clock: Clock) -> dict[str, DeckProgress]:
    """How far the learner is with each of these decks."""
    with collection.read_transaction() as connection:
        schedule_of = dict(schedules.iterate_all(connection))
        known: dict[str, dict[CardId, CardProgress]] = {deck: {} for deck in deck_ids}
        for card, journal in journal_entries.iterate_by_card(connection):
            if card.deck_id in known:
                schedule = schedule_of.get(card, Schedule())
                known[card.deck_id][card] = CardProgress(schedule, tuple(journal))
        today = clock.today()
        days = [
            entry.study_day
            for cards in known.values()
            for progress in cards.values()
            for entry in progress.entries
        ]
        calendar = _build_calendar(clock, min([today, *days]), today)
        return {
            deck: DeckProgress(options, scheduler_for(options), calendar, cards)
            for deck, cards in known.items()
            for options in [load_study_options(collection, deck)]
        }


def _build_calendar(clock: Clock, first_day: int, today: int) -> AnkiCalendar:
    began = clock.day_start(first_day)
    offset = began.utcoffset() or timedelta()
    minutes_west = -round(offset.total_seconds() / 60)
    return AnkiCalendar(first_day, round(began.timestamp()), minutes_west, clock.day_start_hour(), today)


def _to_packaged_note(note: Note, changed_at: int, last_exports: Mapping[str, tuple[str, int]]) -> ExportNote:
    digest, exported_at = last_exports.get(note.key, ("", changed_at))
    return ExportNote(note, exported_at, digest)
