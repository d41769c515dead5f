"""What painters of plots draw, and where they find the categories."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from studyapp.ui.kit import theme
from studyapp.ui.statistics.plots.axis_painter import AxisPainter
from studyapp.ui.statistics.plots.calendar_painter import CalendarPainter
from studyapp.ui.statistics.plots.calibration_painter import CalibrationPainter
from studyapp.ui.statistics.plots.plot import (
    Calendar,
    CalendarLegend,
    Category,
    Level,
    Mark,
    Plot,
    PlotForm,
    Series,
    Tint,
)
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
    painter = create_painter(plot, WIDTH, style)
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
    create_painter(plot, width, style).paint(painter, selected=4)
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
    create_painter(empty, 100, style).paint(painter)
    assert painter.end()
    bar = QColor(style.colours.accent).rgb()
    assert bar not in {image.pixel(x, y) for x in range(100) for y in range(100)}


def test_coming_days_are_outlined(style: PlotStyle) -> None:
    plot = plot_of(PlotForm.CALENDAR)
    height = height_for_width(plot, WIDTH, style)
    image = QImage(WIDTH, height, QImage.Format.Format_RGB32)
    image.fill(QColor(style.colours.panel))
    painter = QPainter(image)
    calendar = create_painter(plot, WIDTH, style)
    calendar.paint(painter)
    painter.end()
    panel = QColor(style.colours.panel)
    centers = [image.pixelColor(calendar.rect_of(index).center().toPoint()) for index in (7, 8, 9)]
    assert [center == panel for center in centers] == [False, True, True]
    cell = calendar.rect_of(8).toAlignedRect()
    column = [image.pixelColor(cell.center().x(), y) for y in range(cell.top(), cell.bottom() + 1)]
    assert max(contrast(colour, panel) for colour in column) >= 1.5


@pytest.mark.parametrize("width", [250, 1000])
def test_a_level_is_named_in_the_legend(width: int, style: PlotStyle) -> None:
    series = (Series("Mature", VALUES, str, Tint.MATURE), Series("Young", VALUES, str, Tint.YOUNG))
    plot = plot_of(PlotForm.LINES)._replace(series=series, level=Level("Desired: 90%", 9))
    with_level = create_painter(plot, width, style)
    assert [entry.text for entry in with_level._legend_entries()] == ["Mature", "Young", "Desired: 90%"]
    assert with_level.area.top() > with_level.legend.height


def test_every_mark_has_its_label_above_the_values(style: PlotStyle) -> None:
    """Marks that are close to each other have their labels in several rows, for which the plot is higher."""
    marks = tuple(Mark(f"A long label {number}", 9 + number / 10) for number in range(3))
    apart = (Mark("Low", 1), Mark("High", 8))
    plain, close = (
        create_painter(plot_of(PlotForm.BARS)._replace(marks=one), WIDTH, style) for one in (apart, marks)
    )
    assert close.area.height() == plain.area.height()
    assert close.height == pytest.approx(plain.height + 2 * style.line_height)
    image = QImage(WIDTH, round(close.height), QImage.Format.Format_RGB32)
    image.fill(QColor(style.colours.panel))
    painter = QPainter(image)
    close.paint(painter)
    painter.end()
    background = QColor(style.colours.panel).rgb()
    for row in range(3):
        top = close.area.top() - (row + 1) * style.line_height
        rows = range(round(top) + 1, round(top + style.line_height) - 1)
        assert any(image.pixel(x, y) != background for x in range(WIDTH // 2, WIDTH) for y in rows), row


@pytest.mark.parametrize("maximum", [None, 1])
def test_only_shares_of_a_whole_have_the_whole_behind_them(maximum: int | None, style: PlotStyle) -> None:
    plot = plot_of(PlotForm.ROWS)._replace(maximum=maximum)
    rows = create_painter(plot, WIDTH, style)
    image = QImage(WIDTH, round(rows.height), QImage.Format.Format_RGB32)
    image.fill(QColor(style.colours.panel))
    painter = QPainter(image)
    rows.paint(painter)
    painter.end()
    colour = image.pixelColor(round(rows.area.right()) - 3, round(rows.rect_of(2).center().y()))
    assert colour == QColor(style.colours.panel if maximum is None else style.colours.hover)


def test_the_legend_of_a_calendar_explains_the_cells_that_it_has(style: PlotStyle) -> None:
    texts = CalendarLegend("Fewer", "More", "Day off", "Coming day")
    plot = plot_of(PlotForm.CALENDAR)
    without = create_painter(plot, WIDTH, style)
    assert plot.calendar is not None
    for calendar, expected in (
        (plot.calendar, ["More", "Day off", "Coming day"]),
        (plot.calendar._replace(days_off=frozenset(), first_coming=None), ["More"]),
    ):
        painter = create_painter(plot._replace(calendar=calendar._replace(legend=texts)), WIDTH, style)
        entries = painter._legend_entries()
        assert [entry.text for entry in entries] == expected
        assert entries[0].text_before == "Fewer"
        assert len(entries[0].swatches) == 5
        assert painter.height > without.height


@pytest.mark.parametrize("width", [120, 200, 300, 1500])
def test_shares_at_the_axis_of_a_calibration_do_not_overlap(width: int, style: PlotStyle) -> None:
    plot = plot_of(PlotForm.CALIBRATION)._replace(series=(Series("Recalled", SHARES, "{:.2%}".format),))
    painter = create_painter(plot, width, style)
    assert isinstance(painter, CalibrationPainter)
    shown = [place for _, place in painter._place_shares()]
    assert len(shown) == 5 if width == 1500 else len(shown) >= 1
    assert all(one.right() <= other.left() for one, other in pairwise(shown))


@pytest.mark.parametrize("width", [200, 330, 500, 1500])
def test_names_of_weekdays_do_not_cover_each_other(width: int, style: PlotStyle) -> None:
    painter = create_painter(
        plot_of(PlotForm.CALENDAR)._replace(categories=NAMES * 40, series=()), width, style
    )
    assert isinstance(painter, CalendarPainter)
    places = painter._place_weekdays()
    assert places[0][0] == 0
    for (_, above), (_, below) in pairwise(places):
        assert below - above >= 0.8 * style.line_height
    assert places[-1][1] + style.line_height <= max(painter.area.bottom(), places[0][1] + style.line_height)


def test_labels_at_the_axis_of_small_numbers_differ(style: PlotStyle) -> None:
    counts = (Series("Cards", (0, 1, *(0,) * 8), "{:.0f}".format),)
    painter = create_painter(plot_of(PlotForm.BARS)._replace(series=counts), WIDTH, style)
    assert isinstance(painter, AxisPainter)
    assert painter.ticks == [0, 1]


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


def test_a_narrow_calendar_continues_in_bands(style: PlotStyle) -> None:
    plot = plot_of(PlotForm.CALENDAR)
    days = tuple(Category(str(day)) for day in range(371))
    plot = plot._replace(categories=days, series=(Series("Value", (1.0,) * len(days), str),))
    bottoms = []
    for width in (900, 400, 200):
        painter = create_painter(plot, width, style)
        cells = [painter.rect_of(index) for index in range(len(days))]
        assert all(cell.width() > 4 and cell.right() <= width for cell in cells)
        assert all(painter.index_at(cell.center()) == index for index, cell in enumerate(cells))
        assert not any(one.intersects(other) for one, other in pairwise(cells))
        bottoms.append(painter.height)
    assert bottoms[0] < bottoms[1] < bottoms[2]
