"""Importing the notes of a package into the user's deck files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.changes.edited_note import EditedNote, read_edited_note
from studyapp.anki.changes.media_paths import MediaPaths
from studyapp.anki.deck_identity import PARENT_DECK_NAME
from studyapp.anki.reading.note_conversion import convert_markdown_note, convert_note
from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.anki.reading.studyapp_notes import StudyAppNote, read_studyapp_note
from studyapp.core.note_editing.note_texts import list_note_texts
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.media_names import media_folder
from studyapp.core.notes.note import Diagram, Note
from studyapp.core.notes.note_guid import derive_guid, note_guid
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.markdown_images import find_media_paths
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.deckfiles.id_rules import id_collision_key, make_provisional_id
from studyapp.services.library.deck_library import Library
from studyapp.services.transfer.anki_changes.base_finding import ExistingNote
from studyapp.services.transfer.note_writing.imported_note_writing import (
    DeckFilePaths,
    ImportedNote,
    WrittenNotes,
    write_imported_notes,
)
from studyapp.services.transfer.note_writing.media_conflicts import MediaConflicts
from studyapp.services.transfer.note_writing.note_type_ids import NoteTypeIds, load_note_type_ids
from studyapp.store import notes
from studyapp.store.collection import Collection


class AddedNote(NamedTuple):
    """A note that was added, by its key here. `languages` are those in which StudyApp exported it, if it did."""

    source: SourceNote
    key: str
    languages: CardLanguages | None


class ImportedNotes(NamedTuple):
    """The result of importing notes. `existing` are those that were here before."""

    existing: tuple[ExistingNote, ...]
    added: tuple[AddedNote, ...]
    losses: tuple[Loss, ...]
    written_files: tuple[Path, ...]

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
) -> ImportedNotes:
    """Match notes of a package with existing ones, and write the others to the files of their decks.

    `progress` may raise to stop; media and decks written before stay. `before_writing` is called with the ids of the
    decks whose files are about to be written, if any. Raises OSError if writing fails, and UnreadableFileError if the
    media don't fit on the disk.
    """
    note_by_guid = _load_notes_by_guid(collection, library)
    note_by_key = {note.key: note for note in note_by_guid.values()}
    existing_keys = set(note_by_key)
    note_type_ids, media_conflicts = load_note_type_ids(collection, library.deck_ids), MediaConflicts(package)
    placer = _NotePlacer(collection, library, deck_paths, note_type_ids, existing_keys, media_conflicts)
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
    return ImportedNotes(tuple(existing_notes), _list_added(written), tuple(losses), files)


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


def _load_notes_by_guid(collection: Collection, library: Library) -> dict[str, Note]:
    with collection.read_transaction() as connection:
        return {
            note_guid(note): note
            for deck in library.deck_ids
            for note, _ in notes.iterate_present(connection, deck)
        }


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


class _NotePlacer:
    """Assigns a deck and an id to each new note."""

    def __init__(
        self,
        collection: Collection,
        library: Library,
        deck_paths: DeckFilePaths,
        note_type_ids: NoteTypeIds,
        existing_keys: set[str],
        media_conflicts: MediaConflicts,
    ) -> None:
        self._collection, self._deck_paths, self._note_type_ids = collection, deck_paths, note_type_ids
        self._existing_keys, self._media_conflicts = existing_keys, media_conflicts
        self._last_number_by_id: dict[tuple[str, str], int] = {}
        self._deck_by_id = {deck.metadata.id: deck for deck in library.decks}
        self._used_ids_by_deck: dict[str, set[str]] = {}
        self._title_by_deck: dict[str, str] = {}
        self._deck_by_anki_deck: dict[int, str] = {}
        self.new_notes_by_deck: dict[str, list[ImportedNote]] = {}

    def map_anki_deck(self, source: SourceNote, deck: str) -> None:
        """Map the Anki deck of this note to a deck of the library, even if it was renamed.

        Other notes of the Anki deck are then added to that deck. An existing mapping is kept.
        """
        if source.cards and self._is_writable(deck):
            self._deck_by_anki_deck.setdefault(source.cards[0].deck_id, deck)

    def place_studyapp_note(
        self, source: SourceNote, studyapp_note: StudyAppNote, exported: CommonVersion, package: PackageData
    ) -> tuple[Loss, ...]:
        """Place a note exported by StudyApp that is in no deck file here, with the changes made in Anki; return the
        losses."""
        note = exported.note
        if isinstance(note.content, Diagram):
            return (Loss(LossKind.DRAWING_SOURCE_MISSING, note.key),)
        title = _deck_title(source, package)
        deck = note.deck_id if self._is_writable(note.deck_id) else self._choose_deck_id(note.deck_id, title)
        if source.cards:
            self._deck_by_anki_deck.setdefault(source.cards[0].deck_id, deck)
        is_retired = id_collision_key(note.id) in self._retired_keys(deck)
        is_taken = is_retired or f"{deck}/{note.id}" in self._existing_keys
        note_id = self._reserve_id(deck, note.id) if is_taken else note.id
        self._used_ids(deck).add(id_collision_key(note_id))
        self._existing_keys.add(f"{deck}/{note_id}")
        edited = read_edited_note(exported, source, MediaPaths(media_folder(deck), package.media_names))
        if isinstance(edited, Loss):
            edited = EditedNote(note, {}, (edited,))
        guid = "" if derive_guid(f"{deck}/{note_id}") == source.guid else source.guid
        media = {**studyapp_note.media_name_by_path, **edited.media_name_by_path}
        folder = self._deck_paths.path_for_deck(deck).parent
        renamed = self._media_conflicts.resolve_note(edited.note, media, folder)
        placed = replace(renamed.note, deck_id=deck, id=note_id, anki_guid=guid)
        self._add(ImportedNote(source, placed, title, renamed.media_name_by_path, exported.languages))
        return edited.losses

    def place_note(
        self, source: SourceNote, studyapp_note: StudyAppNote | None, package: PackageData
    ) -> Sequence[Loss]:
        """Place a note that is not present yet. Return what is lost."""
        if source.written_note is not None:
            self._place_written_note(source, source.written_note, package)
            return ()
        if studyapp_note is not None and studyapp_note.exported is not None:
            return self.place_studyapp_note(source, studyapp_note, studyapp_note.exported, package)
        return self.place_anki_note(source, package)

    def _place_written_note(self, source: SourceNote, note: Note, package: PackageData) -> None:
        """Place a note that StudyApp wrote to a text file, with its id if that is free."""
        title = _deck_title(source, package)
        deck = note.deck_id if self._is_writable(note.deck_id) else self._choose_deck_id(note.deck_id, title)
        note_id = self._reserve_id(deck, note.id)
        self._existing_keys.add(f"{deck}/{note_id}")
        paths = {path for text in list_note_texts(note) for path in find_media_paths(text.text)}
        media = {path: path for path in paths if path in package.media_names}
        folder = self._deck_paths.path_for_deck(deck).parent
        renamed = self._media_conflicts.resolve_note(note, media, folder)
        placed = replace(renamed.note, deck_id=deck, id=note_id)
        self._add(ImportedNote(source, placed, title, renamed.media_name_by_path))

    def place_anki_note(self, source: SourceNote, package: PackageData) -> tuple[Loss, ...]:
        """Place any other note; return the losses."""
        title = _deck_title(source, package)
        mapped_deck = self._deck_by_anki_deck.get(source.cards[0].deck_id) if source.cards else None
        deck = mapped_deck or self._choose_deck_id(
            make_provisional_id(title.replace("::", " "), "deck"), title
        )
        convert = convert_markdown_note if package.is_markdown else convert_note
        converted = convert(source, media_folder(deck), package.media_names)
        if isinstance(converted, Loss):
            return (converted._replace(line=source.line),)
        converted = self._media_conflicts.resolve(converted, self._deck_paths.path_for_deck(deck).parent)
        losses = [loss._replace(line=source.line) for loss in converted.losses]
        if len({card.deck_id for card in source.cards}) > 1:
            losses.append(Loss(LossKind.CARDS_IN_SEVERAL_DECKS, note_excerpt(source), title))
        note_id = self._reserve_id(deck, make_provisional_id(note_excerpt(source), "note"))
        note = Note(
            deck,
            note_id,
            converted.content,
            source.tags,
            explanation=converted.explanation,
            anki_guid=source.guid,
            original_note_type=converted.original_note_type,
        )
        note = self._note_type_ids.assign_note_type_id(note)
        self._add(ImportedNote(source, note, title, converted.media_name_by_path))
        return tuple(losses)

    def _add(self, new: ImportedNote) -> None:
        self.new_notes_by_deck.setdefault(new.note.deck_id, []).append(new)

    def _choose_deck_id(self, preferred_id: str, title: str) -> str:
        """Return the id of a writable deck with this title, or an unused id."""
        number, deck = 1, preferred_id
        while not self._can_use_deck_id(deck, title):
            number += 1
            deck = f"{preferred_id}-{number}"
        self._title_by_deck.setdefault(deck, title)
        return deck

    def _can_use_deck_id(self, deck: str, title: str) -> bool:
        if deck in self._title_by_deck:
            return self._title_by_deck[deck] == title
        existing = self._deck_by_id.get(deck)
        if existing is None:
            return not self._deck_paths.path_for_deck(deck).exists()
        return title in (existing.metadata.title.versions[0][1], deck) and self._is_writable(deck)

    def _is_writable(self, deck: str) -> bool:
        return deck in self._deck_paths.path_by_deck

    def _retired_keys(self, deck: str) -> set[str]:
        existing = self._deck_by_id.get(deck)
        return set(map(id_collision_key, existing.metadata.retired_ids)) if existing else set()

    def _used_ids(self, deck: str) -> set[str]:
        """Return the collision keys of the ids of all notes that the deck has or ever had."""
        if deck not in self._used_ids_by_deck:
            with self._collection.read_transaction() as connection:
                ids = notes.all_ids(connection, deck)
            self._used_ids_by_deck[deck] = self._retired_keys(deck).union(map(id_collision_key, ids))
        return self._used_ids_by_deck[deck]

    def _reserve_id(self, deck: str, preferred_id: str) -> str:
        used_ids = self._used_ids(deck)
        number = self._last_number_by_id.get((deck, preferred_id), 1)
        note_id = preferred_id if number == 1 else f"{preferred_id}-{number}"
        while id_collision_key(note_id) in used_ids:
            number += 1
            note_id = f"{preferred_id}-{number}"
        self._last_number_by_id[deck, preferred_id] = number
        used_ids.add(id_collision_key(note_id))
        return note_id


def _deck_title(source: SourceNote, package: PackageData) -> str:
    """Return the name in Anki of the deck of the note's first card, without the parent deck of exports."""
    name = package.deck_names_by_id.get(source.cards[0].deck_id, "") if source.cards else ""
    return name.removeprefix(f"{PARENT_DECK_NAME}::") or "Anki"
