"""The map that is shown, and what is remembered of it on the chosen day."""

from collections.abc import Sequence
from functools import cached_property

from studyapp.core.concept_map.concept_map import ConceptMap
from studyapp.core.concept_map.map_memory import MapMemory
from studyapp.core.concept_map.node_memory import MemoryLevel, NodeMemory, level_of
from studyapp.core.search.index.text_folding import fold_text
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.concept_map.map_loading import MapChoice
from studyapp.ui.kit import formatting
from studyapp.ui.map.canvas.map_geometry import MapGeometry
from studyapp.ui.map.canvas.map_legend import LegendEntry
from studyapp.ui.map.canvas.map_style import MapStyle
from studyapp.ui.map.legend_view import legend_entries
from studyapp.ui.map.map_texts import describe_day, describe_memory, describe_unknown


class ShownMap:
    """A map in some languages. Until its memory is loaded, all its cards count as new."""

    def __init__(
        self, choice: MapChoice, concept_map: ConceptMap, languages: CardLanguages, style: MapStyle
    ) -> None:
        self.choice, self.concept_map, self.languages = choice, concept_map, languages
        self.geometry = MapGeometry(concept_map, languages, style)
        self.memory: MapMemory | None = None
        self.memories: Sequence[NodeMemory] = [
            NodeMemory(len(node.cards), 0, 0.0) for node in concept_map.nodes
        ]
        self.levels: Sequence[MemoryLevel] = [level_of(one) for one in self.memories]
        self._style, self._day = style, 0

    def is_of(
        self, choice: MapChoice, concept_map: ConceptMap, languages: CardLanguages, style: MapStyle
    ) -> bool:
        """Return whether it shows this map in these languages and this style."""
        shown = (self.choice, self.concept_map, self.languages, self._style)
        return shown == (choice, concept_map, languages, style)

    def take_memory_from(self, other: "ShownMap") -> None:
        """Show what another one shows, if it is of the same nodes."""
        if other.memory is not None and other.concept_map == self.concept_map:
            self.show_day(other.memory, other._day)

    def show_day(self, memory: MapMemory, day: int) -> None:
        """Take what is remembered on a study day."""
        self.memory, self._day = memory, day
        self.memories = memory.on_day(day)
        self.levels = [level_of(one) for one in self.memories]

    @property
    def sentence(self) -> str:
        """How many nodes are known on the day, and which are not; empty until the memory is loaded."""
        if self.memory is None:
            return ""
        sentence = describe_day(self.memory, self._day, self.levels)
        if not self.memory.histories:
            return sentence
        unknown = describe_unknown(self.geometry.label, self.levels)
        return formatting.join_sentences(*filter(None, (sentence, unknown)))

    @property
    def legend(self) -> list[LegendEntry]:
        """What the tints and arrows mean, with the numbers of nodes on the day."""
        return legend_entries(self.choice.kind, self.concept_map.edges, self.levels)

    def describe_memory(self, node: int) -> str:
        """Return what is remembered of a node, on one line; empty until the memory is loaded."""
        return "" if self.memory is None else " · ".join(describe_memory(self.memories[node]))

    def describe(self, node: int) -> str:
        """Return what is known about a node, on several lines."""
        geometry = self.geometry
        lines = [geometry.label(node), geometry.detail(node)]
        lines += describe_memory(self.memories[node]) if self.memory is not None else []
        return "\n".join(filter(None, lines))

    def key_of(self, node: int | None) -> str:
        """Return the key of a node; empty for none."""
        return "" if node is None else self.concept_map.nodes[node].key

    def position_of(self, key: str) -> int | None:
        """Return the position of the node with a key, or None."""
        nodes = enumerate(self.concept_map.nodes)
        return next((position for position, node in nodes if node.key == key), None)

    @cached_property
    def _folded_texts(self) -> list[str]:
        """The labels and details of the nodes, in all languages."""
        texts = []
        for node in self.concept_map.nodes:
            details = node.detail.version_texts if node.detail is not None else ()
            texts.append("\n".join(map(fold_text, (*node.label.version_texts, *details))))
        return texts

    def find(self, text: str) -> list[int]:
        """Return the nodes whose label or detail contains a text, in any language, from the top of the map to the bottom. Case,
        accents and Chinese variants don't matter. Nothing is found for an empty text."""
        wanted = fold_text(text).strip()
        if not wanted:
            return []
        found = [node for node, label in enumerate(self._folded_texts) if wanted in label]
        places = self.concept_map.places
        return sorted(found, key=lambda node: (places[node].row, places[node].column))
