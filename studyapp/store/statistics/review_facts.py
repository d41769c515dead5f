"""The facts about reviews."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.review_facts import IntervalClass, ReviewFact, ReviewKind
from studyapp.core.statistics.review_totals import log_loss_millionths
from studyapp.core.study.rating import Confidence, Rating

_COLUMNS = (
    "day, hour, kind, interval, rating, duration_ms, confidence, predicted, stability, next_day, due_day"
)
_INSERT = f"INSERT INTO review_fact (card, number, log_loss, {_COLUMNS}) VALUES (?{', ?' * 13})"


def number_cards(connection: sqlite3.Connection, cards: Iterable[CardId]) -> dict[CardId, int]:
    """Return the number of each card in the table of facts. Call it in a transaction."""
    numbers = {}
    for card in cards:
        row = connection.execute(
            "INSERT INTO reviewed_card (deck, note, ordinal) VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET deck = deck RETURNING id",
            card,
        ).fetchone()
        numbers[card] = int(row[0])
    return numbers


def replace_facts(connection: sqlite3.Connection, facts_by_card: Mapping[int, Sequence[ReviewFact]]) -> None:
    """Store these as the only facts about these cards, given by number. Call it in a transaction."""
    connection.executemany("DELETE FROM review_fact WHERE card = ?", ((card,) for card in facts_by_card))
    connection.executemany(
        _INSERT,
        (
            (card, number, _log_loss(fact), *fact)
            for card, facts in facts_by_card.items()
            for number, fact in enumerate(facts)
        ),
    )


def _log_loss(fact: ReviewFact) -> int | None:
    if fact.predicted is None:
        return None
    return log_loss_millionths(fact.predicted, is_recalled=fact.is_recalled)


def load_facts(connection: sqlite3.Connection, card: CardId) -> list[ReviewFact]:
    """Return the stored facts about a card, in journal order."""
    row = connection.execute(
        "SELECT id FROM reviewed_card WHERE (deck, note, ordinal) = (?, ?, ?)", card
    ).fetchone()
    return [] if row is None else load_facts_by_number(connection, row[0])


def load_facts_by_number(connection: sqlite3.Connection, number: int) -> list[ReviewFact]:
    """Return the stored facts about the card with this number, in journal order."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM review_fact WHERE card = ? ORDER BY number", (number,))
    return [_fact(*row) for row in rows]


def _fact(
    day: int, hour: int, kind: int, interval: int, rating: int, duration_ms: int, confidence: int | None,
    predicted: float | None, stability: float, next_day: int | None, due_day: int | None,
) -> ReviewFact:  # fmt: skip
    return ReviewFact(
        day, hour, ReviewKind(kind), IntervalClass(interval), Rating(rating), duration_ms,
        None if confidence is None else Confidence(confidence), predicted, stability, next_day, due_day,
    )  # fmt: skip


def delete_all(connection: sqlite3.Connection) -> None:
    """Delete all facts and totals."""
    for table in (
        "review_fact", "reviewed_card", "day_total", "hour_total", "confidence_total", "prediction_total", "waiting_total",
        "remembered_total", "past_total",
    ):  # fmt: skip
        connection.execute(f"DELETE FROM {table}")
