"""Importing the notes of a package into the user's deck files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.reading.studyapp_notes import StudyAppNote, read_studyapp_note
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_guid import note_guid
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.services.library.deck_library import Library
from studyapp.services.library.known_readings import KnownReading
from studyapp.services.transfer.anki_changes.base_finding import ExistingNote
from studyapp.services.transfer.note_placing import NotePlacer
from studyapp.services.transfer.note_writing.imported_note_writing import (
    DeckFilePaths,
    ImportedNote,
    WrittenNotes,
    write_imported_notes,
)
from studyapp.services.transfer.note_writing.media_conflicts import MediaConflicts
from studyapp.services.transfer.note_writing.note_type_ids import load_note_type_ids
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.store.notes import NoteDecoder


class AddedNote(NamedTuple):
    """A note that was added, by its key here. `languages` are those in which StudyApp exported it, if it did."""

    source: SourceNote
    key: str
    languages: CardLanguages | None


class ImportedNotes(NamedTuple):
    """The result of importing notes. `existing` are those that were here before, and `known_readings` are the contents of
    the written files."""

    existing: tuple[ExistingNote, ...]
    added: tuple[AddedNote, ...]
    losses: tuple[Loss, ...]
    written_files: tuple[Path, ...]
    known_readings: tuple[KnownReading, ...]

    @property
    def source_key_pairs(self) -> tuple[tuple[SourceNote, str], ...]:
        """The source notes, each with the key of the note here."""
        return (
            *((one.source, one.note.key) for one in self.existing),
            *((one.source, one.key) for one in self.added),
        )


def import_notes(
    collection: Collection,
    library: Library,
    deck_paths: DeckFilePaths,
    package: PackageData,
    progress: ProgressCallback,
    before_writing: Callable[[Sequence[str]], None],
    decode: NoteDecoder | None = None,
) -> ImportedNotes:
    """Match notes of a package with existing ones, and write the others to the files of their decks.

    `progress` may raise to stop; media and decks written before stay. `before_writing` is called with the ids of the
    decks whose files are about to be written, if any. `decode` may be a decoder that is used again. Raises OSError if writing fails, and UnreadableFileError if the
    media don't fit on the disk.
    """
    note_by_guid = _load_notes_by_guid(collection, library, lambda: progress(0, len(package.notes)), decode)
    note_by_key = {note.key: note for note in note_by_guid.values()}
    existing_keys = set(note_by_key)
    note_type_ids, media_conflicts = load_note_type_ids(collection, library.deck_ids), MediaConflicts(package)
    placer = NotePlacer(collection, library, deck_paths, note_type_ids, existing_keys, media_conflicts)
    existing_notes: list[ExistingNote] = []
    losses = list(package.losses)
    for done, (source, studyapp_note) in enumerate(_in_import_order(package, note_by_guid, progress)):
        progress(done, len(package.notes))
        existing = note_by_guid.get(source.guid)
        if existing is None and source.written_note is not None:
            existing = note_by_key.get(source.written_note.key)
        if existing is not None:
            existing_notes.append(ExistingNote(source, existing, studyapp_note))
            placer.map_anki_deck(source, existing.deck_id)
            continue
        losses += placer.place_note(source, studyapp_note, package)
    if placer.new_notes_by_deck:
        before_writing(tuple(placer.new_notes_by_deck))
    note_count = len(package.notes)
    written = _write_new_notes(
        placer.new_notes_by_deck, deck_paths, package, lambda: progress(note_count, note_count)
    )
    losses += (loss for deck_notes in written for loss in deck_notes.losses)
    files = tuple(deck_notes.file for deck_notes in written if deck_notes.notes)
    readings = tuple(one.reading for one in written if one.reading is not None)
    return ImportedNotes(tuple(existing_notes), _list_added(written), tuple(losses), files, readings)


def _list_added(written: Sequence[WrittenNotes]) -> tuple[AddedNote, ...]:
    return tuple(
        AddedNote(imported.source, imported.note.key, imported.languages)
        for deck_notes in written
        for imported in deck_notes.notes
    )


def _write_new_notes(
    new_notes_by_deck: Mapping[str, Sequence[ImportedNote]],
    deck_paths: DeckFilePaths,
    package: PackageData,
    check_cancelled: Callable[[], None],
) -> list[WrittenNotes]:
    return [
        write_imported_notes(
            deck_paths.path_for_deck(deck),
            DeckMetadata(deck, LocalizedText.language_neutral(new_notes[0].deck_title)),
            new_notes,
            package,
            check_cancelled,
        )
        for deck, new_notes in new_notes_by_deck.items()
    ]


def _load_notes_by_guid(
    collection: Collection, library: Library, check_cancelled: Callable[[], None], decode: NoteDecoder | None
) -> dict[str, Note]:
    note_by_guid: dict[str, Note] = {}
    with collection.read_transaction() as connection:
        for deck in library.deck_ids:
            for note, _ in notes.iterate_present(connection, deck, decode):
                check_cancelled()
                note_by_guid[note_guid(note)] = note
    return note_by_guid


def _in_import_order(
    package: PackageData, note_by_guid: Mapping[str, Note], progress: ProgressCallback
) -> list[tuple[SourceNote, StudyAppNote | None]]:
    """Return the notes in the order of import, each with its StudyApp data if it has any.

    Existing notes come first, because they show which deck an Anki deck belongs to, then notes exported by
    StudyApp, which have their own ids.
    """

    def read_notes() -> Iterator[tuple[SourceNote, StudyAppNote | None]]:
        for source in package.notes:
            progress(0, len(package.notes))
            yield source, read_studyapp_note(source)

    return sorted(read_notes(), key=lambda pair: (pair[0].guid not in note_by_guid, pair[1] is None))
