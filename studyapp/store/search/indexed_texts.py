"""The texts of notes as the search index has them."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from studyapp.core.notes.note_type import NoteType
from studyapp.core.search.index.field_names import EXPLANATION_FIELD

_SELECT = "SELECT deck, note, text FROM search_note JOIN search_text USING (id) WHERE type <> ?"


class IndexedText(NamedTuple):
    """A note, and its texts joined as in `searchable_text`."""

    deck_id: str
    note_id: str
    joined_text: str


def iterate_indexed_texts(connection: sqlite3.Connection) -> Iterator[IndexedText]:
    """Yield all indexed notes but diagrams, in the order of their keys. Deleted notes are not indexed."""
    rows = connection.execute(f"{_SELECT} ORDER BY deck, note", (NoteType.DIAGRAM.value,))
    return map(IndexedText._make, rows)


def load_indexed_text(connection: sqlite3.Connection, deck_id: str, note_id: str) -> IndexedText | None:
    """Return an indexed note; None if it is a diagram or was deleted."""
    row = connection.execute(
        f"{_SELECT} AND deck = ? AND note = ?", (NoteType.DIAGRAM.value, deck_id, note_id)
    ).fetchone()
    return None if row is None else IndexedText._make(row)


def explanation_field_number(connection: sqlite3.Connection) -> int:
    """Return the number of the field with explanations, which all notes have. At least one must be indexed."""
    row = connection.execute(
        "SELECT number FROM search_field WHERE name = ?", (EXPLANATION_FIELD,)
    ).fetchone()
    return int(row[0])
