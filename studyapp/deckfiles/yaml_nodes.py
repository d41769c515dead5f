"""What a YAML file holds, before it means anything: texts, lists and mappings with their places.

Every scalar is the text that was typed: `no`, `12:30` and `2022-12-01` are words to a learner.
"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Scalar:
    """A text; line and column count from 1, as in all nodes."""

    line: int
    column: int
    text: str


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    items: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Fields by name, in the file's order, each with the scalar that names it."""

    line: int
    column: int
    fields: "dict[str, tuple[Scalar, Node]]" = field(default_factory=dict)

    def get(self, name: str) -> "Node | None":
        """The field's value; None when it is not there."""
        entry = self.fields.get(name)
        return None if entry is None else entry[1]


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Position:
    """A place in the file that is no node."""

    line: int
    column: int


FILE_START = Position(1, 1)
"""Where problems of the file as a whole stand."""
