"""The table of schedules."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.schedule import (
    LearningPhase,
    NewPhase,
    Phase,
    RelearningPhase,
    ReviewPhase,
    Schedule,
)
from studyapp.core.study.scheduler import Memory

COLUMNS = (
    "phase, stability, difficulty, step, due_day, due_at, reviews, lapses, first_day, last_day, last_at, suspended, "
    "buried_on, flag"
)
"""In the order that `decode_row` takes."""

CARD_COLUMNS = "started, counted_phase, counted_due_day, counted_suspended, counted_interval"
"""What the table of cards repeats of a schedule, and the interval in days: 0 except in review."""

VALUES_OF_CARD_COLUMNS = (
    "coalesce(phase, 0) <> 0, coalesce(phase, 0), coalesce(due_day, 0), coalesce(suspended, 0), "
    "iif(phase = 2, max(1, due_day - coalesce(last_day, due_day)), 0)"
)
"""The same of a row of the table of schedules, which may be missing: the card is new then."""

_NEW_CARD = "started = 0, counted_phase = 0, counted_due_day = 0, counted_suspended = 0, counted_interval = 0"

_NUMBER_BY_PHASE: dict[type[Phase], int] = {NewPhase: 0, LearningPhase: 1, ReviewPhase: 2, RelearningPhase: 3}


def load(connection: sqlite3.Connection, card: CardId) -> Schedule:
    """Return the schedule of a card; that of a new card if none is stored."""
    row = connection.execute(
        f"SELECT {COLUMNS} FROM schedule WHERE deck = ? AND note = ? AND ordinal = ?",
        (card.deck_id, card.note_id, card.ordinal),
    ).fetchone()
    return Schedule() if row is None else decode_row(row)


def load_many(connection: sqlite3.Connection, cards: Iterable[CardId]) -> dict[CardId, Schedule]:
    """Return the schedule of each of these cards, as `load` does."""
    return {card: load(connection, card) for card in cards}


def load_of_deck(connection: sqlite3.Connection, deck: str) -> dict[CardId, Schedule]:
    """Return all stored schedules of a deck's cards."""
    rows = connection.execute(f"SELECT note, ordinal, {COLUMNS} FROM schedule WHERE deck = ?", (deck,))
    return {CardId(deck, note, ordinal): decode_row(tuple(row)) for note, ordinal, *row in rows}


def iterate_all(
    connection: sqlite3.Connection, includes: Callable[[str], bool] | None = None
) -> Iterator[tuple[CardId, Schedule]]:
    """Yield all stored schedules, ordered by card id. `includes` says for a note key whether those of the note are yielded."""
    for row in connection.execute(
        f"SELECT deck, note, ordinal, {COLUMNS} FROM schedule ORDER BY deck, note, ordinal"
    ):
        if includes is None or includes(f"{row[0]}/{row[1]}"):
            yield CardId(*row[:3]), decode_row(row[3:])


def iterate_present(connection: sqlite3.Connection) -> Iterator[tuple[CardId, Schedule]]:
    """Yield the stored schedules of the cards of present decks."""
    columns = ", ".join(f"schedule.{column}" for column in COLUMNS.split(", "))
    for row in connection.execute(
        f"SELECT schedule.deck, schedule.note, schedule.ordinal, {columns} FROM schedule "
        "JOIN card USING (deck, note, ordinal) WHERE card.present = 1"
    ):
        yield CardId(*row[:3]), decode_row(row[3:])


def save(connection: sqlite3.Connection, card: CardId, schedule: Schedule) -> None:
    """Store the schedule of a card."""
    save_many(connection, {card: schedule})


def save_many(connection: sqlite3.Connection, schedule_by_card: Mapping[CardId, Schedule]) -> None:
    """Store the schedules of these cards."""
    connection.executemany(
        f"INSERT OR REPLACE INTO schedule (deck, note, ordinal, {COLUMNS}) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((*card, *_row(schedule)) for card, schedule in schedule_by_card.items()),
    )
    connection.executemany(
        "UPDATE card SET started = ?, counted_phase = ?, counted_due_day = ?, counted_suspended = ?, counted_interval = ? "
        "WHERE deck = ? AND note = ? AND ordinal = ?",
        ((*_card_columns(schedule), *card) for card, schedule in schedule_by_card.items()),
    )


def save_memories(connection: sqlite3.Connection, memory_by_card: Mapping[CardId, Memory]) -> None:
    """Store the memory states of cards that are not new. Nothing else of their schedules changes."""
    connection.executemany(
        "UPDATE schedule SET stability = ?, difficulty = ? "
        "WHERE deck = ? AND note = ? AND ordinal = ? AND phase <> 0",
        ((memory.stability, memory.difficulty, *card) for card, memory in memory_by_card.items()),
    )


def delete_many(connection: sqlite3.Connection, cards: Sequence[CardId]) -> None:
    """Delete the schedules of cards that have no entries, such as those of a note that was moved."""
    connection.executemany("DELETE FROM schedule WHERE deck = ? AND note = ? AND ordinal = ?", cards)
    connection.executemany(f"UPDATE card SET {_NEW_CARD} WHERE deck = ? AND note = ? AND ordinal = ?", cards)


def delete_all(connection: sqlite3.Connection) -> None:
    """Delete all schedules, before they are rebuilt from the journal."""
    connection.execute("DELETE FROM schedule")
    connection.execute(f"UPDATE card SET {_NEW_CARD}")


def _row(schedule: Schedule) -> tuple[object, ...]:
    phase = schedule.phase
    memory = None if isinstance(phase, NewPhase) else phase.memory
    return (
        _NUMBER_BY_PHASE[type(phase)],
        memory.stability if memory else None,
        memory.difficulty if memory else None,
        phase.steps_done if isinstance(phase, LearningPhase | RelearningPhase) else None,
        phase.due_day if isinstance(phase, ReviewPhase) else None,
        phase.due_at if isinstance(phase, LearningPhase | RelearningPhase) else None,
        schedule.review_count, schedule.lapse_count, schedule.first_review_day, schedule.last_review_day, schedule.last_review_at,
        schedule.is_suspended, schedule.buried_on_day, schedule.flag,
    )  # fmt: skip


def _card_columns(schedule: Schedule) -> tuple[bool, int, int, bool, int]:
    """Return the values of `CARD_COLUMNS`."""
    phase = schedule.phase
    due_day = interval = 0
    if isinstance(phase, ReviewPhase):
        due_day, last_day = phase.due_day, schedule.last_review_day
        interval = 1 if last_day is None else max(1, due_day - last_day)
    is_started = not isinstance(phase, NewPhase)
    return is_started, _NUMBER_BY_PHASE[type(phase)], due_day, schedule.is_suspended, interval


def decode_row(row: tuple[Any, ...]) -> Schedule:
    """Return the schedule in a row of `COLUMNS`."""
    phase, stability, difficulty, steps_done, due_day, due_at = row[:6]
    reviews, lapses, first_day, last_day, last_at, suspended, buried_on, flag = row[6:]
    return Schedule(
        _phase(phase, Memory(stability or 0.0, difficulty or 0.0), steps_done, due_day, due_at),
        reviews, lapses, first_day, last_day, last_at, bool(suspended), buried_on, flag,
    )  # fmt: skip


def _phase(number: int, memory: Memory, steps_done: int, due_day: int, due_at: int) -> Phase:
    match number:
        case 0:
            return NewPhase()
        case 1:
            return LearningPhase(memory, steps_done, due_at)
        case 2:
            return ReviewPhase(memory, due_day)
        case _:
            return RelearningPhase(memory, steps_done, due_at)
