"""Reading what was reviewed, from the totals."""

import sqlite3

from studyapp.core.statistics.review_counts import HOURS_PER_DAY, RecallCount
from studyapp.core.statistics.review_totals import DayTotal, PredictionTotal
from studyapp.core.statistics.selection import Selection
from studyapp.core.study.rating import Confidence
from studyapp.store.statistics.selected_cards import is_selected
from studyapp.store.statistics.totals import (
    CONFIDENCES,
    DAYS,
    HOURS,
    PREDICTIONS,
    WAITING,
    TotalsTable,
    rows_of,
)

_EVER = -(2**62)


def load_days(connection: sqlite3.Connection, selection: Selection) -> list[DayTotal]:
    """Return the totals of each study day, in ascending order. Call `choose_cards` before."""
    rows = rows_of(DAYS, selection)
    found = connection.execute(
        "SELECT day, kind, interval, sum(again), sum(hard), sum(good), sum(easy), sum(duration_ms) "
        f"FROM {rows.sql} GROUP BY day, kind, interval HAVING sum(again + hard + good + easy) > 0",
        rows.parameters,
    )
    return list(
        map(DayTotal._make, found)
    )  # kinds and intervals as plain numbers, because these rows are many


def sum_days(connection: sqlite3.Connection, selection: Selection, since_day: int | None) -> list[DayTotal]:
    """Return the totals of all days together, from a study day on or ever; the day of the results is 0. Call `choose_cards`
    before."""
    rows = rows_of(DAYS, selection)
    found = connection.execute(
        "SELECT 0, kind, interval, sum(again), sum(hard), sum(good), sum(easy), sum(duration_ms) "
        f"FROM {rows.sql} WHERE day >= ? GROUP BY kind, interval",
        (*rows.parameters, _EVER if since_day is None else since_day),
    )
    return list(map(DayTotal._make, found))


def find_first_day(connection: sqlite3.Connection, selection: Selection) -> int | None:
    """Return the study day of the first review of these cards; None without reviews. Call `choose_cards` before."""
    rows = rows_of(DAYS, selection)
    first_day: int | None = connection.execute(
        f"SELECT min(day) FROM {rows.sql} WHERE again + hard + good + easy > 0", rows.parameters
    ).fetchone()[0]
    return first_day


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
    rows = rows_of(table, selection)
    found = connection.execute(
        f"SELECT {key}, sum(reviews), sum(recalled) FROM {rows.sql} WHERE day >= ? GROUP BY {key}",
        (*rows.parameters, _EVER if since_day is None else since_day),
    )
    return {value: RecallCount(reviews, recalled) for value, reviews, recalled in found}


def load_predictions(
    connection: sqlite3.Connection, selection: Selection, since_day: int | None
) -> list[PredictionTotal]:
    """Return the predicted reviews by bin, from a study day on or ever. Call `choose_cards` before."""
    rows = rows_of(PREDICTIONS, selection)
    found = connection.execute(
        "SELECT bin, sum(reviews), sum(recalled), sum(predicted), sum(log_loss) "
        f"FROM {rows.sql} WHERE day >= ? GROUP BY bin",
        (*rows.parameters, _EVER if since_day is None else since_day),
    )
    return list(map(PredictionTotal._make, found))


def load_waiting_changes(connection: sqlite3.Connection, selection: Selection) -> dict[int, int]:
    """Return by how much the number of cards that were due, and were reviewed on a later day, changed on each study day from
    the day before. Call `choose_cards` before."""
    rows = rows_of(WAITING, selection)
    return dict(connection.execute(f"SELECT day, sum(change) FROM {rows.sql} GROUP BY day", rows.parameters))


def find_first_due_day(connection: sqlite3.Connection, selection: Selection) -> int | None:
    """Return since which study day a card is due that wasn't reviewed since, in the future too; None without reviewed cards.
    Removed and suspended cards are left out. Call `choose_cards` before."""
    condition = is_selected(selection, "reviewed_card")
    row = connection.execute(
        "SELECT due_day FROM review_fact INDEXED BY review_fact_due JOIN reviewed_card ON reviewed_card.id = card "
        "CROSS JOIN card USING (deck, note, ordinal) WHERE next_day IS NULL AND due_day IS NOT NULL AND card.present = 1 "
        f"AND {condition.sql} ORDER BY due_day LIMIT 1",
        condition.parameters,
    ).fetchone()
    return None if row is None else int(row[0])
