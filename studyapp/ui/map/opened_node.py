"""The node whose cards are shown in the panel."""

from PySide6.QtCore import QObject, Signal

from studyapp.core.study.custom_study_selection import CustomStudySelection
from studyapp.ui.map.map_reader import LoadedNode, MapReader
from studyapp.ui.map.node_panel import NodePanel
from studyapp.ui.map.shown_map import ShownMap
from studyapp.ui.page_loading.loading_page import LoadingPage


class OpenedNode(QObject):
    """Loads the cards of a node in the background, and requests what the user wants to do with them."""

    studyRequested = Signal(object)
    """Carries the selection of the cards to study."""

    practiceRequested = Signal(object)
    """Carries the cards to practice."""

    def __init__(self, reader: MapReader, panel: NodePanel, page: LoadingPage) -> None:
        super().__init__(page)
        self._reader, self._panel = reader, panel
        self._loaded = LoadedNode((), 0)
        self._takes_focus = False
        self._task = page.add_task(self._take)
        panel.studyRequested.connect(self._request_study)

    def show(self, shown: ShownMap, node: int, *, takes_focus: bool = False) -> None:
        """Show a node. With `takes_focus`, the panel gets the focus once the cards are there."""
        cards = shown.concept_map.nodes[node].cards
        self._takes_focus = takes_focus
        self._loaded = LoadedNode((), 0)
        memory = shown.describe_memory(node)
        self._panel.show_node(shown.geometry.label(node), memory, has_cards=bool(cards))
        self._task.start(lambda progress: self._reader.load_node(cards, progress))

    def _take(self, loaded: LoadedNode) -> None:
        self._loaded = loaded
        if loaded.cards:
            self._panel.show_cards(loaded.cards, loaded.card_count_today, self._reader.cell_formatter())
        if self._takes_focus and self._panel.isVisible():
            self._panel.focus_first_button()

    def _request_study(self) -> None:
        cards = tuple(one.row.card_id for one in self._loaded.cards)
        if self._loaded.card_count_today:
            self.studyRequested.emit(CustomStudySelection(cards=frozenset(cards)))
        elif cards:
            self.practiceRequested.emit(cards)
