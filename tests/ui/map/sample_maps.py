"""Maps without a collection, for tests of what is painted."""

from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.concept_map.concept_map import ConceptMap, MapEdge, MapNode, Place
from studyapp.core.concept_map.layout.net_layout import lay_out_net, sort_net
from studyapp.core.text.localized_text import LocalizedText

TITLE = LocalizedText.language_neutral("A map")


def make_node(number: int, label: str = "", detail: str = "") -> MapNode:
    return MapNode(
        f"d/{number:03}",
        LocalizedText.language_neutral(label or f"Concept {number}"),
        (CardId("d", f"{number:03}", 0),),
        LocalizedText.language_neutral(detail) if detail else None,
    )


def make_map(count: int, pairs: list[tuple[int, int]]) -> ConceptMap:
    """A net of this many nodes, laid out as the program does."""
    nodes = tuple(map(make_node, range(count)))
    edges = tuple(MapEdge(start, end) for start, end in dict.fromkeys(pairs) if start != end)
    net = sort_net([node.key for node in nodes], edges)
    place_by_key = dict(zip(net.keys, lay_out_net(net), strict=True))
    return ConceptMap(TITLE, nodes, edges, tuple(place_by_key[node.key] for node in nodes))


@st.composite
def nets(draw: st.DrawFn) -> ConceptMap:
    """Nets of any form, also with cycles."""
    count = draw(st.integers(1, 14))
    number = st.integers(0, count - 1)
    return make_map(count, draw(st.lists(st.tuples(number, number), max_size=25)))


FAMILY = ConceptMap(
    TITLE,
    (
        make_node(0, "The first of them", "2020"),
        make_node(1, "Its heir"),
        make_node(2, "Another"),
        make_node(3, "A box that only stands there", "2023")._replace(cards=()),
    ),
    (
        MapEdge(0, 1, LocalizedText.language_neutral("became")),
        MapEdge(0, 2, is_dashed=True),
        MapEdge(2, 1),
        MapEdge(2, 3),
    ),
    (Place(0.5, 0), Place(0, 1), Place(1, 1), Place(1, 2)),
)
"""A small tree with everything that a map can show."""
