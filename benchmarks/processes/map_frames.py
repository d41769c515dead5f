"""Paint a map at each zoom in a window of 1366 by 768 pixels: `python -m benchmarks.processes.map_frames COLLECTION DECK`.

Prints the seconds of each frame at the zoom that takes longest: of a map that is dragged, of one that is painted as a
whole, and of a step of the slider over days.
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.processes.process import print_result
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.paths import resources_folder
from studyapp.services.concept_map.map_loading import MapChoice, MapKind, load_map, load_map_memory
from studyapp.store.collection import Collection
from studyapp.system_dependencies import new_device_id, system_clock
from studyapp.ui.kit import theme
from studyapp.ui.map.canvas.map_canvas import MapCanvas
from studyapp.ui.map.canvas.map_style import style_for
from studyapp.ui.map.shown_map import ShownMap

_ZOOMS = (0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.5, 2.5)
_FRAMES = 12
_DRAG = QPointF(17, 11)
"""Pixels between two frames: a map that is dragged at about 1,200 pixels a second."""

_DAYS_PER_STEP = 7


def main() -> None:
    collection_file, deck = Path(sys.argv[1]), sys.argv[2]
    application = QApplication(sys.argv[:1])
    theme.apply_theme(application, resources_folder())
    shown = _load(collection_file, deck)
    window = QWidget()
    canvas = MapCanvas(shown.describe, window)
    for widget in (window, canvas):
        widget.resize(1366, 768)
    window.show()
    canvas.show_map(shown.geometry, shown.levels, None)
    application.processEvents()
    memory = shown.memory
    assert memory is not None
    days = cycle(range(memory.first_day, memory.last_day + 1, _DAYS_PER_STEP))

    def drag() -> None:
        canvas.scroll_by(_DRAG)
        application.processEvents()

    def paint_all() -> None:
        canvas.viewport().repaint()

    def step() -> None:
        shown.show_day(memory, next(days))
        canvas.show_levels(shown.levels)
        application.processEvents()

    print_result(drag=_slowest(canvas, drag), whole=_slowest(canvas, paint_all), step=_slowest(canvas, step))


def _load(collection_file: Path, deck: str) -> ShownMap:
    choice = MapChoice(f"deck:{deck}", LocalizedText.language_neutral(deck), MapKind.PREREQUISITES, (deck,))
    with Collection(collection_file, new_device_id) as collection:
        concept_map = load_map(collection, choice)
        memory = load_map_memory(collection, concept_map, system_clock())
    shown = ShownMap(choice, concept_map, CardLanguages.ENGLISH, style_for(QApplication.font()))
    shown.show_day(memory, memory.today)
    return shown


def _slowest(canvas: MapCanvas, work: Callable[[], None]) -> list[float]:
    """Return the seconds of the frames at the zoom whose median is highest."""
    return max((_measure(work) for _ in _each_zoom(canvas)), key=statistics.median)


def _each_zoom(canvas: MapCanvas) -> Iterator[None]:
    for zoom in (canvas.fitting_zoom, *_ZOOMS):
        canvas.zoom_to(zoom)
        for bar in (canvas.horizontalScrollBar(), canvas.verticalScrollBar()):
            bar.setValue(bar.maximum() // 3)
        QApplication.processEvents()
        yield


def _measure(work: Callable[[], None]) -> list[float]:
    seconds = []
    for _ in range(_FRAMES):
        start = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - start)
    return seconds


if __name__ == "__main__":
    main()
