"""Up to which entry of the journal the facts about reviews go, and which cards the later ones concern."""

import sqlite3

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import WHOLE_NOTE, EntryKind


def load_last_entry(connection: sqlite3.Connection, version: str) -> int | None:
    """Return the row id of the last entry that the facts contain; None if there are no facts of this version."""
    row = connection.execute(
        "SELECT last_entry FROM statistics_state WHERE version = ?", (version,)
    ).fetchone()
    return None if row is None else int(row[0])


def save_last_entry(connection: sqlite3.Connection, version: str, last_entry: int) -> None:
    """Store that the facts are of this version and contain all entries up to this row id."""
    connection.execute("DELETE FROM statistics_state")
    connection.execute(
        "INSERT INTO statistics_state (version, last_entry) VALUES (?, ?)", (version, last_entry)
    )


def forget(connection: sqlite3.Connection) -> None:
    """Store that there are no facts."""
    connection.execute("DELETE FROM statistics_state")


_INCOMPLETE = "incomplete"
"""The version while all facts are being stored."""


def begin_attempt(connection: sqlite3.Connection) -> int:
    """Note that all facts are being stored from now on, and return the number of this attempt. It ends those before it."""
    attempt = 1 + (load_last_entry(connection, _INCOMPLETE) or 0)
    save_last_entry(connection, _INCOMPLETE, attempt)
    return attempt


def is_current_attempt(connection: sqlite3.Connection, attempt: int) -> bool:
    """Return whether no other attempt began after this one."""
    return load_last_entry(connection, _INCOMPLETE) == attempt


def is_incomplete(connection: sqlite3.Connection) -> bool:
    """Return whether not all facts are stored yet, so that they may lack totals."""
    return load_last_entry(connection, _INCOMPLETE) is not None


def newest_entry(connection: sqlite3.Connection) -> int:
    """Return the row id of the newest entry, 0 without entries. Entries are never deleted, so row ids grow."""
    return int(connection.execute("SELECT coalesce(max(rowid), 0) FROM entry").fetchone()[0])


def newest_day(connection: sqlite3.Connection) -> int:
    """Return the latest study day of an entry. There must be entries."""
    return int(connection.execute("SELECT max(effective_day) FROM entry").fetchone()[0])


def load_all_cards(connection: sqlite3.Connection) -> list[CardId]:
    """Return every card that the journal or the facts know, under the key that it has or had."""
    return _cards(
        connection,
        f"SELECT deck, note, ordinal FROM entry WHERE ordinal > {WHOLE_NOTE} "
        f"UNION SELECT current_deck, current_note, ordinal FROM entry WHERE current_deck IS NOT NULL AND ordinal > {WHOLE_NOTE} "
        "UNION SELECT deck, note, ordinal FROM reviewed_card",
    )


def load_cards_of_new_entries(connection: sqlite3.Connection, last_entry: int) -> list[CardId]:
    """Return the cards for which entries after this row id were recorded, or for which these count now."""
    return _cards(
        connection,
        f"SELECT deck, note, ordinal FROM entry WHERE rowid > ? AND ordinal > {WHOLE_NOTE} "
        f"UNION SELECT current_deck, current_note, ordinal FROM entry "
        f"WHERE rowid > ? AND current_deck IS NOT NULL AND ordinal > {WHOLE_NOTE}",
        (last_entry, last_entry),
    )


def load_cards_of_moved_notes(connection: sqlite3.Connection) -> list[CardId]:
    """Return the cards of all notes that were ever moved, under all keys that they had."""
    keys: set[tuple[str, str]] = set()
    for deck, note, moved_to in connection.execute(
        f"SELECT deck, note, moved_to FROM entry WHERE ordinal = {WHOLE_NOTE} AND kind = {EntryKind.MOVE_NOTE}"
    ):
        new_deck, _, new_note = moved_to.partition("/")
        keys |= {(deck, note), (new_deck, new_note)}
    select = (
        f"SELECT deck, note, ordinal FROM entry WHERE deck = ? AND note = ? AND ordinal > {WHOLE_NOTE} "
        f"UNION SELECT current_deck, current_note, ordinal FROM entry "
        f"WHERE current_deck = ? AND current_note = ? AND ordinal > {WHOLE_NOTE} "
        "UNION SELECT deck, note, ordinal FROM reviewed_card WHERE deck = ? AND note = ?"
    )
    return [card for key in sorted(keys) for card in _cards(connection, select, (*key, *key, *key))]


def find_kinds_of_new_entries(connection: sqlite3.Connection, last_entry: int) -> frozenset[EntryKind]:
    """Return which of corrections of the time and moves of notes are among the entries after this row id, or were
    undone or redone by these."""
    rows = connection.execute(
        "WITH RECURSIVE concerned (kind, undoes_device, undoes_seq) AS ("
        "SELECT kind, undoes_device, undoes_seq FROM entry WHERE rowid > :last_entry "
        "AND kind IN (:undo, :correction, :move) "
        "UNION SELECT entry.kind, entry.undoes_device, entry.undoes_seq FROM concerned "
        "JOIN entry ON entry.device = concerned.undoes_device AND entry.seq = concerned.undoes_seq) "
        "SELECT DISTINCT kind FROM concerned WHERE kind IN (:correction, :move)",
        {
            "last_entry": last_entry,
            "undo": EntryKind.UNDO,
            "correction": EntryKind.CORRECT_TIME,
            "move": EntryKind.MOVE_NOTE,
        },
    )
    return frozenset(EntryKind(kind) for (kind,) in rows)


def _cards(connection: sqlite3.Connection, sql: str, values: tuple[object, ...] = ()) -> list[CardId]:
    return [CardId(*row) for row in connection.execute(sql, values)]
