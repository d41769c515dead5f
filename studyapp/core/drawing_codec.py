"""Drawings as JSON, the form in which the store keeps them."""

from typing import Any

from studyapp.core.drawing import Arrow, Box, Cell, Drawing, Table, Tree
from studyapp.core.text_codec import decode_text, encode_text


def encode_drawing(drawing: Drawing) -> dict[str, Any]:
    """The drawing as JSON can hold it."""
    title = encode_text(drawing.title)
    if isinstance(drawing, Tree):
        return {
            "title": title,
            "boxes": [_fields(box) for box in drawing.boxes],
            "arrows": [_fields(arrow) for arrow in drawing.arrows],
        }
    columns = [encode_text(column) for column in drawing.columns]
    rows = [[[encode_text(cell.text), cell.asks] for cell in row] for row in drawing.rows]
    return {"title": title, "columns": columns, "rows": rows}


def decode_drawing(values: dict[str, Any]) -> Drawing:
    """The drawing that `encode_drawing` gave."""
    title = decode_text(values["title"])
    if "boxes" in values:
        boxes = tuple(Box(**_values(box, "label", "date", "kind")) for box in values["boxes"])
        return Tree(title, boxes, tuple(Arrow(**_values(arrow, "label")) for arrow in values["arrows"]))
    rows = tuple(tuple(Cell(decode_text(text), asks) for text, asks in row) for row in values["rows"])
    return Table(title, tuple(decode_text(column) for column in values["columns"]), rows)


def _fields(part: Box | Arrow) -> dict[str, Any]:
    """The fields that say something."""
    texts = {"label": part.label} | ({"date": part.date, "kind": part.kind} if isinstance(part, Box) else {})
    found = {name: getattr(part, name) for name in part.__dataclass_fields__ if name not in texts}
    return found | {name: encode_text(text) for name, text in texts.items() if text is not None}


def _values(fields: dict[str, Any], *texts: str) -> dict[str, Any]:
    return fields | {name: decode_text(fields[name]) for name in texts if name in fields}
