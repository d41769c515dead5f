"""Zooming, dragging and scrolling the map."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.ui.map.canvas.map_canvas import MapCanvas
from studyapp.ui.map.canvas.zoom_area import MAX_ZOOM, MIN_ZOOM
from tests.ui.app_driver import AppDriver, basic_note, click
from tests.ui.map.map_driver import MapDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)

Key = Qt.Key

LONG_CHAIN = [
    basic_note("n0"),
    *(basic_note(f"n{number}", requires=[f"n{number - 1}"]) for number in range(1, 40)),
]


def turn_wheel(canvas: MapCanvas, place: QPoint, steps: int, modifiers: Qt.KeyboardModifier) -> None:
    viewport = canvas.viewport()
    event = QWheelEvent(
        QPointF(place), QPointF(viewport.mapToGlobal(place)), QPoint(), QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def drag(canvas: MapCanvas, start: QPoint, end: QPoint) -> None:
    viewport = canvas.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(viewport, (QPointF(start) + QPointF(end - start) * share).toPoint())
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def test_a_small_map_is_shown_as_a_whole_in_the_middle(maps: MapDriver) -> None:
    canvas = maps.open().canvas
    assert canvas.zoom == 1
    view = QRectF(canvas.viewport().rect())
    bounds = canvas.to_viewport(maps.shown.geometry.bounds)
    assert view.contains(bounds)
    assert abs(bounds.center().x() - view.center().x()) <= 1


def test_a_large_map_begins_with_its_top_in_the_usual_text_size(maps: MapDriver) -> None:
    canvas = maps.open(*LONG_CHAIN).canvas
    assert canvas.fitting_zoom < canvas.zoom == 1
    assert canvas.verticalScrollBar().value() == 0
    assert canvas.viewport().rect().contains(maps.place_of("n0"))
    assert not canvas.viewport().rect().contains(maps.place_of("n39"))


def test_a_wide_map_begins_in_the_middle_of_its_top_row(maps: MapDriver) -> None:
    tops = [basic_note(f"t{number:02}") for number in range(12)]
    ends = [basic_note(f"e{number:02}", requires=[f"t{number:02}"]) for number in range(12)]
    canvas = maps.open(*tops, *ends, basic_note("last", requires=["e00", "e11"])).canvas
    assert canvas.fitting_zoom < canvas.zoom == 1
    view, first = canvas.viewport().rect(), canvas.to_viewport(maps.shown.geometry.first_node)
    places = [canvas.to_viewport(node) for node in maps.shown.geometry.nodes]
    in_top_row = sorted(place.left() for place in places if place.top() == first.top())
    assert first.left() == in_top_row[(len(in_top_row) - 1) // 2]
    assert abs(first.center().x() - view.center().x()) <= 1


def test_fit_shows_everything(maps: MapDriver) -> None:
    page = maps.open(*LONG_CHAIN)
    click(page.view.header.fit_button)
    assert QRectF(page.canvas.viewport().rect()).contains(page.canvas.to_viewport(maps.shown.geometry.bounds))


def test_buttons_and_keys_zoom(maps: MapDriver) -> None:
    page = maps.open(*LONG_CHAIN)
    canvas, header = page.canvas, page.view.header
    canvas.zoom_to(1)
    click(header.zoom_in_button)
    assert canvas.zoom == 1.25
    click(header.zoom_out_button)
    assert canvas.zoom == 1
    maps.press(Key.Key_Plus)
    assert canvas.zoom == 1.25
    maps.press(Key.Key_Minus, Key.Key_Minus)
    assert canvas.zoom == pytest.approx(0.8)
    maps.press(Key.Key_0)
    assert canvas.zoom == canvas.fitting_zoom


def test_zoom_has_limits(maps: MapDriver) -> None:
    canvas = maps.open().canvas
    for _ in range(40):
        canvas.zoom_in()
    assert canvas.zoom == MAX_ZOOM
    for _ in range(60):
        canvas.zoom_out()
    assert canvas.zoom == MIN_ZOOM


def test_the_wheel_zooms_at_the_pointer(maps: MapDriver) -> None:
    canvas = maps.open(*LONG_CHAIN).canvas
    canvas.zoom_to(1)
    canvas.verticalScrollBar().setValue(900)
    place = QPoint(500, 300)
    before = canvas.to_content(place)
    turn_wheel(canvas, place, 2, Qt.KeyboardModifier.ControlModifier)
    assert canvas.zoom == pytest.approx(1.25**2)
    assert abs(canvas.to_content(place).y() - before.y()) <= 1
    value = canvas.verticalScrollBar().value()
    turn_wheel(canvas, place, -1, Qt.KeyboardModifier.NoModifier)
    assert canvas.zoom == pytest.approx(1.25**2)
    assert canvas.verticalScrollBar().value() > value


def test_dragging_moves_the_map_and_selects_nothing(maps: MapDriver) -> None:
    page = maps.open(*LONG_CHAIN)
    canvas = page.canvas
    before = maps.place_of("n3")
    drag(canvas, before, before - QPoint(0, 120))
    assert maps.place_of("n3") == before - QPoint(0, 120)
    assert canvas.selected is None
    assert not page.panel.isVisible()
    maps.click("n3")
    assert maps.selected == "n3"


def test_the_pointer_shows_what_can_be_clicked(maps: MapDriver) -> None:
    canvas = maps.open().canvas
    QTest.mouseMove(canvas.viewport(), maps.place_of("root"))
    assert canvas.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    QTest.mouseMove(canvas.viewport(), QPoint(3, 3))
    assert canvas.viewport().cursor().shape() is Qt.CursorShape.ArrowCursor


def test_the_selected_node_stays_in_view(maps: MapDriver) -> None:
    canvas = maps.open(*LONG_CHAIN).canvas
    maps.press(Key.Key_Home, *[Key.Key_Down] * 30)
    assert maps.selected == "n30"
    assert canvas.viewport().rect().contains(maps.place_of("n30"))
    maps.press(Key.Key_Home)
    assert canvas.viewport().rect().contains(maps.place_of("n0"))


def test_a_node_is_not_covered_by_the_panel_with_its_cards(app: AppDriver, maps: MapDriver) -> None:
    page = maps.open(*LONG_CHAIN)
    canvas = page.canvas
    canvas.zoom_to(2.5)
    canvas.horizontalScrollBar().setValue(0)
    place = maps.place_of("n0")
    canvas.scroll_by(QPointF(place.x() - canvas.viewport().width() + 60, 0))
    maps.click("n0")
    app.process_events()
    assert page.panel.isVisible()
    assert canvas.viewport().rect().contains(maps.place_of("n0"))


def test_scrolling_paints_only_what_comes_into_view(
    app: AppDriver, maps: MapDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    canvas = maps.open(*LONG_CHAIN).canvas
    canvas.zoom_to(1)
    app.process_events()
    painted: list[QRectF] = []
    paint_area = MapCanvas.paint_area

    def record(one: MapCanvas, painter: QPainter, area: QRectF, origin: QPointF) -> None:
        painted.append(area)
        paint_area(one, painter, area, origin)

    monkeypatch.setattr(MapCanvas, "paint_area", record)
    canvas.verticalScrollBar().setValue(canvas.verticalScrollBar().value() + 25)
    app.process_events()
    assert [area.height() for area in painted] == [25]


def test_the_zoom_is_kept_when_the_page_is_shown_again(app: AppDriver, maps: MapDriver) -> None:
    canvas = maps.open(*LONG_CHAIN).canvas
    maps.press(Key.Key_Home)
    canvas.zoom_to(1.5)
    canvas.verticalScrollBar().setValue(700)
    app.window.show_decks()
    maps.show()
    assert canvas.zoom == 1.5
    assert canvas.verticalScrollBar().value() == 700
    assert maps.selected == "n0"


def test_a_map_that_was_not_zoomed_shows_its_top_at_any_size(app: AppDriver, maps: MapDriver) -> None:
    canvas = maps.open().canvas
    for size in ((640, 480), (1366, 768)):
        app.window.resize(*size)
        app.process_events()
        assert canvas.zoom == 1
        assert canvas.viewport().rect().contains(maps.place_of("root"))
    canvas.zoom_to(0.9)
    app.window.resize(640, 480)
    app.process_events()
    assert canvas.zoom == 0.9


def test_leaving_the_map_removes_nothing_that_is_selected(app: AppDriver, maps: MapDriver) -> None:
    page = maps.open()
    maps.click("root")
    QApplication.sendEvent(page.canvas, QEvent(QEvent.Type.Leave))
    assert maps.selected == "root"
