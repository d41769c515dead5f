"""Saving the map as a picture, and its look in another theme."""

from math import ceil
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QFileDialog

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.kit import theme
from studyapp.ui.map.canvas import map_export
from studyapp.ui.map.canvas.map_export import MapPicture, write_png, write_svg
from studyapp.ui.map.canvas.map_geometry import MapGeometry
from studyapp.ui.map.canvas.map_legend import ArrowSymbol, LegendEntry, MapLegend
from studyapp.ui.map.canvas.map_style import style_for
from tests.ui.app_driver import AppDriver
from tests.ui.map.map_driver import NET, MapDriver
from tests.ui.map.sample_maps import FAMILY

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)

LEVELS = (MemoryLevel.KNOWN, MemoryLevel.FADING, MemoryLevel.NEW, MemoryLevel.NO_CARDS)


def picture_of_family(application: QApplication) -> MapPicture:
    geometry = MapGeometry(FAMILY, CardLanguages.ENGLISH, style_for(application.font()))
    legend = [LegendEntry(symbol, f"The symbol {symbol}") for symbol in (*MemoryLevel, *ArrowSymbol)]
    return MapPicture(geometry, LEVELS, "A family tree", "Two of three are known.", legend)


def test_the_menu_writes_files(app: AppDriver, maps: MapDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    app.write_deck(*NET)
    maps.study((Rating.GOOD,))
    page = maps.open_window()
    actions = page.view.header.build_menu().actions()
    assert [one.text() for one in actions if one.text()] == ["Show table", "Save as SVG…", "Save as PNG…"]
    for action, suffix in zip(actions[2:], ("svg", "png"), strict=True):
        file = app.data_folder / f"map.{suffix}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, name=str(file): (name, ""))
        action.trigger()
        assert file.is_file()
    svg = (app.data_folder / "map.svg").read_text("utf-8")
    assert QSvgRenderer(str(app.data_folder / "map.svg")).isValid()
    for text in ("Question root?", "Known: 90% or more", "Arrow: from a prerequisite to what builds on it"):
        assert text in svg, text
    for text in ("The deck", maps.sentence):
        assert svg.count(text) == 2, text  # also as the title and description of the file
    assert "<image" not in svg
    image = QImage(str(app.data_folder / "map.png"))
    colours = {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    }
    assert maps.shown.geometry.style.tint(MemoryLevel.KNOWN).name() in colours


def test_saving_changes_nothing_on_the_screen(app: AppDriver, maps: MapDriver) -> None:
    page = maps.open()
    before = page.canvas.viewport().grab().toImage()
    page.save(app.data_folder / "map.png")
    assert page.canvas.viewport().grab().toImage() == before


def test_a_cancelled_choice_writes_nothing(
    app: AppDriver, maps: MapDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = maps.open()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    page.ask_file("svg")
    name = str(app.data_folder / "without suffix")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (name, ""))
    page.ask_file("png")
    assert [path.name for path in app.data_folder.glob("without*")] == ["without suffix.png"]


def test_a_file_that_cannot_be_written_is_reported(
    app: AppDriver, maps: MapDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = maps.open()
    shown: list[str] = []
    monkeypatch.setattr("studyapp.ui.dialogs.modal_dialogs.show_error", lambda _, text: shown.append(text))
    page.save(app.data_folder / "missing" / "map.svg")
    assert len(shown) == 1
    assert "missing" in shown[0]


def test_labels_in_a_picture_are_escaped(qapp: QApplication, tmp_path: Path) -> None:
    picture = picture_of_family(qapp)._replace(title="1 < 2 & <b>3</b>")
    write_svg(picture, tmp_path / "map.svg")
    assert QSvgRenderer(str(tmp_path / "map.svg")).isValid()
    assert "<b>" not in (tmp_path / "map.svg").read_text("utf-8")


def test_a_picture_has_the_size_that_its_parts_need(qapp: QApplication, tmp_path: Path) -> None:
    picture = picture_of_family(qapp)
    write_png(picture, tmp_path / "map.png")
    image = QImage(str(tmp_path / "map.png"))
    bounds = picture.geometry.bounds
    assert image.width() >= 2 * bounds.width()
    assert image.height() >= 2 * (bounds.height() + 3 * picture.geometry.style.line_height)
    background = QColor(picture.geometry.style.colours.background).rgb()
    edge = [(x, y) for x in range(image.width()) for y in (4, image.height() - 5)]
    assert {image.pixel(*place) for place in edge} == {background}


def test_a_legend_breaks_texts_that_are_too_long(qapp: QApplication) -> None:
    entries = [LegendEntry(ArrowSymbol.SOLID, "From one of them to another " * 3)] * 2
    style = style_for(qapp.font())
    one_row, rows, narrow = (MapLegend(entries, style, width) for width in (4_000, 800, 200))
    assert 0 < one_row.height < rows.height < narrow.height
    assert all(rect.right() <= 200 for _, rect in narrow._places)
    assert narrow._places[0][1].bottom() <= narrow._places[1][1].top()
    image = QImage(400, ceil(narrow.height), QImage.Format.Format_RGB32)
    image.fill(QColor(style.colours.background))
    painter = QPainter(image)
    narrow.paint(painter)
    painter.end()
    beside = {image.pixel(x, y) for x in range(202, 400) for y in range(image.height())}
    assert beside == {QColor(style.colours.background).rgb()}


def test_a_very_large_map_is_written_in_a_smaller_scale(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(map_export, "_MAX_PIXELS", 90_000)
    write_png(picture_of_family(qapp), tmp_path / "small.png")
    small = QImage(str(tmp_path / "small.png"))
    assert 60_000 < small.width() * small.height() < 95_000
    monkeypatch.setattr(map_export, "_MAX_SIDE", 100)
    write_png(picture_of_family(qapp), tmp_path / "tiny.png")
    tiny = QImage(str(tmp_path / "tiny.png"))
    assert max(tiny.width(), tiny.height()) == 100


def test_another_theme_is_applied_and_keeps_the_map(app: AppDriver, maps: MapDriver) -> None:
    app.write_deck(*NET)
    maps.study((Rating.GOOD,))
    page = maps.open_window()
    maps.click("end")
    page.canvas.zoom_to(1.5)
    light = page.canvas.viewport().grab().toImage()
    app.application.setProperty("theme", "dark")
    app.window.restyle()
    app.process_events()
    dark = page.canvas.viewport().grab().toImage()
    assert light != dark
    assert dark.pixelColor(2, 2) == QColor(theme.DARK.background)
    assert page.canvas.zoom == 1.5
    assert maps.selected == "end"
    assert maps.level("root") is MemoryLevel.KNOWN
    assert page.panel.isVisible()
