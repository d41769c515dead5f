"""Tags and sections of the notes, as the decks give them."""

import sqlite3
from collections.abc import Collection, Sequence

from studyapp.core.selection import Selection


def tags(connection: sqlite3.Connection, decks: Sequence[str]) -> list[str]:
    """The tags of the notes in these decks, in alphabetical order."""
    rows = connection.execute(
        "SELECT DISTINCT tag.value FROM note, json_each(note.content, '$.tags') AS tag "
        f"WHERE note.present = 1 AND note.deck IN ({_marks(decks)}) ORDER BY 1",
        tuple(decks),
    )
    return [tag for (tag,) in rows]


def sections(connection: sqlite3.Connection, decks: Sequence[str]) -> list[str]:
    """The sections of the notes in these decks, in no order."""
    rows = connection.execute(
        "SELECT DISTINCT content ->> '$.section' AS section FROM note "
        f"WHERE present = 1 AND section != '' AND deck IN ({_marks(decks)})",
        tuple(decks),
    )
    return [section for (section,) in rows]


def of_selection(connection: sqlite3.Connection, deck: str, selection: Selection) -> frozenset[str]:
    """The notes of a deck, by their key, that have one of the tags and are in one of the sections named."""
    wanted = ""
    if selection.tags:
        wanted += f" AND EXISTS (SELECT 1 FROM json_each(content, '$.tags') WHERE value IN ({_marks(selection.tags)}))"
    if selection.sections:
        wanted += f" AND content ->> '$.section' IN ({_marks(selection.sections)})"
    rows = connection.execute(
        f"SELECT deck || '/' || id FROM note WHERE deck = ? AND present = 1{wanted}",
        (deck, *selection.tags, *selection.sections),
    )
    return frozenset(key for (key,) in rows)


def _marks(values: Collection[str]) -> str:
    return ", ".join("?" * len(values))
