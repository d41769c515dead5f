"""Building of a node tree from YAML events.

Aliases and merge keys are never expanded, so a small file can't become a large tree. Excessive nesting stops the
reading. Anchors, aliases, merge keys, tags and duplicate keys are recorded as disallowed syntax of their note.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import yaml
from yaml import events

from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.text_decoding import LINE_BREAK
from studyapp.deckfiles.yaml_nodes import CommentedScalar, Mapping, Node, Position, Scalar, Sequence

MAX_NESTING = 100
"""The maximum nesting depth of lists and mappings."""

MAX_NODES = 6_000_000
"""The maximum number of nodes in a file; it limits the use of memory."""

NOTES_PER_PROGRESS_CALL = 1000
"""The number of notes between two calls of the progress callback."""

LOADER: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

NoteCountCallback = Callable[[int], None]

_COMMENT_START = re.compile(r"(?<=\S)[ \t]+#")
"""What looks like a comment after other text in the same line; it may also be part of a quoted text."""


class _Mark(Protocol):
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class DisallowedSyntax:
    """YAML syntax that decks don't allow. `note_index` is the list index of the note, or None outside the notes."""

    kind: ProblemKind
    position: Position
    note_index: int | None
    values: tuple[tuple[str, str], ...]


class UnusableFileError(Exception):
    """Raised if the file can't be used at all. `values` fill the templates of the problem kind."""

    def __init__(self, kind: ProblemKind, position: Position, **values: str) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.position = position
        self.values = values


class TreeBuilder:
    """Builds the tree of a text. After a syntax error, the part built so far is available.

    `earlier_notes` were read in a previous attempt; the notes of the text are appended to them.
    """

    def __init__(self, earlier_notes: list[Node], progress: NoteCountCallback | None = None) -> None:
        self.root: Node | None = None
        self.notes: Sequence | None = None
        self.disallowed: list[DisallowedSyntax] = []
        self.last_event: yaml.Event | None = None
        self.last_scalar: Scalar | None = None
        self.earlier_notes = earlier_notes
        self._progress = progress
        self._open_nodes: list[Sequence | Mapping] = []
        self._pending_keys: list[Scalar | None] = []
        self._node_count = 0
        self._text = ""
        self._comment_start_by_index: dict[int, int] = {}

    @property
    def innermost_open(self) -> Position | None:
        """The start of the innermost list or mapping that is still open, or None."""
        return Position(self._open_nodes[-1].line, self._open_nodes[-1].column) if self._open_nodes else None

    @property
    def open_note(self) -> Node | None:
        """The note that is still open, or None."""
        return (
            self.notes.items[-1] if self.notes and self._is_in_notes() and len(self._open_nodes) > 2 else None
        )

    def build(self, text: str) -> None:
        """Read the text.

        Raises YAMLError on a syntax error, or UnusableFileError if a limit is exceeded or there are several documents.
        """
        self._text, self._comment_start_by_index = text, _find_comment_starts(text)
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, events.ScalarEvent):
                self._add_scalar(event)
            elif isinstance(event, events.CollectionStartEvent):
                self._begin_collection(event)
            elif isinstance(event, events.CollectionEndEvent):
                self._end_collection()
            elif isinstance(event, events.AliasEvent):
                position = mark_to_position(event.start_mark)
                self._attach(Scalar(position.line, position.column, ""))
                self._record_disallowed(ProblemKind.ALIAS, position, name=event.anchor)
            elif isinstance(event, events.DocumentStartEvent) and self.root is not None:
                raise UnusableFileError(ProblemKind.SEVERAL_DOCUMENTS, mark_to_position(event.start_mark))
            self.last_event = event

    def _add_scalar(self, event: events.ScalarEvent) -> None:
        mark = event.start_mark
        assert mark is not None
        scalar = Scalar(mark.line + 1, mark.column + 1, event.value)
        # Most files have no comments after texts, and 100,000 notes have a million scalars.
        if self._comment_start_by_index and not event.style:
            scalar = self._with_comment(event, scalar)
        self.last_scalar = scalar
        self._attach(scalar)
        if event.anchor is not None or event.tag is not None:
            self._record_anchor_and_tag(event, event.tag)

    def _with_comment(self, event: events.ScalarEvent, scalar: Scalar) -> Scalar:
        mark = event.end_mark
        assert mark is not None
        start = self._comment_start_by_index.get(mark.index)
        if start is None:
            return scalar
        line_break = LINE_BREAK.search(self._text, start)
        comment = self._text[start : line_break.start() if line_break else None].rstrip()
        position = Position(mark.line + 1, mark.column + 1 + start - mark.index)
        return CommentedScalar(scalar.line, scalar.column, scalar.text, comment, position)

    def _begin_collection(self, event: events.CollectionStartEvent) -> None:
        mark = event.start_mark
        assert mark is not None
        if len(self._open_nodes) >= MAX_NESTING:
            raise UnusableFileError(ProblemKind.TOO_DEEP, mark_to_position(mark), limit=str(MAX_NESTING))
        node_class = Mapping if isinstance(event, events.MappingStartEvent) else Sequence
        node = node_class(mark.line + 1, mark.column + 1)
        self._attach(node)
        if event.anchor is not None or event.tag is not None:
            self._record_anchor_and_tag(event, event.tag)
        self._open_nodes.append(node)
        self._pending_keys.append(None)

    def _end_collection(self) -> None:
        self._open_nodes.pop()
        self._pending_keys.pop()
        if self._progress and self._is_in_notes() and len(self._open_nodes) == 2 and self.notes:
            count = len(self.notes.items)
            if count % NOTES_PER_PROGRESS_CALL == 0:
                self._progress(count)

    def _attach(self, node: Node) -> None:
        self._node_count += 1
        if self._node_count > MAX_NODES:
            raise UnusableFileError(
                ProblemKind.TOO_LARGE, Position(node.line, node.column), limit=f"{MAX_NODES:,} values"
            )
        parent = self._open_nodes[-1] if self._open_nodes else None
        if isinstance(parent, Mapping):
            key = self._pending_keys[-1]
            if key is not None:
                self._pending_keys[-1] = None
                self._set_field(parent, key, node)
            elif isinstance(node, Scalar):
                self._pending_keys[-1] = node
            else:
                self._pending_keys[-1] = Scalar(node.line, node.column, "")
                self._record_disallowed(ProblemKind.KEY_NOT_TEXT, Position(node.line, node.column))
        elif parent is None:
            self.root = node
        else:
            parent.items.append(node)

    def _set_field(self, parent: Mapping, key: Scalar, value: Node) -> None:
        if key.text == "<<":
            self._record_disallowed(ProblemKind.MERGE_KEY, Position(key.line, key.column))
        elif key.text in parent.fields:
            first_key = parent.fields[key.text][0]
            self._record_disallowed(
                ProblemKind.DUPLICATE_KEY,
                Position(key.line, key.column),
                field=key.text,
                first_line=first_key.line,
            )
        else:
            parent.fields[key.text] = (key, value)
            if key.text == "notes" and len(self._open_nodes) == 1 and isinstance(value, Sequence):
                value.items = self.earlier_notes
                self.notes = value

    def _record_anchor_and_tag(self, event: events.NodeEvent, tag: str | None) -> None:
        position = mark_to_position(event.start_mark)
        if event.anchor is not None:
            self._record_disallowed(ProblemKind.ANCHOR, position, name=event.anchor)
        if tag is not None:
            self._record_disallowed(
                ProblemKind.YAML_TAG, position, tag=tag.replace("tag:yaml.org,2002:", "!!")
            )

    def _record_disallowed(self, kind: ProblemKind, position: Position, **values: object) -> None:
        note_index = len(self.notes.items) - 1 if self.notes and self._is_in_notes() else None
        self.disallowed.append(
            DisallowedSyntax(
                kind, position, note_index, tuple((name, str(value)) for name, value in values.items())
            )
        )

    def _is_in_notes(self) -> bool:
        return len(self._open_nodes) > 1 and self._open_nodes[1] is self.notes


def _find_comment_starts(text: str) -> dict[int, int]:
    """Return the index of `#` for each possible comment, by the index at which the text before it ends."""
    if " #" not in text and "\t#" not in text:
        return {}
    return {match.start(): match.end() - 1 for match in _COMMENT_START.finditer(text)}


def mark_to_position(mark: _Mark | None) -> Position:
    """Convert a PyYAML mark, which counts from 0, to a position, which counts from 1."""
    assert mark is not None
    return Position(mark.line + 1, mark.column + 1)
