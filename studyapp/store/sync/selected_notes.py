"""Reading some of the notes of a deck."""

import sqlite3
from collections.abc import Callable, Iterator

from studyapp.store.notes import NoteDecoder, StoredNote, note_decoder


def iterate_selected(
    connection: sqlite3.Connection,
    deck: str,
    is_selected: Callable[[str], bool],
    decode: NoteDecoder | None = None,
) -> Iterator[StoredNote]:
    """Return the present notes of a deck whose keys are selected, in file order. Only these are decoded. `decode` may be a
    decoder that has decoded some of them before."""
    rows = connection.execute(
        "SELECT id, content, changed_at FROM note WHERE deck = ? AND present = 1 ORDER BY position", (deck,)
    )
    decode = decode or note_decoder(connection)
    return (
        StoredNote(decode(deck, note_id, content), changed_at)
        for note_id, content, changed_at in rows
        if is_selected(f"{deck}/{note_id}")
    )
