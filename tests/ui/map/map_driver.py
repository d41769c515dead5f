"""Opens the map page of the app under test and reads what it shows."""

import json

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from studyapp.core.concept_map.node_memory import MemoryLevel
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Prompt
from studyapp.store.collection import Collection
from studyapp.system_dependencies import new_device_id
from studyapp.ui.map.canvas.map_canvas import MapCanvas
from studyapp.ui.map.map_page import MapPage
from studyapp.ui.map.shown_map import ShownMap
from tests.ui.app_driver import DAY, AppDriver, Note, basic_note

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


class MapDriver:
    """The map page with its widgets."""

    def __init__(self, app: AppDriver) -> None:
        self.app = app

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

    def open(self, *notes: Note) -> MapPage:
        """Open the page by its key over a deck with these notes, or those of `NET`."""
        self.app.write_deck(*(notes or NET))
        return self.open_window()

    def open_window(self, width: int = 1366, height: int = 768) -> MapPage:
        self.app.open_window()
        self.app.window.resize(width, height)
        return self.show()

    def show(self) -> MapPage:
        """Show the page by its key."""
        self.app.press_ctrl(Qt.Key.Key_M)
        self.wait()
        return self.page

    def wait(self) -> None:
        """Wait until everything is loaded and shown."""
        self.app.wait_until(lambda: not self.page._task.is_running)
        self.app.wait_until(lambda: not self.page._opened.task.is_running)
        self.app.wait_until_idle()
        self.app.process_events()

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

    def study(self, *days_of_ratings: tuple[Rating, ...]) -> None:
        """Rate cards on some days in succession, the last of them today, before the window is opened."""
        self.app.load_decks()
        today = self.app.now
        with Collection(self.app.collection_file, new_device_id) as collection:
            for back, ratings in zip(range(len(days_of_ratings) - 1, -1, -1), days_of_ratings, strict=True):
                self.app.now = today - back * DAY
                session = create_session(collection, self.app.clock, ["d"], CardLanguages.ENGLISH)
                step = session.show_next().next_step
                for rating in ratings:
                    assert isinstance(step, Prompt)
                    session.reveal()
                    self.app.now += 10_000
                    step = session.rate(step.card.id, rating).next_step
        self.app.now = today + 3_600_000
