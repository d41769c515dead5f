"""The contents of deck files that were just written, so that a refresh needn't read them again."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.notes.note import Diagram

if TYPE_CHECKING:
    from studyapp.deckfiles.reading.deck_reading import DeckReadResult


class KnownReading(NamedTuple):
    """What is read from the file at `path`, an absolute path, as long as its content has this SHA-256 digest."""

    path: Path
    digest: str
    reading: "DeckReadResult"


def make_known_reading(path: Path, data: bytes, reading: "DeckReadResult") -> KnownReading | None:
    """Return what is read from a file with this content. None if that also depends on other
    files: each drawing has a file of its own, and a problem may be about one."""
    deck = reading.deck
    if deck is None or reading.problems or any(isinstance(note.content, Diagram) for note in deck.notes):
        return None
    return KnownReading(path, hashlib.sha256(data).hexdigest(), reading)
