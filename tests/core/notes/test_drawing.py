"""Diagram cards hide one part of a drawing and reveal it."""

import xml.etree.ElementTree as ElementTree

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card import CardKind, cards_of
from studyapp.core.notes.drawing import (
    Arrow,
    Box,
    Cell,
    Drawing,
    TableDrawing,
    TreeDrawing,
    hidden_parts,
    hidden_texts,
    part_ordinals,
)
from studyapp.core.notes.note import Diagram, Note
from studyapp.core.rendering.diagram_face import ANSWER_IMAGE, QUESTION_IMAGE, render_card_svg
from studyapp.core.rendering.drawings.drawing_text import HIDDEN_PLACEHOLDER, drawing_as_text
from studyapp.core.rendering.drawings.tree_layout import BOX_WIDTH, COLUMN_WIDTH, TreeLayout, wrap_text
from studyapp.core.rendering.drawings.tree_svg import DrawingTheme
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from tests.core.drawings import DRAWINGS, WORDS, trees

LANGUAGE_SETTINGS = st.sampled_from(CardLanguages)
THEME = DrawingTheme("#fff", "#eee", "#ddd", "#111", "#777", "#00f", "#eef", "Sans")


def note(drawing: Drawing) -> Note:
    return Note("deck", "drawn", Diagram(drawing))


@given(DRAWINGS)
def test_card_ordinals_match_hidden_parts(drawing: Drawing) -> None:
    cards = cards_of(note(drawing))
    assert [card.ordinal for card in cards] == part_ordinals(drawing)
    assert {card.kind for card in cards} == {CardKind.DIAGRAM}


@given(DRAWINGS, LANGUAGE_SETTINGS)
def test_hidden_text_appears_only_in_answer_and_revealed_face(
    drawing: Drawing, choice: CardLanguages
) -> None:
    for card in cards_of(note(drawing)):
        face = render_face(card, choice)
        question, revealed = html_to_text(face.question), html_to_text(face.revealed)
        assert HIDDEN_PLACEHOLDER in question
        assert HIDDEN_PLACEHOLDER not in revealed
        for text in hidden_texts(drawing, card.ordinal):
            words = " / ".join(dict.fromkeys(words for _, words in text.versions_for(choice.swapped)))
            assert " ".join(words.split()) in " ".join(html_to_text(face.answer).split())
            assert " ".join(words.split()) in " ".join(revealed.split())


@given(trees(), LANGUAGE_SETTINGS)
def test_svg_is_well_formed_and_hides_the_asked_part(tree: TreeDrawing, choice: CardLanguages) -> None:
    for card in cards_of(note(tree)):
        hidden, shown = (
            _svg_texts(render_card_svg(card, choice, name, THEME)) for name in (QUESTION_IMAGE, ANSWER_IMAGE)
        )
        assert "?" in hidden
        assert "?" not in shown
        assert hidden.count("?") == [number for number, _ in hidden_parts(tree)].count(card.ordinal)


def _svg_texts(svg: str) -> list[str]:
    root = ElementTree.fromstring(svg)
    assert {element.tag.partition("}")[2] for element in root.iter()} <= {
        "svg",
        "line",
        "polygon",
        "rect",
        "text",
    }
    return [element.text or "" for element in root.iter() if element.tag.endswith("text")]


@given(trees(), LANGUAGE_SETTINGS)
def test_boxes_do_not_overlap_and_fit_the_canvas(tree: TreeDrawing, choice: CardLanguages) -> None:
    layout = TreeLayout(tree, choice)
    corners = {(box.column, box.row): layout.top_left(box) for box in tree.boxes}
    for (column, row), (left, top) in corners.items():
        assert left >= 0 and left + BOX_WIDTH <= layout.width
        assert top >= 0 and top + layout.box_height <= layout.height
        for (other_column, other_row), (other_left, other_top) in corners.items():
            if row != other_row:
                assert abs(top - other_top) > layout.box_height
            elif abs(column - other_column) >= 1:
                assert abs(left - other_left) >= COLUMN_WIDTH > BOX_WIDTH


@given(WORDS)
def test_wrap_text_preserves_all_characters(words: str) -> None:
    assert "".join("".join(wrap_text(words, 60, 6)).split()) == "".join(words.split())


def test_wrap_text_breaks_latin_at_words_and_chinese_at_characters() -> None:
    assert wrap_text("supervised instruction tuning", 92, 6.1) == ["supervised", "instruction", "tuning"]
    assert wrap_text("程式碼訓練與指令微調", 92, 6.1) == ["程式碼訓練與指令", "微調"]
    assert wrap_text("一二三。", 34, 6.1) == ["一二", "三。"]


def test_drawing_as_text_describes_boxes_and_arrows() -> None:
    boxes = (
        Box(
            "a",
            LocalizedText.language_neutral("A"),
            0,
            0,
            LocalizedText.language_neutral("1999"),
            card_ordinal=1,
        ),
        Box("b", LocalizedText.language_neutral("B"), 0, 1),
    )
    tree = TreeDrawing(
        LocalizedText.language_neutral("T"), boxes, (Arrow("a", "b", LocalizedText.language_neutral("made")),)
    )
    assert (
        drawing_as_text(tree, CardLanguages.ENGLISH, 1, revealed=False) == "[ ? ] (1999)\nB\n[ ? ] → B (made)"
    )
    assert drawing_as_text(tree, CardLanguages.ENGLISH, 1, revealed=True) == "»A« (1999)\nB\n»A« → B (made)"


def test_drawing_as_text_has_the_punctuation_of_its_language() -> None:
    title, columns = LocalizedText((("en", "T"), ("zh-Hant", "題"))), ("名稱", "數字")
    cells = tuple(Cell(LocalizedText.language_neutral(text)) for text in ("甲", "一"))
    table = TableDrawing(title, tuple(map(LocalizedText.language_neutral, columns)), (cells,))
    assert (
        drawing_as_text(table, CardLanguages.TRADITIONAL_CHINESE, 1, revealed=False) == "名稱：甲；數字：一"
    )
    assert (
        drawing_as_text(table, CardLanguages.ENGLISH_AND_TRADITIONAL, 1, revealed=False)
        == "名稱: 甲; 數字: 一"
    )
    boxes = (Box("a", LocalizedText.language_neutral("甲"), 0, 0, LocalizedText.language_neutral("1999")),)
    tree = TreeDrawing(title, boxes, (Arrow("a", "a", LocalizedText.language_neutral("成")),))
    assert (
        drawing_as_text(tree, CardLanguages.SIMPLIFIED_CHINESE, 1, revealed=False)
        == "甲（1999）\n甲 → 甲（成）"
    )
