"""The time that plots are about."""

from collections.abc import Iterable
from typing import NamedTuple

from studyapp.core.statistics.periods import Period, days_of, first_day_of
from studyapp.ui.statistics.figures.day_spans import (
    DaySpan,
    Step,
    split_coming_days,
    split_past_days,
)

_MIN_DAYS = 7


class PlotContext(NamedTuple):
    """The study day of today, the period before it, and what a bar of a plot over time stands for."""

    today: int
    period: Period = Period.YEAR
    step: Step = Step.AUTOMATIC

    def first_day(self, days: Iterable[int]) -> int:
        """Return the first day to show: that of the period, or the first of these days with figures if it is later. There is
        always a week to show."""
        first_figure = min(days, default=self.today)
        period_start = first_day_of(self.period, self.today)
        first = first_figure if period_start is None else max(period_start, first_figure)
        return min(first, self.today - _MIN_DAYS + 1)

    def past_spans(self, days: Iterable[int]) -> list[DaySpan]:
        """Return the spans from the first day to show up to today."""
        return split_past_days(self.first_day(days), self.today, self.step)

    def future_spans(self, days: Iterable[int]) -> list[DaySpan]:
        """Return the spans from today up to the last of these days with figures, but no further ahead than the period goes
        back, but for the rest of the last week."""
        last, length = max(days, default=self.today), days_of(self.period)
        if length is not None:
            last = min(last, self.today + length - 1)
        return split_coming_days(self.today, max(last, self.today + _MIN_DAYS - 1), self.step)
