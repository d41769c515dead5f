"""What the map page reads from the collection, in the background."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.concept_map.concept_map import ConceptMap
from studyapp.core.concept_map.map_memory import MapMemory
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.study.custom_study_selection import CustomStudySelection
from studyapp.services.concept_map.map_loading import MapChoice, list_maps, load_map, load_map_memory
from studyapp.services.concept_map.node_cards import NodeCard, load_node_cards
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.services.study.daily_queue import build_daily_queue
from studyapp.store.collection import Collection
from studyapp.ui.browse.rows.column_texts import CellFormatter
from studyapp.ui.page_loading.page_reader import PageReader


class LoadedMap(NamedTuple):
    """The maps that can be chosen, the one that is, and its content. Without any maps, the last two are None."""

    choices: tuple[MapChoice, ...]
    choice: MapChoice | None
    concept_map: ConceptMap | None


class LoadedNode(NamedTuple):
    """The cards of a node, and how many of them a session would show today."""

    cards: tuple[NodeCard, ...]
    card_count_today: int


class MapReader(PageReader):
    """The methods with `progress` run in the background. They raise StoreError if the collection can't be read or written."""

    def cell_formatter(self) -> CellFormatter:
        """Return what formats the values of cards, for today."""
        return CellFormatter(self.languages, self.title_by_deck(), self.today)

    def load_map(self, wanted_key: str, progress: ProgressCallback) -> LoadedMap:
        """Return the map with this key, or else the first."""
        library = self.library

        def load(collection: Collection, _progress: ProgressCallback) -> LoadedMap:
            choices = list_maps(collection, library)
            if not choices:
                return LoadedMap((), None, None)
            choice = next((one for one in choices if one.key == wanted_key), choices[0])
            return LoadedMap(choices, choice, load_map(collection, choice))

        return self._use_collection(load, progress)

    def load_memory(self, concept_map: ConceptMap, progress: ProgressCallback) -> MapMemory:
        """Bring the facts about reviews up to date, and return what is remembered of a map."""

        def load(collection: Collection, report: ProgressCallback) -> MapMemory:
            clock = make_study_clock(collection, self._context.clock)
            update_facts(collection, clock, report)
            return load_map_memory(collection, concept_map, clock)

        return self._use_collection(load, progress)

    def load_node(self, cards: Sequence[CardId], progress: ProgressCallback) -> LoadedNode:
        """Return the cards of a node. Call `load_memory` before."""
        library, languages = self._current_library()
        if not cards:
            return LoadedNode((), 0)

        def load(collection: Collection, _progress: ProgressCallback) -> LoadedNode:
            clock = make_study_clock(collection, self._context.clock)
            selection = CustomStudySelection(cards=frozenset(cards))
            queue = build_daily_queue(
                collection, library.visible_deck_ids, clock.study_day(), languages, selection=selection
            )
            return LoadedNode(load_node_cards(collection, cards, clock, languages), queue.counts.total)

        return self._use_collection(load, progress)
