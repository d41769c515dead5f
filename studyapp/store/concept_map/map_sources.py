"""Which decks are joined by prerequisites, and the notes of which maps of drawings are made."""

import json
import sqlite3
from collections.abc import Iterator, Sequence

from studyapp.core.notes.note import Note
from studyapp.core.notes.note_type import NoteType
from studyapp.store.notes import note_decoder


def load_joined_decks(connection: sqlite3.Connection, decks: Sequence[str]) -> list[tuple[str, str]]:
    """Return the pairs of these decks of which a note of the first has a note of the second as a prerequisite. Both may be the
    same deck."""
    rows = connection.execute(
        "WITH wanted (deck) AS (SELECT value FROM json_each(?)), "
        "edge (deck, id, required_deck, required_id) AS ("
        "SELECT note.deck, note.id, substr(required.value, 1, instr(required.value, '/') - 1), "
        "substr(required.value, instr(required.value, '/') + 1) "
        "FROM wanted CROSS JOIN note USING (deck), json_each(note.content, '$.requires') AS required "
        "WHERE note.present = 1 AND instr(note.content, '\"requires\"')) "
        "SELECT DISTINCT edge.deck, edge.required_deck FROM edge "
        "CROSS JOIN note ON (note.deck, note.id) = (edge.required_deck, edge.required_id) "
        "WHERE note.present = 1 AND (note.deck, note.id) <> (edge.deck, edge.id) "
        "AND note.deck IN wanted ORDER BY 1, 2",
        (json.dumps(decks),),
    )
    return list(rows)


def iterate_notes_of_type(connection: sqlite3.Connection, deck: str, note_type: NoteType) -> Iterator[Note]:
    """Yield the notes of a deck that have this type, in file order."""
    rows = connection.execute(
        "SELECT id, content FROM note WHERE deck = ? AND present = 1 AND instr(content, ?) ORDER BY position",
        (deck, f'"type": "{note_type}"'),
    )
    decode = note_decoder(connection)
    return (decode(deck, note_id, content) for note_id, content in rows)
