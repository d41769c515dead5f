"""Notes from Anki into deck files of the learner's own."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from studyapp.anki.deck_identity import PARENT_DECK_NAME
from studyapp.anki.reading.note_conversion import convert_markdown_note, convert_note
from studyapp.anki.reading.note_type_detection import note_excerpt
from studyapp.anki.reading.studyapp_notes import StudyAppNote, read_studyapp_note
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.media_names import media_folder
from studyapp.core.notes.note import Diagram, Note
from studyapp.core.notes.note_guid import derive_guid, note_guid
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import PackageData, SourceNote
from studyapp.deckfiles.id_rules import make_provisional_id
from studyapp.services.library.deck_library import Library
from studyapp.services.transfer.imported_note_writing import DeckFilePaths, ImportedNote, write_imported_notes
from studyapp.services.transfer.media_conflicts import resolve_media_conflicts
from studyapp.services.transfer.note_type_ids import NoteTypeIds
from studyapp.store import notes
from studyapp.store.collection import Collection


class ImportedNotes(NamedTuple):
    """Which note of ours each note of Anki is, what was lost, and the files that were written. `added` are those that
    were not there before."""

    source_key_pairs: tuple[tuple[SourceNote, str], ...]
    added_count: int
    losses: tuple[Loss, ...]
    written_files: tuple[Path, ...]


def import_notes(
    collection: Collection,
    library: Library,
    deck_paths: DeckFilePaths,
    package: PackageData,
    progress: ProgressCallback,
) -> ImportedNotes:
    """Find the notes that are there, and write the others into the files of their decks. OSError when that can't be
    done. `progress` may raise to stop, before anything is written."""
    by_guid = _load_notes_by_guid(collection, library)
    present = {note.key for note in by_guid.values()}
    shelf = _NotePlacer(collection, library, deck_paths, NoteTypeIds(by_guid.values()), present)
    pairs: list[tuple[SourceNote, str]] = []
    losses: list[Loss] = []
    for done, (one, own) in enumerate(_in_import_order(package, by_guid)):
        progress(done, len(package.notes))
        if own is not None and own.is_changed_in_anki:
            losses.append(Loss(LossKind.CHANGED_IN_ANKI, own.key))
        there = by_guid.get(one.guid)
        if there is not None:
            pairs.append((one, there.key))
            shelf.map_anki_deck(one, there.deck_id)
            continue
        losses += (
            shelf.place_studyapp_note(one, own.note, own.package_name_by_picture, package)
            if own and own.note
            else shelf.place_anki_note(one, package)
        )
    written = [
        write_imported_notes(
            deck_paths.path_for_deck(deck),
            DeckMetadata(deck, LocalizedText.language_neutral(new[0].deck_title)),
            new,
            package,
        )
        for deck, new in shelf.new_notes_by_deck.items()
    ]
    added = [(one.source, one.note.key) for each in written for one in each.notes]
    losses += (loss for each in written for loss in each.losses)
    files = tuple(each.file for each in written if each.notes)
    return ImportedNotes((*pairs, *added), len(added), (*package.losses, *losses), files)


def _load_notes_by_guid(collection: Collection, library: Library) -> dict[str, Note]:
    with collection.read_transaction() as connection:
        return {
            note_guid(note): note
            for deck in library.deck_ids
            for note, _ in notes.iterate_present(connection, deck)
        }


def _in_import_order(
    package: PackageData, note_by_guid: Mapping[str, Note]
) -> list[tuple[SourceNote, StudyAppNote | None]]:
    """Existing notes first, because they tell which deck an Anki deck belongs to, then notes exported by StudyApp, which
    have their ids."""
    return sorted(
        ((source, read_studyapp_note(source)) for source in package.notes),
        key=lambda each: (each[0].guid not in note_by_guid, each[1] is None),
    )


class _NotePlacer:
    """Gives each new note its deck and its id."""

    def __init__(
        self,
        collection: Collection,
        library: Library,
        deck_paths: DeckFilePaths,
        note_type_ids: NoteTypeIds,
        existing_keys: set[str],
    ) -> None:
        self._collection, self._deck_paths, self._note_type_ids, self._existing_keys = (
            collection,
            deck_paths,
            note_type_ids,
            existing_keys,
        )
        self._last_number_by_id: dict[tuple[str, str], int] = {}
        self._deck_by_id = {deck.head.id: deck for deck in library.decks}
        self._used_ids_by_deck: dict[str, set[str]] = {}
        self._title_by_deck: dict[str, str] = {}
        self._deck_by_anki_deck: dict[int, str] = {}
        self.new_notes_by_deck: dict[str, list[ImportedNote]] = {}

    def map_anki_deck(self, source: SourceNote, deck: str) -> None:
        """A note of this deck of Anki stands in that deck of ours: whatever it is called now, others join it."""
        if source.cards and self._is_writable(deck):
            self._deck_by_anki_deck.setdefault(source.cards[0].deck_id, deck)

    def place_studyapp_note(
        self, source: SourceNote, note: Note, media_name_by_path: Mapping[str, str], package: PackageData
    ) -> tuple[Loss, ...]:
        """A note of ours whose deck file is not here, or has it no more."""
        if isinstance(note.content, Diagram):
            return (Loss(LossKind.DRAWING_SOURCE_MISSING, note.key),)
        title = _deck_title(source, package)
        deck = note.deck_id if self._is_writable(note.deck_id) else self._choose_deck_id(note.deck_id, title)
        if source.cards:
            self._deck_by_anki_deck.setdefault(source.cards[0].deck_id, deck)
        name = note.id if f"{deck}/{note.id}" not in self._existing_keys else self._reserve_id(deck, note.id)
        self._used_ids(deck).add(name)
        self._existing_keys.add(f"{deck}/{name}")
        guid = "" if derive_guid(f"{deck}/{name}") == source.guid else source.guid
        self._add(
            ImportedNote(
                source, replace(note, deck_id=deck, id=name, anki_guid=guid), title, media_name_by_path
            )
        )
        return ()

    def place_anki_note(self, source: SourceNote, package: PackageData) -> tuple[Loss, ...]:
        """Any other note."""
        title = _deck_title(source, package)
        joined = self._deck_by_anki_deck.get(source.cards[0].deck_id) if source.cards else None
        deck = joined or self._choose_deck_id(make_provisional_id(title.replace("::", " "), "deck"), title)
        convert = convert_markdown_note if package.is_markdown else convert_note
        made = convert(source, media_folder(deck), package.media_names)
        if isinstance(made, Loss):
            return (made,)
        made = resolve_media_conflicts(made, self._deck_paths.path_for_deck(deck).parent, package)
        losses = list(made.losses)
        if len({card.deck_id for card in source.cards}) > 1:
            losses.append(Loss(LossKind.CARDS_IN_SEVERAL_DECKS, note_excerpt(source)))
        name = self._reserve_id(deck, make_provisional_id(note_excerpt(source), "note"))
        note = Note(
            deck,
            name,
            made.content,
            source.tags,
            explanation=made.why,
            anki_guid=source.guid,
            original_note_type=made.original_note_type,
        )
        note = self._note_type_ids.assign_note_type_id(note)
        self._add(ImportedNote(source, note, title, made.media_name_by_path))
        return tuple(losses)

    def _add(self, new: ImportedNote) -> None:
        self.new_notes_by_deck.setdefault(new.note.deck_id, []).append(new)

    def _choose_deck_id(self, preferred_id: str, title: str) -> str:
        """The id of a deck that is the learner's own, or nobody's yet."""
        number, deck = 1, preferred_id
        while not self._can_use_deck_id(deck, title):
            number += 1
            deck = f"{preferred_id}-{number}"
        self._title_by_deck.setdefault(deck, title)
        return deck

    def _can_use_deck_id(self, deck: str, title: str) -> bool:
        if deck in self._title_by_deck:
            return self._title_by_deck[deck] == title
        known = self._deck_by_id.get(deck)
        if known is None:
            return not self._deck_paths.path_for_deck(deck).exists()
        return title in (known.head.title.versions[0][1], deck) and self._is_writable(deck)

    def _is_writable(self, deck: str) -> bool:
        return deck in self._deck_paths.path_by_deck

    def _used_ids(self, deck: str) -> set[str]:
        """The ids that a note of the deck has or had."""
        if deck not in self._used_ids_by_deck:
            with self._collection.read_transaction() as connection:
                self._used_ids_by_deck[deck] = notes.all_ids(connection, deck)
        return self._used_ids_by_deck[deck]

    def _reserve_id(self, deck: str, preferred_id: str) -> str:
        taken = self._used_ids(deck)
        number = self._last_number_by_id.get((deck, preferred_id), 1)
        name = preferred_id if number == 1 else f"{preferred_id}-{number}"
        while name in taken:
            number += 1
            name = f"{preferred_id}-{number}"
        self._last_number_by_id[deck, preferred_id] = number
        taken.add(name)
        return name


def _deck_title(source: SourceNote, package: PackageData) -> str:
    """The name of the deck that a note's first card is in; ours stand below one that we leave out."""
    name = package.deck_names_by_id.get(source.cards[0].deck_id, "") if source.cards else ""
    return name.removeprefix(f"{PARENT_DECK_NAME}::") or "Anki"
