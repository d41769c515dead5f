"""Plots of sample figures, with plain spaces in their sentences."""

from studyapp.core.statistics.periods import Period
from studyapp.core.statistics.report import ReviewFigures
from studyapp.ui.statistics.figures.all_plots import plots_of_reviews
from studyapp.ui.statistics.figures.plot_context import PlotContext
from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.plots.plot import Plot
from tests.ui.statistics.sample_figures import TODAY


def plot_of(figures: ReviewFigures, name: PlotName, context: PlotContext | None = None) -> Plot:
    plot = plots_of_reviews(figures, context or PlotContext(TODAY, Period.ALL))[name]
    return plot._replace(sentence=plain(plot.sentence))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")
