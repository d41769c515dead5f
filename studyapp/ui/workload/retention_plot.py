"""The plot of what desired retentions lead to, with a sentence about one of them."""

from studyapp.core.study.study_day import MINUTE_MS
from studyapp.core.workload.retention_comparison import RetentionOutcome
from studyapp.services.workload.simulating import RetentionComparison
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import Translated
from studyapp.ui.statistics.figures.value_formats import ValueFormats
from studyapp.ui.statistics.plots.plot import Category, Plot, PlotForm, Series


class RetentionPlot(Translated):
    """Makes the plot."""

    def __init__(self, comparison: RetentionComparison) -> None:
        self._comparison = comparison

    def plot(self, chosen: RetentionOutcome) -> Plot:
        """Return the plot, with the outcome that was chosen standing out."""
        outcomes = self._comparison.outcomes
        return Plot(
            "retention",
            self.tr("Cards remembered after a year"),
            self._sentence(chosen),
            PlotForm.LINES,
            self.tr("Desired retention"),
            tuple(Category(formatting.format_share(outcome.percent / 100)) for outcome in outcomes),
            (
                Series(
                    self.tr("Cards remembered"),
                    tuple(outcome.remembered for outcome in outcomes),
                    ValueFormats.count,
                ),
            ),
            (
                Series(
                    self.tr("Minutes a day"),
                    tuple(outcome.minutes_a_day for outcome in outcomes),
                    ValueFormats.tenths,
                ),
                Series(
                    self.tr("New cards in the year"),
                    tuple(outcome.new_cards for outcome in outcomes),
                    ValueFormats.count,
                ),
            ),
            current=outcomes.index(chosen),
        )

    def _sentence(self, chosen: RetentionOutcome) -> str:
        current = self._comparison.current
        if not any(outcome.remembered for outcome in self._comparison.outcomes):
            return self.tr("There are no cards to study.")
        percent, cards = formatting.format_share(chosen.percent / 100), ValueFormats.cards(chosen.remembered)
        if chosen is current:
            text = self.tr(
                "At {percent}, as it is now, you would remember about {cards} after a year, with {time} a day."
            )
            return text.format(percent=percent, cards=cards, time=_time(chosen))
        return formatting.join_sentences(
            self._cards_sentence(chosen), self._time_sentence(chosen), self._forgotten_sentence(chosen)
        )

    def _cards_sentence(self, chosen: RetentionOutcome) -> str:
        current = self._comparison.current
        difference = round(chosen.remembered) - round(current.remembered)
        if difference > 0:
            text = self.tr(
                "At {percent} you would remember about {cards} after a year, {number} more than at {current}."
            )
        elif difference < 0:
            text = self.tr(
                "At {percent} you would remember about {cards} after a year, {number} fewer than at {current}."
            )
        else:
            text = self.tr(
                "At {percent} you would remember about {cards} after a year, as many as at {current}."
            )
        return text.format(
            percent=formatting.format_share(chosen.percent / 100),
            cards=ValueFormats.cards(chosen.remembered),
            number=ValueFormats.count(abs(difference)),
            current=formatting.format_share(current.percent / 100),
        )

    def _time_sentence(self, chosen: RetentionOutcome) -> str:
        time, current_time = _time(chosen), _time(self._comparison.current)
        if time == current_time:
            return self.tr("Both take about {time} a day.").format(time=time)
        return self.tr("That takes {time} a day instead of {current}.").format(
            time=time, current=current_time
        )

    def _forgotten_sentence(self, chosen: RetentionOutcome) -> str:
        text = self.tr("You would forget about {share} of the cards that come up, instead of {current}.")
        share, current = (
            formatting.format_share(1 - outcome.percent / 100)
            for outcome in (chosen, self._comparison.current)
        )
        return text.format(share=share, current=current)


def _time(outcome: RetentionOutcome) -> str:
    return ValueFormats.duration(outcome.minutes_a_day * MINUTE_MS)
