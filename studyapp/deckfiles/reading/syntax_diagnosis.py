"""Where a deck file stops being YAML, why, and which note is to blame."""

import re
from bisect import bisect_right
from dataclasses import dataclass

import yaml

from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Location
from studyapp.deckfiles.reading.yaml_tree_building import TreeBuilder, mark_to_position
from studyapp.deckfiles.text_decoding import LINE_BREAK
from studyapp.deckfiles.yaml_nodes import FILE_START, Position, Sequence

_SPECIAL_START = re.compile(r"\s*(?:-\s+)?(?:[\w-]+\s*:\s+)?[\[{*&%@`!|>\"']")
"""A line whose text begins with a character that means something in YAML."""

_KIND_BY_OPENING = {
    "'": ProblemKind.QUOTE_NOT_CLOSED,
    '"': ProblemKind.QUOTE_NOT_CLOSED,
    "[": ProblemKind.BRACKET_NOT_CLOSED,
    "{": ProblemKind.BRACKET_NOT_CLOSED,
}

_ID_LINE = re.compile(r"(?:^|[-{,])[ ]*id:[ ]*[\"']?([\w.\-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class BrokenNoteSpan:
    """The characters of a note that is no YAML: from `first`, where the first note begins, to `end`, those
    of the notes before it included; `line` is its own first line."""

    notes_start: int
    end: int
    note_line: int


@dataclass(frozen=True, slots=True)
class SyntaxDiagnosis:
    """What is wrong and where; `span` is the note to leave out, None when no single note is to blame, and
    `note` its id as far as it can be made out."""

    kind: ProblemKind
    position: Position
    values: tuple[tuple[str, str], ...] = ()
    note_id: str = ""
    span: BrokenNoteSpan | None = None


def diagnose_syntax_error(error: yaml.YAMLError, builder: TreeBuilder, text: str) -> SyntaxDiagnosis:
    """Make out the mistake behind the error that ended `builder`'s reading of `text`."""
    mark = _error_position(error)
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        return SyntaxDiagnosis(ProblemKind.YAML_SYNTAX, FILE_START, (("reason", str(error)),))
    lines = _Lines(text)
    place, unclosed = lines.clamp(mark[0]), mark[1]
    open_note = builder.open_note
    span, own = _find_note_span(lines, builder.notes, open_note or place)
    if span is not None and lines.index(place) >= span.end:
        # YAML stumbled after the note it is still in: something ran on, or the mistake is out here.
        left = _find_unclosed(lines, builder, span)
        place, unclosed = left or place, left is not None
        if left is None:
            span, own = _find_note_span(lines, builder.notes, place)
    reason = (error.problem or str(error)).strip()
    kind = _KIND_BY_OPENING.get(lines.character(place)) if unclosed else None
    kind = kind or _classify_reason(reason, lines.line(place))
    values = (("reason", reason),) if kind in (ProblemKind.YAML_SYNTAX, ProblemKind.QUOTES_NEEDED) else ()
    found = _ID_LINE.search(text, own, span.end) if span else None
    return SyntaxDiagnosis(kind, place, values, found[1] if found else "", span)


def nesting_limit_index(error: yaml.YAMLError) -> int | None:
    """The index in the text at which libyaml's own nesting limit was exceeded; None for any other error. Version 0.2.6
    allows 1000 levels and checks them while scanning ahead of the events that it emits."""
    if not isinstance(error, yaml.MarkedYAMLError) or "nesting depth" not in (error.problem or ""):
        return None
    return error.problem_mark.index if error.problem_mark else None


def _error_position(error: yaml.YAMLError) -> tuple[Position, bool] | None:
    """Where the error is, and whether that is where something begins that is not closed."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return None
    problem = error.problem or ""
    unclosed = error.context == "while scanning a quoted scalar" or "expected ',' or" in problem
    begun = unclosed or error.context == "while scanning a simple key"
    mark = (error.context_mark if begun else None) or error.problem_mark or error.context_mark
    return None if mark is None else (mark_to_position(mark), unclosed)


def _find_unclosed(lines: "_Lines", builder: TreeBuilder, span: BrokenNoteSpan) -> Position | None:
    last = builder.last_event
    if isinstance(last, yaml.ScalarEvent) and last.style in _KIND_BY_OPENING:
        end = lines.index(lines.clamp(mark_to_position(last.end_mark)))
        return mark_to_position(last.start_mark) if end > span.end else None
    place = builder.innermost_open
    return place if place and lines.character(place) in _KIND_BY_OPENING else None


def _classify_reason(reason: str, line: str) -> ProblemKind:
    if "tab character" in reason or "'\\t'" in reason:
        return ProblemKind.TAB_INDENT
    odd = "mapping values are not allowed" in reason or _SPECIAL_START.match(line)
    return ProblemKind.QUOTES_NEEDED if odd else ProblemKind.YAML_SYNTAX


def _find_note_span(
    lines: "_Lines", notes: Sequence | None, location: Location
) -> tuple[BrokenNoteSpan | None, int]:
    """The note that `place` is in, and where it begins itself."""
    if notes is None:
        return None, 0
    indent, target = notes.column - 1, lines.index(location)
    dashes = re.compile(rf"^ {{{indent}}}-(?=\s|$)", re.MULTILINE)
    starts = [dash.start() for dash in dashes.finditer(lines.text, lines.starts[notes.line - 1])]
    before = [start for start in starts if start <= target]
    if not before:
        return None, 0
    outdented = rf"^ {{0,{indent - 1}}}[^\s#]" if indent else r"^(?:[^\s#-]|---)"
    after = re.compile(outdented, re.MULTILINE).search(lines.text, before[-1])
    nexts = starts[len(before) : len(before) + 1] + ([after.start()] if after else [])
    end = min(nexts, default=len(lines.text))
    if target >= end:
        return None, 0
    return BrokenNoteSpan(before[0], end, bisect_right(lines.starts, before[-1])), before[-1]


class _Lines:
    # The text with every line break made to end in \n, at the same indices.

    def __init__(self, text: str) -> None:
        self.text = LINE_BREAK.sub(lambda found: " \n" if len(found[0]) == 2 else "\n", text)
        self.starts = [0, *(found.end() for found in re.finditer("\n", self.text))]

    def index(self, place: Location) -> int:
        return self.starts[place.line - 1] + place.column - 1

    def line(self, place: Location) -> str:
        first, *rest = self.starts[place.line - 1 : place.line + 1]
        return self.text[first : rest[0] if rest else None]

    def character(self, place: Location) -> str:
        index = self.index(place)
        return self.text[index : index + 1]

    def clamp(self, place: Position) -> Position:
        # At the end of a text without a last line break, YAML speaks of a line that is not there.
        return place if place.line <= len(self.starts) else Position(len(self.starts), 1)
