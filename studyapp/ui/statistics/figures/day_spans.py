"""Spans of study days: single days, weeks, months or years."""

from enum import Enum
from typing import NamedTuple, assert_never

from studyapp.core.study.study_day import calendar_date

_MAX_DAYS, _MAX_WEEKS, _MAX_MONTHS = 45, 53, 72
"""More bars of a kind are hard to read."""


class Step(Enum):
    """What a bar of a plot over time stands for."""

    AUTOMATIC = "automatic"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class DaySpan(NamedTuple):
    """The study days from `first` to `last`, and what they are. The first and the last span may be cut off."""

    first: int
    last: int
    step: Step

    @property
    def days(self) -> range:
        """The study days."""
        return range(self.first, self.last + 1)


def split_days(first: int, last: int, step: Step) -> list[DaySpan]:
    """Return the spans of these study days in order. `AUTOMATIC` chooses the smallest step with few enough spans."""
    if step is Step.AUTOMATIC:
        step = _choose_step(last - first + 1)
    spans: list[DaySpan] = []
    day = first
    while day <= last:
        end = min(last, _end_of_span(day, step))
        spans.append(DaySpan(day, end, step))
        day = end + 1
    return spans


def _choose_step(days: int) -> Step:
    if days <= _MAX_DAYS:
        return Step.DAY
    if days <= _MAX_WEEKS * 7:
        return Step.WEEK
    return Step.MONTH if days <= _MAX_MONTHS * 31 else Step.YEAR


def _end_of_span(day: int, step: Step) -> int:
    """Return the last day of the week, month or year of a day. Weeks start on Monday."""
    date = calendar_date(day)
    match step:
        case Step.AUTOMATIC | Step.DAY:
            return day
        case Step.WEEK:
            return day + 6 - date.weekday()
        case Step.MONTH:
            year, month = (date.year, date.month + 1) if date.month < 12 else (date.year + 1, 1)
            return day + (date.replace(year=year, month=month, day=1) - date).days - 1
        case Step.YEAR:
            return day + (date.replace(year=date.year + 1, month=1, day=1) - date).days - 1
        case _:
            assert_never(step)
