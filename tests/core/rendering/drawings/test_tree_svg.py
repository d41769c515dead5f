"""The SVG of a tree: colors, sizes and positions of its parts."""

from itertools import pairwise
from xml.etree import ElementTree

import pytest

from studyapp.core.cards.card import cards_of
from studyapp.core.notes.drawing import Arrow, Box, Cell, TableDrawing, TreeDrawing
from studyapp.core.notes.note import Basic, Diagram, Note
from studyapp.core.rendering.diagram_face import ANSWER_IMAGE, QUESTION_IMAGE, render_card_svg
from studyapp.core.rendering.drawings.tree_svg import DrawingTheme, render_tree_svg
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

ENGLISH = CardLanguages.ENGLISH
THEME = DrawingTheme("#back", "#box", "#border", "#text", "#muted", "#accent", "#fill", 'Sans "&" Serif')


def neutral(text: str) -> LocalizedText:
    return LocalizedText.language_neutral(text)


BOXES = (
    Box("a", neutral("A & B"), 0, 0, neutral("1999"), card_ordinal=1),
    Box("b", neutral("C"), 0, 1, card_ordinal=2),
)
TREE = TreeDrawing(
    neutral("T"),
    BOXES,
    (Arrow("a", "b", neutral("made"), is_dashed=True, card_ordinal=3), Arrow("b", "a")),
)


def elements(tree: TreeDrawing, ordinal: int, revealed: bool) -> list[tuple[str, dict[str, str], str]]:
    root = ElementTree.fromstring(render_tree_svg(tree, ENGLISH, ordinal, revealed, THEME))
    return [(child.tag.partition("}")[2], child.attrib, child.text or "") for child in root]


def texts(ordinal: int, revealed: bool) -> list[tuple[str, str, str, str | None]]:
    """Text, font size, color and weight of all texts."""
    return [
        (text, attributes["font-size"], attributes["fill"], attributes.get("font-weight"))
        for tag, attributes, text in elements(TREE, ordinal, revealed)
        if tag == "text"
    ]


def rectangles(ordinal: int, revealed: bool) -> list[dict[str, str]]:
    return [attributes for tag, attributes, _ in elements(TREE, ordinal, revealed) if tag == "rect"]


def test_drawing_has_the_size_of_its_layout_and_the_font_of_the_theme() -> None:
    root = ElementTree.fromstring(render_tree_svg(TREE, ENGLISH, 1, False, THEME))
    assert root.attrib == {
        "width": "172",
        "height": "146.5",
        "viewBox": "0 0 172 146.5",
        "font-family": 'Sans "&" Serif',
    }


def test_parts_are_drawn_from_back_to_front() -> None:
    assert [tag for tag, _, _ in elements(TREE, 9, False)] == [
        *("line", "polygon", "line", "polygon"),
        *("rect", "text"),
        *("rect", "text", "text", "rect", "text"),
    ]


def test_nothing_is_between_the_parts() -> None:
    root = ElementTree.fromstring(render_tree_svg(TREE, ENGLISH, 9, False, THEME))
    assert not root.text
    assert [child.tail for child in root] == [None] * len(root)


def test_label_is_as_high_as_its_lines() -> None:
    tree = TreeDrawing(neutral("T"), BOXES, (Arrow("a", "b", neutral("supervised instruction tuning")),))
    label = next(attributes for tag, attributes, _ in elements(tree, 9, False) if tag == "rect")
    assert label["height"] == f"{3 * 14.5 + 5:.1f}"


def test_arrow_has_a_line_and_an_arrowhead() -> None:
    (_, line, _), (_, head, _), (_, other, _), *_ = elements(TREE, 9, False)
    assert line == {
        "x1": "86.0", "y1": "51.0", "x2": "86.0", "y2": "95.5",
        "stroke": "#muted", "stroke-width": "1.4", "stroke-dasharray": "5 4",
    }  # fmt: skip
    assert head == {"points": "86.0,95.5 82.7,88.2 89.3,88.2", "fill": "#muted"} or head == {
        "points": "86.0,95.5 89.3,88.2 82.7,88.2",
        "fill": "#muted",
    }
    assert "stroke-dasharray" not in other


def test_parts_not_asked_for_have_plain_colors() -> None:
    assert texts(9, False) == texts(9, True) == [
        ("made", "11.5", "#muted", None),
        ("A & B", "13", "#text", "600"),
        ("1999", "11.5", "#muted", None),
        ("C", "13", "#text", "600"),
    ]  # fmt: skip
    assert [(each["fill"], each["stroke"]) for each in rectangles(9, False)] == [
        ("#back", "none"),
        ("#box", "#border"),
        ("#box", "#border"),
    ]


def test_hidden_box_shows_a_question_mark_and_its_details() -> None:
    assert texts(1, False)[1:3] == [("?", "13", "#accent", "600"), ("1999", "11.5", "#muted", None)]
    assert texts(1, True)[1:3] == [("A & B", "13", "#accent", "600"), ("1999", "11.5", "#muted", None)]
    for revealed in (False, True):
        assert (rectangles(1, revealed)[1]["fill"], rectangles(1, revealed)[1]["stroke"]) == (
            "#fill",
            "#accent",
        )
        assert rectangles(1, revealed)[2]["fill"] == "#box"


def test_hidden_label_is_a_small_question_mark() -> None:
    assert texts(3, False)[0] == ("?", "11.5", "#accent", "600")
    assert texts(3, True)[0] == ("made", "11.5", "#accent", "600")
    center_y = 51 + 44.5 * 0.56
    for revealed, width in ((False, 34), (True, 92)):
        assert rectangles(3, revealed)[0] == {
            "x": f"{86 - width / 2:.1f}", "y": f"{center_y - 19.5 / 2:.1f}", "width": f"{width:.1f}", "height": "19.5",
            "rx": "6", "fill": "#fill", "stroke": "#accent", "stroke-width": "1.2",
        }  # fmt: skip


def test_texts_are_centered_line_by_line() -> None:
    positions = [
        (attributes["x"], attributes["y"], attributes["text-anchor"])
        for tag, attributes, _ in elements(TREE, 9, False)
        if tag == "text"
    ]
    label_top = 51 + 44.5 * 0.56 - 19.5 / 2
    middle = 6 + 45 / 2 + 4.5
    assert positions == [
        ("86.0", f"{label_top + 13.5:.1f}", "middle"),
        ("86.0", f"{middle - 8.25:.1f}", "middle"),
        ("86.0", f"{middle + 8.25:.1f}", "middle"),
        ("86.0", f"{middle + 45 + 44.5:.1f}", "middle"),
    ]


def test_lines_of_a_label_are_below_each_other() -> None:
    tree = TreeDrawing(neutral("T"), BOXES, (Arrow("a", "b", neutral("supervised instruction tuning")),))
    found = [
        float(attributes["y"])
        for tag, attributes, text in elements(tree, 9, False)
        if tag == "text" and attributes["font-size"] == "11.5" and text != "1999"
    ]
    assert [after - before for before, after in pairwise(found)] == pytest.approx([14.5, 14.5], abs=0.11)


def test_box_has_rounded_corners() -> None:
    assert rectangles(9, False)[1] == {
        "x": "5.0", "y": "6.0", "width": "162.0", "height": "45.0", "rx": "9", "fill": "#box", "stroke": "#border",
        "stroke-width": "1.2",
    }  # fmt: skip


def test_question_image_hides_and_answer_image_reveals_in_their_languages() -> None:
    label = LocalizedText((("en", "word"), ("zh-Hant", "詞")))
    tree = TreeDrawing(label, (Box("a", label, 0, 0, card_ordinal=1), Box("b", label, 1, 0)))
    (card,) = cards_of(Note("deck", "note", Diagram(tree)))
    languages = CardLanguages.ENGLISH_TO_TRADITIONAL
    question = render_card_svg(card, languages, QUESTION_IMAGE, THEME)
    answer = render_card_svg(card, languages, ANSWER_IMAGE, THEME)
    assert (">?<" in question, question.count(">word<"), question.count(">詞<")) == (True, 1, 0)
    assert (">?<" in answer, answer.count(">word<"), answer.count(">詞<")) == (False, 0, 2)


def test_only_trees_have_pictures() -> None:
    table = TableDrawing(neutral("T"), (neutral("c"),), ((Cell(neutral("x"), 1),),))
    for content in (Diagram(table), Basic(neutral("a"), neutral("b"))):
        with pytest.raises(TypeError, match="deck/note#1 has no picture"):
            render_card_svg(cards_of(Note("deck", "note", content))[0], ENGLISH, QUESTION_IMAGE, THEME)
