"""Positions of boxes, arrows and labels of a tree, and the lines of their texts."""

import math

import pytest

from studyapp.core.notes.drawing import Arrow, Box, TreeDrawing
from studyapp.core.rendering.drawings.tree_layout import ArrowLine, TreeLayout, wrap_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

ENGLISH, BOTH = CardLanguages.ENGLISH, CardLanguages.ENGLISH_AND_TRADITIONAL


def neutral(text: str) -> LocalizedText:
    return LocalizedText.language_neutral(text)


def layout_of(*arrows: Arrow, languages: CardLanguages = ENGLISH) -> TreeLayout:
    boxes = (
        Box("a", neutral("A"), 0, 0),
        Box("b", LocalizedText((("en", "B"), ("zh-Hant", "乙"))), 1.5, 0, neutral("1999"), neutral("model")),
        Box("c", neutral("C"), 1, 2),
    )
    return TreeLayout(TreeDrawing(neutral("Title"), boxes, arrows), languages)


def test_boxes_are_as_high_as_the_one_with_most_lines() -> None:
    assert layout_of().box_height == 12 + 3 * 16.5
    assert layout_of(languages=BOTH).box_height == 12 + 4 * 16.5


def test_canvas_contains_all_columns_and_rows() -> None:
    layout = layout_of()
    gap = 30 + 14.5
    assert layout.width == 2.5 * 172
    assert layout.height == 3 * layout.box_height + 2 * gap + 12


def test_rows_are_spaced_for_the_longest_label() -> None:
    label = "supervised instruction tuning"  # three lines
    gap = 30 + 3 * 14.5
    layout = layout_of(Arrow("a", "b"), Arrow("a", "c", neutral(label)))
    assert layout.height == 3 * layout.box_height + 2 * gap + 12
    unlabelled = layout_of(Arrow("a", "c"))
    assert unlabelled.height == 3 * unlabelled.box_height + 2 * 30 + 12


def test_box_is_centered_in_its_column() -> None:
    layout = layout_of()
    boxes = {box.id: box for box in layout._boxes.values()}
    gap = 30 + 14.5
    assert layout.top_left(boxes["a"]) == (5, 6)
    assert layout.top_left(boxes["b"]) == (1.5 * 172 + 5, 6)
    assert layout.top_left(boxes["c"]) == (172 + 5, 6 + 2 * (layout.box_height + gap))


def test_arrow_joins_the_facing_edges() -> None:
    layout = layout_of(Arrow("a", "c", neutral("label")))
    height, bottom = layout.box_height, 6 + 2 * (layout.box_height + 44.5)
    assert layout.arrow_line(Arrow("a", "c")) == ArrowLine(86, 6 + height, 258, bottom)
    assert layout.arrow_line(Arrow("c", "a")) == ArrowLine(258, bottom, 86, 6 + height)
    middle = 6 + height / 2
    assert layout.arrow_line(Arrow("a", "b")) == ArrowLine(167, middle, 263, middle)
    assert layout.arrow_line(Arrow("b", "a")) == ArrowLine(263, middle, 167, middle)
    assert layout.arrow_line(Arrow("a", "a")) == ArrowLine(167, middle, 5, middle)


def test_label_is_nearer_to_the_end_of_its_arrow() -> None:
    assert ArrowLine(10, 100, 110, 300).label_center == pytest.approx((66, 212))


@pytest.mark.parametrize("angle", [0, 90, 135, 200, 300])
def test_arrowhead_points_along_the_arrow(angle: float) -> None:
    direction = math.radians(angle)
    line = ArrowLine(5, 7, 5 + 100 * math.cos(direction), 7 + 100 * math.sin(direction))
    tip, left, right = line.arrowhead
    assert tip == (line.x2, line.y2)
    for corner, turn in ((left, 0.42), (right, -0.42)):
        assert math.dist(tip, corner) == pytest.approx(8)
        backwards = direction + math.pi + turn
        assert corner == pytest.approx((tip[0] + 8 * math.cos(backwards), tip[1] + 8 * math.sin(backwards)))


def test_box_lines_are_label_date_and_kind() -> None:
    layout = layout_of(languages=BOTH)
    assert layout.box_lines(layout._boxes["b"]) == [
        ("B", True), ("乙", True), ("1999", False), ("model", False)
    ]  # fmt: skip
    assert layout.box_lines(layout._boxes["a"]) == [("A", True)]


def test_label_lines_are_the_distinct_versions_wrapped() -> None:
    layout = layout_of(languages=BOTH)
    same = LocalizedText((("en", "RLHF"), ("zh-Hant", "RLHF")))
    assert layout.label_lines(Arrow("a", "b", same)) == ["RLHF"]
    assert layout.label_lines(Arrow("a", "b")) == []
    both = LocalizedText((("en", "one hundred thousand"), ("zh-Hant", "十萬")))
    assert layout.label_lines(Arrow("a", "b", both)) == ["one hundred", "thousand", "十萬"]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("ab cd", 5, ["ab cd"]),
        ("ab cd", 4, ["ab", "cd"]),
        ("abcdef", 2, ["abcdef"]),
        ("a bcdef g", 2, ["a", "bcdef", "g"]),
        ("text-davinci-002", 13, ["text-davinci-", "002"]),
        ("text-davinci-002", 12, ["text-", "davinci-002"]),
        ("一二三", 3.7, ["一二", "三"]),
        ("一二三", 3.6, ["一", "二", "三"]),
        ("一二、三", 3.7, ["一", "二、", "三"]),
        ("ab一二", 4, ["ab一", "二"]),
        ("一ab二", 4, ["一ab", "二"]),
        ("  ", 5, []),
        ("ab   cd", 4, ["ab", "cd"]),
    ],
)
def test_text_is_wrapped_to_the_width(text: str, width: float, lines: list[str]) -> None:
    assert wrap_text(text, width, 1) == lines
    assert wrap_text(text, 6 * width, 6) == lines
