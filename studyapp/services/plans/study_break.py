"""Noticing that the learner comes back after a break. The decks page needs it at the start, so it must not import FSRS."""

from studyapp.core.rescheduling.study_break import StudyTotals, count_missed_days, is_break, usual_day
from studyapp.core.study.study_day import MINUTE_MS
from studyapp.store.collection import Collection
from studyapp.store.counts import review_counts

_USUAL_DAYS = 28
"""How many days up to the last study day show what is usual."""


def count_break_days(collection: Collection, today: int, overdue: int) -> int:
    """Return how many study days were without reviews before today, if that was a break that led to this number of overdue
    cards; otherwise 0. Stays the same during the first day back."""
    with collection.read_transaction() as connection:
        last_day = review_counts.load_last_study_day(connection, today)
    if last_day is None:
        return 0
    missed_days = count_missed_days(last_day, today)
    if not is_break(missed_days, overdue, None):  # mostly so, without counting reviews
        return 0
    return missed_days if is_break(missed_days, overdue, load_usual_day(collection, today)) else 0


def load_usual_day(collection: Collection, today: int) -> StudyTotals | None:
    """Return what a usual study day was before today; None if there was none."""
    with collection.read_transaction() as connection:
        last_day = review_counts.load_last_study_day(connection, today)
        if last_day is None:
            return None
        totals = review_counts.load_totals_by_day(connection, range(last_day + 1 - _USUAL_DAYS, last_day + 1))
    return usual_day([StudyTotals(day.review_count, day.duration_ms / MINUTE_MS) for day in totals])
