"""Diagnosis of YAML syntax errors: position, cause and the note that contains the error."""

import re
from bisect import bisect_right
from dataclasses import dataclass

import yaml

from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import Location
from studyapp.deckfiles.reading.yaml_tree_building import TreeBuilder, mark_to_position
from studyapp.deckfiles.text_decoding import LINE_BREAK
from studyapp.deckfiles.yaml_nodes import FILE_START, CommentedScalar, Position, Sequence

_SPECIAL_START = re.compile(r"\s*(?:-\s+)?(?:[\w-]+\s*:\s+)?[\[{*&%@`!|>\"']")
"""A line whose text starts with a character that has a special meaning in YAML."""

_KIND_BY_OPENING = {
    "'": ProblemKind.QUOTE_NOT_CLOSED,
    '"': ProblemKind.QUOTE_NOT_CLOSED,
    "[": ProblemKind.BRACKET_NOT_CLOSED,
    "{": ProblemKind.BRACKET_NOT_CLOSED,
}

_ID_LINE = re.compile(r"(?:^|[-{,])[ ]*id:[ ]*[\"']?([\w.\-]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class BrokenNoteSpan:
    """The span of a note with a syntax error, together with all notes before it.

    `notes_start` and `end` are indexes in the text: the start of the first note and the end of the broken note.
    `note_line` is the first line of the broken note.
    """

    notes_start: int
    end: int
    note_line: int


@dataclass(frozen=True, slots=True)
class SyntaxDiagnosis:
    """The cause and position of a syntax error.

    `span` covers the note to skip; it is None if the error can't be attributed to a single note. `note_id` is empty
    if the id of that note can't be recognized.
    """

    kind: ProblemKind
    position: Position
    values: tuple[tuple[str, str], ...] = ()
    note_id: str = ""
    span: BrokenNoteSpan | None = None


def diagnose_syntax_error(error: yaml.YAMLError, builder: TreeBuilder, text: str) -> SyntaxDiagnosis:
    """Return the likely cause of the error that stopped `builder` in `text`."""
    mark = _error_position(error)
    if not isinstance(error, yaml.MarkedYAMLError) or mark is None:
        return SyntaxDiagnosis(ProblemKind.YAML_SYNTAX, FILE_START, (("reason", str(error)),))
    lines = _Lines(text)
    position, unclosed = lines.clamp(mark[0]), mark[1]
    open_note = builder.open_note
    span, note_start = _find_note_span(lines, builder.notes, open_note or position)
    if span is not None and lines.index(position) >= span.end:
        # The error is behind the note that is still open: either it has an unclosed quote or bracket, or the
        # error is outside the note.
        unclosed_start = _find_unclosed(lines, builder, span)
        position, unclosed = unclosed_start or position, unclosed_start is not None
        if unclosed_start is None:
            span, note_start = _find_note_span(lines, builder.notes, position)
    reason = (error.problem or str(error)).strip()
    kind = _KIND_BY_OPENING.get(lines.character(position)) if unclosed else None
    kind = kind or _classify_reason(reason, lines.line(position))
    values = (("reason", reason),) if kind in (ProblemKind.YAML_SYNTAX, ProblemKind.QUOTES_NEEDED) else ()
    id_match = _ID_LINE.search(text, note_start, span.end) if span else None
    return SyntaxDiagnosis(kind, position, values, id_match[1] if id_match else "", span)


def find_cut_text(error: yaml.YAMLError, builder: TreeBuilder) -> CommentedScalar | None:
    """Return the text whose rest was read as a comment, if that explains the error, or None.

    Such a comment hides the end of a list or mapping in brackets, or is followed by more lines of the text.
    """
    is_explained = isinstance(error, yaml.MarkedYAMLError) and "expected" in (error.problem or "")
    scalar = builder.last_scalar if isinstance(builder.last_event, yaml.ScalarEvent) else None
    return scalar if is_explained and isinstance(scalar, CommentedScalar) else None


def nesting_limit_index(error: yaml.YAMLError) -> int | None:
    """Return the index in the text at which libyaml's nesting limit was exceeded, or None for any other error.

    libyaml 0.2.6 allows 1000 levels, and checks them while scanning ahead of the events that it emits.
    """
    if not isinstance(error, yaml.MarkedYAMLError) or "nesting depth" not in (error.problem or ""):
        return None
    return error.problem_mark.index if error.problem_mark else None


def _error_position(error: yaml.YAMLError) -> tuple[Position, bool] | None:
    """Return the position of the error, and whether it is the start of an unclosed quote or bracket."""
    if not isinstance(error, yaml.MarkedYAMLError):
        return None
    problem = error.problem or ""
    is_unclosed = error.context == "while scanning a quoted scalar" or "expected ',' or" in problem
    uses_start = is_unclosed or error.context == "while scanning a simple key"
    mark = (error.context_mark if uses_start else None) or error.problem_mark or error.context_mark
    return None if mark is None else (mark_to_position(mark), is_unclosed)


def _find_unclosed(lines: "_Lines", builder: TreeBuilder, span: BrokenNoteSpan) -> Position | None:
    last_event = builder.last_event
    if isinstance(last_event, yaml.ScalarEvent) and last_event.style in _KIND_BY_OPENING:
        end = lines.index(lines.clamp(mark_to_position(last_event.end_mark)))
        return mark_to_position(last_event.start_mark) if end > span.end else None
    position = builder.innermost_open
    return position if position and lines.character(position) in _KIND_BY_OPENING else None


def _classify_reason(reason: str, line: str) -> ProblemKind:
    if "tab character" in reason or "'\\t'" in reason:
        return ProblemKind.TAB_INDENT
    needs_quotes = "mapping values are not allowed" in reason or _SPECIAL_START.match(line)
    return ProblemKind.QUOTES_NEEDED if needs_quotes else ProblemKind.YAML_SYNTAX


def _find_note_span(
    lines: "_Lines", notes: Sequence | None, location: Location
) -> tuple[BrokenNoteSpan | None, int]:
    """Return the span of the note at `location` and the index where the note starts, or None and 0."""
    if notes is None:
        return None, 0
    indent, target = notes.column - 1, lines.index(location)
    dashes = re.compile(rf"^ {{{indent}}}-(?=\s|$)", re.MULTILINE)
    note_starts = [dash.start() for dash in dashes.finditer(lines.text, lines.starts[notes.line - 1])]
    starts_before = [start for start in note_starts if start <= target]
    if not starts_before:
        return None, 0
    outdented_pattern = rf"^ {{0,{indent - 1}}}[^\s#]" if indent else r"^(?:[^\s#-]|---)"
    next_outdented = re.compile(outdented_pattern, re.MULTILINE).search(lines.text, starts_before[-1])
    possible_ends = note_starts[len(starts_before) : len(starts_before) + 1] + (
        [next_outdented.start()] if next_outdented else []
    )
    end = min(possible_ends, default=len(lines.text))
    if target >= end:
        return None, 0
    return BrokenNoteSpan(
        starts_before[0], end, bisect_right(lines.starts, starts_before[-1])
    ), starts_before[-1]


class _Lines:
    # The text, with line breaks normalized to end in \n without changing its length.

    def __init__(self, text: str) -> None:
        self.text = LINE_BREAK.sub(lambda line_break: " \n" if len(line_break[0]) == 2 else "\n", text)
        self.starts = [0, *(line_break.end() for line_break in re.finditer("\n", self.text))]

    def index(self, location: Location) -> int:
        return self.starts[location.line - 1] + location.column - 1

    def line(self, location: Location) -> str:
        first, *rest = self.starts[location.line - 1 : location.line + 1]
        return self.text[first : rest[0] if rest else None]

    def character(self, location: Location) -> str:
        index = self.index(location)
        return self.text[index : index + 1]

    def clamp(self, position: Position) -> Position:
        # At the end of a text without a final line break, PyYAML reports a line that does not exist.
        return position if position.line <= len(self.starts) else Position(len(self.starts), 1)
