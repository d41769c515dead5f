"""Reading what a simulation of the coming days begins with."""

import sqlite3
from typing import NamedTuple

from studyapp.core.study.study_day import StudyDay
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.session_card_queries import availability_key

_STUDIED_CARDS = """
    SELECT stability, difficulty, coalesce(last_day, :day), due_day, due_at FROM schedule
    JOIN card USING (deck, note, ordinal)
    WHERE schedule.deck = :deck AND phase > 0 AND reviews > 0 AND suspended = 0 AND present = 1 AND instr(asked_in, :choice)
"""

_NEW_CARDS = """
    SELECT coalesce(sum(cards), 0) FROM card_count
    WHERE deck = :deck AND phase = 0 AND suspended = 0 AND instr(asked_in, :choice)
"""

_RATINGS = """
    SELECT kind, previous, rating, count(*), sum(duration_ms) FROM (
        SELECT kind, rating, duration_ms, CASE WHEN lag(day) OVER reviews = day THEN lag(rating) OVER reviews END AS previous
        FROM review_fact WHERE day >= ? WINDOW reviews AS (PARTITION BY card ORDER BY number)
    ) GROUP BY kind, previous, rating
"""


class StudiedCard(NamedTuple):
    """The memory state of a card, and the study days of its last review and on which it is due."""

    stability: float
    difficulty: float
    last_day: int
    due_day: int


class RatingTotal(NamedTuple):
    """How often a rating was given, after another one of the same card on the same day or as the first of the day, and the time
    that it took in milliseconds. `kind` and the ratings are the numbers that are stored."""

    kind: int
    previous: int | None
    rating: int
    number: int
    duration_ms: int


def load_studied_cards(
    connection: sqlite3.Connection, deck: str, day: StudyDay, languages: CardLanguages
) -> list[StudiedCard]:
    """Return the studied cards of a deck that are not suspended, in no particular order."""
    values = {"deck": deck, "day": day.number, "choice": availability_key(languages)}
    return [
        StudiedCard(stability, difficulty, last_day, day.day_of(due_at) if due_day is None else due_day)
        for stability, difficulty, last_day, due_day, due_at in connection.execute(_STUDIED_CARDS, values)
    ]


def count_new_cards(connection: sqlite3.Connection, deck: str, languages: CardLanguages) -> int:
    """Return the number of new cards of a deck that are not suspended."""
    values = {"deck": deck, "choice": availability_key(languages)}
    (count,) = connection.execute(_NEW_CARDS, values).fetchone()
    return int(count)


def load_rating_totals(connection: sqlite3.Connection, since_day: int) -> list[RatingTotal]:
    """Return the totals of the ratings from a study day on, by the facts about reviews."""
    return list(map(RatingTotal._make, connection.execute(_RATINGS, (since_day,))))
