"""Updating the search index after notes have changed."""

import sqlite3
from itertools import count

from studyapp.core.notes.note_codec import decode_note
from studyapp.core.search.index.index_row import IndexRow, make_index_row
from studyapp.core.search.index.index_tokens import text_tokens
from studyapp.core.search.index.index_version import INDEX_VERSION
from studyapp.core.search.index.searchable_text import MAX_FIELD_NUMBER
from studyapp.store import custom_note_types


def is_up_to_date(connection: sqlite3.Connection) -> bool:
    """Return whether no note has changed since it was indexed."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM search_queue) OR NOT EXISTS (SELECT 1 FROM search_version WHERE version = ?)",
        (INDEX_VERSION,),
    ).fetchone()
    return not row[0]


def start_over_if_outdated(connection: sqlite3.Connection) -> None:
    """Empty the index if it was made by another version of the program."""
    if connection.execute("SELECT version FROM search_version").fetchone() == (INDEX_VERSION,):
        return
    for table in ("search_version", "search_field", "search_note", "search_text", "search_queue"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO search_token (search_token) VALUES ('delete-all')")
    connection.execute("INSERT INTO search_queue (deck, note) SELECT deck, id FROM note WHERE present = 1")
    connection.execute("INSERT INTO search_version (version) VALUES (?)", (INDEX_VERSION,))


def count_queued(connection: sqlite3.Connection) -> int:
    """Return the number of notes waiting to be indexed."""
    return int(connection.execute("SELECT count(*) FROM search_queue").fetchone()[0])


def index_queued_notes(connection: sqlite3.Connection, at_most: int) -> int:
    """Index some of the notes that have changed, within a transaction. Return how many."""
    queued = connection.execute("SELECT deck, note FROM search_queue LIMIT ?", (at_most,)).fetchall()
    _remove_from_index(connection, queued)
    load_note_type = custom_note_types.cached_loader(connection)
    fields = _FieldNumbers(connection)
    next_id = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM search_note").fetchone()[0]
    note_rows, texts, tokens = [], [], []
    new_ids = count(next_id)
    for deck, note_id in queued:
        stored = connection.execute(
            "SELECT content FROM note WHERE deck = ? AND id = ? AND present = 1", (deck, note_id)
        ).fetchone()
        if stored is None:
            continue
        row = make_index_row(decode_note(deck, note_id, stored[0], load_note_type), fields.number_of)
        row_id = next(new_ids)
        note_rows.append((row_id, deck, note_id, *_columns(row)))
        texts.append((row_id, row.text))
        tokens.append((row_id, _join_tokens(row.text)))
    connection.executemany(
        "INSERT INTO search_note (id, deck, note, type, custom_type, section, evidence, tags, languages, requires, "
        "first_field) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        note_rows,
    )
    connection.executemany("INSERT INTO search_text (id, text) VALUES (?, ?)", texts)
    connection.executemany("INSERT INTO search_token (rowid, tokens) VALUES (?, ?)", tokens)
    connection.executemany("DELETE FROM search_queue WHERE deck = ? AND note = ?", queued)
    return len(queued)


def _columns(row: IndexRow) -> tuple[str, ...]:
    return (
        row.note_type, row.custom_type, row.section, row.evidence, row.tags, row.languages, row.prerequisites, row.first_field,
    )  # fmt: skip


def _join_tokens(text: str) -> str:
    return " ".join(text_tokens(text))


def _remove_from_index(connection: sqlite3.Connection, notes: list[tuple[str, str]]) -> None:
    if connection.execute("SELECT 1 FROM search_note LIMIT 1").fetchone() is None:
        return
    for note in notes:
        row = connection.execute(
            "SELECT id, text FROM search_note JOIN search_text USING (id) WHERE deck = ? AND note = ?", note
        ).fetchone()
        if row is None:
            continue
        row_id, text = row
        # The table of tokens stores no content, so it has to be told what to remove.
        connection.execute(
            "INSERT INTO search_token (search_token, rowid, tokens) VALUES ('delete', ?, ?)",
            (row_id, _join_tokens(text)),
        )
        connection.execute("DELETE FROM search_text WHERE id = ?", (row_id,))
        connection.execute("DELETE FROM search_note WHERE id = ?", (row_id,))


class _FieldNumbers:
    """The numbers of the names of fields, of which new ones are stored."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._number_by_name = dict(connection.execute("SELECT name, number FROM search_field"))

    def number_of(self, name: str) -> int:
        number: int | None = self._number_by_name.get(name)
        if number is None:
            number = min(len(self._number_by_name), MAX_FIELD_NUMBER)
            self._number_by_name[name] = number
            self._connection.execute(
                "INSERT OR IGNORE INTO search_field (number, name) VALUES (?, ?)", (number, name)
            )
        return number
