"""The calendar of days with reviews, and the streak."""

from collections.abc import Mapping

from studyapp.core.statistics.report import ReviewFigures
from studyapp.core.statistics.streak import MAX_DAYS_OFF_AHEAD
from studyapp.core.study.study_day import calendar_date
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import Translated
from studyapp.ui.statistics.figures.day_names import DayNames
from studyapp.ui.statistics.figures.value_formats import ValueFormats
from studyapp.ui.statistics.plots.plot import Calendar, CalendarLegend, Category, Plot, PlotForm, Series

_WEEKS = 53


class CalendarPlot(Translated):
    """Makes the calendar of the 53 weeks up to today, or of a calendar year.

    With `due_by_day`, the number of cards due on each day, the calendar goes on to the last day that can be marked as a
    day off.
    """

    def __init__(
        self, figures: ReviewFigures, today: int, due_by_day: Mapping[int, int] | None = None
    ) -> None:
        self._figures, self._today, self._due_by_day = figures, today, due_by_day

    def years(self) -> list[int]:
        """Return the years with reviews, the newest first."""
        days = self._figures.reviews_by_day
        first = calendar_date(min(days, default=self._today)).year
        return list(range(calendar_date(self._today).year, first - 1, -1))

    def first_day(self, year: int | None) -> int:
        """Return the study day of the first cell."""
        if year is None:
            return self._today - calendar_date(self._today).weekday() - (_WEEKS - 1) * 7
        return (
            self._today
            - (
                calendar_date(self._today) - calendar_date(self._today).replace(year=year, month=1, day=1)
            ).days
        )

    def _last_day(self, year: int | None) -> int:
        if year is None:
            return self._today + (0 if self._due_by_day is None else MAX_DAYS_OFF_AHEAD)
        first = self.first_day(year)
        date = calendar_date(first)
        return first + (date.replace(year=year + 1) - date).days - 1

    def make(self, year: int | None = None) -> Plot:
        """Return the plot."""
        days = range(self.first_day(year), self._last_day(year) + 1)
        by_day = self._figures.reviews_by_day
        counts = tuple(
            sum(total.reviews for total in by_day.get(day, {}).values()) if day <= self._today else None
            for day in days
        )
        due_by_day = self._due_by_day or {}
        due = tuple(due_by_day.get(day, 0) if day > self._today else None for day in days)
        off = frozenset(place for place, day in enumerate(days) if day in self._figures.days_off)
        notes = Series(
            self.tr("Day off"),
            tuple(1 if place in off else None for place in range(len(days))),
            lambda _: self.tr("yes"),
        )
        return Plot(
            "calendar",
            self.tr("Calendar"),
            self._sentence(),
            PlotForm.CALENDAR,
            self.tr("Day"),
            tuple(Category(DayNames.date(day), self._label(day)) for day in days),
            (Series(self.tr("Reviews"), counts, ValueFormats.count),),
            (Series(self.tr("Due"), due, ValueFormats.count), notes)
            if self._due_by_day is not None
            else (notes,),
            current=self._today - days[0] if self._today in days else None,
            calendar=Calendar(
                calendar_date(days[0]).weekday(),
                DayNames.weekdays(),
                off,
                max(0, self._today + 1 - days[0]) if days[-1] > self._today else None,
                CalendarLegend(
                    self.tr("Fewer"), self.tr("More reviews"), self.tr("Day off"), self.tr("Coming day")
                ),
            ),
        )

    @staticmethod
    def _label(day: int) -> str:
        """Return the month, for the first Monday of a month."""
        date = calendar_date(day)
        return DayNames.month_label(day) if date.day <= 7 and date.weekday() == 0 else ""

    def _sentence(self) -> str:
        coming = sum(day > self._today for day in self._figures.days_off)
        if not coming:
            return self._streak_sentence()
        planned = self.tr("%n coming day(s) off.", None, coming)
        return formatting.join_sentences(self._streak_sentence(), planned)

    def _streak_sentence(self) -> str:
        current, longest = self._figures.current_streak, self._figures.longest_streak
        if not longest.studied_days:
            return self.tr("No reviews yet. Days with reviews will be colored here.")
        if not current.studied_days or current.first_day is None:
            return self.tr("No current streak. The longest one was {longest}.").format(
                longest=ValueFormats.day_count(longest.studied_days)
            )
        return self.tr("Current streak: {current}, since {date}. Longest: {longest}.").format(
            current=ValueFormats.day_count(current.studied_days),
            date=DayNames.date(current.first_day),
            longest=ValueFormats.day_count(longest.studied_days),
        )
