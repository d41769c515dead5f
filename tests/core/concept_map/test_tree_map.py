"""The map of a tree drawing."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.concept_map.concept_map import ConceptMap, MapEdge, MapNode, Place
from studyapp.core.concept_map.tree_map import build_tree_map
from studyapp.core.notes.drawing import Arrow, Box, TreeDrawing
from studyapp.core.notes.note_key import NoteKeyParts
from studyapp.core.text.localized_text import LocalizedText


def text(words: str) -> LocalizedText:
    return LocalizedText.language_neutral(words)


def card(ordinal: int) -> CardId:
    return CardId("d", "n", ordinal)


def test_boxes_and_arrows_become_nodes_and_edges() -> None:
    tree = TreeDrawing(
        text("Models"),
        (
            Box("old", text("Old"), 0.5, 0, text("2020"), text("first")),
            Box("new", text("New"), 0, 1, None, text("tuned"), 3),
            Box("last", text("Last"), 1, 1),
        ),
        (
            Arrow("old", "new", text("tuning"), False, 2),
            Arrow("new", "last", text("code"), True),
            Arrow("old", "last", None, False, 3),
            Arrow("old", "new", text("again"), False, 2),
        ),
    )
    assert build_tree_map(NoteKeyParts("d", "n"), tree) == ConceptMap(
        text("Models"),
        (
            MapNode("old", text("Old"), (), text("2020")),
            MapNode("new", text("New"), (card(2), card(3)), text("tuned")),
            MapNode("last", text("Last"), (card(3),), None),
        ),
        (
            MapEdge(0, 1, text("tuning")),
            MapEdge(1, 2, text("code"), is_dashed=True),
            MapEdge(0, 2),
            MapEdge(0, 1, text("again")),
        ),
        (Place(0.5, 0), Place(0, 1), Place(1, 1)),
    )
