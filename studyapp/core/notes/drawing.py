"""What a drawing holds: a tree of boxes and arrows, or a table. Its numbered parts are asked one at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from studyapp.core.text.localized_text import LocalizedText


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a tree. `column` and `row` count from 0, a column may be half of one; `asks` is the number of the
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
    """From one box to another, each by its id; dashed where the source is not sure of it. A label is needed
    where it is asked for."""

    start: str
    end: str
    label: LocalizedText | None = None
    is_dashed: bool = False
    card_ordinal: int = 0


@dataclass(frozen=True, slots=True)
class TreeDrawing:
    """Boxes joined by arrows; every arrow's ends are among the boxes."""

    title: LocalizedText
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of a table."""

    text: LocalizedText
    card_ordinal: int = 0


@dataclass(frozen=True, slots=True)
class TableDrawing:
    """Rows under the heads of columns; each row has a cell for each of them."""

    title: LocalizedText
    columns: tuple[LocalizedText, ...]
    rows: tuple[tuple[Cell, ...], ...]


Drawing = TreeDrawing | TableDrawing


def hidden_parts(drawing: Drawing) -> Iterator[tuple[int, LocalizedText]]:
    """The parts that are asked for, each with its number; parts of one number are asked together."""
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
    """The numbers asked for, ascending."""
    return sorted({number for number, _ in hidden_parts(drawing)})


def hidden_texts(drawing: Drawing, ordinal: int) -> tuple[LocalizedText, ...]:
    """What the parts of this number say, each once."""
    return tuple(dict.fromkeys(text for asked, text in hidden_parts(drawing) if asked == ordinal))
