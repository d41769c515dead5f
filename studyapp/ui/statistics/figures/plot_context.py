"""The time that plots are about."""

from collections.abc import Iterable
from typing import NamedTuple

from studyapp.core.statistics.periods import Period, days_of, first_day_of
from studyapp.ui.statistics.figures.day_spans import DaySpan, Step, split_days


class PlotContext(NamedTuple):
    """The study day of today, the period before it, and what a bar of a plot over time stands for."""

    today: int
    period: Period = Period.YEAR
    step: Step = Step.AUTOMATIC

    def first_day(self, days: Iterable[int]) -> int:
        """Return the first day of the period, or of these days with figures if the period is all."""
        first = first_day_of(self.period, self.today)
        return min(days, default=self.today) if first is None else first

    def past_spans(self, days: Iterable[int]) -> list[DaySpan]:
        """Return the spans of the period up to today."""
        return split_days(min(self.today, self.first_day(days)), self.today, self.step)

    def future_spans(self, days: Iterable[int]) -> list[DaySpan]:
        """Return the spans from today on, as far as the period goes back, or up to the last of these days."""
        length = days_of(self.period)
        last = max(days, default=self.today) if length is None else self.today + length - 1
        return split_days(self.today, max(self.today, last), self.step)
