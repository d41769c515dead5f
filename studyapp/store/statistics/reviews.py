"""Reading what was reviewed, from the totals."""

import sqlite3

from studyapp.core.statistics.review_counts import HOURS_PER_DAY, RecallCount
from studyapp.core.statistics.review_totals import ButtonTotal, DayTotals, PredictionTotal
from studyapp.core.statistics.selection import AllCards, FoundCards, Selection
from studyapp.core.study.rating import Confidence
from studyapp.store.statistics import past_totals
from studyapp.store.statistics.columns import load_columns
from studyapp.store.statistics.past_totals import load_past_totals
from studyapp.store.statistics.selected_cards import is_of_one_deck, is_selected
from studyapp.store.statistics.totals import (
    CONFIDENCES,
    DAYS,
    HOURS,
    PREDICTIONS,
    WAITING,
    TotalsTable,
    rows_by_day,
    rows_since,
)

_REVIEWS = "again + hard + good + easy"


def load_days(connection: sqlite3.Connection, selection: Selection) -> DayTotals:
    """Return the totals of each study day with reviews. Call `choose_cards` before."""
    if isinstance(selection, AllCards):
        return DayTotals(*load_past_totals(connection, past_totals.REVIEWS))
    rows = rows_by_day(DAYS, selection)
    if _is_one_row_per_key(selection):
        query = f"SELECT day, kind, interval, {_REVIEWS}, again, duration_ms FROM {rows.sql} WHERE {_REVIEWS} > 0 ORDER BY day"
    else:
        query = (
            f"SELECT day, kind, interval, sum({_REVIEWS}), sum(again), sum(duration_ms) FROM {rows.sql} "
            f"GROUP BY day, kind, interval HAVING sum({_REVIEWS}) > 0 ORDER BY day"
        )
    return DayTotals(*load_columns(connection.execute(query, rows.parameters)))


def _is_one_row_per_key(selection: Selection) -> bool:
    return isinstance(selection, FoundCards) or is_of_one_deck(selection)


def count_buttons_pressed(
    connection: sqlite3.Connection, selection: Selection, since_day: int | None
) -> list[ButtonTotal]:
    """Return how often each button was pressed, from a study day on or ever. Call `choose_cards` before."""
    rows = rows_since(DAYS, selection, since_day)
    found = connection.execute(
        f"SELECT kind, interval, sum(again), sum(hard), sum(good), sum(easy) FROM {rows.sql} GROUP BY kind, interval",
        rows.parameters,
    )
    return list(map(ButtonTotal._make, found))


def find_first_day(connection: sqlite3.Connection, selection: Selection) -> int | None:
    """Return the study day of the first review of these cards; None without reviews. Call `choose_cards` before."""
    rows = rows_by_day(DAYS, selection)
    row = connection.execute(
        f"SELECT day FROM {rows.sql} WHERE {_REVIEWS} > 0 ORDER BY day LIMIT 1", rows.parameters
    ).fetchone()
    return None if row is None else int(row[0])


def load_hours(
    connection: sqlite3.Connection, selection: Selection, since_day: int | None
) -> tuple[RecallCount, ...]:
    """Return the reviews in each of the 24 hours of the learner's clock, from a study day on or ever. Call `choose_cards`
    before."""
    found = _load_recalls(connection, HOURS, "hour", selection, since_day)
    return tuple(found.get(hour, RecallCount()) for hour in range(HOURS_PER_DAY))


def load_confidences(
    connection: sqlite3.Connection, selection: Selection, since_day: int | None
) -> dict[Confidence, RecallCount]:
    """Return, for each degree of confidence that the learner stated, how often the card was recalled, from a study day on or
    ever. Call `choose_cards` before."""
    found = _load_recalls(connection, CONFIDENCES, "confidence", selection, since_day)
    return {confidence: found.get(confidence, RecallCount()) for confidence in Confidence}


def _load_recalls(
    connection: sqlite3.Connection,
    table: TotalsTable,
    key: str,
    selection: Selection,
    since_day: int | None,
) -> dict[int, RecallCount]:
    rows = rows_since(table, selection, since_day)
    found = connection.execute(
        f"SELECT {key}, sum(reviews), sum(recalled) FROM {rows.sql} GROUP BY {key}", rows.parameters
    )
    return {value: RecallCount(reviews, recalled) for value, reviews, recalled in found}


def load_predictions(
    connection: sqlite3.Connection, selection: Selection, since_day: int | None
) -> list[PredictionTotal]:
    """Return the predicted reviews by bin, from a study day on or ever. Call `choose_cards` before."""
    rows = rows_since(PREDICTIONS, selection, since_day)
    found = connection.execute(
        f"SELECT bin, sum(reviews), sum(recalled), sum(predicted), sum(log_loss) FROM {rows.sql} GROUP BY bin",
        rows.parameters,
    )
    return list(map(PredictionTotal._make, found))


def load_waiting_changes(connection: sqlite3.Connection, selection: Selection) -> dict[int, int]:
    """Return by how much the number of cards that were due, and were reviewed on a later day, changed on each study day from
    the day before. Call `choose_cards` before."""
    if isinstance(selection, AllCards):
        return dict(zip(*load_past_totals(connection, past_totals.WAITING), strict=True))
    rows = rows_by_day(WAITING, selection)
    query = f"SELECT day, sum(change) FROM {rows.sql} GROUP BY day"
    if _is_one_row_per_key(selection):
        query = f"SELECT day, change FROM {rows.sql}"
    return dict(connection.execute(query, rows.parameters))


def find_first_due_day(connection: sqlite3.Connection, selection: Selection) -> int | None:
    """Return since which study day a card is due that wasn't reviewed since, in the future too; None without reviewed cards.
    Removed and suspended cards are left out. Call `choose_cards` before."""
    condition = is_selected(selection, "reviewed_card")
    row = connection.execute(
        "SELECT due_day FROM review_fact INDEXED BY review_fact_last JOIN reviewed_card ON reviewed_card.id = card "
        "CROSS JOIN card USING (deck, note, ordinal) WHERE next_day IS NULL AND due_day IS NOT NULL AND card.present = 1 "
        f"AND {condition.sql} ORDER BY due_day LIMIT 1",
        condition.parameters,
    ).fetchone()
    return None if row is None else int(row[0])
