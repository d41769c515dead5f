"""Reading drawing files: trees and tables in `diagrams/NAME.yaml` next to the deck file."""

import re
from pathlib import Path

from studyapp.core.notes.drawing import Arrow, Box, Cell, Drawing, TableDrawing, TreeDrawing, part_ordinals
from studyapp.core.notes.media_names import DRAWINGS_FOLDER
from studyapp.core.text.localized_text import LocalizedText
from studyapp.deckfiles.field_names import (
    BOX_FIELDS,
    CELL_FIELDS,
    EDGE_FIELDS,
    TABLE_FIELDS,
    TREE_FIELDS,
)
from studyapp.deckfiles.file_reading import read_limited_bytes
from studyapp.deckfiles.problems.drawing_problem_kinds import DrawingProblemKind
from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Location, ProblemList, Reporter
from studyapp.deckfiles.reading.field_reading import read_localized_text, read_string, report_unknown_fields
from studyapp.deckfiles.reading.yaml_parsing import parse_yaml
from studyapp.deckfiles.text_decoding import decode_utf8
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Scalar, Sequence

MAX_PARTS = 200
MAX_LABEL_LENGTH = 200
MAX_GRID_INDEX = 15
MAX_DRAWING_BYTES = 1_000_000
"""Limits of a drawing: boxes, arrows or cells; characters of a label; column or row index; bytes of the file."""

_DRAWING_NAME = re.compile(r"[\w-]{1,64}")
_GRID_COORDINATE = re.compile(r"[0-9]{1,2}(\.5)?")


def drawing_path(deck_path: Path, name: str) -> Path:
    """Return the path of the drawing with this name for the deck file at `deck`."""
    return deck_path.parent / DRAWINGS_FOLDER / f"{name}.yaml"


def read_drawing(reporter: Reporter, name: str, node: Node) -> Drawing | None:
    """Return the drawing that a note refers to, or None if it can't be used.

    Problems inside the drawing are listed under its own file, and the note gets one problem that refers to them.
    Each drawing is read once per deck, even if several notes use it.
    """
    if not _DRAWING_NAME.fullmatch(name):
        reporter.add(DrawingProblemKind.BAD_NAME, node, name=name)
        return None
    path = drawing_path(reporter.problems.path, name)
    drawing_by_path = reporter.problems.drawing_by_path
    if path not in drawing_by_path:
        data = _read_bytes_inside(path, reporter.problems.path.parent)
        drawing_by_path[path] = (
            "missing"
            if data is None
            else _parse_drawing(data, reporter.problems.for_file(path)) or "unusable"
        )
    drawing_or_reason = drawing_by_path[path]
    if drawing_or_reason == "missing":
        reporter.add(DrawingProblemKind.MISSING, node, name=name)
    elif drawing_or_reason == "unusable":
        reporter.add(DrawingProblemKind.UNUSABLE, node, file=f"{DRAWINGS_FOLDER}/{path.name}")
    return None if isinstance(drawing_or_reason, str) else drawing_or_reason


def _read_bytes_inside(path: Path, folder: Path) -> bytes | None:
    """Return the file's content, or None if it can't be read, is too large or a link leads outside `folder`."""
    try:
        if not path.resolve(strict=True).is_relative_to(folder.resolve()):
            return None
        data = read_limited_bytes(path) if path.stat().st_size <= MAX_DRAWING_BYTES else None
    except (OSError, ValueError, RuntimeError):
        return None
    return data


def _parse_drawing(data: bytes, problems: ProblemList) -> Drawing | None:
    text = decode_utf8(data, problems)
    tree = parse_yaml(text, problems) if text is not None else None
    drawing = _read_tree_or_table(Reporter(problems), tree.root) if tree else None
    return drawing if not problems.error_count else None


def _read_tree_or_table(reporter: Reporter, root: Mapping) -> Drawing | None:
    is_table = "rows" in root.fields
    report_unknown_fields(reporter, root, TABLE_FIELDS if is_table else TREE_FIELDS)
    title = _read_label(reporter, root, "title", is_required=True)
    drawing = _read_table(reporter, root, title) if is_table else _read_tree(reporter, root, title)
    if drawing is not None and not part_ordinals(drawing):
        reporter.add(DrawingProblemKind.NOTHING_ASKED, root)
    return drawing


def _read_tree(reporter: Reporter, root: Mapping, title: LocalizedText | None) -> TreeDrawing | None:
    boxes: list[Box] = []
    ids: set[str] = set()
    for node in _read_list_items(reporter, root, "nodes"):
        box = _read_box(reporter, node)
        if box is not None and box.id in ids:
            reporter.add(DrawingProblemKind.DUPLICATE_NODE_ID, node, id=box.id)
        if box is not None:
            ids.add(box.id)
            boxes.append(box)
    edges = _read_list_items(reporter, root, "edges") if "edges" in root.fields else []
    arrows = tuple(filter(None, (_read_arrow(reporter, node, ids) for node in edges)))
    return TreeDrawing(title, tuple(boxes), arrows) if title and boxes else None


def _read_box(reporter: Reporter, node: Node) -> Box | None:
    if not isinstance(node, Mapping):
        reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="nodes")
        return None
    report_unknown_fields(reporter, node, BOX_FIELDS)
    label, position = _read_label(reporter, node, "label", is_required=True), node.get("place")
    column, row = _read_grid_position(reporter, position if position is not None else node)
    box_id = read_string(reporter, "id", node.get("id"))
    if not box_id:
        reporter.add(ProblemKind.FIELD_MISSING, node, field="id", owner="nodes")
    if label is None:
        return None
    date, kind = (_read_label(reporter, node, name) for name in ("date", "kind"))
    return Box(box_id, label, column, row, date, kind, _read_card_ordinal(reporter, node))


def _read_arrow(reporter: Reporter, node: Node, box_ids: set[str]) -> Arrow | None:
    if not isinstance(node, Mapping):
        reporter.add(ProblemKind.MAPPING_EXPECTED, node, field="edges")
        return None
    report_unknown_fields(reporter, node, EDGE_FIELDS)
    ends = [read_string(reporter, name, node.get(name)) for name in ("from", "to")]
    for end in ends:
        if end not in box_ids:
            reporter.add(DrawingProblemKind.UNKNOWN_EDGE_END, node, id=end)
    card_ordinal, label = _read_card_ordinal(reporter, node), _read_label(reporter, node, "label")
    if card_ordinal and label is None:
        reporter.add(ProblemKind.FIELD_MISSING, node, field="label", owner="edges")
    is_unsure = read_string(reporter, "unsure", node.get("unsure")).lower() in ("true", "yes")
    return Arrow(ends[0], ends[1], label, is_unsure, card_ordinal)


def _read_table(reporter: Reporter, root: Mapping, title: LocalizedText | None) -> TableDrawing | None:
    columns = [
        _check_label(reporter, read_localized_text(reporter, "columns", node, strip=True), node)
        for node in _read_list_items(reporter, root, "columns")
    ]
    rows = []
    row_nodes = _read_list_items(reporter, root, "rows")
    if len(columns) * len(row_nodes) > MAX_PARTS:
        reporter.add(DrawingProblemKind.LIMIT_EXCEEDED, root, limit=f"{MAX_PARTS}")
        return None
    for node in row_nodes:
        if not isinstance(node, Sequence):
            reporter.add(ProblemKind.LIST_EXPECTED, node, field="rows")
            continue
        if len(node.items) != len(columns):
            reporter.add(DrawingProblemKind.ROW_LENGTH, node, cells=len(node.items), columns=len(columns))
            continue
        rows.append(tuple(filter(None, (_read_cell(reporter, item) for item in node.items))))
    column_titles = tuple(filter(None, columns))
    return TableDrawing(title, column_titles, tuple(rows)) if title and column_titles and rows else None


def _read_cell(reporter: Reporter, node: Node) -> Cell | None:
    if isinstance(node, Mapping) and "text" in node.fields:
        report_unknown_fields(reporter, node, CELL_FIELDS)
        text = _read_label(reporter, node, "text", is_required=True)
        return Cell(text, _read_card_ordinal(reporter, node)) if text else None
    text = _check_label(reporter, read_localized_text(reporter, "rows", node, strip=True), node)
    return Cell(text) if text else None


def _read_list_items(reporter: Reporter, root: Mapping, name: str) -> list[Node]:
    node = root.get(name)
    if not isinstance(node, Sequence):
        kind = ProblemKind.FIELD_MISSING if node is None else ProblemKind.LIST_EXPECTED
        reporter.add(kind, root if node is None else node, field=name, owner="diagram")
        return []
    if len(node.items) > MAX_PARTS:
        reporter.add(DrawingProblemKind.LIMIT_EXCEEDED, node, limit=f"{MAX_PARTS} × `{name}`")
        return []
    return node.items


def _read_label(
    reporter: Reporter, node: Mapping, name: str, *, is_required: bool = False
) -> LocalizedText | None:
    """Return a one-line text of limited length. Report it if it is required and missing."""
    value = node.get(name)
    if value is None:
        if is_required:
            reporter.add(ProblemKind.FIELD_MISSING, node, field=name, owner="diagram")
        return None
    return _check_label(reporter, read_localized_text(reporter, name, value, strip=True), value)


def _check_label(reporter: Reporter, text: LocalizedText | None, location: Location) -> LocalizedText | None:
    if text is not None and any(
        len(version_text) > MAX_LABEL_LENGTH or "\n" in version_text for version_text in text.version_texts
    ):
        reporter.add(DrawingProblemKind.LIMIT_EXCEEDED, location, limit=f"{MAX_LABEL_LENGTH}")
    return text


def _read_card_ordinal(reporter: Reporter, node: Mapping) -> int:
    ordinal_node = node.get("asks")
    number = read_string(reporter, "asks", ordinal_node)
    if ordinal_node is None:
        return 0
    if not re.fullmatch(r"0{0,3}[1-9][0-9]?", number, re.ASCII):
        reporter.add(DrawingProblemKind.BAD_CARD_ORDINAL, ordinal_node, number=number)
        return 0
    return int(number)


def _read_grid_position(reporter: Reporter, node: Node) -> tuple[float, int]:
    items = node.items if isinstance(node, Sequence) else []
    coordinates = [item.text if isinstance(item, Scalar) else "" for item in items]
    if (
        len(coordinates) != 2
        or not all(map(_GRID_COORDINATE.fullmatch, coordinates))
        or "." in coordinates[1]
        or max(map(float, coordinates)) > MAX_GRID_INDEX
    ):
        reporter.add(DrawingProblemKind.BAD_GRID_POSITION, node)
        return 0.0, 0
    return float(coordinates[0]), int(coordinates[1])
