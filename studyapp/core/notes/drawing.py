"""What a drawing holds: a tree of boxes and arrows, or a table. Its numbered parts are asked one at a time."""

from collections.abc import Iterator
from dataclasses import dataclass

from studyapp.core.text.localized_text import Text


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a tree. `column` and `row` count from 0, a column may be half of one; `asks` is the number of the
    card that hides the label, 0 for none."""

    id: str
    label: Text
    column: float
    row: int
    date: Text | None = None
    kind: Text | None = None
    asks: int = 0


@dataclass(frozen=True, slots=True)
class Arrow:
    """From one box to another, each by its id; dashed where the source is not sure of it. A label is needed
    where it is asked for."""

    start: str
    end: str
    label: Text | None = None
    dashed: bool = False
    asks: int = 0


@dataclass(frozen=True, slots=True)
class Tree:
    """Boxes joined by arrows; every arrow's ends are among the boxes."""

    title: Text
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One place of a table."""

    text: Text
    asks: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under the heads of columns; each row has a cell for each of them."""

    title: Text
    columns: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


Drawing = Tree | Table


def parts(drawing: Drawing) -> Iterator[tuple[int, Text]]:
    """The parts that are asked for, each with its number; parts of one number are asked together."""
    if isinstance(drawing, Tree):
        yield from ((box.asks, box.label) for box in drawing.boxes if box.asks)
        yield from ((arrow.asks, arrow.label) for arrow in drawing.arrows if arrow.asks and arrow.label)
    else:
        yield from ((cell.asks, cell.text) for row in drawing.rows for cell in row if cell.asks)


def part_numbers(drawing: Drawing) -> list[int]:
    """The numbers asked for, ascending."""
    return sorted({number for number, _ in parts(drawing)})


def answers(drawing: Drawing, number: int) -> tuple[Text, ...]:
    """What the parts of this number say, each once."""
    return tuple(dict.fromkeys(text for asked, text in parts(drawing) if asked == number))
