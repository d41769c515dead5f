"""The table of journal entries."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any, NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import WHOLE_NOTE, Entry, EntryId, EntryKind, TimeCorrection
from studyapp.core.study.rating import Confidence, Rating

_RECORDED_COLUMNS = (
    "device, seq, at, day, deck, note, ordinal, kind, rating, due_day, due_at, took, flag, undoes_device, undoes_seq, "
    "confidence, clock_at, corrects_device, corrects_seq, corrected_at, corrected_day"
)
_EFFECTIVE_COLUMNS = "effective_at, effective_day, effective_due_day, effective_due_at"
"""Derived from the recorded columns and the corrections in effect."""

_MOVE_COLUMNS = "moved_to, current_deck, current_note"
"""The target of a move, and the note under which the entry counts, if it is another one than recorded: derived from the
recorded columns and the moves in effect."""

_COLUMNS = f"{_RECORDED_COLUMNS}, {_EFFECTIVE_COLUMNS}, {_MOVE_COLUMNS}"
"""In the order of the table."""

_COLUMN_COUNT = _COLUMNS.count(",") + 1
_EFFECTIVE_START, _MOVED_TO = 21, 25
"""The places of columns in `_COLUMNS`."""

_OF_CARD = "WHERE deck = ? AND note = ? AND ordinal = ? AND current_deck IS NULL"
_MOVED_TO_CARD = "WHERE current_deck = ? AND current_note = ? AND ordinal = ?"

_REDONE = (
    "EXISTS (SELECT 1 FROM entry AS redo WHERE (redo.undoes_device, redo.undoes_seq) = ({0}.device, {0}.seq))"
)

_MAY_BE_EFFECTIVE = f"""
    (entry.undoes_device IS NULL OR {_REDONE.format("entry")})
    AND NOT EXISTS (
        SELECT 1 FROM entry AS undo WHERE (undo.undoes_device, undo.undoes_seq) = (entry.device, entry.seq)
        AND (undo.effective_at, undo.device, undo.seq) > (entry.effective_at, entry.device, entry.seq)
        AND NOT {_REDONE.format("undo")}
    )
"""
"""False for undos that were never undone and for the entries that they undo. Without these, the same entries are in effect.
`effective_entries` decides about the rest, because an undo can be undone."""

_KIND_BY_NUMBER = {kind.value: kind for kind in EntryKind}
_RATING_BY_NUMBER = {rating.value: rating for rating in Rating}

_MIN_COLUMNS = 15
"""The number of columns in the first schema."""

_RECORDED_TYPES = (
    str, int, int, int, str, str, int, int, int | None, int | None, int | None, int, int, str | None, int | None, int | None,
    int | None, str | None, int | None, int | None, int | None,
)  # fmt: skip


def append(connection: sqlite3.Connection, entries: Iterable[Entry]) -> None:
    """Append entries. Raises sqlite3.IntegrityError if one is already present."""
    connection.executemany(
        f"INSERT INTO entry ({_COLUMNS}) VALUES (?{', ?' * (_COLUMN_COUNT - 1)})", map(_row, entries)
    )


def append_missing(connection: sqlite3.Connection, entries: Iterable[Entry]) -> int:
    """Append the entries that are not present, and return how many these are."""
    known = set(connection.execute("SELECT device, seq FROM entry"))
    missing = [entry for entry in entries if entry.id not in known]
    append(connection, missing)
    return len(missing)


def load_for_card(connection: sqlite3.Connection, card: CardId) -> list[Entry]:
    """Return all entries of a card, in journal order, including those recorded before its note was moved."""
    return load_for_cards(connection, [card])[card]


def load_for_cards(
    connection: sqlite3.Connection, cards: Iterable[CardId], *, skips_undone: bool = False
) -> dict[CardId, list[Entry]]:
    """Return all entries of each of these cards, as `load_for_card` does. With `skips_undone`, undone entries and their
    undos are left out, except where an undo was undone itself."""
    condition = _MAY_BE_EFFECTIVE if skips_undone else "TRUE"
    has_moves = has_moved_entries(connection)
    found: dict[CardId, list[Entry]] = {}
    for card in cards:
        values = (card.deck_id, card.note_id, card.ordinal)
        rows = connection.execute(
            f"SELECT {_COLUMNS} FROM entry {_OF_CARD} AND {condition}", values
        ).fetchall()
        if has_moves:
            rows += connection.execute(
                f"SELECT {_COLUMNS} FROM entry {_MOVED_TO_CARD} AND {condition}", values
            )
        found[card] = sorted(map(_entry, rows), key=lambda entry: entry.sort_key)
    return found


def load_by_id(connection: sqlite3.Connection, ids: Iterable[EntryId]) -> dict[EntryId, Entry]:
    """Return the entries with these ids. Ids without an entry are left out."""
    query = f"SELECT {_COLUMNS} FROM entry WHERE device = ? AND seq = ?"
    rows = (connection.execute(query, entry_id).fetchone() for entry_id in ids)
    return {entry.id: entry for entry in map(_entry, filter(None, rows))}


def has_moved_entries(connection: sqlite3.Connection) -> bool:
    """Return whether any entry counts under another note than the one for which it was recorded."""
    row = connection.execute("SELECT 1 FROM entry WHERE current_deck IS NOT NULL LIMIT 1").fetchone()
    return row is not None


def load_for_whole_notes(connection: sqlite3.Connection) -> list[Entry]:
    """Return the entries that concern whole notes, moves and edits of texts, with their undos, in journal order."""
    return _load(connection, f"WHERE ordinal = {WHOLE_NOTE}", ())


def load_for_day(connection: sqlite3.Connection, day: int) -> list[Entry]:
    """Return all entries of a study day, in journal order."""
    return _load(connection, "WHERE effective_day = ?", (day,))


def load_undos(connection: sqlite3.Connection, day: int | None = None) -> list[Entry]:
    """Return all undos, or those of a study day, in journal order."""
    if day is None:
        # Without the hint, SQLite would read the whole journal, because another index already has this order.
        return _load(connection, "INDEXED BY entry_of_undo WHERE undoes_device IS NOT NULL", ())
    return _load(connection, "WHERE effective_day = ? AND kind = ?", (day, EntryKind.UNDO))


def iterate_by_card(connection: sqlite3.Connection) -> Iterator[tuple[CardId, list[Entry]]]:
    """Yield each card with all of its entries, in journal order. Entries that concern whole notes are left out."""
    # Without moves, SQLite can read the cards in the order of an index.
    card = "coalesce(current_deck, deck), coalesce(current_note, note), ordinal"
    if not has_moved_entries(connection):
        card = "deck, note, ordinal"
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM entry WHERE ordinal > {WHOLE_NOTE} ORDER BY {card}, effective_at, device, seq"
    )
    for card_id, entries in groupby(map(_entry, rows), key=attrgetter("card_id")):
        yield card_id, list(entries)


def iterate_newest_first(connection: sqlite3.Connection, *, skips_undone: bool = False) -> Iterator[Entry]:
    """Return the whole journal in reverse order, read lazily. `skips_undone` works as in `load_for_cards`."""
    condition = _MAY_BE_EFFECTIVE if skips_undone else "TRUE"
    order = "ORDER BY effective_at DESC, device DESC, seq DESC"
    return map(_entry, connection.execute(f"SELECT {_COLUMNS} FROM entry WHERE {condition} {order}"))


def count(connection: sqlite3.Connection) -> int:
    """Return the number of entries."""
    return int(connection.execute("SELECT count(*) FROM entry").fetchone()[0])


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
    seq, newest = connection.execute(
        "SELECT (SELECT coalesce(max(seq), 0) + 1 FROM entry WHERE device = ?), (SELECT max(effective_at) FROM entry)",
        (device,),
    ).fetchone()
    next_at = at if newest is None else max(at, newest + 1)
    return NextEntry(EntryId(device, seq), next_at, None if next_at == at else at)


def newest_time(connection: sqlite3.Connection) -> int | None:
    """Return the time (UTC ms) of the newest entry; None if there are none."""
    newest: int | None = connection.execute("SELECT max(effective_at) FROM entry").fetchone()[0]
    return newest


class RecordedEntry(NamedTuple):
    """An entry with its times and its card as recorded, and with those at which and under which it counts."""

    recorded: Entry
    effective: Entry


def load_recorded(connection: sqlite3.Connection) -> list[RecordedEntry]:
    """Return the whole journal in the order of recording."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM entry ORDER BY rowid")
    return _in_order_of_devices([_recorded_entry(row) for row in rows])


def load_recorded_for_notes(connection: sqlite3.Connection, note_keys: Iterable[str]) -> list[RecordedEntry]:
    """Return the entries recorded for the cards of these notes, in any order."""
    return [
        _recorded_entry(row)
        for key in note_keys
        for row in connection.execute(
            f"SELECT {_COLUMNS} FROM entry WHERE deck = ? AND note = ? AND ordinal > {WHOLE_NOTE}",
            tuple(key.split("/", 1)),
        )
    ]


def _recorded_entry(row: tuple[Any, ...]) -> RecordedEntry:
    effective = _entry(row)
    recorded_times = (row[2], row[3], row[9], row[10])
    is_as_recorded = recorded_times == row[_EFFECTIVE_START:_MOVED_TO] and row[-1] is None
    if is_as_recorded:
        return RecordedEntry(effective, effective)
    return RecordedEntry(
        _entry((*row[:_EFFECTIVE_START], *recorded_times, row[_MOVED_TO], None, None)), effective
    )


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


def save_current_cards(connection: sqlite3.Connection, pairs: Iterable[RecordedEntry]) -> None:
    """Store under which cards these entries count. What was recorded is not changed."""
    connection.executemany(
        "UPDATE entry SET current_deck = ?, current_note = ? WHERE device = ? AND seq = ?",
        ((*_current_note(pair), *pair.recorded.id) for pair in pairs),
    )


def _current_note(pair: RecordedEntry) -> tuple[str | None, str | None]:
    current = pair.effective.card_id
    return (None, None) if current == pair.recorded.card_id else (current.deck_id, current.note_id)


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
    moved_to = row[_MOVED_TO] if len(row) > _MOVED_TO else None
    if not isinstance(moved_to, str | None):
        raise TypeError("a value of another type")
    entry = _entry((*values, values[2], values[3], values[9], values[10], moved_to, None, None))
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
        *entry.id, entry.at, entry.study_day, *entry.card_id, entry.kind, entry.rating, *due, entry.duration_ms,
        entry.flag or entry.steps_done,
        *(entry.undoes or (None, None)), entry.confidence, entry.clock_at,
        *((*correction.target, correction.at, correction.study_day) if correction else (None, None, None, None)),
        entry.at, entry.study_day, entry.due_day, entry.due_at, entry.moved_to or None, None, None,
    )  # fmt: skip


def _entry(row: tuple[Any, ...]) -> Entry:
    (
        device, seq, _, _, deck, note, ordinal, kind, rating, recorded_due_day, recorded_due_at, duration_ms, flag,
        undoes_device, undoes_seq, confidence, clock_at, target_device, target_seq, corrected_at, corrected_day,
        at, day, due_day, due_at, moved_to, current_deck, current_note,
    ) = row  # fmt: skip
    correction = None
    if target_device is not None:
        target = EntryId(target_device, target_seq)
        correction = TimeCorrection(target, corrected_at, corrected_day, recorded_due_day, recorded_due_at)
        due_day = due_at = None
    steps_done = flag if kind == EntryKind.SET_DUE else 0  # in the column of the flag
    # By position, because whole journals are read: names would take twice the time.
    return Entry(
        EntryId(device, seq), at, day,
        CardId(current_deck or deck, current_note or note, ordinal),
        _KIND_BY_NUMBER.get(kind) or EntryKind(kind),
        None if rating is None else _RATING_BY_NUMBER.get(rating) or Rating(rating),
        due_day, due_at, duration_ms,
        0 if kind == EntryKind.SET_DUE else flag,
        None if undoes_device is None else EntryId(undoes_device, undoes_seq),
        None if confidence is None else Confidence(confidence),
        clock_at, correction, moved_to or "", steps_done,
    )  # fmt: skip
