"""All plots of the page, made from each part of the figures."""

from studyapp.core.statistics.report import CardFigures, MemoryFigures, ReviewFigures
from studyapp.ui.statistics.figures.calendar_plot import CalendarPlot
from studyapp.ui.statistics.figures.card_plots import CardPlots
from studyapp.ui.statistics.figures.distribution_plots import DistributionPlots
from studyapp.ui.statistics.figures.memory_plots import MemoryPlots
from studyapp.ui.statistics.figures.plot_context import PlotContext
from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.figures.recall_plots import RecallPlots
from studyapp.ui.statistics.figures.review_plots import ReviewPlots
from studyapp.ui.statistics.plots.plot import Plot

Plots = dict[PlotName, Plot]


def plots_of_reviews(figures: ReviewFigures, context: PlotContext) -> Plots:
    """Return the plots of what was studied."""
    reviews, recall = ReviewPlots(figures, context), RecallPlots(figures, context)
    return {
        PlotName.TODAY: reviews.today(),
        PlotName.CALENDAR: CalendarPlot(figures, context.today).make(),
        PlotName.REVIEWS: reviews.reviews(),
        PlotName.TIME: reviews.time(),
        PlotName.RETENTION: recall.retention(),
        PlotName.BUTTONS: reviews.buttons(),
        PlotName.HOURS: reviews.hours(),
        PlotName.MODEL: recall.model(),
        PlotName.CONFIDENCE: recall.confidence(),
    }


def plots_of_cards(figures: CardFigures, context: PlotContext) -> Plots:
    """Return the plots of the cards as they are now."""
    cards, distributions = CardPlots(figures, context), DistributionPlots()
    return {
        PlotName.FUTURE_DUE: cards.future_due(),
        PlotName.STATES: cards.states(),
        PlotName.ADDED: cards.added(),
        PlotName.STILL_REMEMBERED: cards.still_remembered(),
        PlotName.INTERVALS: distributions.intervals(figures.intervals),
        PlotName.STABILITY: distributions.stability(figures),
        PlotName.DIFFICULTY: distributions.difficulty(figures),
        PlotName.RETRIEVABILITY: distributions.retrievability(figures),
    }


def plots_of_memory(figures: MemoryFigures, context: PlotContext) -> Plots:
    """Return the plots of what is remembered."""
    memory = MemoryPlots(figures, context)
    return {
        PlotName.REMEMBERED: memory.remembered(),
        PlotName.SECTIONS: memory.sections(),
        PlotName.EVIDENCE: memory.evidence(),
    }
