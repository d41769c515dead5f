"""The table of note types that decks bring along, by their content: one that changed is another."""

import sqlite3
from collections.abc import Callable, Iterable
from functools import cache

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.custom_note_type_codec import (
    custom_note_type_key,
    decode_custom_note_type,
    encode_custom_note_type,
)


def save(connection: sqlite3.Connection, note_types: Iterable[CustomNoteType]) -> None:
    """Keep these types."""
    connection.executemany(
        "INSERT OR IGNORE INTO custom_type (name, content) VALUES (?, ?)",
        ((custom_note_type_key(one), encode_custom_note_type(one)) for one in note_types),
    )


def cached_loader(connection: sqlite3.Connection) -> Callable[[str], CustomNoteType]:
    """Gives a type by its name, reading each once."""

    @cache
    def read(name: str) -> CustomNoteType:
        (content,) = connection.execute("SELECT content FROM custom_type WHERE name = ?", (name,)).fetchone()
        return decode_custom_note_type(content)

    return read
