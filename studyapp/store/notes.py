"""The tables of notes and of their cards."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from studyapp.core.cards.card import cards_of, is_available_in
from studyapp.core.notes.note import Note
from studyapp.core.notes.note_codec import decode_note, encode_note
from studyapp.core.text.localized_text import SAME_LANGUAGES_ON_BOTH_SIDES, CardLanguages
from studyapp.store import custom_note_types
from studyapp.store.card_queries import availability_key


@dataclass(frozen=True, slots=True)
class NoteChanges:
    """How many notes of a deck are new, were rewritten, are gone, or came back."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    restored: int = 0


def load(connection: sqlite3.Connection, deck: str, note_id: str) -> Note | None:
    """A note; None when it was never there or is hidden."""
    row = connection.execute(
        "SELECT content FROM note WHERE deck = ? AND id = ? AND present = 1", (deck, note_id)
    ).fetchone()
    return (
        None
        if row is None
        else decode_note(deck, note_id, row[0], custom_note_types.cached_loader(connection))
    )


def iterate_present(connection: sqlite3.Connection, deck: str) -> Iterator[tuple[Note, int]]:
    """The notes of a deck in the file's order, each with the moment of its last change (unix seconds)."""
    rows = connection.execute(
        "SELECT id, content, changed_at FROM note WHERE deck = ? AND present = 1 ORDER BY position", (deck,)
    )
    read = custom_note_types.cached_loader(connection)
    return ((decode_note(deck, note, content, read), changed_at) for note, content, changed_at in rows)


def all_ids(connection: sqlite3.Connection, deck: str) -> set[str]:
    """The ids of all notes that a deck ever had: a history may hang on each."""
    return {row[0] for row in connection.execute("SELECT id FROM note WHERE deck = ?", (deck,))}


def count(connection: sqlite3.Connection, deck: str) -> int:
    """How many notes a deck has."""
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
) -> NoteChanges:
    """Make these the deck's notes and cards. A note that is gone is hidden with its cards and keeps its
    history, or with `keep_missing` stays as it was; `now` (unix seconds) is when a new or rewritten note
    changed, later than its last change."""
    known = _stored_rows(connection, deck)
    added = changed = returned = 0
    custom_note_types.save(
        connection,
        {note.custom_note_type for note in notes if note.custom_note_type is not None},
    )
    note_rows: list[tuple[object, ...]] = []
    moved: list[tuple[int, str]] = []
    for position, note in enumerate(notes):
        content = encode_note(note)
        before = known.pop(note.id, None)
        if before is not None and before[1] == content and before[3]:
            if before[0] != position:
                moved.append((position, note.id))
            continue
        changed_at = now_seconds
        if before is None:
            added += 1
        else:
            returned += not before[3]
            changed += bool(before[3])
            changed_at = before[2] if before[1] == content else max(now_seconds, before[2] + 1)
        note_rows.append((deck, note.id, position, content, changed_at))
        _put_cards(connection, note, position)
    connection.executemany(
        "INSERT OR REPLACE INTO note (deck, id, position, content, changed_at, present) VALUES (?, ?, ?, ?, ?, 1)",
        note_rows,
    )
    _update_positions(connection, deck, moved)
    gone = [] if keep_missing else [note for note, before in known.items() if before[3]]
    hidden = _hide_missing(connection, deck, gone)
    return NoteChanges(added, changed, hidden, returned)


def _stored_rows(connection: sqlite3.Connection, deck_id: str) -> dict[str, tuple[int, str, int, bool]]:
    """Position, content, time of the last change and presence of each note, by note id."""
    rows = connection.execute(
        "SELECT id, position, content, changed_at, present FROM note WHERE deck = ?", (deck_id,)
    )
    return {row[0]: row[1:] for row in rows}


def _put_cards(connection: sqlite3.Connection, note: Note, position: int) -> None:
    connection.execute("UPDATE card SET present = 0 WHERE deck = ? AND note = ?", (note.deck_id, note.id))
    for card in cards_of(note):
        choices = " ".join(
            choice.value for choice in SAME_LANGUAGES_ON_BOTH_SIDES if is_available_in(card, choice)
        )
        connection.execute(
            "INSERT INTO card (deck, note, ordinal, position, asked_in, present, started) "
            "VALUES (:deck, :note, :ordinal, :position, :asked_in, 1, EXISTS "
            "  (SELECT 1 FROM schedule WHERE deck = :deck AND note = :note AND ordinal = :ordinal AND phase <> 0)) "
            "ON CONFLICT (deck, note, ordinal) DO UPDATE SET position = :position, asked_in = :asked_in, present = 1",
            {
                "deck": note.deck_id,
                "note": note.id,
                "ordinal": card.ordinal,
                "position": position,
                "asked_in": f" {choices} ",
            },
        )


def _update_positions(
    connection: sqlite3.Connection, deck: str, positions_by_note: list[tuple[int, str]]
) -> None:
    rows = [(position, deck, note) for position, note in positions_by_note]
    connection.executemany("UPDATE note SET position = ? WHERE deck = ? AND id = ?", rows)
    connection.executemany("UPDATE card SET position = ? WHERE deck = ? AND note = ?", rows)


def _hide_missing(connection: sqlite3.Connection, deck: str, missing_notes: list[str]) -> int:
    rows = [(deck, note) for note in missing_notes]
    connection.executemany("UPDATE note SET present = 0 WHERE deck = ? AND id = ?", rows)
    connection.executemany("UPDATE card SET present = 0 WHERE deck = ? AND note = ?", rows)
    return len(missing_notes)


@dataclass(frozen=True, slots=True)
class CollectionTotals:
    """How much there is, over some decks: what is in the decks now, and the reviews that stand."""

    notes: int
    cards: int
    new: int
    learning: int
    due: int
    suspended: int


def count_totals(
    connection: sqlite3.Connection, decks: Sequence[str], day: int, languages: CardLanguages
) -> CollectionTotals:
    """Count the present notes and cards of these decks. Every card is new, learning, waiting or due, and
    a suspended one is only suspended; `due` are the review cards due by `day` and the learning ones are apart."""
    marks = ", ".join("?" * len(decks))
    note_count = connection.execute(
        f"SELECT count(*) FROM note WHERE present = 1 AND deck IN ({marks})", tuple(decks)
    ).fetchone()[0]
    row = connection.execute(
        "SELECT count(*), "
        " count(CASE WHEN coalesce(suspended, 0) = 0 AND coalesce(phase, 0) = 0 THEN 1 END), "
        " count(CASE WHEN suspended = 0 AND phase IN (1, 3) THEN 1 END), "
        " count(CASE WHEN suspended = 0 AND phase = 2 AND due_day <= ? THEN 1 END), "
        " count(CASE WHEN suspended = 1 THEN 1 END) "
        "FROM card LEFT JOIN schedule USING (deck, note, ordinal) "
        f"WHERE present = 1 AND instr(asked_in, ?) AND card.deck IN ({marks})",
        (day, availability_key(languages), *decks),
    ).fetchone()
    return CollectionTotals(note_count, *row)
