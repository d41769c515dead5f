"""Plots of how values are distributed over cards, with their quantiles."""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from studyapp.core.statistics.card_states import Distribution, Quantiles, quantiles_of_counts
from studyapp.core.statistics.report import CardFigures
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import Translated
from studyapp.ui.statistics.figures.value_formats import ValueFormats
from studyapp.ui.statistics.plots.plot import Category, Mark, Plot, PlotForm, Series

_DAY_BOUNDS = (
    0,
    1,
    2,
    3,
    4,
    5,
    7,
    10,
    14,
    21,
    30,
    45,
    60,
    90,
    120,
    180,
    270,
    365,
    545,
    730,
    1095,
    1825,
    3650,
    7300,
    18250,
)
"""The lower bounds of bins of days: each is about half as much again as the one before."""

_PERCENT_WIDTH, _PERCENT_TICKS = 5, 10


class DistributionPlots(Translated):
    """Makes the plots."""

    def intervals(self, counts: Mapping[int, int]) -> Plot:
        """Return the intervals, given as numbers of cards by days."""
        quantiles = quantiles_of_counts(counts)
        if quantiles is None:
            sentence = self.tr("No cards in review yet.")
        else:
            sentence = self.tr(
                "Half of the intervals are {median} or longer; the longest is {longest}."
            ).format(median=ValueFormats.days(quantiles.median), longest=ValueFormats.days(max(counts)))
        return self._of_days("intervals", self.tr("Intervals"), sentence, counts, quantiles)

    def stability(self, figures: CardFigures) -> Plot:
        """Return the stability: the days until the probability of recall is 90%."""
        distribution = figures.stability
        quantiles = distribution.quantiles
        if quantiles is None:
            sentence = self.tr("No cards studied yet.")
        elif quantiles.nine_tenths < 1:
            sentence = self.tr("Nine tenths of the cards fall to 90% in less than a day.")
        else:
            sentence = self.tr(
                "Half of the cards stay above 90% for {median} or longer, a tenth for less than {low}, a tenth for more than {high}."
            ).format(
                median=ValueFormats.days(quantiles.median),
                low=_upper_bound(quantiles.tenth),
                high=ValueFormats.days(quantiles.nine_tenths),
            )
        return self._of_days("stability", self.tr("Stability"), sentence, distribution.counts, quantiles)

    def difficulty(self, figures: CardFigures) -> Plot:
        """Return the difficulty, from 0% to 100%."""
        sentence = self.tr("The median difficulty is {median}; a tenth of the cards are above {high}.")
        return self._of_percents("difficulty", self.tr("Difficulty"), sentence, figures.difficulty)

    def retrievability(self, figures: CardFigures) -> Plot:
        """Return the probability of recall now."""
        sentence = self.tr(
            "FSRS expects you to recall {mean} of all studied cards at this moment; a tenth of them are below {low}."
        )
        plot = self._of_percents(
            "retrievability", self.tr("Retrievability"), sentence, figures.retrievability
        )
        if figures.retrievability.mean is None:
            return plot
        comparison = self.tr(
            "This includes cards that are not due yet, so it is usually more than the true retention."
        )
        return plot._replace(sentence=formatting.join_sentences(plot.sentence, comparison))

    def _of_percents(self, name: str, title: str, template: str, distribution: Distribution) -> Plot:
        quantiles = distribution.quantiles
        if quantiles is None or distribution.mean is None:
            sentence = self.tr("No cards studied yet.")
        else:
            sentence = template.format(
                median=ValueFormats.percent(quantiles.median),
                high=ValueFormats.percent(quantiles.nine_tenths),
                low=ValueFormats.percent(quantiles.tenth),
                mean=ValueFormats.percent(distribution.mean),
            )
        bounds = range(0, 100, _PERCENT_WIDTH)
        categories = [
            Category(
                f"{ValueFormats.percent(bound / 100)} – {ValueFormats.percent((bound + _PERCENT_WIDTH) / 100)}"
            )
            for bound in bounds
        ]
        counts = [distribution.counts.get(bound, 0) for bound in bounds]
        marks = self._marks(
            quantiles, lambda share: min(len(bounds), share * 100 / _PERCENT_WIDTH), ValueFormats.percent
        )
        ticks = tuple(
            Mark(ValueFormats.percent(percent / 100), percent / _PERCENT_WIDTH)
            for percent in range(0, 101, _PERCENT_TICKS)
        )
        return self._plot(name, title, sentence, categories, counts, ticks, marks)

    def _of_days(
        self, name: str, title: str, sentence: str, counts: Mapping[int, int], quantiles: Quantiles | None
    ) -> Plot:
        bins: Counter[int] = Counter()
        for days, count in counts.items():
            bins[_bin_of(days)] += count
        used = range(max(bins, default=0) + 1)
        categories = [self._day_category(index) for index in used]
        marks = self._marks(quantiles, _place_of_days, _upper_bound)
        ticks = tuple(
            Mark(ValueFormats.short_days(days), place)
            for place, days in enumerate(_DAY_BOUNDS[: len(used) + 1])
        )
        return self._plot(name, title, sentence, categories, [bins[index] for index in used], ticks, marks)

    def _day_category(self, index: int) -> Category:
        low = _DAY_BOUNDS[index]
        if not low:
            return Category(self.tr("under a day"))
        label = ValueFormats.count(low)
        if index + 1 == len(_DAY_BOUNDS):
            return Category(self.tr("{low} days or more").format(low=label))
        high = _DAY_BOUNDS[index + 1] - 1
        if high == low:
            return Category(ValueFormats.day_count(low))
        return Category(self.tr("{low} to {high} days").format(low=label, high=ValueFormats.count(high)))

    def _marks(
        self,
        quantiles: Quantiles | None,
        place_of: Callable[[float], float],
        format_value: Callable[[float], str],
    ) -> tuple[Mark, ...]:
        if quantiles is None:
            return ()
        return tuple(
            Mark(template.format(value=format_value(value)), place_of(value))
            for template, value in (
                (self.tr("10% below {value}"), quantiles.tenth),
                (self.tr("Median {value}"), quantiles.median),
                (self.tr("90% below {value}"), quantiles.nine_tenths),
            )
        )

    def _plot(
        self,
        name: str,
        title: str,
        sentence: str,
        categories: Sequence[Category],
        counts: Sequence[int],
        ticks: tuple[Mark, ...],
        marks: tuple[Mark, ...],
    ) -> Plot:
        total = sum(counts)
        shares = tuple(count / total if total else None for count in counts)
        return Plot(
            name,
            title,
            sentence,
            PlotForm.BARS,
            self.tr("Days") if name in ("intervals", "stability") else self.tr("Range"),
            tuple(categories),
            (Series(self.tr("Cards"), tuple(counts), ValueFormats.count),),
            (Series(self.tr("Share"), shares, ValueFormats.exact_percent),),
            ticks=ticks,
            marks=marks,
        )


def _upper_bound(days: float) -> str:
    """Return the number of days below which a value is: 1 for parts of a day."""
    return ValueFormats.days(max(1, days))


def _bin_of(days: float) -> int:
    return bisect_right(_DAY_BOUNDS, max(0, days)) - 1


def _place_of_days(days: float) -> float:
    """Return the place of a number of days among the bins."""
    index = _bin_of(days)
    if index + 1 == len(_DAY_BOUNDS):
        return index + 0.5
    low, high = _DAY_BOUNDS[index], _DAY_BOUNDS[index + 1]
    return index + (math.floor(days * 100) / 100 - low) / (high - low)
