"""The map of a tree drawing."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.concept_map.concept_map import ConceptMap, MapEdge, MapNode, Place
from studyapp.core.concept_map.tree_map import build_tree_map
from studyapp.core.notes.drawing import Arrow, Box, TreeDrawing
from studyapp.core.notes.note import Note, Term
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


def test_cards_of_terms_with_the_label_of_a_box_ask_about_it_too() -> None:
    localized = LocalizedText((("en", "Base model"), ("zh-Hant", "基礎模型")))
    tree = TreeDrawing(
        text("Models"),
        (
            Box("codex", text("Codex"), 0, 0, card_ordinal=1),
            Box("base", localized, 1, 0),
            Box("first", text("The first Codex"), 2, 0),
        ),
    )
    terms = [
        Note("g", "codex", Term(text("*codex*"), text("a model"))),
        Note(
            "g", "base", Term(LocalizedText((("zh-Hant", "基礎模型"), ("de", "Basis"))), text("x"), text("y"))
        ),
        Note("h", "base", Term(LocalizedText((("en", "base model"), ("zh-Hant", "基礎模型"))), text("x"))),
        Note("h", "other", Term(text("Other"), text("Codex"))),
    ]
    nodes = build_tree_map(NoteKeyParts("d", "n"), tree, terms).nodes
    assert [list(map(str, node.cards)) for node in nodes] == [
        ["d/n#1", "g/codex#2", "g/codex#3"],
        ["h/base#2", "h/base#3", "g/base#1", "g/base#2", "g/base#3"],
        [],
    ]
