"""Where a deck file stops being YAML, why, and which note is to blame."""

import re
from bisect import bisect_right
from dataclasses import dataclass

import yaml

from studyapp.deckfiles.decoding import LINE_BREAK
from studyapp.deckfiles.nodes import TOP, Position
from studyapp.deckfiles.problem import ProblemKind
from studyapp.deckfiles.tree_building import TreeBuilder, position

_ODD_START = re.compile(r"\s*(?:-\s+)?(?:[\w-]+\s*:\s+)?[\[{*&%@`!|>\"']")
"""A line whose text begins with a character that means something in YAML."""

_ID_LINE = re.compile(r"(?:^|[-{,])[ ]*id:[ ]*[\"']?([\w.\-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NoteSpan:
    """The characters of a note that is no YAML: from `first`, where the first note begins, to `end`, those
    of the notes before it included; `line` is its own first line."""

    first: int
    end: int
    line: int


@dataclass(frozen=True, slots=True)
class SyntaxFault:
    """What is wrong and where; `span` is the note to leave out, None when no single note is to blame, and
    `note` its id as far as it can be made out."""

    kind: ProblemKind
    place: Position
    values: tuple[tuple[str, str], ...] = ()
    note: str = ""
    span: NoteSpan | None = None


def find_fault(error: yaml.YAMLError, builder: TreeBuilder, text: str) -> SyntaxFault:
    """Make out the mistake behind the error that ended `builder`'s reading of `text`."""
    mark = _mark(error)
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        return SyntaxFault(ProblemKind.SYNTAX, TOP, (("reason", str(error)),))
    lines = _Lines(text)
    kind, place = None, mark
    span, own = _span(lines, builder, place)
    if error.context == "while scanning a quoted scalar":
        kind = ProblemKind.QUOTE_NOT_CLOSED
    elif span is not None and lines.index(place) >= span.end:
        kind, place = _left_open(builder, place)
    reason = (error.problem or str(error)).strip()
    kind = kind or _kind(reason, lines.line(place))
    values = () if kind in (ProblemKind.QUOTE_NOT_CLOSED, ProblemKind.TAB) else (("reason", reason),)
    found = _ID_LINE.search(text, own, span.end) if span else None
    return SyntaxFault(kind, place, values, found[1] if found else "", span)


def _mark(error: yaml.YAMLError) -> Position | None:
    if not isinstance(error, yaml.MarkedYAMLError):
        return None
    begun = error.context in ("while scanning a quoted scalar", "while scanning a simple key")
    mark = (error.context_mark if begun else None) or error.problem_mark or error.context_mark
    return None if mark is None else position(mark)


def _left_open(builder: TreeBuilder, place: Position) -> tuple[ProblemKind | None, Position]:
    # YAML stumbled in a later note because something of this one ran on into it.
    last = builder.last
    if isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"'):
        return ProblemKind.QUOTE_NOT_CLOSED, position(last.start_mark)
    return None, builder.innermost or place


def _kind(reason: str, line: str) -> ProblemKind:
    if "tab character" in reason or "'\\t'" in reason:
        return ProblemKind.TAB
    odd = "mapping values are not allowed" in reason or _ODD_START.match(line)
    return ProblemKind.QUOTES_NEEDED if odd else ProblemKind.SYNTAX


def _span(lines: "_Lines", builder: TreeBuilder, place: Position) -> tuple[NoteSpan | None, int]:
    if builder.notes is None:
        return None, 0
    indent = builder.notes.column - 1
    open_note = builder.open_note
    target = lines.index(Position(open_note.line, open_note.column) if open_note else place)
    dashes = re.compile(rf"^ {{{indent}}}-(?=\s|$)", re.MULTILINE)
    starts = [dash.start() for dash in dashes.finditer(lines.text, lines.starts[builder.notes.line - 1])]
    before = [start for start in starts if start <= target]
    if not before:
        return None, 0
    outdented = rf"^ {{0,{indent - 1}}}[^\s#]" if indent else r"^(?:[^\s#-]|---)"
    after = re.compile(outdented, re.MULTILINE).search(lines.text, before[-1])
    nexts = starts[len(before) : len(before) + 1] + ([after.start()] if after else [])
    end = min(nexts, default=len(lines.text))
    if target >= end:
        return None, 0
    return NoteSpan(before[0], end, bisect_right(lines.starts, before[-1])), before[-1]


class _Lines:
    # The text with every line break made to end in \n, at the same indices.

    def __init__(self, text: str) -> None:
        self.text = LINE_BREAK.sub(lambda found: " \n" if len(found[0]) == 2 else "\n", text)
        self.starts = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def index(self, place: Position) -> int:
        return self.starts[place.line - 1] + place.column - 1

    def line(self, place: Position) -> str:
        first, *rest = self.starts[place.line - 1 : place.line + 1]
        return self.text[first : rest[0] if rest else None]
