"""What painters of plots draw, and where they find the categories."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from studyapp.ui.kit import theme
from studyapp.ui.statistics.plots.plot import Calendar, Category, Plot, PlotForm, Series, Tint
from studyapp.ui.statistics.plots.plot_painting import create_painter, height_for_width
from studyapp.ui.statistics.plots.plot_style import PlotStyle, line_pen, pattern_of, style_for

WIDTH = 400
NAMES = tuple(Category(f"Number {number}") for number in range(10))
VALUES = (1, 2, 0, 4, 5, 6, 7, 8, 9, 10)
SHARES = tuple(value / 10 for value in VALUES)
STACKED = (Tint.MATURE, Tint.YOUNG, Tint.RELEARNING, Tint.LEARNING)


def plot_of(form: PlotForm) -> Plot:
    predicted = Series("Predicted", tuple(number / 10 + 0.05 for number in range(10)), str)
    counts = Series("Reviews", VALUES, str)
    return Plot(
        "example",
        "Example",
        "A sentence.",
        form,
        "Number",
        NAMES,
        (Series("Value", SHARES, "{:.1f}".format),),
        (predicted, counts) if form is PlotForm.CALIBRATION else (),
        maximum=1 if form is PlotForm.CALIBRATION else None,
        calendar=Calendar(3, ("Mon",) * 7, frozenset({2}), 8) if form is PlotForm.CALENDAR else None,
    )


@pytest.fixture(params=["light", "dark"])
def style(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[PlotStyle]:
    qapp.setProperty("theme", request.param)
    yield style_for(qapp.font())
    qapp.setProperty("theme", None)


@pytest.mark.parametrize("form", PlotForm)
def test_each_category_is_found_where_it_is_painted(form: PlotForm, style: PlotStyle) -> None:
    plot = plot_of(form)
    painter = create_painter(plot, WIDTH, height_for_width(plot, WIDTH, style), style)
    for index in range(len(plot.categories)):
        assert painter.index_at(painter.rect_of(index).center()) == index
    assert painter.index_at(QPointF(-5, -5)) is None


@pytest.mark.parametrize("form", PlotForm)
@pytest.mark.parametrize("width", [60, 400, 1500])
def test_everything_is_painted_inside(form: PlotForm, width: int, style: PlotStyle) -> None:
    plot = plot_of(form)
    height = height_for_width(plot, width, style)
    image = QImage(width + 40, height + 40, QImage.Format.Format_RGB32)
    background = QColor(style.colours.panel)
    image.fill(background)
    painter = QPainter(image)
    painter.translate(20, 20)
    create_painter(plot, width, height, style).paint(painter, selected=4)
    painter.end()
    inside = {image.pixel(x, y) for x in range(20, width + 20, 2) for y in range(20, height + 20, 2)}
    assert len(inside) > 2
    margin = [(x, y) for x in range(image.width()) for y in (5, image.height() - 6)]
    if width >= 400:
        assert {image.pixel(*place) for place in margin} == {background.rgb()}


@pytest.mark.parametrize("form", PlotForm)
def test_an_empty_plot_can_be_painted(form: PlotForm, style: PlotStyle) -> None:
    plot = plot_of(form)
    columns = tuple(one._replace(values=()) for one in plot.further_columns)
    empty = plot._replace(
        categories=(), series=(Series("Value", (), str),), further_columns=columns, calendar=None
    )
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor(style.colours.panel))
    painter = QPainter(image)
    create_painter(empty, 100, 100, style).paint(painter)
    assert painter.end()
    bar = QColor(style.colours.accent).rgb()
    assert bar not in {image.pixel(x, y) for x in range(100) for y in range(100)}


def test_coming_days_are_outlined(style: PlotStyle) -> None:
    plot = plot_of(PlotForm.CALENDAR)
    height = height_for_width(plot, WIDTH, style)
    image = QImage(WIDTH, height, QImage.Format.Format_RGB32)
    image.fill(QColor(style.colours.panel))
    painter = QPainter(image)
    calendar = create_painter(plot, WIDTH, height, style)
    calendar.paint(painter)
    painter.end()
    panel = QColor(style.colours.panel)
    centers = [image.pixelColor(calendar.rect_of(index).center().toPoint()) for index in (7, 8, 9)]
    assert [center == panel for center in centers] == [False, True, True]
    cell = calendar.rect_of(8).toAlignedRect()
    column = [image.pixelColor(cell.center().x(), y) for y in range(cell.top(), cell.bottom() + 1)]
    assert max(contrast(colour, panel) for colour in column) >= 1.5


def luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)

    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("tint", Tint)
def test_series_stand_out_from_the_background(tint: Tint, style: PlotStyle) -> None:
    assert contrast(style.colour(tint), QColor(style.colours.panel)) >= 3


def test_series_on_top_of_each_other_differ_without_hue(style: PlotStyle) -> None:
    for one, other in pairwise(STACKED):
        differs = contrast(style.colour(one), style.colour(other)) >= 1.5
        assert differs or pattern_of(one) is not pattern_of(other)
    assert contrast(style.colour(Tint.MATURE), style.colour(Tint.YOUNG)) >= 1.5


def test_lines_differ_in_their_dashes(style: PlotStyle) -> None:
    assert line_pen(style, Tint.MATURE).style() is not line_pen(style, Tint.YOUNG).style()


def test_text_size_scales_plots(qapp: QApplication) -> None:
    plot = plot_of(PlotForm.ROWS)
    before = height_for_width(plot, WIDTH, style_for(qapp.font()))
    qapp.setProperty("text-size", 200)
    try:
        assert height_for_width(plot, WIDTH, style_for(qapp.font())) > 1.8 * before
    finally:
        qapp.setProperty("text-size", None)
    assert theme.scale_pixels(10) == 10
