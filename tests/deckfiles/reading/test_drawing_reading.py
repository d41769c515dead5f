"""Drawings are separate data files; an error there is reported for that file and skips one note."""

import json
import re
from pathlib import Path

import pytest

from studyapp.core.notes.drawing import TableDrawing, TreeDrawing, hidden_texts, part_ordinals
from studyapp.core.notes.note import Diagram
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.reading.deck_reading import DeckReadResult, read_deck
from studyapp.deckfiles.reading.drawing_reading import MAX_DRAWING_BYTES

PAGE = (Path(__file__).parents[3] / "docs/deck-format.md").read_text("utf-8")
DRAWINGS = [
    block
    for block in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    if "nodes:" in block or "rows:" in block
]
BOX = {"id": "a", "label": "A", "place": [0, 0], "asks": 1}
TREE = {
    "title": "T",
    "nodes": [
        BOX,
        {"id": "b", "label": "B", "place": [1.5, 1]},
    ],
    "edges": [{"from": "a", "to": "b", "label": "x", "asks": 2}],
}
TABLE = {"title": "T", "columns": ["k", "v"], "rows": [["one", {"text": "1", "asks": 1}]]}


def read_text(folder: Path, drawing: object, name: str = "d") -> DeckReadResult:
    """Read a deck with a plain note and a note that refers to a drawing in the diagrams folder."""
    (folder / "diagrams").mkdir(exist_ok=True)
    text = drawing if isinstance(drawing, str) else json.dumps(drawing)
    (folder / "diagrams" / "d.yaml").write_text(text, "utf-8")
    notes = [{"id": "plain", "front": "f", "back": "b"}, {"id": "drawn", "diagram": name}]
    deck = folder / "deck.yaml"
    deck.write_text(json.dumps({"deck": "deck", "title": "t", "notes": notes}), "utf-8")
    return read_deck(deck)


def drawing_of(reading: DeckReadResult) -> TreeDrawing | TableDrawing:
    assert [str(problem) for problem in reading.problems] == []
    assert reading.deck is not None
    content = reading.deck.notes[1].content
    assert isinstance(content, Diagram)
    return content.drawing


@pytest.mark.parametrize("text", DRAWINGS)
def test_documented_drawings_are_read(tmp_path: Path, text: str) -> None:
    assert part_ordinals(drawing_of(read_text(tmp_path, text)))


def test_tree_is_read_completely(tmp_path: Path) -> None:
    tree = drawing_of(read_text(tmp_path, TREE))
    assert isinstance(tree, TreeDrawing)
    assert [(box.id, box.column, box.row, box.card_ordinal) for box in tree.boxes] == [
        ("a", 0, 0, 1),
        ("b", 1.5, 1, 0),
    ]
    assert [(arrow.start, arrow.end, arrow.is_dashed) for arrow in tree.arrows] == [("a", "b", False)]
    assert hidden_texts(tree, 2) == (LocalizedText.language_neutral("x"),)


def test_table_is_read_completely(tmp_path: Path) -> None:
    table = drawing_of(read_text(tmp_path, TABLE))
    assert isinstance(table, TableDrawing)
    assert [[cell.text for cell in row] for row in table.rows] == [
        [LocalizedText.language_neutral("one"), LocalizedText.language_neutral("1")]
    ]
    assert part_ordinals(table) == [1]


def node(**more: object) -> dict[str, object]:
    return {"title": "T", "nodes": [{"id": "a", "label": "A", "place": [0, 0], "asks": 1, **more}]}


@pytest.mark.parametrize(("drawing", "code"), [
    (node(asks=0), "diagram-number"), (node(asks="x"), "diagram-number"), (node(asks="000001" + "9" * 5000), "diagram-number"), (node(asks="000001234"), "diagram-number"), (node(asks=100), "diagram-number"),
    (node(place=[0]), "diagram-place"), (node(place="0 0"), "diagram-place"), (node(place=[0, 41]), "diagram-place"),
    (node(place=[-1, 0]), "diagram-place"), (node(place=[0, 1.5]), "diagram-place"), (TREE | {"title": "x" * 201}, "diagram-limit"),
    (TABLE | {"columns": ["k"] * 15, "rows": [["v"] * 15] * 15}, "diagram-limit"), (node(label="x" * 201), "diagram-limit"), (node(label="x\ny"), "diagram-limit"),
    (node(label=""), "field-empty"),
    (TREE | {"edges": [{"from": "a", "to": "c"}]}, "diagram-end"),
    (TREE | {"edges": [{"from": "a", "to": "b", "asks": 3}]}, "field-missing"),
    (TREE | {"nodes": [BOX, BOX], "edges": []}, "diagram-twice"),
    (TREE | {"nodes": [{"id": "a", "label": "A", "place": [0, 0]}], "edges": []}, "diagram-asks-nothing"),
    (TREE | {"nodes": []}, "diagram-asks-nothing"), (TREE | {"nodes": ["a"] * 201}, "diagram-limit"),
    (TABLE | {"rows": [["one"]]}, "diagram-row"), (TABLE | {"rows": ["one"]}, "list-expected"), (TABLE | {"columns": []}, "diagram-row"),
    ("nodes: [", "quotes-needed"), ("", "empty-file"), ("&a b: c", "anchor"), ("title: T", "field-missing"),
])  # fmt: skip
def test_drawing_error_is_reported_with_its_file(tmp_path: Path, drawing: object, code: str) -> None:
    reading = read_text(tmp_path, drawing)
    reported = [(problem.path.name, problem.kind.code) for problem in reading.problems]
    assert ("d.yaml", code) in reported or (
        code == "diagram-asks-nothing" and ("deck.yaml", "diagram-unusable") in reported
    )
    assert ("deck.yaml", "diagram-unusable") in reported
    assert reading.deck is not None
    assert [note.id for note in reading.deck.notes] == ["plain"]


@pytest.mark.parametrize("name", ["../d", "d.yaml", "/etc/passwd", "d\u0000", "x" * 65])
def test_drawing_must_be_in_the_diagrams_folder(tmp_path: Path, name: str) -> None:
    assert {problem.kind.code for problem in read_text(tmp_path, TREE, name).problems} <= {
        "diagram-name",
        "control-character",
    }


def test_unknown_drawing_field_is_reported_but_ignored(tmp_path: Path) -> None:
    reading = read_text(tmp_path, node(colour="red"))
    assert [(one.path.name, one.kind.code) for one in reading.problems] == [("d.yaml", "unknown-field")]
    assert reading.deck is not None
    assert len(reading.deck.notes) == 2


def test_missing_drawing_is_reported(tmp_path: Path) -> None:
    assert [problem.kind.code for problem in read_text(tmp_path, TREE, "other").problems] == [
        "diagram-missing"
    ]


@pytest.mark.parametrize("linked", ["diagrams", "diagrams/d.yaml"])
def test_drawing_outside_the_deck_folder_is_not_read_through_symlink(tmp_path: Path, linked: str) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    read_text(inside, TREE)
    (inside / linked).rename(outside / "moved")
    (inside / linked).symlink_to(outside / "moved")
    assert [problem.kind.code for problem in read_deck(inside / "deck.yaml").problems] == ["diagram-missing"]


def test_drawing_shared_by_notes_is_read_once(tmp_path: Path) -> None:
    read_text(tmp_path, TREE)
    notes = [{"id": f"n{number}", "diagram": "d"} for number in range(50)]
    (tmp_path / "deck.yaml").write_text(json.dumps({"deck": "deck", "title": "t", "notes": notes}), "utf-8")
    deck = read_deck(tmp_path / "deck.yaml").deck
    assert deck is not None
    assert len({id(note.content.drawing) for note in deck.notes if isinstance(note.content, Diagram)}) == 1


def test_too_large_drawing_is_not_read(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "# " + "x" * MAX_DRAWING_BYTES)
    assert [problem.kind.code for problem in reading.problems] == ["diagram-missing"]
