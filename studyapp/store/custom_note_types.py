"""The table of note types that decks bring along, by their content: one that changed is another."""

import sqlite3
from collections.abc import Callable, Iterable
from functools import cache

from studyapp.core.notes.custom_note_type import CustomType
from studyapp.core.notes.custom_note_type_codec import (
    custom_type_name,
    decode_custom_type,
    encode_custom_type,
)


def put(connection: sqlite3.Connection, types: Iterable[CustomType]) -> None:
    """Keep these types."""
    connection.executemany(
        "INSERT OR IGNORE INTO custom_type (name, content) VALUES (?, ?)",
        ((custom_type_name(one), encode_custom_type(one)) for one in types),
    )


def reader(connection: sqlite3.Connection) -> Callable[[str], CustomType]:
    """Gives a type by its name, reading each once."""

    @cache
    def read(name: str) -> CustomType:
        (content,) = connection.execute("SELECT content FROM custom_type WHERE name = ?", (name,)).fetchone()
        return decode_custom_type(content)

    return read
