"""Series of a plot, and the levels of the calendar, are told apart with every kind of color vision."""

from collections.abc import Iterator
from itertools import combinations, pairwise

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from studyapp.core.statistics.card_states import StudiedCards
from studyapp.core.statistics.report import MemoryFigures
from studyapp.ui.statistics.figures.all_plots import plots_of_cards, plots_of_memory, plots_of_reviews
from studyapp.ui.statistics.figures.plot_context import PlotContext
from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.plots.plot import Calendar, Category, Plot, PlotForm, Series
from studyapp.ui.statistics.plots.plot_painting import create_painter, height_for_width
from studyapp.ui.statistics.plots.plot_style import PlotStyle, style_for
from tests.ui.colour_vision import MATRICES, difference
from tests.ui.statistics.sample_figures import TODAY, cards_with, reviews_on

MIN_SERIES_DIFFERENCE = 20
"""ΔE of the colors of two series in the same plot. They needn't be beside each other, and bars may be narrow."""

MIN_LEVEL_DIFFERENCE = 10
"""ΔE of a level of the calendar and the next one. The tooltip has the number."""

WITH_SEVERAL_SERIES = {
    PlotName.FUTURE_DUE,
    PlotName.REVIEWS,
    PlotName.TIME,
    PlotName.RETENTION,
    PlotName.BUTTONS,
    PlotName.ADDED,
    PlotName.STILL_REMEMBERED,
}


@pytest.fixture(params=["light", "dark"])
def style(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[PlotStyle]:
    qapp.setProperty("theme", request.param)
    yield style_for(qapp.font())
    qapp.setProperty("theme", None)


def plots_with_several_series() -> dict[PlotName, Plot]:
    context = PlotContext(TODAY)
    days = {TODAY - 1: 3, TODAY: 4, TODAY + 1: 5}
    learned = {day: StudiedCards(count, count / 2) for day, count in days.items()}
    plots = (
        plots_of_reviews(reviews_on(range(TODAY - 40, TODAY + 1)), context)
        | plots_of_cards(cards_with(due_by_day=days, added_by_day=days, learned_by_day=learned), context)
        | plots_of_memory(MemoryFigures({TODAY: 1.0}, (), (), ()), context)
    )
    return {name: plot for name, plot in plots.items() if len(plot.series) > 1}


def test_the_simulation_makes_red_and_green_alike() -> None:
    red, green, blue = QColor("#C0392B"), QColor("#6B7A1E"), QColor("#2C5AA0")
    assert difference(red, green, "normal") > 50
    assert difference(red, green, "deuteranopia") < 15
    assert difference(red, blue, "deuteranopia") > 50
    assert difference(QColor("#1F7A8C"), QColor("#2E7D4F"), "normal") > 25
    assert difference(QColor("#1F7A8C"), QColor("#2E7D4F"), "tritanopia") < 20
    assert difference(red, red, "protanopia") == 0


@pytest.mark.parametrize("vision", MATRICES)
def test_series_of_a_plot_have_different_colors(style: PlotStyle, vision: str) -> None:
    plots = plots_with_several_series()
    assert set(plots) == WITH_SEVERAL_SERIES
    too_similar = {
        (one.tint, other.tint)
        for plot in plots.values()
        for one, other in combinations(plot.series, 2)
        if difference(style.colour(one.tint), style.colour(other.tint), vision) < MIN_SERIES_DIFFERENCE
    }
    assert too_similar == set()


def painted_levels(style: PlotStyle) -> list[QColor]:
    """The colors of days without reviews, with few and with more and more."""
    counts = (0, 2, 4, 7, 10, 10)
    days = tuple(Category(str(number)) for number in range(len(counts)))
    calendar = Calendar(0, ("Mon",) * 7)
    plot = Plot("x", "x", "x", PlotForm.CALENDAR, "x", days, (Series("x", counts, str),), calendar=calendar)
    height = height_for_width(plot, 300, style)
    image = QImage(300, height, QImage.Format.Format_RGB32)
    image.fill(QColor(style.colours.panel))
    painter = QPainter(image)
    calendar_painter = create_painter(plot, 300, style)
    calendar_painter.paint(painter)
    painter.end()
    return [
        image.pixelColor(calendar_painter.rect_of(index).center().toPoint()) for index in range(len(days))
    ]


@pytest.mark.parametrize("vision", MATRICES)
def test_levels_of_the_calendar_differ(style: PlotStyle, vision: str) -> None:
    levels = painted_levels(style)
    assert levels[-1] == levels[-2]
    for lighter, darker in pairwise(levels[:-1]):
        assert difference(lighter, darker, vision) >= MIN_LEVEL_DIFFERENCE


@pytest.mark.parametrize("vision", MATRICES)
def test_lines_across_days_off_are_seen_on_every_level(style: PlotStyle, vision: str) -> None:
    line = QColor(style.colours.text)
    for level in painted_levels(style):
        assert difference(line, level, vision) >= MIN_SERIES_DIFFERENCE


@pytest.mark.parametrize("vision", MATRICES)
def test_series_differ_from_the_lines_that_mark_values(style: PlotStyle, vision: str) -> None:
    """Such as the desired retention and the median."""
    tints = {series.tint for plot in plots_with_several_series().values() for series in plot.series}
    for tint in tints:
        assert difference(style.colour(tint), QColor(style.colours.text), vision) >= MIN_SERIES_DIFFERENCE
