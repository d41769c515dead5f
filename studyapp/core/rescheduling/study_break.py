"""Returning after a break: whether there was one, and what a usual day was before it."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

_MIN_DAYS = 4
"""A long weekend is no break."""

_MIN_OVERDUE = 20
_USUAL_DAYS = 1.5
"""A backlog of more than so many usual days needs a plan."""

_MIN_MINUTES, _MAX_MINUTES, _DEFAULT_MINUTES = 10, 60, 20


class StudyTotals(NamedTuple):
    """The reviews of a study day and the minutes that they took."""

    reviews: float
    minutes: float


def usual_day(days: Sequence[StudyTotals]) -> StudyTotals | None:
    """Return the medians of some study days; None without any."""
    if not days:
        return None
    return StudyTotals(median(day.reviews for day in days), median(day.minutes for day in days))


def count_missed_days(last_study_day: int, today: int) -> int:
    """Return the study days between the last one with reviews and today. Days off are among them."""
    return max(0, today - last_study_day - 1)


def is_break(missed_days: int, overdue: int, usual: StudyTotals | None) -> bool:
    """Return whether the learner returns after a break with clearly more overdue cards than they review on a usual day."""
    if missed_days < _MIN_DAYS or overdue < _MIN_OVERDUE:
        return False
    return usual is None or overdue > _USUAL_DAYS * usual.reviews


def suggest_minutes(usual: StudyTotals | None, minutes_a_day: int) -> int:
    """Return how many minutes a day to offer for catching up: those that the learner has set, if any (not 0), otherwise those of
    a usual day within bounds."""
    if minutes_a_day:
        return minutes_a_day
    if usual is None:
        return _DEFAULT_MINUTES
    return round(min(max(usual.minutes, _MIN_MINUTES), _MAX_MINUTES))
