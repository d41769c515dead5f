"""The table of the schedule."""

import sqlite3
from collections.abc import Iterator
from typing import Any

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.schedule import Learning, New, Phase, Relearning, Review, Schedule
from studyapp.core.study.scheduler import Memory

_COLUMNS = (
    "phase, stability, difficulty, step, due_day, due_at, reviews, lapses, first_day, last_day, last_at, suspended, "
    "buried_on, flag"
)
_PHASES: dict[type[Phase], int] = {New: 0, Learning: 1, Review: 2, Relearning: 3}


def of_card(connection: sqlite3.Connection, card: CardId) -> Schedule:
    """A card's schedule; a new one where it has no row."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM schedule WHERE deck = ? AND note = ? AND ordinal = ?",
        (card.deck, card.note, card.ordinal),
    ).fetchone()
    return Schedule() if row is None else _schedule(row)


def everything(connection: sqlite3.Connection) -> Iterator[tuple[CardId, Schedule]]:
    """All rows, in the order of the cards' identities."""
    for row in connection.execute(
        f"SELECT deck, note, ordinal, {_COLUMNS} FROM schedule ORDER BY deck, note, ordinal"
    ):
        yield CardId(*row[:3]), _schedule(row[3:])


def put(connection: sqlite3.Connection, card: CardId, schedule: Schedule) -> None:
    """Make this the card's schedule."""
    connection.execute(
        f"INSERT OR REPLACE INTO schedule (deck, note, ordinal, {_COLUMNS}) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (card.deck, card.note, card.ordinal, *_row(schedule)),
    )
    connection.execute(
        "UPDATE card SET started = ? WHERE deck = ? AND note = ? AND ordinal = ?",
        (not isinstance(schedule.phase, New), card.deck, card.note, card.ordinal),
    )


def clear(connection: sqlite3.Connection) -> None:
    """Remove all rows, to be put anew from the journal."""
    connection.execute("DELETE FROM schedule")
    connection.execute("UPDATE card SET started = 0")


def _row(schedule: Schedule) -> tuple[object, ...]:
    phase = schedule.phase
    memory = None if isinstance(phase, New) else phase.memory
    return (
        _PHASES[type(phase)],
        memory.stability if memory else None,
        memory.difficulty if memory else None,
        phase.step if isinstance(phase, Learning | Relearning) else None,
        phase.due_day if isinstance(phase, Review) else None,
        phase.due_at if isinstance(phase, Learning | Relearning) else None,
        schedule.reviews, schedule.lapses, schedule.first_day, schedule.last_day, schedule.last_at,
        schedule.suspended, schedule.buried_on, schedule.flag,
    )  # fmt: skip


def _schedule(row: tuple[Any, ...]) -> Schedule:
    phase, stability, difficulty, step, due_day, due_at = row[:6]
    reviews, lapses, first_day, last_day, last_at, suspended, buried_on, flag = row[6:]
    return Schedule(
        _phase(phase, Memory(stability or 0.0, difficulty or 0.0), step, due_day, due_at),
        reviews, lapses, first_day, last_day, last_at, bool(suspended), buried_on, flag,
    )  # fmt: skip


def _phase(number: int, memory: Memory, step: int, due_day: int, due_at: int) -> Phase:
    match number:
        case 0:
            return New()
        case 1:
            return Learning(memory, step, due_at)
        case 2:
            return Review(memory, due_day)
        case _:
            return Relearning(memory, step, due_at)
