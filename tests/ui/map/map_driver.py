"""Opens the map page of the app under test and reads what it shows."""

import json

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.ui.map.canvas.map_canvas import MapCanvas
from studyapp.ui.map.map_page import MapPage
from studyapp.ui.map.shown_map import ShownMap
from tests.ui.app_driver import Note, basic_note
from tests.ui.page_driver import PageDriver

NET = (
    basic_note("root"),
    basic_note("left", requires=["root"]),
    basic_note("right", requires=["root"]),
    basic_note("end", requires=["left", "right"]),
    basic_note("alone"),
)
"""A diamond, and a note beside it."""

TREE = {
    "title": "A family",
    "nodes": [
        {"id": "old", "label": "Old one", "place": [0, 0], "date": "2020"},
        {"id": "new", "label": "New one", "place": [0, 1], "date": "2021", "asks": 1},
    ],
    "edges": [{"from": "old", "to": "new", "label": "became"}],
}


class MapDriver(PageDriver[MapPage]):
    """The map page with its widgets."""

    key = Qt.Key.Key_M
    default_notes = NET

    @property
    def page(self) -> MapPage:
        return self.app.window.map_page

    @property
    def canvas(self) -> MapCanvas:
        return self.page.canvas

    @property
    def shown(self) -> ShownMap:
        assert self.page.shown is not None
        return self.page.shown

    def write_tree(self) -> Note:
        """Write a drawing, and return a diagram note that shows it."""
        folder = self.app.decks_folder / "diagrams"
        folder.mkdir(exist_ok=True)
        (folder / "family.yaml").write_text(json.dumps(TREE), "utf-8")
        return {"id": "tree", "type": "diagram", "diagram": "family"}

    def choose(self, title: str) -> None:
        """Choose a map by its title."""
        box = self.page.view.header.map_box
        box.setCurrentIndex(box.findText(title))
        self.wait()

    def node(self, key: str) -> int:
        """The position of the node of a note of the deck `d`, or of a box."""
        position = self.shown.position_of(f"d/{key}")
        position = self.shown.position_of(key) if position is None else position
        assert position is not None
        return position

    def level(self, key: str) -> MemoryLevel:
        return self.shown.levels[self.node(key)]

    @property
    def selected(self) -> str:
        """The key of the selected node, without the deck; empty if none is selected."""
        return self.shown.key_of(self.canvas.selected).removeprefix("d/")

    @property
    def sentence(self) -> str:
        return self.page.view.day_bar.sentence_label.text()

    def place_of(self, key: str) -> QPoint:
        """The middle of a node in the viewport."""
        geometry = self.canvas.map_geometry
        assert geometry is not None
        return self.canvas.to_viewport(geometry.nodes[self.node(key)]).center().toPoint()

    def click(self, key: str) -> None:
        """Click a node, and wait for its cards."""
        QTest.mouseClick(self.canvas.viewport(), Qt.MouseButton.LeftButton, pos=self.place_of(key))
        self.wait()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys while the canvas has the focus."""
        self.canvas.setFocus()
        for key in keys:
            self.app.press(key)
        self.wait()
