"""The HTML and the text of cards that hide a part of a drawing."""

from studyapp.core.notes.drawing import (
    Arrow,
    Box,
    Cell,
    TableDrawing,
    TreeDrawing,
    hidden_texts,
    part_ordinals,
)
from studyapp.core.rendering.diagram_face import render_drawing, render_hidden_texts
from studyapp.core.rendering.drawings.drawing_text import drawing_as_text, part_as_text
from studyapp.core.text.localized_text import CardLanguages, LocalizedText

ENGLISH, BOTH = CardLanguages.ENGLISH, CardLanguages.ENGLISH_AND_TRADITIONAL


def neutral(text: str) -> LocalizedText:
    return LocalizedText.language_neutral(text)


TABLE = TableDrawing(
    LocalizedText((("en", "<Title>"), ("zh-Hant", "標題"))),
    (neutral("One & two"), neutral("Three")),
    (
        (Cell(neutral("a<b"), 1), Cell(neutral("c"))),
        (Cell(neutral("d"), 2), Cell(neutral("e"), 1)),
        (Cell(neutral("a<b"), 1), Cell(neutral("f"))),
    ),
)
TREE = TreeDrawing(
    neutral("Title"),
    (Box("a", neutral('"A"'), 0, 0, neutral("1999"), neutral("model"), 1), Box("b", neutral("B"), 0, 1)),
    (Arrow("a", "b", neutral("made"), card_ordinal=2), Arrow("b", "a")),
)


def test_table_hides_or_marks_the_cells_of_a_card() -> None:
    before = (
        '<p><strong>&lt;Title&gt;</strong></p><table class="grid">'
        "<tr><th>One &amp; two</th><th>Three</th></tr>"
    )
    gap = '<td class="gap">{}</td>'.format
    assert render_drawing(TABLE, ENGLISH, 1, revealed=False) == (
        f"{before}<tr>{gap('[ ? ]')}<td>c</td></tr><tr><td>d</td>{gap('[ ? ]')}</tr>"
        f"<tr>{gap('[ ? ]')}<td>f</td></tr></table>"
    )
    assert render_drawing(TABLE, ENGLISH, 1, revealed=True) == (
        f"{before}<tr>{gap('a&lt;b')}<td>c</td></tr><tr><td>d</td>{gap('e')}</tr>"
        f"<tr>{gap('a&lt;b')}<td>f</td></tr></table>"
    )
    assert "<strong>&lt;Title&gt; / 標題</strong>" in render_drawing(TABLE, BOTH, 1, revealed=False)


def test_tree_is_an_image_described_in_text() -> None:
    lines = "{} (1999, model)&#10;B&#10;{} → B ({})&#10;B → {}".format
    shown, hidden = "&quot;A&quot;", "[ ? ]"
    title, image = "<p><strong>Title</strong></p>", '<p class="picture"><img src="{}" alt="{}"></p>'.format
    assert render_drawing(TREE, ENGLISH, 1, revealed=False) == title + image(
        "drawing:hidden", lines(hidden, hidden, "made", hidden)
    )
    assert render_drawing(TREE, ENGLISH, 1, revealed=True) == title + image(
        "drawing:shown", lines(f"»{shown}«", f"»{shown}«", "made", f"»{shown}«")
    )
    assert render_drawing(TREE, ENGLISH, 2, revealed=True) == title + image(
        "drawing:shown", lines(shown, shown, "»made«", shown)
    )


def test_answer_has_each_hidden_text_once() -> None:
    assert render_hidden_texts(TABLE, ENGLISH, 1) == "<p>a&lt;b</p><p>e</p>"
    assert render_hidden_texts(TREE, ENGLISH, 2) == "<p>made</p>"
    assert hidden_texts(TABLE, 2) == (neutral("d"),)
    assert (part_ordinals(TABLE), part_ordinals(TREE)) == ([1, 2], [1, 2])


def test_arrow_without_a_label_hides_nothing() -> None:
    tree = TreeDrawing(neutral("T"), TREE.boxes, (Arrow("a", "b", None, card_ordinal=5),))
    assert part_ordinals(tree) == [1]


def test_table_as_text_names_the_column_of_each_cell() -> None:
    assert drawing_as_text(TABLE, ENGLISH, 2, revealed=False).split("\n") == [
        "One & two: a<b; Three: c",
        "One & two: [ ? ]; Three: e",
        "One & two: a<b; Three: f",
    ]
    assert "One & two: »d«; " in drawing_as_text(TABLE, ENGLISH, 2, revealed=True)


def test_part_as_text_joins_the_distinct_versions() -> None:
    assert part_as_text(LocalizedText((("en", "word"), ("zh-Hant", "詞"))), BOTH) == "word / 詞"
    assert part_as_text(LocalizedText((("en", "C4"), ("zh-Hant", "C4"))), BOTH) == "C4"
