"""The file of a drawing, `diagrams/NAME.yaml` beside its deck, to a tree or a table."""

import re
from pathlib import Path

from studyapp.core.notes.drawing import Arrow, Box, Cell, Drawing, Table, Tree, part_numbers
from studyapp.core.text.localized_text import Text
from studyapp.deckfiles.field_names import (
    BOX_FIELDS,
    CELL_FIELDS,
    DRAWINGS_FOLDER,
    EDGE_FIELDS,
    TABLE_FIELDS,
    TREE_FIELDS,
)
from studyapp.deckfiles.file_reading import read_bytes
from studyapp.deckfiles.problems.drawing_problem_kinds import DrawingProblemKind
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Place, ProblemList, Reporter
from studyapp.deckfiles.reading.field_reading import read_line, read_text, report_unknown
from studyapp.deckfiles.reading.yaml_parsing import parse
from studyapp.deckfiles.text_decoding import decode
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar, Sequence

MOST_PARTS = 200
LONGEST_LABEL = 200
FURTHEST = 15
LARGEST_DRAWING = 1_000_000
"""Limits: the number of a card; boxes, arrows or cells; letters of a label; columns and rows; bytes."""

_NAME = re.compile(r"[\w-]{1,64}")
_PLACE = re.compile(r"[0-9]{1,2}(\.5)?")


def drawing_path(deck: Path, name: str) -> Path:
    """Where the drawing of this name lies for the deck at `deck`."""
    return deck.parent / DRAWINGS_FOLDER / f"{name}.yaml"


def read_drawing(reporter: Reporter, name: str, place: Node) -> Drawing | None:
    """The drawing that a note names; None where it can't be used. Its own problems are listed with its file,
    and the note is told that there are some. However many notes name it, it is read once."""
    if not _NAME.fullmatch(name):
        reporter.add(DrawingProblemKind.NAME, place, name=name)
        return None
    path = drawing_path(reporter.problems.path, name)
    known = reporter.problems.drawings
    if path not in known:
        data = _bytes_within(path, reporter.problems.path.parent)
        known[path] = (
            "missing" if data is None else _read(data, reporter.problems.of_file(path)) or "unusable"
        )
    found = known[path]
    if found == "missing":
        reporter.add(DrawingProblemKind.MISSING, place, name=name)
    elif found == "unusable":
        reporter.add(DrawingProblemKind.UNUSABLE, place, file=f"{DRAWINGS_FOLDER}/{path.name}")
    return None if isinstance(found, str) else found


def _bytes_within(path: Path, folder: Path) -> bytes | None:
    """The file's content, None where it can't be read, is too large, or lies outside the deck's folder by a link."""
    try:
        if not path.resolve(strict=True).is_relative_to(folder.resolve()):
            return None
        data = read_bytes(path) if path.stat().st_size <= LARGEST_DRAWING else None
    except (OSError, ValueError, RuntimeError):
        return None
    return data


def _read(data: bytes, problems: ProblemList) -> Drawing | None:
    text = decode(data, problems)
    tree = parse(text, problems) if text is not None else None
    drawing = _drawing(Reporter(problems), tree.root) if tree else None
    return drawing if not problems.errors else None


def _drawing(reporter: Reporter, root: Mapping) -> Drawing | None:
    is_table = "rows" in root.fields
    report_unknown(reporter, root, TABLE_FIELDS if is_table else TREE_FIELDS)
    title = _label(reporter, root, "title", needed=True)
    drawing = _table(reporter, root, title) if is_table else _tree(reporter, root, title)
    if drawing is not None and not part_numbers(drawing):
        reporter.add(DrawingProblemKind.ASKS_NOTHING, root)
    return drawing


def _tree(reporter: Reporter, root: Mapping, title: Text | None) -> Tree | None:
    boxes: list[Box] = []
    ids: set[str] = set()
    for node in _list(reporter, root, "nodes"):
        box = _box(reporter, node)
        if box is not None and box.id in ids:
            reporter.add(DrawingProblemKind.TWICE, node, id=box.id)
        if box is not None:
            ids.add(box.id)
            boxes.append(box)
    edges = _list(reporter, root, "edges") if "edges" in root.fields else []
    arrows = tuple(filter(None, (_arrow(reporter, node, ids) for node in edges)))
    return Tree(title, tuple(boxes), arrows) if title and boxes else None


def _box(reporter: Reporter, node: Node) -> Box | None:
    if not isinstance(node, Mapping):
        reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="nodes")
        return None
    report_unknown(reporter, node, BOX_FIELDS)
    label, place = _label(reporter, node, "label", needed=True), node.get("place")
    column, row = _place(reporter, place if place is not None else node)
    identity = read_line(reporter, "id", node.get("id"))
    if not identity:
        reporter.add(ProblemKind.FIELD_MISSING, node, field="id", owner="nodes")
    if label is None:
        return None
    date, kind = (_label(reporter, node, name) for name in ("date", "kind"))
    return Box(identity, label, column, row, date, kind, _asks(reporter, node))


def _arrow(reporter: Reporter, node: Node, ids: set[str]) -> Arrow | None:
    if not isinstance(node, Mapping):
        reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="edges")
        return None
    report_unknown(reporter, node, EDGE_FIELDS)
    ends = [read_line(reporter, name, node.get(name)) for name in ("from", "to")]
    for end in ends:
        if end not in ids:
            reporter.add(DrawingProblemKind.END, node, id=end)
    asks, label = _asks(reporter, node), _label(reporter, node, "label")
    if asks and label is None:
        reporter.add(ProblemKind.FIELD_MISSING, node, field="label", owner="edges")
    unsure = read_line(reporter, "unsure", node.get("unsure")).lower() in ("true", "yes")
    return Arrow(ends[0], ends[1], label, unsure, asks)


def _table(reporter: Reporter, root: Mapping, title: Text | None) -> Table | None:
    columns = [
        _checked(reporter, read_text(reporter, "columns", node, strip=True), node)
        for node in _list(reporter, root, "columns")
    ]
    rows = []
    row_nodes = _list(reporter, root, "rows")
    if len(columns) * len(row_nodes) > MOST_PARTS:
        reporter.add(DrawingProblemKind.LIMIT, root, limit=f"{MOST_PARTS}")
        return None
    for node in row_nodes:
        if not isinstance(node, Sequence):
            reporter.add(ProblemKind.LIST_EXPECTED, node, field="rows")
            continue
        if len(node.items) != len(columns):
            reporter.add(DrawingProblemKind.ROW, node, cells=len(node.items), columns=len(columns))
            continue
        rows.append(tuple(filter(None, (_cell(reporter, item) for item in node.items))))
    heads = tuple(filter(None, columns))
    return Table(title, heads, tuple(rows)) if title and heads and rows else None


def _cell(reporter: Reporter, node: Node) -> Cell | None:
    if isinstance(node, Mapping) and "text" in node.fields:
        report_unknown(reporter, node, CELL_FIELDS)
        text = _label(reporter, node, "text", needed=True)
        return Cell(text, _asks(reporter, node)) if text else None
    text = _checked(reporter, read_text(reporter, "rows", node, strip=True), node)
    return Cell(text) if text else None


def _list(reporter: Reporter, root: Mapping, name: str) -> list[Node]:
    node = root.get(name)
    if not isinstance(node, Sequence):
        kind = ProblemKind.FIELD_MISSING if node is None else ProblemKind.LIST_EXPECTED
        reporter.add(kind, root if node is None else node, field=name, owner="diagram")
        return []
    if len(node.items) > MOST_PARTS:
        reporter.add(DrawingProblemKind.LIMIT, node, limit=f"{MOST_PARTS} × `{name}`")
        return []
    return node.items


def _label(reporter: Reporter, node: Mapping, name: str, *, needed: bool = False) -> Text | None:
    """A text of one line and bounded length; its absence is reported where it is needed."""
    value = node.get(name)
    if value is None:
        if needed:
            reporter.add(ProblemKind.FIELD_MISSING, node, field=name, owner="diagram")
        return None
    return _checked(reporter, read_text(reporter, name, value, strip=True), value)


def _checked(reporter: Reporter, text: Text | None, place: Place) -> Text | None:
    if text is not None and any(len(words) > LONGEST_LABEL or "\n" in words for words in text.words):
        reporter.add(DrawingProblemKind.LIMIT, place, limit=f"{LONGEST_LABEL}")
    return text


def _asks(reporter: Reporter, node: Mapping) -> int:
    value = node.get("asks")
    words = read_line(reporter, "asks", value)
    if value is None:
        return 0
    if not re.fullmatch(r"0{0,3}[1-9][0-9]?", words, re.ASCII):
        reporter.add(DrawingProblemKind.NUMBER, value, number=words)
        return 0
    return int(words)


def _place(reporter: Reporter, node: Node) -> tuple[float, int]:
    items = node.items if isinstance(node, Sequence) else []
    words = [item.text if isinstance(item, Scalar) else "" for item in items]
    if (
        len(words) != 2
        or not all(map(_PLACE.fullmatch, words))
        or "." in words[1]
        or max(map(float, words)) > FURTHEST
    ):
        reporter.add(DrawingProblemKind.PLACE, node)
        return 0.0, 0
    return float(words[0]), int(words[1])
