"""Plots of how well cards were recalled: true retention, and how good predictions were."""

from functools import reduce
from typing import assert_never

from studyapp.core.statistics.calibration import Calibration, Verdict
from studyapp.core.statistics.report import ReviewFigures
from studyapp.core.statistics.review_counts import RecallCount
from studyapp.core.statistics.review_totals import BIN_COUNT
from studyapp.core.statistics.true_retention import Retention, sum_retention
from studyapp.core.study.rating import Confidence
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import Translated
from studyapp.ui.statistics.figures.axis_captions import AxisCaptions
from studyapp.ui.statistics.figures.day_names import DayNames
from studyapp.ui.statistics.figures.plot_context import PlotContext
from studyapp.ui.statistics.figures.value_formats import ValueFormats
from studyapp.ui.statistics.plots.plot import Category, Level, Plot, PlotForm, Series, Tint


class RecallPlots(Translated):
    """Makes the plots."""

    def __init__(self, figures: ReviewFigures, context: PlotContext) -> None:
        self._figures, self._context = figures, context

    def retention(self) -> Plot:
        """Return the true retention over time."""
        by_day = self._figures.retention_by_day
        spans = self._context.past_spans(by_day)
        retentions = [sum_retention(by_day, span.days) for span in spans]
        desired = self._figures.desired_retention
        shares = [one.share for retention in retentions for one in retention if one.share is not None]
        lowest = min([*shares, 0.8, *([] if desired is None else [desired])])
        return Plot(
            "retention",
            self.tr("True retention"),
            self._retention_sentence(reduce(Retention.plus, retentions)),
            PlotForm.LINES,
            DayNames.heading(spans),
            tuple(DayNames.category(span, self._context.today) for span in spans),
            (
                _shares(self.tr("Mature"), [one.mature for one in retentions], Tint.MATURE),
                _shares(self.tr("Young"), [one.young for one in retentions], Tint.YOUNG),
            ),
            (
                _shares(self.tr("All"), [one.all for one in retentions], Tint.MAIN),
                Series(self.tr("Reviews"), tuple(one.all.reviews for one in retentions), ValueFormats.count),
            ),
            caption=AxisCaptions.per_span(self.tr("Share recalled"), spans),
            level=None
            if desired is None
            else Level(self.tr("Desired: {percent}").format(percent=ValueFormats.percent(desired)), desired),
            minimum=int(lowest * 10) / 10,
            maximum=1,
            current=len(spans) - 1,
        )

    def _retention_sentence(self, retention: Retention) -> str:
        if retention.all.share is None:
            return self.tr("No reviews after an interval of a day or more in this period.")
        parts = [
            self.tr("{percent} of {reviews} were recalled").format(
                percent=ValueFormats.exact_percent(retention.all.share),
                reviews=ValueFormats.reviews(retention.all.reviews),
            )
        ]
        for name, one in ((self.tr("young"), retention.young), (self.tr("mature"), retention.mature)):
            if one.share is not None:
                parts.append(f"{name} {ValueFormats.exact_percent(one.share)}")
        if self._figures.desired_retention is not None:
            desired = ValueFormats.percent(self._figures.desired_retention)
            parts.append(self.tr("desired {percent}").format(percent=desired))
        return formatting.join_sentences(
            self.tr("{parts}.").format(parts=self.tr("; ").join(parts)),
            self.tr("These are reviews of due cards, the moment when recall is hardest."),
        )

    def model(self) -> Plot:
        """Return how well FSRS predicted the reviews."""
        model = self._figures.model
        width = 1 / BIN_COUNT
        names = [
            f"{ValueFormats.percent(one.bin * width)} – {ValueFormats.percent((one.bin + 1) * width)}"
            for one in model.bins
        ]
        if model.log_loss is None or model.rmse is None:
            sentence = self.tr("FSRS has predicted no reviews in this period yet.")
        else:
            measures = self.tr("Log loss {loss}, RMSE {rmse}; lower is better.").format(
                loss=ValueFormats.decimal(model.log_loss), rmse=ValueFormats.exact_percent(model.rmse)
            )
            sentence = formatting.join_sentences(self._verdict_sentence(model), measures)
        return Plot(
            "model",
            self.tr("Calibration of FSRS"),
            sentence,
            PlotForm.CALIBRATION,
            self.tr("Predicted range"),
            tuple(map(Category, names)),
            (
                Series(
                    self.tr("Recalled"), tuple(one.observed for one in model.bins), ValueFormats.exact_percent
                ),
            ),
            (
                Series(
                    self.tr("Predicted"),
                    tuple(one.predicted for one in model.bins),
                    ValueFormats.exact_percent,
                ),
                Series(self.tr("Reviews"), tuple(one.reviews for one in model.bins), ValueFormats.count),
            ),
            caption=self.tr("Actual recall, by predicted recall"),
            maximum=1,
        )

    def _verdict_sentence(self, model: Calibration) -> str:
        """Return whether the predictions were right. The points are the difference of the percentages beside them."""
        match model.verdict:
            case Verdict.FITS:
                template = self.tr(
                    "FSRS predicted {predicted} recall; you recalled {observed} of {reviews}, so its predictions fit."
                )
            case Verdict.CHANCE:
                template = self.tr(
                    "FSRS predicted {predicted} recall; you recalled {observed} of {reviews}, a difference that may be chance."
                )
            case Verdict.TOO_HIGH:
                template = self.tr(
                    "FSRS predicted {predicted} recall; you recalled {observed} of {reviews}, so its predictions are {points} points too high."
                )
            case Verdict.TOO_LOW:
                template = self.tr(
                    "FSRS predicted {predicted} recall; you recalled {observed} of {reviews}, so its predictions are {points} points too low."
                )
            case _:
                assert_never(model.verdict)
        return template.format(
            predicted=ValueFormats.exact_percent(model.predicted),
            observed=ValueFormats.exact_percent(model.observed),
            reviews=ValueFormats.reviews(model.reviews),
            points=ValueFormats.tenths(abs(model.excess_points)),
        )

    def confidence(self) -> Plot:
        """Return how often the learner was right when sure, unsure or guessing."""
        stated = {one: self._figures.confidence[one] for one in sorted(Confidence, reverse=True)}
        known = {one: count for one, count in stated.items() if count.share is not None}
        if known:
            shares = [
                f"{formatting.format_confidence(one)} {ValueFormats.percent(count.share or 0)}"
                for one, count in known.items()
            ]
            sentence = self.tr("Recalled by confidence: {shares}.").format(shares=self.tr(", ").join(shares))
        else:
            sentence = self.tr("No confidence stated in this period. Turn it on in the deck options.")
        return Plot(
            "confidence",
            self.tr("Calibration of your confidence"),
            sentence,
            PlotForm.ROWS,
            self.tr("Confidence"),
            tuple(Category(formatting.format_confidence(one)) for one in stated),
            (_shares(self.tr("Recalled"), list(stated.values()), Tint.MAIN),),
            (Series(self.tr("Reviews"), tuple(one.reviews for one in stated.values()), ValueFormats.count),),
            maximum=1,
        )


def _shares(name: str, counts: list[RecallCount], tint: Tint) -> Series:
    return Series(name, tuple(one.share for one in counts), ValueFormats.exact_percent, tint)
