"""The nodes and edges of a net."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.concept_map.concept_map import MapEdge, MapNode
from studyapp.core.concept_map.prerequisite_net import build_net
from studyapp.core.notes.note import Basic, Note, Reversed
from studyapp.core.text.localized_text import LocalizedText


def text(words: str) -> LocalizedText:
    return LocalizedText.language_neutral(words)


def test_edges_lead_from_prerequisites_that_are_on_the_map() -> None:
    notes = [
        Note("d", "a", Basic(text("A"), text("x")), prerequisites=("d/b", "e/c", "d/b", "gone/x", "d/a")),
        Note("d", "b", Reversed(text("B"), text("x")), prerequisites=("d/gone",)),
        Note("e", "c", Basic(text("C"), text("x")), prerequisites=("d/a",)),
    ]
    net = build_net(notes)
    assert net.nodes == (
        MapNode("d/a", text("A"), (CardId("d", "a", 1),)),
        MapNode("d/b", text("B"), (CardId("d", "b", 1), CardId("d", "b", 2))),
        MapNode("e/c", text("C"), (CardId("e", "c", 1),)),
    )
    assert net.edges == (MapEdge(1, 0), MapEdge(2, 0), MapEdge(0, 2))
