"""Drawings as stored."""

import pytest

from studyapp.core.notes.drawing import Arrow, Box, Cell, Drawing, TableDrawing, TreeDrawing
from studyapp.core.notes.drawing_codec import decode_drawing, encode_drawing
from studyapp.core.text.localized_text import LocalizedText

TEXT = LocalizedText((("en", "word"), ("zh-Hant", "詞")))
NEUTRAL = LocalizedText.language_neutral("C4")
STORED_TEXT = {"en": "word", "zh-Hant": "詞"}
TREE = TreeDrawing(
    TEXT,
    (Box("a", TEXT, 0.5, 1, TEXT, NEUTRAL, 2), Box("b", NEUTRAL, 3, 4)),
    (Arrow("a", "b", TEXT, is_dashed=True, card_ordinal=5), Arrow("b", "a")),
)
TABLE = TableDrawing(TEXT, (NEUTRAL, TEXT), ((Cell(TEXT, 1), Cell(NEUTRAL)), (Cell(NEUTRAL), Cell(TEXT, 2))))


@pytest.mark.parametrize("drawing", [TREE, TABLE], ids=["tree", "table"])
def test_drawing_round_trips(drawing: Drawing) -> None:
    assert decode_drawing(encode_drawing(drawing)) == drawing


def test_stored_tree() -> None:
    assert encode_drawing(TREE) == {
        "title": STORED_TEXT,
        "boxes": [
            {"id": "a", "column": 0.5, "row": 1, "asks": 2, "label": STORED_TEXT, "date": STORED_TEXT, "kind": "C4"},
            {"id": "b", "column": 3, "row": 4, "asks": 0, "label": "C4"},
        ],
        "arrows": [
            {"start": "a", "end": "b", "dashed": True, "asks": 5, "label": STORED_TEXT},
            {"start": "b", "end": "a", "dashed": False, "asks": 0},
        ],
    }  # fmt: skip


def test_stored_table() -> None:
    assert encode_drawing(TABLE) == {
        "title": STORED_TEXT,
        "columns": ["C4", STORED_TEXT],
        "rows": [[[STORED_TEXT, 1], ["C4", 0]], [["C4", 0], [STORED_TEXT, 2]]],
    }
