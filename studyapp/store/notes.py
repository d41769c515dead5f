"""The tables of notes and of their cards."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from studyapp.core.cards.card import Card, cards_of, is_always_available, is_available_in
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_codec import decode_note, encode_note
from studyapp.core.text.localized_text import SAME_LANGUAGES_ON_BOTH_SIDES
from studyapp.core.transfer.markdown_images import find_media_paths
from studyapp.store import custom_note_types
from studyapp.store.schedules import CARD_COLUMNS, VALUES_OF_CARD_COLUMNS

Row = TypeVar("Row")

_ROWS_PER_CHECK = 500
"""Rows that are stored between two checks whether to stop."""

_ASKED_IN_ALL = f" {' '.join(SAME_LANGUAGES_ON_BOTH_SIDES)} "
"""The stored value of `asked_in` for a card that is always available."""


@dataclass(frozen=True, slots=True)
class NoteChanges:
    """How many notes of a deck were added, changed, removed and restored."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    restored: int = 0


def load(connection: sqlite3.Connection, deck: str, note_id: str) -> Note | None:
    """Return a note; None if it was never in the deck or was removed from it."""
    return _load(connection, deck, note_id, "present = 1")


def load_removed(connection: sqlite3.Connection, deck: str, note_id: str) -> Note | None:
    """Return a note that was removed from its deck, as it was last; None if it was not removed."""
    return _load(connection, deck, note_id, "present = 0")


def _load(connection: sqlite3.Connection, deck: str, note_id: str, condition: str) -> Note | None:
    row = connection.execute(
        f"SELECT content FROM note WHERE deck = ? AND id = ? AND {condition}", (deck, note_id)
    ).fetchone()
    if row is None:
        return None
    return decode_note(deck, note_id, row[0], custom_note_types.cached_loader(connection))


class StoredNote(NamedTuple):
    """A note and the time of its last change (Unix seconds)."""

    note: Note
    changed_at: int


NoteDecoder = Callable[[str, str, str], Note]
"""Decodes a stored note: from the id of its deck, its own id, and its JSON."""


def note_decoder(connection: sqlite3.Connection) -> NoteDecoder:
    """Return a decoder of stored notes. With `functools.cache`, it decodes versions of a note that are equal only once."""
    load_note_type = custom_note_types.cached_loader(connection)
    return lambda deck, note_id, content: decode_note(deck, note_id, content, load_note_type)


def iterate_present(
    connection: sqlite3.Connection, deck: str, decode: NoteDecoder | None = None
) -> Iterator[StoredNote]:
    """Return the notes of a deck in file order. `decode` may be a decoder that has decoded some of them before."""
    rows = connection.execute(
        "SELECT id, content, changed_at FROM note WHERE deck = ? AND present = 1 ORDER BY position", (deck,)
    )
    decode = decode or note_decoder(connection)
    return (StoredNote(decode(deck, note_id, content), changed_at) for note_id, content, changed_at in rows)


def iterate_containing(connection: sqlite3.Connection, deck: str, encoded_text: str) -> Iterator[Note]:
    """Yield the notes of a deck whose stored JSON contains a text, encoded as in JSON."""
    rows = connection.execute(
        "SELECT id, content FROM note WHERE deck = ? AND present = 1 AND instr(content, ?) ORDER BY position",
        (deck, encoded_text),
    )
    load_note_type = custom_note_types.cached_loader(connection)
    return (decode_note(deck, note_id, content, load_note_type) for note_id, content in rows)


def all_tags(connection: sqlite3.Connection) -> set[str]:
    """Return the tags of all notes that are in a deck."""
    rows = connection.execute(
        "SELECT DISTINCT tag.value FROM note, json_each(note.content, '$.tags') AS tag WHERE present = 1"
    )
    return {str(tag) for (tag,) in rows}


def anki_guid_by_id(connection: sqlite3.Connection, deck: str) -> dict[str, str]:
    """Return the guid that each note of a deck has from Anki, by note id in file order; empty for a note without one."""
    rows = connection.execute(
        "SELECT id, coalesce(json_extract(content, '$.guid'), '') FROM note WHERE deck = ? AND present = 1 "
        "ORDER BY position",
        (deck,),
    )
    return dict(rows.fetchall())


class NoteMedia(NamedTuple):
    """An image or a sound of a note. `path` is relative to the folder of the deck file."""

    note_id: str
    path: str


def iterate_media(connection: sqlite3.Connection, deck: str) -> Iterator[NoteMedia]:
    """Yield the images and sounds in the Markdown texts of a deck's notes."""
    for note_id, content in iterate_with_media(connection, deck):
        for path in find_media_paths(content):
            yield NoteMedia(note_id, path)


def iterate_with_media(connection: sqlite3.Connection, deck: str) -> Iterator[tuple[str, str]]:
    """Return the ids and the JSON of a deck's notes that may have images or sounds in Markdown texts."""
    return connection.execute(
        "SELECT id, content FROM note WHERE deck = ? AND present = 1 "
        "AND (instr(content, '![') OR instr(content, '[sound:')) "
        'AND NOT instr(content, \'"type": "templated"\')',
        (deck,),
    )


def keys_requiring(connection: sqlite3.Connection, note_keys: Iterable[str]) -> list[str]:
    """Return the keys of the notes that have one of these notes as a prerequisite, in file order."""
    rows = connection.execute(
        "SELECT DISTINCT note.deck || '/' || note.id FROM note, json_each(note.content, '$.requires') AS required "
        "WHERE present = 1 AND required.value IN (SELECT value FROM json_each(?)) ORDER BY note.deck, note.position",
        (json.dumps(list(note_keys)),),
    )
    return [key for (key,) in rows]


def all_ids(connection: sqlite3.Connection, deck: str) -> set[str]:
    """Return the ids of all notes that the deck has ever had. Removed notes keep their history."""
    return {row[0] for row in connection.execute("SELECT id FROM note WHERE deck = ?", (deck,))}


def present_ids(connection: sqlite3.Connection, deck: str) -> set[str]:
    """Return the ids of the notes that are in a deck."""
    rows = connection.execute("SELECT id FROM note WHERE deck = ? AND present = 1", (deck,))
    return {note_id for (note_id,) in rows}


def count(connection: sqlite3.Connection, deck: str) -> int:
    """Return the number of notes in a deck."""
    return int(
        connection.execute("SELECT count(*) FROM note WHERE deck = ? AND present = 1", (deck,)).fetchone()[0]
    )


def replace_all(
    connection: sqlite3.Connection,
    deck: str,
    notes: Sequence[Note],
    now_seconds: int,
    *,
    keep_missing: bool = False,
    check_cancelled: Callable[[], None] = lambda: None,
) -> NoteChanges:
    """Replace the notes and cards of a deck. `check_cancelled` is called often and may raise; then roll back.

    A missing note is hidden with its cards but keeps its history; with `keep_missing` it stays as it was. New and
    changed notes get the time `now_seconds` (Unix seconds), or a second after their last change if that is later.
    """
    stored_by_id = _stored_rows(connection, deck)
    added = changed = restored = 0
    custom_note_types.save(connection, {note.custom_note_type for note in notes if note.custom_note_type})
    note_rows: list[tuple[object, ...]] = []
    changed_notes: list[tuple[Note, int]] = []
    new_positions: list[tuple[int, str]] = []
    for position, note in enumerate(_checked(notes, check_cancelled)):
        content = encode_note(note)
        stored = stored_by_id.pop(note.id, None)
        if stored is not None and stored[1] == content and stored[3]:
            if stored[0] != position:
                new_positions.append((position, note.id))
            continue
        added += stored is None
        restored += stored is not None and not stored[3]
        changed += stored is not None and stored[3]
        note_rows.append((deck, note.id, position, content, _changed_at(stored, content, now_seconds)))
        changed_notes.append((note, position))
    connection.executemany(
        "INSERT OR REPLACE INTO note (deck, id, position, content, changed_at, present) VALUES (?, ?, ?, ?, ?, 1)",
        _checked(sorted(note_rows), check_cancelled),
    )
    _save_cards(connection, changed_notes, check_cancelled)
    _update_positions(connection, deck, new_positions)
    _update_cards_of_cloze_types(connection, deck, notes)
    missing_notes = [] if keep_missing else [note for note, stored in stored_by_id.items() if stored[3]]
    removed = hide(connection, deck, missing_notes)
    return NoteChanges(added, changed, removed, restored)


def _changed_at(stored: tuple[int, str, int, bool] | None, content: str, now_seconds: int) -> int:
    """Return when a note was last changed (Unix seconds), given its stored row, if any, and its content now."""
    if stored is None:
        return now_seconds
    return stored[2] if stored[1] == content else max(now_seconds, stored[2] + 1)


def _stored_rows(connection: sqlite3.Connection, deck_id: str) -> dict[str, tuple[int, str, int, bool]]:
    """Position, content, time of the last change and presence of each note, by note id."""
    rows = connection.execute(
        "SELECT id, position, content, changed_at, present FROM note WHERE deck = ?", (deck_id,)
    )
    return {row[0]: row[1:] for row in rows}


def _checked(rows: Iterable[Row], check_cancelled: Callable[[], None]) -> Iterator[Row]:
    """Yield the rows, and call `check_cancelled` between some of them."""
    for number, row in enumerate(rows):
        if number % _ROWS_PER_CHECK == 0:
            check_cancelled()
        yield row


def _save_cards(
    connection: sqlite3.Connection,
    notes: Sequence[tuple[Note, int]],
    check_cancelled: Callable[[], None] = lambda: None,
) -> None:
    """Save the cards of notes, each with its position, and hide those that they no longer have.

    The rows are sorted as the tables are: SQLite then appends them, instead of searching for the place of each.
    """
    connection.executemany(
        "UPDATE card SET present = 0 WHERE deck = ? AND note = ?",
        _checked(sorted((note.deck_id, note.id) for note, _ in notes), check_cancelled),
    )
    connection.executemany(
        f"INSERT INTO card (deck, note, ordinal, position, asked_in, present, {CARD_COLUMNS}) "
        f"SELECT ?1, ?2, ?3, ?4, ?5, 1, {VALUES_OF_CARD_COLUMNS} "
        "FROM (SELECT 1) LEFT JOIN schedule ON deck = ?1 AND note = ?2 AND ordinal = ?3 WHERE true "
        "ON CONFLICT (deck, note, ordinal) DO UPDATE SET position = ?4, asked_in = ?5, present = 1",
        _checked(
            sorted(
                (note.deck_id, note.id, card.ordinal, position, _asked_in(card))
                for note, position in notes
                for card in cards_of(note)
            ),
            check_cancelled,
        ),
    )


def _asked_in(card: Card) -> str:
    if is_always_available(card):
        return _ASKED_IN_ALL
    available = (languages for languages in SAME_LANGUAGES_ON_BOTH_SIDES if is_available_in(card, languages))
    return f" {' '.join(available)} "


def _update_cards_of_cloze_types(connection: sqlite3.Connection, deck: str, notes: Sequence[Note]) -> None:
    """Save the cards of cloze notes again if an earlier version of StudyApp generated different cards."""
    of_cloze_types = [
        (note, position)
        for position, note in enumerate(notes)
        if note.custom_note_type is not None and note.custom_note_type.is_cloze
    ]
    if not of_cloze_types:
        return
    stored_ordinals: dict[str, set[int]] = {}
    for note_id, ordinal in connection.execute(
        "SELECT note, ordinal FROM card WHERE deck = ? AND present = 1", (deck,)
    ):
        stored_ordinals.setdefault(note_id, set()).add(ordinal)
    _save_cards(
        connection,
        [
            (note, position)
            for note, position in of_cloze_types
            if {card.ordinal for card in cards_of(note)} != stored_ordinals.get(note.id, set())
        ],
    )


def _update_positions(
    connection: sqlite3.Connection, deck: str, new_positions: list[tuple[int, str]]
) -> None:
    rows = [(position, deck, note) for position, note in new_positions]
    connection.executemany("UPDATE note SET position = ? WHERE deck = ? AND id = ?", rows)
    connection.executemany("UPDATE card SET position = ? WHERE deck = ? AND note = ?", rows)


def hide(connection: sqlite3.Connection, deck: str, note_ids: Sequence[str]) -> int:
    """Hide notes that were removed from their deck, with their cards, and return how many these are."""
    rows = [(deck, note) for note in note_ids]
    connection.executemany("UPDATE note SET present = 0 WHERE deck = ? AND id = ?", rows)
    connection.executemany("UPDATE card SET present = 0 WHERE deck = ? AND note = ?", rows)
    return len(rows)


def contains_text(connection: sqlite3.Connection, texts: Sequence[str], checked_count: int) -> bool:
    """Return whether the stored content of one of the first `checked_count` notes contains one of these texts."""
    condition = " OR ".join("instr(content, ?)" for _ in texts)
    row = connection.execute(
        f"SELECT 1 FROM (SELECT content FROM note WHERE present = 1 LIMIT ?) WHERE {condition} LIMIT 1",
        (checked_count, *texts),
    ).fetchone()
    return row is not None
