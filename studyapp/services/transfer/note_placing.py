"""Choosing the deck and the id of each note that an import adds."""

from collections.abc import Sequence
from dataclasses import replace

from studyapp.anki.changes.edited_note import EditedNote, read_edited_note
from studyapp.anki.changes.media_paths import MediaPaths
from studyapp.anki.deck_identity import PARENT_DECK_NAME
from studyapp.anki.reading.note_conversion import convert_markdown_note, convert_note
from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.anki.reading.studyapp_notes import StudyAppNote
from studyapp.core.note_editing.note_texts import list_note_texts
from studyapp.core.notes.media_names import media_folder
from studyapp.core.notes.note import Diagram, Note
from studyapp.core.notes.note_guid import derive_guid
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.markdown_images import find_media_paths
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.deckfiles.id_rules import id_collision_key, make_provisional_id
from studyapp.services.library.deck_library import Library
from studyapp.services.transfer.note_writing.imported_note_writing import DeckFilePaths, ImportedNote
from studyapp.services.transfer.note_writing.media_conflicts import MediaConflicts
from studyapp.services.transfer.note_writing.note_type_ids import NoteTypeIds
from studyapp.services.transfer.retired_notes import load_retired_keys
from studyapp.store import notes
from studyapp.store.collection import Collection


class NotePlacer:
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
        self._retired_key_by_guid = load_retired_keys(collection, library)
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

    def _place_studyapp_note(
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
        """Place a note that is not present yet. Return what is lost.

        A note from Anki that its deck has retired is not placed. Who imports a text file wants all of its notes.
        """
        retired_key = self._retired_key_by_guid.get(source.guid)
        if retired_key is not None and not source.line:
            self.map_anki_deck(source, split_note_key(retired_key)[0])
            return (Loss(LossKind.RETIRED_HERE, retired_key),)
        if source.written_note is not None:
            self._place_written_note(source, source.written_note, package)
            return ()
        if studyapp_note is not None and studyapp_note.exported is not None:
            return self._place_studyapp_note(source, studyapp_note, studyapp_note.exported, package)
        return self._place_anki_note(source, package)

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

    def _place_anki_note(self, source: SourceNote, package: PackageData) -> tuple[Loss, ...]:
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
