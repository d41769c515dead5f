"""Spans of study days: single days, periods of 7 days, months or years."""

from enum import Enum
from typing import NamedTuple, assert_never

from studyapp.core.study.study_day import calendar_date

_WEEK = 7

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
    """The study days from `first` to `last`, and what they are."""

    first: int
    last: int
    step: Step

    @property
    def days(self) -> range:
        """The study days."""
        return range(self.first, self.last + 1)

    @property
    def is_cut_off(self) -> bool:
        """Whether it ends before its month or year does."""
        return self.step in (Step.MONTH, Step.YEAR) and self.last < _end_of_span(self.last, self.step)


def split_past_days(first: int, today: int, step: Step) -> list[DaySpan]:
    """Return the spans of the study days from `first` up to today, in order. `AUTOMATIC` chooses the smallest step with few
    enough spans.

    Weeks are counted back from today, so that the last one has 7 days like the others. The first span may be cut off, and so
    may the last month or year.
    """
    step = _choose_step(today - first + 1) if step is Step.AUTOMATIC else step
    days_of_first_week = (today - first) % _WEEK + 1
    return _split(first, today, step, days_of_first_week)


def split_coming_days(today: int, last: int, step: Step) -> list[DaySpan]:
    """Return the spans of the study days from today up to `last`, in order. `AUTOMATIC` chooses as for past days.

    Weeks are counted from today on, and the last one has 7 days even if it goes beyond `last`. The first and the last month
    or year may be cut off.
    """
    step = _choose_step(last - today + 1) if step is Step.AUTOMATIC else step
    if step is Step.WEEK:
        last += -(last - today + 1) % _WEEK
    return _split(today, last, step, _WEEK)


def _split(first: int, last: int, step: Step, days_of_first_week: int) -> list[DaySpan]:
    spans: list[DaySpan] = []
    day = first
    while day <= last:
        if step is Step.WEEK:
            end = day + (_WEEK if spans else days_of_first_week) - 1
        else:
            end = min(last, _end_of_span(day, step))
        spans.append(DaySpan(day, end, step))
        day = end + 1
    return spans


def _choose_step(days: int) -> Step:
    if days <= _MAX_DAYS:
        return Step.DAY
    if days <= _MAX_WEEKS * _WEEK:
        return Step.WEEK
    return Step.MONTH if days <= _MAX_MONTHS * 31 else Step.YEAR


def _end_of_span(day: int, step: Step) -> int:
    """Return the last day of the month or year of a day; the day itself for shorter steps."""
    date = calendar_date(day)
    match step:
        case Step.AUTOMATIC | Step.DAY | Step.WEEK:
            return day
        case Step.MONTH:
            year, month = (date.year, date.month + 1) if date.month < 12 else (date.year + 1, 1)
            return day + (date.replace(year=year, month=month, day=1) - date).days - 1
        case Step.YEAR:
            return day + (date.replace(year=date.year + 1, month=1, day=1) - date).days - 1
        case _:
            assert_never(step)
