"""Nodes of a parsed YAML file: scalars, sequences and mappings with their positions.

Scalars are never converted: `no`, `12:30` and `2022-12-01` stay text, as the author of a deck expects.
"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Scalar:
    """A text. Line and column start at 1, as in all nodes."""

    line: int
    column: int
    text: str


@dataclass(slots=True)
class CommentedScalar(Scalar):
    """An unquoted text that is followed by a comment in the same line. The comment starts with `#`."""

    comment: str
    comment_position: "Position"


@dataclass(slots=True)
class Sequence:
    """A list."""

    line: int
    column: int
    items: "list[Node]" = field(default_factory=list)


@dataclass(slots=True)
class Mapping:
    """Fields by name, in file order. Each entry is the scalar of the key and the value."""

    line: int
    column: int
    fields: "dict[str, tuple[Scalar, Node]]" = field(default_factory=dict)

    def get(self, name: str) -> "Node | None":
        """Return the field's value, or None if the field is absent."""
        entry = self.fields.get(name)
        return None if entry is None else entry[1]


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True)
class Position:
    """A position in the file that is not that of a node. Line and column start at 1."""

    line: int
    column: int


FILE_START = Position(1, 1)
"""The position of problems that concern the file as a whole."""
