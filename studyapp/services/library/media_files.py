"""The media files of decks."""

from pathlib import Path
from typing import NamedTuple

from studyapp.core.notes.media_names import media_folder
from studyapp.services.library.deck_library import LibraryDeck
from studyapp.store import notes
from studyapp.store.collection import Collection


class MissingMedia(NamedTuple):
    """An image or a sound of a note that is not there."""

    note_id: str
    path: Path


class DeckMedia(NamedTuple):
    """The images and sounds in the texts of a deck, and the folder with its imported media, which may not exist."""

    existing: tuple[Path, ...]
    missing: tuple[MissingMedia, ...]
    folder: Path


def find_media(collection: Collection, deck: LibraryDeck) -> DeckMedia:
    """Return the media of a deck. Files outside the folder of the deck file are ignored, because cards can't use
    them. Raises StoreError if the collection can't be read."""
    folder = deck.path.parent
    existing, missing = dict[Path, None](), list[MissingMedia]()
    with collection.read_transaction() as connection:
        for media in notes.iterate_media(connection, deck.metadata.id):
            path = path_below(folder, media.path)
            if path is None:
                continue
            if path.is_file():
                existing[path] = None
            else:
                missing.append(MissingMedia(media.note_id, path))
    return DeckMedia(tuple(existing), tuple(missing), folder / media_folder(deck.metadata.id))


def path_below(folder: Path, media_path: str) -> Path | None:
    """Return the path of a file that a text refers to, or None if it is not below the folder of the deck file."""
    path = folder / media_path
    is_below = ".." not in path.parts and path.is_relative_to(folder)
    return path if is_below and ":" not in media_path and "\0" not in media_path else None
