"""Handing decks to Anki."""

from collections.abc import Collection as Some
from collections.abc import Mapping
from datetime import timedelta

from studyapp.anki.card_progress import Calendar, CardProgress
from studyapp.anki.writing.package import (
    DeckProgress,
    PackagedDeck,
    PackagedNote,
    PackageReport,
    write_package,
)
from studyapp.atomic_file import atomic_write
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note
from studyapp.core.progress_callback import Progress
from studyapp.core.study.schedule import Schedule
from studyapp.core.study.scheduler import scheduler_for
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.options.study_options import study_options
from studyapp.services.transfer.export_request import TEXTS, ExportRequest, ExportScope
from studyapp.services.transfer.text_export import as_text
from studyapp.store import export_stamps, journal_entries, notes, schedules
from studyapp.store.collection import Collection


def export(
    collection: Collection,
    library: Library,
    request: ExportRequest,
    clock: Clock,
    progress: Progress | None = None,
) -> PackageReport:
    """Write the named decks of the library to a file, in the form of its ending, one of `ENDINGS`.

    The file is whole or untouched. A note's moment of change rises only when Anki gets something else for it
    than at the last export, for Anki updates a note only then. `progress` is told the notes written and their number, and may raise to
    stop. OSError when the target can't be written; StoreError when the collection can't be read.
    """
    if request.target.suffix in TEXTS:
        return _export_text(collection, library, request)
    with collection.reading() as connection:
        given = export_stamps.all_given(connection)
    packaged = packaged_decks(collection, library, request.scope, clock, given)
    report = write_package(
        request.target, packaged, request.languages, now=clock.now() // 1000, progress=progress
    )
    with collection.transaction() as connection:
        export_stamps.put(
            connection, ((stamp.note, stamp.digest, stamp.changed_at) for stamp in report.stamps)
        )
    return report


def packaged_decks(
    collection: Collection,
    library: Library,
    scope: ExportScope,
    clock: Clock,
    given: Mapping[str, tuple[str, int]],
) -> list[PackagedDeck]:
    """The decks as they would go into a package; `given` is what Anki was given last."""
    with collection.reading() as connection:
        learned = _progress(collection, scope.decks, clock) if scope.with_progress else {}
        return [
            PackagedDeck(
                deck.head,
                deck.path.parent,
                tuple(_packaged(note, at, given) for note, at in notes.present(connection, deck.head.id)),
                learned.get(deck.head.id),
            )
            for deck in library.decks
            if deck.head.id in scope.decks
        ]


def _export_text(collection: Collection, library: Library, request: ExportRequest) -> PackageReport:
    words, cards = as_text(collection, library, request.decks, request.languages, request.target.suffix)
    with atomic_write(request.target) as file:
        file.write(words.encode())
    with collection.reading() as connection:
        written = sum(notes.count(connection, deck) for deck in request.decks)
    return PackageReport(notes=written, cards=cards, media=0)


def _progress(collection: Collection, deck_ids: Some[str], clock: Clock) -> dict[str, DeckProgress]:
    """How far the learner is with each of these decks."""
    with collection.reading() as connection:
        schedule_of = dict(schedules.everything(connection))
        known: dict[str, dict[CardId, CardProgress]] = {deck: {} for deck in deck_ids}
        for card, journal in journal_entries.by_card(connection):
            if card.deck in known:
                schedule = schedule_of.get(card, Schedule())
                known[card.deck][card] = CardProgress(schedule, tuple(journal))
        today = clock.day()
        days = [
            entry.day for cards in known.values() for progress in cards.values() for entry in progress.entries
        ]
        calendar = _calendar(clock, min([today, *days]), today)
        return {
            deck: DeckProgress(options, scheduler_for(options), calendar, cards)
            for deck, cards in known.items()
            for options in [study_options(collection, deck)]
        }


def _calendar(clock: Clock, first_day: int, today: int) -> Calendar:
    began = clock.beginning(first_day)
    offset = began.utcoffset() or timedelta()
    minutes_west = -round(offset.total_seconds() / 60)
    return Calendar(first_day, round(began.timestamp()), minutes_west, clock.day_begins(), today)


def _packaged(note: Note, changed_at: int, given: Mapping[str, tuple[str, int]]) -> PackagedNote:
    digest, exported_at = given.get(note.key, ("", changed_at))
    return PackagedNote(note, exported_at, digest)
