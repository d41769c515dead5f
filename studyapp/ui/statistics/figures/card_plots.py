"""Plots of the cards as they are now: their states, when they are due, and when they were added and learned."""

from collections.abc import Sequence

from studyapp.core.statistics.card_states import StudiedCards, sum_studied
from studyapp.core.statistics.report import CardFigures
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import Translated
from studyapp.ui.statistics.figures.axis_captions import AxisCaptions
from studyapp.ui.statistics.figures.day_names import DayNames
from studyapp.ui.statistics.figures.plot_context import PlotContext
from studyapp.ui.statistics.figures.value_formats import ValueFormats
from studyapp.ui.statistics.plots.plot import Category, Plot, PlotForm, Series, Tint

_WEEK = 7

_MIN_CARDS = 10
"""With fewer cards, the share that is recalled says little."""


class CardPlots(Translated):
    """Makes the plots."""

    def __init__(self, figures: CardFigures, context: PlotContext) -> None:
        self._figures, self._context = figures, context

    def states(self) -> Plot:
        """Return how many cards are in each state."""
        counts = self._figures.counts
        names = (
            self.tr("New"),
            self.tr("Learning"),
            self.tr("Relearning"),
            self.tr("Young"),
            self.tr("Mature"),
            self.tr("Suspended"),
            self.tr("Buried"),
        )
        if counts.total:
            sentence = self.tr("{cards}: {new} new, {young} young and {mature} mature.").format(
                cards=ValueFormats.cards(counts.total),
                new=ValueFormats.percent(counts.new / counts.total),
                young=ValueFormats.percent(counts.young / counts.total),
                mature=ValueFormats.percent(counts.mature / counts.total),
            )
        else:
            sentence = self.tr("No cards.")
        return Plot(
            "states",
            self.tr("Cards"),
            sentence,
            PlotForm.ROWS,
            self.tr("State"),
            tuple(map(Category, names)),
            (Series(self.tr("Cards"), tuple(counts), ValueFormats.count),),
        )

    def future_due(self) -> Plot:
        """Return when cards are due, with the backlog at the start."""
        due, today = self._figures.due_by_day, self._context.today
        spans = self._context.future_spans(due)
        backlog = sum(count for day, count in due.items() if day < today)
        by_span = tuple(sum(due.get(day, 0) for day in span.days) for span in spans)
        categories = [DayNames.category(span, today) for span in spans]
        if backlog:
            categories = [Category(self.tr("Overdue")), *categories]
        ahead = (0,) if backlog else ()
        return Plot(
            "future-due",
            self.tr("Future due"),
            self._future_sentence(backlog, spans[-1].last),
            PlotForm.BARS,
            DayNames.heading(spans),
            tuple(categories),
            (
                Series(self.tr("Due"), (*ahead, *by_span), ValueFormats.count),
                *(
                    [
                        Series(
                            self.tr("Overdue"),
                            (backlog, *[0] * len(spans)),
                            ValueFormats.count,
                            Tint.RELEARNING,
                        )
                    ]
                    if backlog
                    else []
                ),
            ),
            caption=AxisCaptions.per_span(self.tr("Cards due"), spans),
        )

    def _future_sentence(self, backlog: int, last: int) -> str:
        due, today = self._figures.due_by_day, self._context.today
        week = {day: due.get(day, 0) for day in range(today, today + _WEEK)}
        coming = sum(count for day, count in due.items() if today <= day <= last)
        if not backlog and not coming:
            return self.tr("No cards are due in this period.")
        parts = []
        if backlog:
            parts.append(self.tr("{cards} overdue").format(cards=ValueFormats.cards(backlog)))
        parts.append(
            self.tr(
                "{today} still due today, {tomorrow} tomorrow, {week} in the 7 days from today on"
            ).format(
                today=ValueFormats.count(week[today]),
                tomorrow=ValueFormats.count(week[today + 1]),
                week=ValueFormats.count(sum(week.values())),
            )
        )
        busiest = max(range(today + 1, today + _WEEK), key=lambda day: week[day])
        if week[busiest] > week[today + 1]:
            parts.append(
                self.tr("busiest day: {date} ({count})").format(
                    date=DayNames.day_label(busiest), count=ValueFormats.count(week[busiest])
                )
            )
        return self.tr("{parts}.").format(parts=self.tr("; ").join(parts))

    def added(self) -> Plot:
        """Return how many cards were added and learned over time."""
        added = self._figures.added_by_day
        learned = {day: studied.cards for day, studied in self._figures.learned_by_day.items()}
        spans = self._context.past_spans([*added, *learned])
        sums = [
            tuple(sum(by_day.get(day, 0) for day in span.days) for span in spans)
            for by_day in (added, learned)
        ]
        if any(map(any, sums)):
            sentence = self.tr("{added} added and {learned} studied for the first time.").format(
                added=ValueFormats.cards(sum(sums[0])), learned=ValueFormats.count(sum(sums[1]))
            )
        else:
            sentence = self.tr("No cards added or learned in this period.")
        return Plot(
            "added",
            self.tr("Added and learned"),
            sentence,
            PlotForm.LINES,
            DayNames.heading(spans),
            tuple(DayNames.category(span, self._context.today) for span in spans),
            (
                Series(self.tr("Learned"), sums[1], ValueFormats.count, Tint.MATURE),
                Series(self.tr("Added"), sums[0], ValueFormats.count, Tint.YOUNG),
            ),
            caption=AxisCaptions.per_span(self.tr("Cards added or learned"), spans),
            current=len(spans) - 1,
        )

    def still_remembered(self) -> Plot:
        """Return how much is remembered of the cards that were first studied at each time."""
        learned = self._figures.learned_by_day
        spans = self._context.past_spans(learned)
        studied = [sum_studied(learned[day] for day in span.days if day in learned) for span in spans]
        categories = tuple(DayNames.category(span, self._context.today) for span in spans)
        return Plot(
            "still-remembered",
            self.tr("Still remembered"),
            self._still_remembered_sentence(studied, categories),
            PlotForm.BARS,
            DayNames.heading(spans),
            categories,
            (
                Series(
                    self.tr("Recalled now"),
                    tuple(one.recalled for one in studied),
                    ValueFormats.count,
                    Tint.MATURE,
                ),
                Series(
                    self.tr("Probably forgotten"),
                    tuple(one.cards - one.recalled for one in studied),
                    ValueFormats.count,
                    Tint.RELEARNING,
                ),
            ),
            (
                Series(self.tr("First studied"), tuple(one.cards for one in studied), ValueFormats.count),
                Series(self.tr("Share recalled"), tuple(one.share for one in studied), ValueFormats.percent),
            ),
            caption=AxisCaptions.per_span(self.tr("Cards first studied"), spans),
            current=len(spans) - 1,
        )

    def _still_remembered_sentence(
        self, studied: Sequence[StudiedCards], categories: Sequence[Category]
    ) -> str:
        total = sum_studied(studied)
        if total.share is None:
            return self.tr("No cards were first studied in this period.")
        sentence = self.tr(
            "Of {cards} first studied in this period, FSRS expects you to recall about {number} now ({percent})."
        ).format(
            cards=ValueFormats.cards(total.cards),
            number=ValueFormats.count(total.recalled),
            percent=ValueFormats.percent(total.share),
        )
        shares = [
            (one.share, category.name)
            for one, category in zip(studied, categories, strict=True)
            if one.share is not None and one.cards >= _MIN_CARDS
        ]
        if len(shares) < 2:
            return sentence
        lowest, name = min(shares)
        if ValueFormats.percent(lowest) == ValueFormats.percent(total.share):
            return sentence
        least = self.tr("Lowest: cards first studied {time} ({percent}).").format(
            time=name, percent=ValueFormats.percent(lowest)
        )
        return formatting.join_sentences(sentence, least)
