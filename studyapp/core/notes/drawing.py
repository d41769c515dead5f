"""Drawings of diagram notes: a tree of boxes and arrows, or a table. Each card hides the parts of one ordinal."""

from collections.abc import Iterator
from dataclasses import dataclass

from studyapp.core.text.localized_text import LocalizedText


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a tree. `column` and `row` count from 0; `column` may be a half. `card_ordinal` is the ordinal of the
    card that hides the label, 0 for none."""

    id: str
    label: LocalizedText
    column: float
    row: int
    date: LocalizedText | None = None
    kind: LocalizedText | None = None
    card_ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow between two boxes, given by id. It is dashed if the source is unsure of it. `label` is required if a
    card hides it."""

    start: str
    end: str
    label: LocalizedText | None = None
    is_dashed: bool = False
    card_ordinal: int = 0


@dataclass(frozen=True, slots=True)
class TreeDrawing:
    """Boxes joined by arrows. Both ends of every arrow are ids of these boxes."""

    title: LocalizedText
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    text: LocalizedText
    card_ordinal: int = 0


@dataclass(frozen=True, slots=True)
class TableDrawing:
    """Rows below column headers. Each row has one cell per column."""

    title: LocalizedText
    columns: tuple[LocalizedText, ...]
    rows: tuple[tuple[Cell, ...], ...]


Drawing = TreeDrawing | TableDrawing


def hidden_parts(drawing: Drawing) -> Iterator[tuple[int, LocalizedText]]:
    """Yield the parts that cards hide, each with its card ordinal. Parts with the same ordinal are hidden
    together."""
    if isinstance(drawing, TreeDrawing):
        yield from ((box.card_ordinal, box.label) for box in drawing.boxes if box.card_ordinal)
        yield from (
            (arrow.card_ordinal, arrow.label)
            for arrow in drawing.arrows
            if arrow.card_ordinal and arrow.label
        )
    else:
        yield from (
            (cell.card_ordinal, cell.text) for row in drawing.rows for cell in row if cell.card_ordinal
        )


def part_ordinals(drawing: Drawing) -> list[int]:
    """Return the card ordinals of the drawing, in ascending order."""
    return sorted({ordinal for ordinal, _ in hidden_parts(drawing)})


def hidden_texts(drawing: Drawing, ordinal: int) -> tuple[LocalizedText, ...]:
    """Return the distinct texts of the parts with this ordinal."""
    return tuple(
        dict.fromkeys(text for part_ordinal, text in hidden_parts(drawing) if part_ordinal == ordinal)
    )
