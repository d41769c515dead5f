"""Reading the totals of reviews, and what is kept of them."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

from studyapp.core.statistics.remembered import MemoryPeriod
from studyapp.core.statistics.review_facts import IntervalClass, ReviewFact, ReviewKind
from studyapp.core.statistics.review_totals import (
    PredictionKey,
    PredictionTotal,
    ReviewKey,
    ReviewTotal,
    Totals,
    sum_up,
)
from studyapp.core.statistics.selection import FoundCards, Selection
from studyapp.core.study.rating import Rating
from studyapp.store.statistics.review_facts import FACT_COLUMNS, decode_fact
from studyapp.store.statistics.selected_cards import decks_of_totals, is_selected

_KINDS, _INTERVALS, _RATINGS = tuple(ReviewKind), tuple(IntervalClass), (Rating.AGAIN, *Rating)
"""By number, because thousands of rows are read."""

_FACTS_OF_CARDS = "review_fact JOIN reviewed_card ON reviewed_card.id = review_fact.card"


def load_totals(connection: sqlite3.Connection, selection: Selection) -> Totals:
    """Return the totals of the reviews of these cards. Call `choose_cards` before."""
    if isinstance(selection, FoundCards):
        return sum_up(_iterate_facts(connection, selection))
    condition = decks_of_totals(selection)
    key = "day, hour, kind, interval, rating, confidence"
    reviews = connection.execute(
        f"SELECT {key}, sum(reviews), sum(duration_ms) FROM review_total WHERE {condition.sql} GROUP BY {key}",
        condition.parameters,
    )
    predictions = connection.execute(
        "SELECT day, bin, sum(reviews), sum(recalled), sum(predicted), sum(log_loss) FROM prediction_total "
        f"WHERE {condition.sql} GROUP BY day, bin",
        condition.parameters,
    )
    return Totals(
        {
            ReviewKey(
                day, hour, _KINDS[kind], _INTERVALS[interval], _RATINGS[rating], confidence
            ): ReviewTotal(count, duration_ms)
            for day, hour, kind, interval, rating, confidence, count, duration_ms in reviews
        },
        {PredictionKey(day, number): PredictionTotal(*sums) for day, number, *sums in predictions},
    )


def _iterate_facts(connection: sqlite3.Connection, selection: FoundCards) -> Iterator[ReviewFact]:
    condition = is_selected(selection, "reviewed_card")
    rows = connection.execute(f"SELECT {FACT_COLUMNS} FROM {_FACTS_OF_CARDS} WHERE {condition.sql}")
    return (decode_fact(*row) for row in rows)


def iterate_memory_periods(
    connection: sqlite3.Connection, selection: Selection, until_after: int
) -> Iterator[MemoryPeriod]:
    """Yield the memory states of these cards that lasted beyond a study day. Call `choose_cards` before."""
    condition = is_selected(selection, "reviewed_card")
    rows = connection.execute(
        f"SELECT day, next_day, stability FROM {_FACTS_OF_CARDS} "
        f"WHERE {condition.sql} AND (next_day IS NULL OR next_day > ?)",
        (*condition.parameters, until_after),
    )
    return (MemoryPeriod(*row) for row in rows)


def load_remembered(connection: sqlite3.Connection, deck: str) -> dict[int, float]:
    """Return the expected numbers of cards recalled that are kept, by study day. `deck` may be `ALL_DECKS`."""
    return dict(connection.execute("SELECT day, expected FROM remembered_total WHERE deck = ?", (deck,)))


def save_remembered(connection: sqlite3.Connection, deck: str, expected_by_day: Mapping[int, float]) -> None:
    """Keep expected numbers of cards recalled. `deck` may be `ALL_DECKS`. Call it in a transaction."""
    connection.executemany(
        "INSERT OR REPLACE INTO remembered_total (deck, day, expected) VALUES (?, ?, ?)",
        ((deck, day, expected) for day, expected in expected_by_day.items()),
    )


def has_waiting_card(connection: sqlite3.Connection, selection: Selection, day: int) -> bool:
    """Return whether a card was due on a study day or before it and not reviewed before the next. Call `choose_cards` before."""
    condition = is_selected(selection, "reviewed_card")
    row = connection.execute(
        f"SELECT 1 FROM {_FACTS_OF_CARDS} WHERE due_day <= ? AND (next_day IS NULL OR next_day > ?) "
        f"AND {condition.sql} LIMIT 1",
        (day, day, *condition.parameters),
    ).fetchone()
    return row is not None


def first_day(connection: sqlite3.Connection, selection: Selection) -> int | None:
    """Return the study day of the first review of these cards; None without reviews. Call `choose_cards` before."""
    condition = is_selected(selection, "reviewed_card")
    row: Sequence[int | None] = connection.execute(
        f"SELECT min(day) FROM {_FACTS_OF_CARDS} WHERE {condition.sql}", condition.parameters
    ).fetchone()
    return row[0]
