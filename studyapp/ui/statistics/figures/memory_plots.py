"""Plots of what is remembered: over time, by section and by evidence."""

from collections.abc import Sequence

from studyapp.core.notes.note import Evidence
from studyapp.core.statistics.report import GroupRecall, MemoryFigures
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import Translated
from studyapp.ui.statistics.figures.day_names import DayNames
from studyapp.ui.statistics.figures.plot_context import PlotContext
from studyapp.ui.statistics.figures.value_formats import ValueFormats
from studyapp.ui.statistics.plots.plot import Category, Plot, PlotForm, Series

_MAX_ROWS = 20

_MONTH, _MAX_DISTANCE = 30, 3
"""Days. There is a number for one day of each week only, so that of a month ago may be this far off."""

_SAME = 0.01
"""A change by this share of the number, or less, is about none: the numbers are expected ones."""

_MAX_DAYS_WITHOUT_YEAR = 365


class MemoryPlots(Translated):
    """Makes the plots."""

    def __init__(self, figures: MemoryFigures, context: PlotContext) -> None:
        self._figures, self._context = figures, context

    def remembered(self) -> Plot:
        """Return the expected number of cards recalled over time."""
        by_day, today = self._figures.remembered_by_day, self._context.today
        first = self._context.first_day(by_day)
        days = sorted(day for day in by_day if first <= day <= today)
        label_of = DayNames.month_and_year if today - first > _MAX_DAYS_WITHOUT_YEAR else DayNames.day_label
        return Plot(
            "remembered",
            self.tr("Total remembered"),
            self._remembered_sentence(days),
            PlotForm.LINES,
            self.tr("Day"),
            tuple(Category(DayNames.date(day), label_of(day)) for day in days),
            (Series(self.tr("Cards recalled"), tuple(by_day[day] for day in days), ValueFormats.count),),
            current=len(days) - 1 if days else None,
        )

    def _remembered_sentence(self, days: Sequence[int]) -> str:
        by_day = self._figures.remembered_by_day
        if not days or not any(by_day[day] for day in days):
            return self.tr("No cards studied yet.")
        now = round(by_day[days[-1]])
        sentence = self.tr("FSRS expects you to recall about {cards} now.").format(
            cards=ValueFormats.cards(now)
        )
        if len(days) < 2:
            return sentence
        change = now - round(by_day[days[0]])
        date = DayNames.date(days[0])
        if change > 0:
            comparison = self.tr("That is {number} more than on {date}.")
        elif change < 0:
            comparison = self.tr("That is {number} fewer than on {date}.")
        else:
            comparison = self.tr("That is as many as on {date}.")
        comparison = comparison.format(number=ValueFormats.count(abs(change)), date=date)
        latest = self._compare_with_month_ago(now, days[0])
        return formatting.join_sentences(*filter(None, (sentence, comparison, latest)))

    def _compare_with_month_ago(self, now: int, first: int) -> str:
        """Return the change since a month ago, unless the first day that is shown is no earlier."""
        by_day, day = self._figures.remembered_by_day, self._context.today - _MONTH
        nearest = min(by_day, key=lambda one: abs(one - day))
        if abs(nearest - day) > _MAX_DISTANCE or first >= nearest:
            return ""
        change = now - round(by_day[nearest])
        if abs(change) <= now * _SAME:
            return self.tr("It is about the same as a month ago.")
        template = (
            self.tr("It is {number} more than a month ago.")
            if change > 0
            else self.tr("It is {number} fewer than a month ago.")
        )
        return template.format(number=ValueFormats.count(abs(change)))

    def sections(self) -> Plot:
        """Return how much is remembered of each section, the weakest first."""
        named = [
            group._replace(name=formatting.format_section(group.name)) for group in self._figures.sections
        ]
        return self._of_groups("sections", self.tr("Recall by section"), self.tr("Section"), named)

    def evidence(self) -> Plot:
        """Return how much is remembered by the evidence grade of the notes, the weakest first."""
        names = {
            Evidence.CONCLUSION: self.tr("Conclusion"),
            Evidence.STRONG_HYPOTHESIS: self.tr("Strong hypothesis"),
            Evidence.HYPOTHESIS: self.tr("Hypothesis"),
            Evidence.EDUCATED_GUESS: self.tr("Educated guess"),
            Evidence.OBSERVATION: self.tr("Observation"),
        }
        named = [group._replace(name=names[Evidence(group.name)]) for group in self._figures.evidence]
        plot = self._of_groups(
            "evidence", self.tr("Recall by strength of evidence"), self.tr("Evidence"), named
        )
        if not named:
            return plot
        meaning = self.tr("Evidence is how well the source supports the statement on a card.")
        return plot._replace(sentence=formatting.join_sentences(plot.sentence, meaning))

    def _of_groups(self, name: str, title: str, heading: str, groups: Sequence[GroupRecall]) -> Plot:
        ordered = sorted(groups, key=lambda one: _share(one) if one.reviewed else 2)
        return Plot(
            name,
            title,
            self._groups_sentence([one for one in ordered if one.reviewed], len(ordered)),
            PlotForm.ROWS,
            heading,
            tuple(Category(one.name) for one in ordered),
            (
                Series(
                    self.tr("Recalled now"),
                    tuple(_share(one) if one.reviewed else None for one in ordered),
                    ValueFormats.percent,
                ),
            ),
            (
                Series(self.tr("Studied cards"), tuple(one.reviewed for one in ordered), ValueFormats.count),
                Series(self.tr("All cards"), tuple(one.cards for one in ordered), ValueFormats.count),
            ),
            maximum=1,
            max_rows=_MAX_ROWS,
        )

    def _groups_sentence(self, studied: Sequence[GroupRecall], count: int) -> str:
        if not count:
            return self.tr("No note states this.")
        if not studied:
            return self.tr("No cards studied yet.")
        weakest, strongest = studied[0], studied[-1]
        if len(studied) == 1:
            return self.tr("{name}: FSRS expects you to recall {percent} of {cards} studied.").format(
                name=weakest.name,
                percent=ValueFormats.percent(_share(weakest)),
                cards=ValueFormats.cards(weakest.reviewed),
            )
        low, high = (ValueFormats.percent(_share(one)) for one in (weakest, strongest))
        if low == high:
            sentence = self.tr("Recall expected now: {percent} for each of them.").format(percent=low)
        else:
            sentence = self.tr(
                "Recall expected now: lowest for {weakest} ({low}), highest for {strongest} ({high})."
            ).format(weakest=weakest.name, low=low, strongest=strongest.name, high=high)
        if count <= _MAX_ROWS:
            return sentence
        return formatting.join_sentences(
            sentence,
            self.tr("The {shown} weakest of {count} are shown; the table has all.").format(
                shown=ValueFormats.count(_MAX_ROWS), count=ValueFormats.count(count)
            ),
        )


def _share(group: GroupRecall) -> float:
    return group.expected / group.reviewed if group.reviewed else 0
