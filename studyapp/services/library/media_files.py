"""The media files of decks."""

from pathlib import Path
from typing import NamedTuple

from studyapp.core.notes.media_names import media_folder
from studyapp.services.library.deck_library import LibraryDeck
from studyapp.store import notes
from studyapp.store.collection import Collection


class MissingImage(NamedTuple):
    """An image that a note shows, but that is not there."""

    note_id: str
    path: Path


class DeckMedia(NamedTuple):
    """The images in the texts of a deck, and the folder with its imported media, which may not exist."""

    existing: tuple[Path, ...]
    missing: tuple[MissingImage, ...]
    folder: Path


def find_media(collection: Collection, deck: LibraryDeck) -> DeckMedia:
    """Return the media of a deck. Images outside the folder of the deck file are ignored, because cards can't show
    them. Raises StoreError if the collection can't be read."""
    folder = deck.path.parent
    existing, missing = dict[Path, None](), list[MissingImage]()
    with collection.read_transaction() as connection:
        for image in notes.iterate_images(connection, deck.metadata.id):
            path = folder / image.path
            if (
                ":" in image.path
                or "\0" in image.path
                or ".." in path.parts
                or not path.is_relative_to(folder)
            ):
                continue
            if path.is_file():
                existing[path] = None
            else:
                missing.append(MissingImage(image.note_id, path))
    return DeckMedia(tuple(existing), tuple(missing), folder / media_folder(deck.metadata.id))
