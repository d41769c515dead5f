"""Digests of everything stored about notes, by which a sync finds the notes that changed here since the last one.

They are only compared with digests that the same collection contains.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from studyapp.core.value_digest import digest_values
from studyapp.store import schedules

_OF_DECK = (
    "SELECT deck || '/' || id, content, changed_at FROM note WHERE deck = ? AND present = 1",
    f"SELECT deck || '/' || note, ordinal, {schedules.COLUMNS} FROM schedule WHERE deck = ? ORDER BY note, ordinal",
    # Entries are only appended, so their number tells whether they are the same. An index has all that is needed.
    "SELECT deck || '/' || note, ordinal, count(*) FROM entry WHERE deck = ? GROUP BY note, ordinal ORDER BY note, ordinal",
)
_DERIVED = "effective_at, effective_day, effective_due_day, effective_due_at, current_deck, current_note"
_CORRECTED_OR_MOVED = (
    f"SELECT deck || '/' || note, coalesce(current_deck || '/' || current_note, ''), device, seq, {_DERIVED} FROM entry "
    "WHERE (effective_at, effective_day) IS NOT (at, day) OR current_deck IS NOT NULL "
    "OR (effective_due_day, effective_due_at) IS NOT (due_day, due_at) ORDER BY device, seq"
)
"""The entries whose times or notes differ from those recorded at first. Only these values can change."""

_KNOWN_OF_ANKI = (
    "SELECT note, digest, changed_at, content_in_anki FROM exported WHERE note >= ? AND note < ?",
    "SELECT note, is_sent, note_type, field_names, deck_name, languages, content FROM common_version "
    "WHERE note >= ? AND note < ? ORDER BY note, is_sent",
)


def digest_notes(connection: sqlite3.Connection, decks: Iterable[str]) -> dict[str, bytes]:
    """Return a digest of each note that is in one of these decks, with the progress of its cards, by note key."""
    parts: dict[str, list[object]] = {}
    corrected_or_moved: dict[str, list[object]] = defaultdict(list)
    for row in connection.execute(_CORRECTED_OR_MOVED):
        for key in row[:2]:
            corrected_or_moved[key].append(row)
    for deck in decks:
        notes, *others = _OF_DECK
        for row in connection.execute(notes, (deck,)):
            parts[row[0]] = [digest_values(row)]
        for query in others:
            for row in connection.execute(query, (deck,)):
                if row[0] in parts:
                    parts[row[0]].append(row)
    return {key: digest_values(values + corrected_or_moved.get(key, [])) for key, values in parts.items()}


def digest_known_of_anki(connection: sqlite3.Connection, decks: Iterable[str]) -> dict[str, bytes]:
    """Return a digest of what is known of each note in Anki, by note key: what was exported, the common
    versions, and the decks there to which its deck belongs."""
    parts: dict[str, list[bytes]] = {}
    for deck in decks:
        decks_in_anki = connection.execute("SELECT * FROM anki_deck WHERE deck = ? ORDER BY anki", (deck,))
        shared = digest_values(decks_in_anki.fetchall())
        # Ids contain no slash, and "0" is the character after it.
        for query in _KNOWN_OF_ANKI:
            for row in connection.execute(query, (f"{deck}/", f"{deck}0")):
                parts.setdefault(row[0], [shared]).append(digest_values(row))
    return {key: digest_values(values) for key, values in parts.items()}
