"""A drawing asks for one part at a time, hides it, and shows it again."""

import xml.etree.ElementTree as ElementTree

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card import CardKind, cards_of
from studyapp.core.notes.drawing import Arrow, Box, Drawing, Tree, answers, part_numbers, parts
from studyapp.core.notes.note import Diagram, Note
from studyapp.core.rendering.diagram_face import HIDDEN, SHOWN, card_svg
from studyapp.core.rendering.drawing_text import GAP, drawing_in_words
from studyapp.core.rendering.face import face_of
from studyapp.core.rendering.markdown_rendering import plain_text
from studyapp.core.rendering.tree_layout import BOX_WIDTH, COLUMN, TreeLayout, wrapped
from studyapp.core.rendering.tree_svg import Inks
from studyapp.core.text.localized_text import LanguageChoice, Text
from tests.core.drawings import DRAWINGS, WORDS, trees

CHOICES = st.sampled_from(LanguageChoice)
INKS = Inks("#fff", "#eee", "#ddd", "#111", "#777", "#00f", "#eef", "Sans")


def note(drawing: Drawing) -> Note:
    return Note("deck", "drawn", Diagram(drawing))


@given(DRAWINGS)
def test_a_card_has_the_number_of_what_it_hides(drawing: Drawing) -> None:
    cards = cards_of(note(drawing))
    assert [card.ordinal for card in cards] == part_numbers(drawing)
    assert {card.kind for card in cards} == {CardKind.DIAGRAM}


@given(DRAWINGS, CHOICES)
def test_both_sides_and_the_answer_of_every_card(drawing: Drawing, choice: LanguageChoice) -> None:
    for card in cards_of(note(drawing)):
        face = face_of(card, choice)
        question, revealed = plain_text(face.question), plain_text(face.revealed)
        assert GAP in question
        assert GAP not in revealed
        for text in answers(drawing, card.ordinal):
            words = " / ".join(dict.fromkeys(words for _, words in text.shown_in(choice.behind)))
            assert " ".join(words.split()) in " ".join(plain_text(face.answer).split())
            assert " ".join(words.split()) in " ".join(revealed.split())


@given(trees(), CHOICES)
def test_a_picture_is_well_formed_and_hides_what_it_asks(tree: Tree, choice: LanguageChoice) -> None:
    for card in cards_of(note(tree)):
        hidden, shown = (_words(card_svg(card, choice, name, INKS)) for name in (HIDDEN, SHOWN))
        assert "?" in hidden
        assert "?" not in shown
        assert hidden.count("?") == [number for number, _ in parts(tree)].count(card.ordinal)


def _words(svg: str) -> list[str]:
    root = ElementTree.fromstring(svg)
    assert {element.tag.partition("}")[2] for element in root.iter()} <= {
        "svg",
        "line",
        "polygon",
        "rect",
        "text",
    }
    return [element.text or "" for element in root.iter() if element.tag.endswith("text")]


@given(trees(), CHOICES)
def test_boxes_at_different_places_do_not_overlap_and_all_is_on_the_sheet(
    tree: Tree, choice: LanguageChoice
) -> None:
    layout = TreeLayout(tree, choice)
    corners = {(box.column, box.row): layout.corner(box) for box in tree.boxes}
    for (column, row), (left, top) in corners.items():
        assert left >= 0 and left + BOX_WIDTH <= layout.width
        assert top >= 0 and top + layout.box_height <= layout.height
        for (other_column, other_row), (other_left, other_top) in corners.items():
            if row != other_row:
                assert abs(top - other_top) > layout.box_height
            elif abs(column - other_column) >= 1:
                assert abs(left - other_left) >= COLUMN > BOX_WIDTH


@given(WORDS)
def test_wrapping_loses_no_letter(words: str) -> None:
    assert "".join("".join(wrapped(words, 60, 6)).split()) == "".join(words.split())


def test_wrapping_breaks_latin_between_words_and_chinese_anywhere_but_before_a_stop() -> None:
    assert wrapped("supervised instruction tuning", 92, 6.1) == ["supervised", "instruction", "tuning"]
    assert wrapped("程式碼訓練與指令微調", 92, 6.1) == ["程式碼訓練與指令", "微調"]
    assert wrapped("一二三。", 34, 6.1) == ["一二", "三。"]


def test_a_drawing_is_told_in_words() -> None:
    boxes = (Box("a", Text.plain("A"), 0, 0, Text.plain("1999"), asks=1), Box("b", Text.plain("B"), 0, 1))
    tree = Tree(Text.plain("T"), boxes, (Arrow("a", "b", Text.plain("made")),))
    assert (
        drawing_in_words(tree, LanguageChoice.ENGLISH, 1, shown=False) == "[ ? ] (1999)\nB\n[ ? ] → B (made)"
    )
    assert drawing_in_words(tree, LanguageChoice.ENGLISH, 1, shown=True) == "»A« (1999)\nB\n»A« → B (made)"
