"""The table of custom note types. The key is a hash of the content, so a changed type is a new row."""

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
    """Add the note types that are not stored yet."""
    connection.executemany(
        "INSERT OR IGNORE INTO custom_type (name, content) VALUES (?, ?)",
        ((custom_note_type_key(note_type), encode_custom_note_type(note_type)) for note_type in note_types),
    )


def cached_loader(connection: sqlite3.Connection) -> Callable[[str], CustomNoteType]:
    """Return a function that loads a note type by its key and caches it."""

    @cache
    def load(key: str) -> CustomNoteType:
        (content,) = connection.execute("SELECT content FROM custom_type WHERE name = ?", (key,)).fetchone()
        return decode_custom_note_type(content)

    return load


def load_of_deck(connection: sqlite3.Connection, deck: str) -> list[CustomNoteType]:
    """Return the custom note types of the notes of a deck."""
    rows = connection.execute(
        "SELECT content FROM custom_type WHERE name IN (SELECT DISTINCT coalesce("
        " json_extract(content, '$.came_as'), json_extract(content, '$.content.note_type')) "
        "FROM note WHERE deck = ? AND present = 1) ORDER BY json_extract(content, '$.name')",
        (deck,),
    )
    return [decode_custom_note_type(content) for (content,) in rows]
