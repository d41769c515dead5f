"""The table of journal entries."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.rating import Confidence, Rating

_COLUMNS = (
    "device, seq, at, day, deck, note, ordinal, kind, rating, due_day, due_at, took, flag, undoes_device, undoes_seq, "
    "confidence"
)
_MIN_COLUMNS = 15
"""The number of columns in the first schema."""

_COLUMN_TYPES = (
    str, int, int, int, str, str, int, int, int | None, int | None, int | None, int, int, str | None, int | None, int | None,
)  # fmt: skip


def append(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Append entries. Raises sqlite3.IntegrityError if one is already present."""
    connection.executemany(
        f"INSERT INTO entry ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        map(_row, entries),
    )


def append_missing(connection: sqlite3.Connection, entries: Iterable[Entry]) -> int:
    """Append the entries that are not present, and return how many these are."""
    known = set(connection.execute("SELECT device, seq FROM entry"))
    missing = [entry for entry in entries if entry.id not in known]
    append(connection, missing)
    return len(missing)


def load_for_card(connection: sqlite3.Connection, card: CardId) -> list[Entry]:
    """Return all entries of a card, in journal order."""
    return _load(
        connection, "WHERE deck = ? AND note = ? AND ordinal = ?", (card.deck_id, card.note_id, card.ordinal)
    )


def load_for_day(connection: sqlite3.Connection, day: int) -> list[Entry]:
    """Return all entries of a study day, in journal order."""
    return _load(connection, "WHERE day = ?", (day,))


def iterate_by_card(connection: sqlite3.Connection) -> Iterator[tuple[CardId, list[Entry]]]:
    """Yield each card with all of its entries, in journal order."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM entry ORDER BY deck, note, ordinal, at, device, seq")
    current: list[Entry] = []
    for entry in map(_entry, rows):
        if current and current[0].card_id != entry.card_id:
            yield current[0].card_id, current
            current = []
        current.append(entry)
    if current:
        yield current[0].card_id, current


def iterate_newest_first(connection: sqlite3.Connection) -> Iterator[Entry]:
    """Return the whole journal in reverse order, read lazily."""
    return map(
        _entry, connection.execute(f"SELECT {_COLUMNS} FROM entry ORDER BY at DESC, device DESC, seq DESC")
    )


def count(connection: sqlite3.Connection) -> int:
    """Return the number of entries."""
    return int(connection.execute("SELECT count(*) FROM entry").fetchone()[0])


def average_rating_ms(connection: sqlite3.Connection, count: int = 200) -> float | None:
    """Return the average time of the last `count` reviews in milliseconds; None if there are none."""
    row = connection.execute(
        "SELECT avg(took) FROM (SELECT took FROM entry WHERE kind = ? ORDER BY at DESC LIMIT ?)",
        (EntryKind.REVIEW, count),
    ).fetchone()
    return None if row[0] is None else float(row[0])


class NextEntry(NamedTuple):
    """The id and the time (UTC ms) of an entry to be appended."""

    id: EntryId
    at: int


def next_id_and_time(connection: sqlite3.Connection, device: str, at: int) -> NextEntry:
    """Return the id and the time of the device's next entry. The time is `at`, or just after the newest
    entry if the clock was set back, so that the order of the journal is the order of events."""
    seq = connection.execute(
        "SELECT coalesce(max(seq), 0) + 1 FROM entry WHERE device = ?", (device,)
    ).fetchone()[0]
    newest = connection.execute("SELECT coalesce(max(at), 0) FROM entry").fetchone()[0]
    return NextEntry(EntryId(device, seq), max(at, newest + 1))


def decode_row(row: tuple[object, ...]) -> Entry:
    """Return the entry in a row read from a damaged file. Raises ValueError or TypeError if it is not an entry.

    Rows are shorter if they were written before the last columns were added.
    """
    if len(row) < _MIN_COLUMNS:
        raise ValueError("too few columns")
    values = (*row, *(None,) * len(_COLUMN_TYPES))[: len(_COLUMN_TYPES)]
    if not all(isinstance(value, kind) for value, kind in zip(values, _COLUMN_TYPES, strict=True)):
        raise TypeError("a value of another type")
    entry = _entry(values)
    if entry.id.seq < 1 or entry.at < 0 or not entry.id.device:
        raise ValueError("an impossible value")
    return entry


def _load(connection: sqlite3.Connection, where: str, values: tuple[object, ...]) -> list[Entry]:
    rows = connection.execute(f"SELECT {_COLUMNS} FROM entry {where} ORDER BY at, device, seq", values)
    return [_entry(row) for row in rows]


def _row(entry: Entry) -> tuple[object, ...]:
    undoes = entry.undoes
    return (
        entry.id.device, entry.id.seq, entry.at, entry.study_day, entry.card_id.deck_id, entry.card_id.note_id, entry.card_id.ordinal,
        entry.kind, entry.rating, entry.due_day, entry.due_at, entry.duration_ms, entry.flag,
        undoes.device if undoes else None, undoes.seq if undoes else None, entry.confidence,
    )  # fmt: skip


def _entry(row: tuple[Any, ...]) -> Entry:
    (
        device,
        seq,
        at,
        day,
        deck,
        note,
        ordinal,
        kind,
        rating,
        due_day,
        due_at,
        duration_ms,
        flag,
        undoes_device,
        undoes_seq,
        confidence,
    ) = row
    return Entry(
        id=EntryId(device, seq),
        at=at,
        study_day=day,
        card_id=CardId(deck, note, ordinal),
        kind=EntryKind(kind),
        rating=None if rating is None else Rating(rating),
        due_day=due_day,
        due_at=due_at,
        duration_ms=duration_ms,
        flag=flag,
        undoes=None if undoes_device is None else EntryId(undoes_device, undoes_seq),
        confidence=None if confidence is None else Confidence(confidence),
    )
