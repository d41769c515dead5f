"""The table of journal entries."""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind, TimeCorrection
from studyapp.core.study.rating import Confidence, Rating

_RECORDED_COLUMNS = (
    "device, seq, at, day, deck, note, ordinal, kind, rating, due_day, due_at, took, flag, undoes_device, undoes_seq, "
    "confidence, clock_at, corrects_device, corrects_seq, corrected_at, corrected_day"
)
_EFFECTIVE_COLUMNS = "effective_at, effective_day, effective_due_day, effective_due_at"
"""Derived from the recorded columns and the corrections in effect."""

_COLUMNS = f"{_RECORDED_COLUMNS}, {_EFFECTIVE_COLUMNS}"
"""In the order of the table."""

_MIN_COLUMNS = 15
"""The number of columns in the first schema."""

_RECORDED_TYPES = (
    str, int, int, int, str, str, int, int, int | None, int | None, int | None, int, int, str | None, int | None, int | None,
    int | None, str | None, int | None, int | None, int | None,
)  # fmt: skip


def append(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Append entries. Raises sqlite3.IntegrityError if one is already present."""
    connection.executemany(f"INSERT INTO entry ({_COLUMNS}) VALUES (?{', ?' * 24})", map(_row, entries))


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
    return _load(connection, "WHERE effective_day = ?", (day,))


def iterate_by_card(connection: sqlite3.Connection) -> Iterator[tuple[CardId, list[Entry]]]:
    """Yield each card with all of its entries, in journal order."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM entry ORDER BY deck, note, ordinal, effective_at, device, seq"
    )
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
        _entry,
        connection.execute(f"SELECT {_COLUMNS} FROM entry ORDER BY effective_at DESC, device DESC, seq DESC"),
    )


def count(connection: sqlite3.Connection) -> int:
    """Return the number of entries."""
    return int(connection.execute("SELECT count(*) FROM entry").fetchone()[0])


def average_rating_ms(connection: sqlite3.Connection, count: int = 200) -> float | None:
    """Return the average time of the last `count` reviews in milliseconds; None if there are none."""
    row = connection.execute(
        "SELECT avg(took) FROM (SELECT took FROM entry WHERE kind = ? ORDER BY effective_at DESC LIMIT ?)",
        (EntryKind.REVIEW, count),
    ).fetchone()
    return None if row[0] is None else float(row[0])


class NextEntry(NamedTuple):
    """The id and the time (UTC ms) of an entry to be appended. `clock_at` is the time of the clock if it differs."""

    id: EntryId
    at: int
    clock_at: int | None

    def id_at(self, offset: int) -> EntryId:
        """Return the id of the entry that is `offset` entries later."""
        return EntryId(self.id.device, self.id.seq + offset)


def next_id_and_time(connection: sqlite3.Connection, device: str, at: int) -> NextEntry:
    """Return the id and the time of the device's next entry. The time is `at`, or just after the newest
    entry if the clock was set back, so that the order of the journal is the order of events."""
    seq = connection.execute(
        "SELECT coalesce(max(seq), 0) + 1 FROM entry WHERE device = ?", (device,)
    ).fetchone()[0]
    newest = newest_time(connection)
    next_at = at if newest is None else max(at, newest + 1)
    return NextEntry(EntryId(device, seq), next_at, None if next_at == at else at)


def newest_time(connection: sqlite3.Connection) -> int | None:
    """Return the time (UTC ms) of the newest entry; None if there are none."""
    newest: int | None = connection.execute("SELECT max(effective_at) FROM entry").fetchone()[0]
    return newest


def are_newest_days_out_of_order(
    connection: sqlite3.Connection, device: str, tolerance: int, count: int = 1000
) -> bool:
    """Return whether, among the newest `count` entries, a study day of the device is more than `tolerance` days before
    an earlier one."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM (SELECT effective_day, max(effective_day) OVER (ORDER BY effective_at, seq) AS latest "
        "FROM (SELECT * FROM entry ORDER BY effective_at DESC, device DESC, seq DESC LIMIT ?) WHERE device = ?) "
        "WHERE effective_day < latest - ?)",
        (count, device, tolerance),
    ).fetchone()
    return bool(row[0])


class RecordedEntry(NamedTuple):
    """An entry with its times as recorded, and with those at which it counts."""

    recorded: Entry
    effective: Entry


def load_recorded(connection: sqlite3.Connection) -> list[RecordedEntry]:
    """Return the whole journal in the order of recording."""
    pairs = []
    for row in connection.execute(f"SELECT {_COLUMNS} FROM entry ORDER BY rowid"):
        effective = _entry(row)
        recorded_times = (row[2], row[3], row[9], row[10])
        is_as_recorded = recorded_times == row[-4:]
        recorded = effective if is_as_recorded else _entry((*row[:-4], *recorded_times))
        pairs.append(RecordedEntry(recorded, effective))
    return _in_order_of_devices(pairs)


def _in_order_of_devices(pairs: list[RecordedEntry]) -> list[RecordedEntry]:
    """Put each device's entries in their order. They may have been recovered in another one."""
    by_device: dict[str, list[RecordedEntry]] = {}
    for pair in pairs:
        by_device.setdefault(pair.recorded.id.device, []).append(pair)
    ordered = {
        device: iter(sorted(entries, key=lambda pair: pair.recorded.id.seq))
        for device, entries in by_device.items()
    }
    return [next(ordered[pair.recorded.id.device]) for pair in pairs]


def save_effective_times(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Store the effective times of these entries. Their recorded times are not changed."""
    connection.executemany(
        "UPDATE entry SET effective_at = ?, effective_day = ?, effective_due_day = ?, effective_due_at = ? "
        "WHERE device = ? AND seq = ?",
        ((one.at, one.study_day, one.due_day, one.due_at, *one.id) for one in entries),
    )


def decode_row(row: tuple[object, ...]) -> Entry:
    """Return the entry, as recorded, in a row read from a damaged file. Raises ValueError or TypeError if it is not an
    entry.

    Rows are shorter if they were written before the last columns were added.
    """
    if len(row) < _MIN_COLUMNS:
        raise ValueError("too few columns")
    values = (*row, *(None,) * len(_RECORDED_TYPES))[: len(_RECORDED_TYPES)]
    if not all(isinstance(value, kind) for value, kind in zip(values, _RECORDED_TYPES, strict=True)):
        raise TypeError("a value of another type")
    entry = _entry((*values, values[2], values[3], values[9], values[10]))
    if entry.id.seq < 1 or entry.at < 0 or not entry.id.device:
        raise ValueError("an impossible value")
    return entry


def _load(connection: sqlite3.Connection, where: str, values: tuple[object, ...]) -> list[Entry]:
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM entry {where} ORDER BY effective_at, device, seq", values
    )
    return [_entry(row) for row in rows]


def _row(entry: Entry) -> tuple[object, ...]:
    correction = entry.correction
    due = (entry.due_day, entry.due_at) if correction is None else (correction.due_day, correction.due_at)
    return (
        *entry.id, entry.at, entry.study_day, *entry.card_id, entry.kind, entry.rating, *due, entry.duration_ms, entry.flag,
        *(entry.undoes or (None, None)), entry.confidence, entry.clock_at,
        *((*correction.target, correction.at, correction.study_day) if correction else (None, None, None, None)),
        entry.at, entry.study_day, entry.due_day, entry.due_at,
    )  # fmt: skip


def _entry(row: tuple[Any, ...]) -> Entry:
    (
        device, seq, _, _, deck, note, ordinal, kind, rating, recorded_due_day, recorded_due_at, duration_ms, flag,
        undoes_device, undoes_seq, confidence, clock_at, target_device, target_seq, corrected_at, corrected_day,
        at, day, due_day, due_at,
    ) = row  # fmt: skip
    correction = None
    if target_device is not None:
        target = EntryId(target_device, target_seq)
        correction = TimeCorrection(target, corrected_at, corrected_day, recorded_due_day, recorded_due_at)
        due_day = due_at = None
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
        clock_at=clock_at,
        correction=correction,
    )
