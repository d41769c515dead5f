"""The values that notes have, for the completion of queries."""

import json
import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.custom_note_type_codec import decode_custom_note_type


class NoteValues(NamedTuple):
    """Tags, sections and keys of prerequisites, each once and in alphabetical order."""

    tags: tuple[str, ...]
    sections: tuple[str, ...]
    prerequisites: tuple[str, ...]


def load_note_values(connection: sqlite3.Connection, decks: Sequence[str]) -> NoteValues:
    """Return the values of the present notes of these decks."""
    return NoteValues(
        _distinct(connection, "value.value", ", json_each(note.content, '$.tags') AS value", decks),
        _distinct(connection, "note.content ->> '$.section'", "", decks),
        _distinct(connection, "value.value", ", json_each(note.content, '$.requires') AS value", decks),
    )


def _distinct(connection: sqlite3.Connection, value: str, join: str, decks: Sequence[str]) -> tuple[str, ...]:
    rows = connection.execute(
        f"SELECT DISTINCT {value} AS found FROM note{join} WHERE note.present = 1 AND found IS NOT NULL "
        "AND note.deck IN (SELECT value FROM json_each(?)) ORDER BY 1",
        (json.dumps(list(decks)),),
    )
    return tuple(str(found) for (found,) in rows)


def load_custom_types(connection: sqlite3.Connection) -> list[CustomNoteType]:
    """Return the custom note types."""
    rows = connection.execute("SELECT content FROM custom_type ORDER BY name")
    return [decode_custom_note_type(content) for (content,) in rows]


def custom_field_names(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the fields of custom note types, in alphabetical order."""
    rows = connection.execute(
        "SELECT DISTINCT field.value FROM custom_type, json_each(custom_type.content, '$.fields') AS field ORDER BY 1"
    )
    return [name for (name,) in rows]
