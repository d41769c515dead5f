"""JSON of drawings, as stored. FROZEN: see core/notes/note_codec.py."""

from typing import Any

from studyapp.core.notes.drawing import Arrow, Box, Cell, Drawing, TableDrawing, TreeDrawing
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.text.text_codec import decode_text, encode_text


def encode_drawing(drawing: Drawing) -> dict[str, Any]:
    """Return the drawing as a JSON value."""
    title = encode_text(drawing.title)
    if isinstance(drawing, TreeDrawing):
        return {
            "title": title,
            "boxes": [_encode_box(box) for box in drawing.boxes],
            "arrows": [_encode_arrow(arrow) for arrow in drawing.arrows],
        }
    columns = [encode_text(column) for column in drawing.columns]
    rows = [[[encode_text(cell.text), cell.card_ordinal] for cell in row] for row in drawing.rows]
    return {"title": title, "columns": columns, "rows": rows}


def decode_drawing(values: dict[str, Any]) -> Drawing:
    """Return the drawing that `encode_drawing` encoded."""
    title = decode_text(values["title"])
    if "boxes" in values:
        boxes, arrows = map(_decode_box, values["boxes"]), map(_decode_arrow, values["arrows"])
        return TreeDrawing(title, tuple(boxes), tuple(arrows))
    rows = tuple(tuple(Cell(decode_text(text), ordinal) for text, ordinal in row) for row in values["rows"])
    return TableDrawing(title, tuple(decode_text(column) for column in values["columns"]), rows)


def _encode_box(box: Box) -> dict[str, Any]:
    texts = {"label": box.label, "date": box.date, "kind": box.kind}
    return {
        "id": box.id,
        "column": box.column,
        "row": box.row,
        "asks": box.card_ordinal,
        **_encode_texts(texts),
    }


def _decode_box(values: dict[str, Any]) -> Box:
    return Box(
        id=values["id"],
        label=decode_text(values["label"]),
        column=values["column"],
        row=values["row"],
        date=_decode_optional_text(values, "date"),
        kind=_decode_optional_text(values, "kind"),
        card_ordinal=values["asks"],
    )


def _encode_arrow(arrow: Arrow) -> dict[str, Any]:
    ends = {"start": arrow.start, "end": arrow.end, "dashed": arrow.is_dashed, "asks": arrow.card_ordinal}
    return {**ends, **_encode_texts({"label": arrow.label})}


def _decode_arrow(values: dict[str, Any]) -> Arrow:
    return Arrow(
        start=values["start"],
        end=values["end"],
        label=_decode_optional_text(values, "label"),
        is_dashed=values["dashed"],
        card_ordinal=values["asks"],
    )


def _encode_texts(texts: dict[str, LocalizedText | None]) -> dict[str, Any]:
    """Encode the texts that are present."""
    return {name: encode_text(text) for name, text in texts.items() if text is not None}


def _decode_optional_text(values: dict[str, Any], name: str) -> LocalizedText | None:
    return decode_text(values[name]) if name in values else None
