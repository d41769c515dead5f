"""Plots of what was studied: today, reviews, time, answer buttons and hours."""

from collections.abc import Callable, Mapping
from itertools import pairwise

from studyapp.core.statistics.report import ReviewFigures
from studyapp.core.statistics.review_counts import ButtonGroup, CardGroup
from studyapp.core.statistics.review_totals import ReviewTotal
from studyapp.core.statistics.true_retention import Retention
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_day import HOUR_MS, MINUTE_MS
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import Translated
from studyapp.ui.statistics.figures.axis_captions import AxisCaptions
from studyapp.ui.statistics.figures.day_names import DayNames
from studyapp.ui.statistics.figures.plot_context import PlotContext
from studyapp.ui.statistics.figures.value_formats import ValueFormats
from studyapp.ui.statistics.plots.plot import Category, Mark, Plot, PlotForm, Series, Tint

_TINT_BY_GROUP = {
    CardGroup.MATURE: Tint.MATURE,
    CardGroup.YOUNG: Tint.YOUNG,
    CardGroup.RELEARNING: Tint.RELEARNING,
    CardGroup.LEARNING: Tint.LEARNING,
}
"""From the bottom to the top of the bars."""

_MAX_MINUTES = 180
"""Longer bars are in hours."""

_MIN_REVIEWS_OF_AN_HOUR = 30
"""With fewer reviews, the share that was recalled says little."""


class ReviewPlots(Translated):
    """Makes the plots."""

    def __init__(self, figures: ReviewFigures, context: PlotContext) -> None:
        self._figures, self._context = figures, context
        self._first_day = context.first_day(figures.reviews_by_day)
        shown = range(self._first_day, context.today + 1)
        found = ((day, figures.reviews_by_day.get(day)) for day in shown)
        self._reviews_by_day = {day: groups for day, groups in found if groups is not None}

    def today(self) -> Plot:
        """Return the reviews of today by what the cards were."""
        studied = self._figures.studied_today
        names = (self.tr("Learning"), self.tr("Reviewing"), self.tr("Relearning"))
        return Plot(
            "today",
            self.tr("Today"),
            self._today_sentence(),
            PlotForm.ROWS,
            self.tr("Kind"),
            tuple(map(Category, names)),
            (
                Series(
                    self.tr("Reviews"),
                    (studied.learning, studied.review, studied.relearning),
                    ValueFormats.count,
                ),
            ),
        )

    def _today_sentence(self) -> str:
        studied = self._figures.studied_today
        if studied.all.share is None:
            return self.tr("No reviews yet today.")
        sentence = self.tr("{reviews} in {time}, {each} per review.").format(
            reviews=ValueFormats.reviews(studied.all.reviews),
            time=ValueFormats.duration(studied.duration_ms),
            each=ValueFormats.duration(studied.duration_ms / studied.all.reviews),
        )
        return formatting.join_sentences(sentence, self._recalled_today(studied.all.share))

    def _recalled_today(self, share_with_steps: float) -> str:
        """Return the true retention of today: learning steps don't count, unless there was nothing else."""
        retention = self._figures.retention_by_day.get(self._context.today, Retention())
        if retention.all.share is None:
            return self.tr("All were in learning steps: {percent} recalled.").format(
                percent=ValueFormats.percent(share_with_steps)
            )
        percent, reviews = (
            ValueFormats.percent(retention.all.share),
            ValueFormats.reviews(retention.all.reviews),
        )
        if retention.mature.share is None:
            return self.tr("True retention: {percent} of {reviews} of due cards.").format(
                percent=percent, reviews=reviews
            )
        return self.tr(
            "True retention: {percent} of {reviews} of due cards, of mature ones {mature}."
        ).format(percent=percent, reviews=reviews, mature=ValueFormats.percent(retention.mature.share))

    def reviews(self) -> Plot:
        """Return the numbers of reviews over time."""
        total, studied, length = self._sum_up(lambda total: total.reviews)
        if not total:
            sentence = self.tr("No reviews in this period.")
        else:
            sentence = self.tr("{reviews} on {studied} of {days}: {average} per study day.").format(
                reviews=ValueFormats.reviews(round(total)),
                studied=ValueFormats.count(studied),
                days=ValueFormats.day_count(length),
                average=ValueFormats.count(total / studied),
            )
        return self._over_time(
            "reviews",
            self.tr("Reviews"),
            self.tr("Reviews"),
            sentence,
            lambda total: total.reviews,
            ValueFormats.count,
        )

    def time(self) -> Plot:
        """Return the time of reviews over time."""
        total, studied, _ = self._sum_up(lambda total: total.duration_ms)
        reviews, _, _ = self._sum_up(lambda total: total.reviews)
        if not reviews:
            sentence = self.tr("No reviews in this period.")
        else:
            sentence = self.tr("{time} in all: {average} per study day, {each} per review.").format(
                time=ValueFormats.duration(total),
                average=ValueFormats.duration(total / studied),
                each=ValueFormats.duration(total / reviews),
            )
        return self._time_plot(sentence)

    def _time_plot(self, sentence: str) -> Plot:
        """Return the plot in minutes, or in hours if a bar has many."""
        minutes = self._over_time(
            "time",
            self.tr("Time (minutes)"),
            self.tr("Minutes of study"),
            sentence,
            lambda total: total.duration_ms / MINUTE_MS,
            ValueFormats.count,
        )
        if max((value or 0 for value in minutes.further_columns[0].values), default=0) < _MAX_MINUTES:
            return minutes
        return self._over_time(
            "time",
            self.tr("Time (hours)"),
            self.tr("Hours of study"),
            sentence,
            lambda total: total.duration_ms / HOUR_MS,
            ValueFormats.hours,
        )

    def _sum_up(self, value_of: Callable[[ReviewTotal], float]) -> tuple[float, int, int]:
        """Return the sum of a value in the period, the number of days with reviews and that of all days."""
        by_day = self._reviews_by_day
        return (
            sum(value_of(total) for groups in by_day.values() for total in groups.values()),
            len(by_day),
            self._context.today - self._first_day + 1,
        )

    def _over_time(
        self,
        name: str,
        title: str,
        values: str,
        sentence: str,
        value_of: Callable[[ReviewTotal], float],
        format_value: Callable[[float], str],
    ) -> Plot:
        by_day = self._reviews_by_day
        spans = self._context.past_spans(self._figures.reviews_by_day)
        names = self._group_names()

        def value_in(group: CardGroup, days: range) -> float:
            groups = (by_day[day].get(group) for day in days if day in by_day)
            return sum(value_of(total) for total in groups if total is not None)

        series = tuple(
            Series(names[group], tuple(value_in(group, span.days) for span in spans), format_value, tint)
            for group, tint in _TINT_BY_GROUP.items()
        )
        sums = tuple(sum(values) for values in zip(*((one.values) for one in series), strict=True))
        return Plot(
            name,
            title,
            sentence,
            PlotForm.BARS,
            DayNames.heading(spans),
            tuple(DayNames.category(span, self._context.today) for span in spans),
            series,
            (Series(self.tr("All"), sums, format_value),),
            caption=AxisCaptions.per_span(values, spans),
            current=len(spans) - 1,
        )

    def _group_names(self) -> Mapping[CardGroup, str]:
        return {
            CardGroup.LEARNING: self.tr("Learning"),
            CardGroup.YOUNG: self.tr("Young"),
            CardGroup.MATURE: self.tr("Mature"),
            CardGroup.RELEARNING: self.tr("Relearning"),
        }

    def buttons(self) -> Plot:
        """Return how often each answer button was pressed."""
        buttons = self._figures.buttons
        groups = (
            (ButtonGroup.MATURE, self.tr("Mature"), Tint.MATURE),
            (ButtonGroup.YOUNG, self.tr("Young"), Tint.YOUNG),
            (ButtonGroup.LEARNING, self.tr("Learning and relearning"), Tint.LEARNING),
        )
        names = {
            Rating.AGAIN: self.tr("Again"),
            Rating.HARD: self.tr("Hard"),
            Rating.GOOD: self.tr("Good"),
            Rating.EASY: self.tr("Easy"),
        }
        counts = {rating: sum(by_rating[rating] for by_rating in buttons.values()) for rating in Rating}
        total = sum(counts.values())
        if total:
            sentence = self.tr("Of {reviews}: {shares}.").format(
                reviews=ValueFormats.reviews(total),
                shares=self.tr(", ").join(
                    f"{names[rating]} {ValueFormats.percent(counts[rating] / total)}" for rating in Rating
                ),
            )
        else:
            sentence = self.tr("No reviews in this period.")
        return Plot(
            "buttons",
            self.tr("Answer buttons"),
            sentence,
            PlotForm.BARS,
            self.tr("Button"),
            tuple(Category(names[rating]) for rating in Rating),
            tuple(
                Series(name, tuple(buttons[group][rating] for rating in Rating), ValueFormats.count, tint)
                for group, name, tint in groups
            ),
            (
                Series(
                    self.tr("Share"),
                    tuple(counts[rating] / total if total else None for rating in Rating),
                    ValueFormats.percent,
                ),
            ),
        )

    def hours(self) -> Plot:
        """Return the reviews by hour of the day, and how many were recalled."""
        hours = self._figures.hours
        edges = [ValueFormats.hour(hour) for hour in range(len(hours) + 1)]
        names = (
            self.tr("{begin} – {end}").format(begin=one, end=next_one) for one, next_one in pairwise(edges)
        )
        shares = tuple(one.share if one.reviews >= _MIN_REVIEWS_OF_AN_HOUR else None for one in hours)
        return Plot(
            "hours",
            self.tr("Hours"),
            self._hours_sentence(),
            PlotForm.BARS,
            self.tr("Hour"),
            tuple(map(Category, names)),
            (Series(self.tr("Reviews"), tuple(one.reviews for one in hours), ValueFormats.count),),
            (Series(self.tr("Recalled"), tuple(one.share for one in hours), ValueFormats.exact_percent),),
            Series(self.tr("Recalled"), shares, ValueFormats.percent, Tint.RELEARNING)
            if any(shares)
            else None,
            ticks=tuple(Mark(label, hour) for hour, label in enumerate(edges)),
        )

    def _hours_sentence(self) -> str:
        hours = list(enumerate(self._figures.hours))
        busiest, most = max(hours, key=lambda one: one[1].reviews)
        if not most.reviews:
            return self.tr("No reviews in this period.")
        sentence = self.tr("You study most from {hour}: {reviews}.").format(
            hour=self._name_hour(busiest), reviews=ValueFormats.reviews(most.reviews)
        )
        known = [one for one in hours if one[1].reviews >= _MIN_REVIEWS_OF_AN_HOUR]
        if len(known) < 2:
            return sentence
        best, highest = max(known, key=lambda one: one[1].share or 0)
        worst, lowest = min(known, key=lambda one: one[1].share or 0)
        comparison = self.tr("You recall best from {best} ({high}), worst from {worst} ({low}).").format(
            best=self._name_hour(best),
            high=ValueFormats.percent(highest.share or 0),
            worst=self._name_hour(worst),
            low=ValueFormats.percent(lowest.share or 0),
        )
        return formatting.join_sentences(sentence, comparison)

    def _name_hour(self, hour: int) -> str:
        return self.tr("{begin} to {end}").format(
            begin=ValueFormats.hour(hour), end=ValueFormats.hour(hour + 1)
        )
