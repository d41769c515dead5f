"""Deck files that are about to be edited."""

import hashlib
import shutil
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from studyapp.atomic_file import atomic_write
from studyapp.core.note_editing.text_changes import TextPart
from studyapp.core.notes.deck import Deck
from studyapp.core.notes.media_names import DRAWINGS_FOLDER
from studyapp.core.notes.note import Note
from studyapp.deckfiles.problems.problem import Severity
from studyapp.deckfiles.reading.deck_reading import DeckReadResult, read_deck_bytes
from studyapp.services.editing.steps import edit_errors
from studyapp.services.editing.steps.deck_text import split_into_parts
from studyapp.services.editing.steps.edit_environment import EditEnvironment
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.library.deck_library import LibraryDeck
from studyapp.services.library.media_files import find_media
from studyapp.store import decks


@dataclass(frozen=True)
class OpenDeck:
    """A deck file with the bytes that it has now, and the deck that it contains.

    `bundled_path` is the file of a bundled deck that is copied to `path`, with its media, before the edit; else None.
    """

    path: Path
    data: bytes = field(repr=False)
    reading: DeckReadResult = field(repr=False)
    deck: Deck = field(repr=False)
    bundled_path: Path | None = None

    @cached_property
    def note_by_id(self) -> dict[str, Note]:
        """The notes of the deck by id."""
        return {note.id: note for note in self.deck.notes}

    @cached_property
    def parts(self) -> tuple[TextPart, ...]:
        """The parts of the file."""
        return split_into_parts(self.data, self.reading.position_by_note_id)

    def ids_missing_in(self, other: "OpenDeck") -> tuple[str, ...]:
        """Return the ids of the notes that the file has and another one does not."""
        other_ids = other.reading.position_by_note_id
        return tuple(note_id for note_id in self.reading.position_by_note_id if note_id not in other_ids)

    def note(self, note_id: str) -> Note:
        """Return a note. Raises EditError if the file has none with this id."""
        note = self.note_by_id.get(note_id)
        if note is None:
            raise EditError(edit_errors.NOTE_MISSING, file=self.path, note=note_id)
        return note


def open_deck(environment: EditEnvironment, deck_id: str) -> OpenDeck:
    """Read the file of a deck. A bundled deck will be edited in a copy in the user's folder.

    Raises EditError if the deck has no file, or the file can't be read.
    """
    path = find_deck_file(environment, deck_id)
    if path is None:
        raise EditError(edit_errors.UNKNOWN_DECK, deck=deck_id)
    opened = read_open_deck(path)
    if opened.deck.metadata.id != deck_id:
        raise EditError(edit_errors.UNKNOWN_DECK, deck=deck_id)
    if path.parent == environment.bundled_decks_folder:
        return replace(opened, path=environment.user_decks_folder / path.name, bundled_path=path)
    return opened


def read_open_deck(path: Path) -> OpenDeck:
    """Read a deck file. Raises EditError if it can't be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise EditError(
            edit_errors.UNREADABLE_DECK, file=path, problem=f"{error.strerror or error}."
        ) from error
    return interpret(path, data)


def read_bundled_deck(path: Path | None) -> OpenDeck | None:
    """Return a bundled deck; None if there is none, or it can't be read, which the next refresh of the library reports."""
    try:
        return read_open_deck(path) if path is not None else None
    except EditError:
        return None


def interpret(path: Path, data: bytes) -> OpenDeck:
    """Read these bytes as the content of a deck file. Raises EditError if they are not a deck."""
    reading = read_deck_bytes(data, path)
    if reading.deck is None:
        errors = [problem for problem in reading.problems if problem.severity is Severity.ERROR]
        raise EditError(edit_errors.UNREADABLE_DECK, file=path, problem=errors[0].message if errors else "")
    return OpenDeck(path, data, reading, reading.deck)


def find_deck_file(environment: EditEnvironment, deck_id: str) -> Path | None:
    """Return the file of a deck, also of one that was created or copied after the library was read; None if it has
    none. The user's copy of a bundled deck comes first."""
    path = next((deck.path for deck in environment.library.decks if deck.metadata.id == deck_id), None)
    if path is not None and path.parent != environment.bundled_decks_folder and path.is_file():
        return path
    with environment.collection.read_transaction() as connection:
        paths = decks.paths_of_deck(connection, deck_id)
    own = next((one for one in paths if one.parent == environment.user_decks_folder and one.is_file()), None)
    return own or (path if path is not None and path.is_file() else None)


def copy_bundled_media(environment: EditEnvironment, opened: OpenDeck) -> None:
    """Copy the media and drawings of a bundled deck to the user's folder, before the deck itself is written there.

    Raises EditError if one can't be copied, or another file has its name; then nothing was changed that is in use.
    """
    if opened.bundled_path is None:
        return
    source_folder, folder = opened.bundled_path.parent, opened.path.parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        copies = {
            source: folder / source.relative_to(source_folder)
            for source in _list_media(environment, opened.bundled_path, opened.deck)
        }
        for source, copy in copies.items():
            if copy.exists() and _digest(copy) != _digest(source):
                raise EditError(edit_errors.FILE_IN_THE_WAY, file=copy)
        for source, copy in copies.items():
            if not copy.exists():
                copy.parent.mkdir(parents=True, exist_ok=True)
                with source.open("rb") as original, atomic_write(copy) as target:
                    shutil.copyfileobj(original, target)
    except OSError as error:
        raise EditError(edit_errors.NOT_WRITABLE, file=folder, reason=error.strerror or error) from error


def _list_media(environment: EditEnvironment, path: Path, deck: Deck) -> list[Path]:
    media = find_media(environment.collection, LibraryDeck(deck.metadata, path))
    files = (*media.existing, *media.folder.glob("*"), *(path.parent / DRAWINGS_FOLDER).glob("*.yaml"))
    return [file for file in dict.fromkeys(files) if file.is_file()]


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
