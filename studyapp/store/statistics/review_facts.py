"""The facts about reviews, and the totals that are kept in step with them."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.review_facts import IntervalClass, ReviewFact, ReviewKind
from studyapp.core.statistics.review_totals import NO_CONFIDENCE, sum_up
from studyapp.core.study.rating import Confidence, Rating
from studyapp.store.stored_options import ALL_DECKS

FACT_COLUMNS = (
    "at, day, hour, kind, interval, rating, duration_ms, confidence, predicted, stability, next_day, due_day"
)
_FACT_CHANGE = (
    "INSERT OR REPLACE INTO review_fact (card, number, " + FACT_COLUMNS + ") VALUES (?" + ", ?" * 13 + ")"
)
_REVIEW_KEY = "deck, day, hour, kind, interval, rating, confidence"
_PREDICTION_KEY = "deck, day, bin"


class _Differences:
    """By how much totals change."""

    def __init__(self) -> None:
        self.reviews: dict[tuple[object, ...], list[int]] = defaultdict(lambda: [0, 0])
        self.predictions: dict[tuple[object, ...], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        self.first_day_by_deck: dict[str, int] = {}
        """The earliest day on which memory may be another one."""

    def add(self, deck: str, facts: Sequence[ReviewFact], sign: int) -> None:
        """Count these facts; with a `sign` of -1, don't count them any longer."""
        totals = sum_up(facts)
        for of_deck in (deck, ALL_DECKS):
            for key, total in totals.reviews.items():
                _add_to(self.reviews[of_deck, *key], total, sign)
            for prediction_key, prediction in totals.predictions.items():
                _add_to(self.predictions[of_deck, *prediction_key], prediction, sign)
            first_day = min((fact.day for fact in facts), default=None)
            if first_day is not None:
                known = self.first_day_by_deck.get(of_deck, first_day)
                self.first_day_by_deck[of_deck] = min(known, first_day)


def _add_to(amounts: list[int], values: Iterable[int], sign: int) -> None:
    for place, value in enumerate(values):
        amounts[place] += sign * value


def replace_facts(
    connection: sqlite3.Connection, facts_by_card: Mapping[CardId, Sequence[ReviewFact]]
) -> None:
    """Store these as the only facts about these cards, and keep the totals right. Call it in a transaction."""
    differences = _Differences()
    changed: list[tuple[object, ...]] = []
    removed: list[tuple[int, int]] = []
    for card, facts in facts_by_card.items():
        number = _card_number(connection, card)
        stored = _load_facts(connection, number)
        kept = _common_length(stored, facts)
        differences.add(card.deck_id, stored[kept:], -1)
        differences.add(card.deck_id, facts[kept:], 1)
        changed += ((number, place, *_row(fact)) for place, fact in enumerate(facts) if place >= kept)
        if len(stored) > len(facts):
            removed.append((number, len(facts)))
    connection.executemany("DELETE FROM review_fact WHERE card = ? AND number >= ?", removed)
    connection.executemany(_FACT_CHANGE, changed)
    _change_totals(connection, "review_total", _REVIEW_KEY, "reviews, duration_ms", differences.reviews)
    _change_totals(
        connection,
        "prediction_total",
        _PREDICTION_KEY,
        "reviews, recalled, predicted, log_loss",
        differences.predictions,
    )
    connection.executemany(
        "DELETE FROM remembered_total WHERE deck = ? AND day >= ?", differences.first_day_by_deck.items()
    )


def _change_totals(
    connection: sqlite3.Connection,
    table: str,
    key: str,
    amounts: str,
    differences: Mapping[tuple[object, ...], Sequence[int]],
) -> None:
    columns = amounts.split(", ")
    changes = ", ".join(f"{column} = {column} + excluded.{column}" for column in columns)
    marks = ", ?" * (key.count(",") + len(columns))
    connection.executemany(
        f"INSERT INTO {table} ({key}, {amounts}) VALUES (?{marks}) ON CONFLICT DO UPDATE SET {changes}",
        ((*of_key, *values) for of_key, values in differences.items() if any(values)),
    )
    connection.executemany(
        f"DELETE FROM {table} WHERE ({key}) = (?{', ?' * key.count(',')}) AND reviews = 0",
        (of_key for of_key, values in differences.items() if values[0] < 0),
    )


def _common_length(one: Sequence[ReviewFact], other: Sequence[ReviewFact]) -> int:
    """Return how many facts at the start are the same."""
    return next(
        (place for place, pair in enumerate(zip_longest(one, other)) if pair[0] != pair[1]),
        len(one),
    )


def load_facts(connection: sqlite3.Connection, card: CardId) -> list[ReviewFact]:
    """Return the stored facts about a card, in journal order."""
    row = connection.execute(
        "SELECT id FROM reviewed_card WHERE (deck, note, ordinal) = (?, ?, ?)", card
    ).fetchone()
    return [] if row is None else _load_facts(connection, row[0])


def _load_facts(connection: sqlite3.Connection, number: int) -> list[ReviewFact]:
    rows = connection.execute(
        f"SELECT {FACT_COLUMNS} FROM review_fact WHERE card = ? ORDER BY number", (number,)
    )
    return [decode_fact(*row) for row in rows]


def _card_number(connection: sqlite3.Connection, card: CardId) -> int:
    select = "SELECT id FROM reviewed_card WHERE (deck, note, ordinal) = (?, ?, ?)"
    row = connection.execute(select, card).fetchone()
    if row is None:
        connection.execute("INSERT INTO reviewed_card (deck, note, ordinal) VALUES (?, ?, ?)", card)
        row = connection.execute(select, card).fetchone()
    return int(row[0])


def _row(fact: ReviewFact) -> tuple[object, ...]:
    return (
        fact.at, fact.day, fact.hour, fact.kind, fact.interval, fact.rating, fact.duration_ms,
        fact.confidence or NO_CONFIDENCE, fact.predicted, fact.stability, fact.next_day, fact.due_day,
    )  # fmt: skip


def decode_fact(
    at: int, day: int, hour: int, kind: int, interval: int, rating: int, duration_ms: int,
    confidence: int, predicted: float | None, stability: float, next_day: int | None,
    due_day: int | None,
) -> ReviewFact:  # fmt: skip
    """Return the fact in a row of `FACT_COLUMNS`."""
    return ReviewFact(
        at, day, hour, ReviewKind(kind), IntervalClass(interval), Rating(rating), duration_ms,
        Confidence(confidence) if confidence else None, predicted, stability, next_day, due_day,
    )  # fmt: skip


def delete_all(connection: sqlite3.Connection) -> None:
    """Delete all facts and totals, and what is known of how far they go."""
    for table in (
        "review_fact", "reviewed_card", "review_total", "prediction_total", "remembered_total", "statistics_state",
    ):  # fmt: skip
        connection.execute(f"DELETE FROM {table}")
