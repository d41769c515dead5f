"""The table of the cards that were forgotten most often, with what FSRS expected."""

from collections.abc import Mapping, Sequence

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.report import ForgottenCard
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import Translated
from studyapp.ui.statistics.figures.value_formats import ValueFormats
from studyapp.ui.statistics.plots.plot import Category, Plot, PlotForm, Series


class ForgottenTable(Translated):
    """Makes the table as a plot, which is not painted."""

    def make(
        self, cards: Sequence[ForgottenCard], question_by_card: Mapping[CardId, str], sentence: str
    ) -> Plot:
        """Return the table. Each card must have a question."""
        estimates = [one.estimate for one in cards]
        return Plot(
            "forgotten",
            self.tr("Most often forgotten"),
            sentence,
            PlotForm.ROWS,
            self.tr("Card"),
            tuple(Category(question_by_card[one.card]) for one in cards),
            (Series(self.tr("Lapses"), tuple(one.lapses for one in cards), ValueFormats.count),),
            (
                Series(
                    self.tr("Expected lapses"),
                    tuple(estimate and estimate.expected for estimate in estimates),
                    ValueFormats.tenths,
                ),
                Series(
                    self.tr("Probability of so many"),
                    tuple(estimate and estimate.probability for estimate in estimates),
                    formatting.format_probability,
                ),
                Series(
                    self.tr("Leech"),
                    tuple(1 if estimate and estimate.is_improbable else None for estimate in estimates),
                    lambda _: self.tr("yes"),
                ),
            ),
        )
