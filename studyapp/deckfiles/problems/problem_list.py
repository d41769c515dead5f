"""Collecting the problems of one file."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from studyapp.core.notes.drawing import Drawing
from studyapp.deckfiles.problems.problem import Problem, ProblemKind, Severity, make_printable
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase

MAX_LISTED_PROBLEMS = 200
"""Problems of one file that are listed; the others are counted."""


class Location(Protocol):
    """Where something stands in the file; line and column count from 1."""

    @property
    def line(self) -> int:
        """The line."""
        ...

    @property
    def column(self) -> int:
        """The character in the line."""
        ...


@dataclass(slots=True)
class ProblemList:
    """The problems of one file. A value given to every note is reported once, at its own place."""

    path: Path
    error_count: int = 0
    """Errors reported so far, listed or not."""
    _problems_by_severity: dict[Severity, dict[Problem, None]] = field(
        default_factory=lambda: {Severity.ERROR: {}, Severity.WARNING: {}}
    )
    _seen: set[tuple[ProblemKindBase, int, int, tuple[tuple[str, str], ...]]] = field(default_factory=set)
    _unlisted_count: int = 0
    drawing_by_path: "dict[Path, Drawing | str]" = field(default_factory=dict)
    """The drawings that its notes name, as read, or a word that says why there is none."""
    _list_by_path: "dict[Path, ProblemList]" = field(default_factory=dict)

    def add(self, kind: ProblemKindBase, location: Location, note_id: str = "", **values: object) -> None:
        """Report a problem of the note (an id or '')."""
        self.error_count += kind.severity is Severity.ERROR
        listed = self._problems_by_severity[kind.severity]
        if len(listed) >= MAX_LISTED_PROBLEMS:
            self._unlisted_count += 1
            return
        shown = tuple((name, make_printable(str(value))) for name, value in values.items())
        seen = (kind, location.line, location.column, shown)
        if seen not in self._seen:
            self._seen.add(seen)
            listed[
                Problem(kind, self.path, location.line, location.column, make_printable(note_id, 64), shown)
            ] = None

    def for_file(self, path: Path) -> "ProblemList":
        """The problems of a file that this one names; listed behind its own."""
        return self._list_by_path.setdefault(path, ProblemList(path))

    def in_file_order(self) -> tuple[Problem, ...]:
        """The problems in the file's order; where there are too many, errors go before warnings."""
        everything = [
            *self._problems_by_severity[Severity.ERROR],
            *self._problems_by_severity[Severity.WARNING],
        ]
        kept = sorted(everything[:MAX_LISTED_PROBLEMS], key=lambda problem: (problem.line, problem.column))
        unlisted = self._unlisted_count + len(everything) - len(kept)
        if unlisted:
            more = (("count", str(unlisted)),)
            kept.append(Problem(ProblemKind.UNLISTED_PROBLEMS, self.path, kept[-1].line, 1, values=more))
        return tuple(kept) + tuple(
            problem for other in self._list_by_path.values() for problem in other.in_file_order()
        )


@dataclass(frozen=True, slots=True)
class Reporter:
    """Reports the problems of one note, or of the deck's own fields (`note` is '')."""

    problems: ProblemList
    note_id: str = ""

    def add(self, kind: ProblemKindBase, location: Location, **values: object) -> None:
        """Report a problem."""
        self.problems.add(kind, location, self.note_id, **values)
