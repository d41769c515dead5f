"""YAML events to a tree, without ever building what the file does not spell out.

Deep nesting stops the reading; anchors, aliases, merge keys, tags and doubled keys are noted as flaws of
the note they stand in, and what they stand for is left out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import yaml
from yaml import events

from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.yaml_nodes import Mapping, Node, Position, Scalar, Sequence

DEEPEST = 100
"""Lists and mappings inside each other."""

MOST_NODES = 6_000_000
"""Texts, lists and mappings of one file: beyond, memory runs short."""

NOTES_BETWEEN_CALLS = 1000
"""How often progress is told."""

LOADER: type[yaml.CSafeLoader] | type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Progress = Callable[[int], None]


class _Mark(Protocol):
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something YAML allows and decks don't; `note` is the place of its note in the list, None outside."""

    kind: ProblemKind
    place: Position
    note: int | None
    values: tuple[tuple[str, str], ...]


class Refusal(Exception):
    """The file can't be used at all, for the reason given."""

    def __init__(self, kind: ProblemKind, place: Position, **values: str) -> None:
        super().__init__(kind.code)
        self.kind = kind
        self.place = place
        self.values = values


class TreeBuilder:
    """Builds the tree of one text. When YAML gives up midway, what was built until then is still there.

    `kept` are notes read before: those of the text are appended to them.
    """

    def __init__(self, kept: list[Node], progress: Progress | None = None) -> None:
        self.root: Node | None = None
        self.notes: Sequence | None = None
        self.flaws: list[Flaw] = []
        self.last: yaml.Event | None = None
        self.kept = kept
        self._progress = progress
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []
        self._nodes = 0

    @property
    def innermost(self) -> Position | None:
        """Where the list or mapping begins that is not yet at its end."""
        return Position(self._open[-1].line, self._open[-1].column) if self._open else None

    @property
    def open_note(self) -> Node | None:
        """The note that is not yet at its end."""
        return self.notes.items[-1] if self.notes and self._in_notes() and len(self._open) > 2 else None

    def build(self, text: str) -> None:
        """Read the text; YAMLError when it is not YAML, Refusal when it is no single, sane document."""
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, events.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, events.CollectionStartEvent):
                self._begin(event)
            elif isinstance(event, events.CollectionEndEvent):
                self._end()
            elif isinstance(event, events.AliasEvent):
                place = position(event.start_mark)
                self._place(Scalar(place.line, place.column, ""))
                self._flaw(ProblemKind.ALIAS, place, name=event.anchor)
            elif isinstance(event, events.DocumentStartEvent) and self.root is not None:
                raise Refusal(ProblemKind.SEVERAL_DOCUMENTS, position(event.start_mark))
            self.last = event

    def _scalar(self, event: events.ScalarEvent) -> None:
        mark = event.start_mark
        assert mark is not None
        self._place(Scalar(mark.line + 1, mark.column + 1, event.value))
        if event.anchor is not None or event.tag is not None:
            self._oddities(event, event.tag)

    def _begin(self, event: events.CollectionStartEvent) -> None:
        place = position(event.start_mark)
        if len(self._open) >= DEEPEST:
            raise Refusal(ProblemKind.TOO_DEEP, place, limit=str(DEEPEST))
        kind = Mapping if isinstance(event, events.MappingStartEvent) else Sequence
        node = kind(place.line, place.column)
        self._place(node)
        if event.anchor is not None or event.tag is not None:
            self._oddities(event, event.tag)
        self._open.append(node)
        self._keys.append(None)

    def _end(self) -> None:
        self._open.pop()
        self._keys.pop()
        if self._progress and self._in_notes() and len(self._open) == 2 and self.notes:
            count = len(self.notes.items)
            if count % NOTES_BETWEEN_CALLS == 0:
                self._progress(count)

    def _place(self, node: Node) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            raise Refusal(
                ProblemKind.TOO_LARGE, Position(node.line, node.column), limit=f"{MOST_NODES:,} values"
            )
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif (key := self._keys[-1]) is not None:
            self._keys[-1] = None
            self._set(parent, key, node)
        elif isinstance(node, Scalar):
            self._keys[-1] = node
        else:
            self._keys[-1] = Scalar(node.line, node.column, "")
            self._flaw(ProblemKind.KEY_NOT_TEXT, Position(node.line, node.column))

    def _set(self, parent: Mapping, key: Scalar, value: Node) -> None:
        place = Position(key.line, key.column)
        if key.text == "<<":
            self._flaw(ProblemKind.MERGE_KEY, place)
        elif key.text in parent.fields:
            first = parent.fields[key.text][0]
            self._flaw(ProblemKind.DUPLICATE_KEY, place, field=key.text, first_line=first.line)
        else:
            parent.fields[key.text] = (key, value)
            if key.text == "notes" and len(self._open) == 1 and isinstance(value, Sequence):
                value.items = self.kept
                self.notes = value

    def _oddities(self, event: events.NodeEvent, tag: str | None) -> None:
        place = position(event.start_mark)
        if event.anchor is not None:
            self._flaw(ProblemKind.ANCHOR, place, name=event.anchor)
        if tag is not None:
            self._flaw(ProblemKind.TAG, place, tag=tag.replace("tag:yaml.org,2002:", "!!"))

    def _flaw(self, kind: ProblemKind, place: Position, **values: object) -> None:
        note = len(self.notes.items) - 1 if self.notes and self._in_notes() else None
        self.flaws.append(
            Flaw(kind, place, note, tuple((name, str(value)) for name, value in values.items()))
        )

    def _in_notes(self) -> bool:
        return len(self._open) > 1 and self._open[1] is self.notes


def position(mark: _Mark | None) -> Position:
    """A mark of PyYAML, which counts from 0, as a place, which counts from 1."""
    assert mark is not None
    return Position(mark.line + 1, mark.column + 1)
