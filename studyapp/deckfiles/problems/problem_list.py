"""Collecting the problems of one file."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from studyapp.core.notes.drawing import Drawing
from studyapp.deckfiles.problems.problem import Problem, ProblemKind, Severity, visible
from studyapp.deckfiles.problems.problem_definition import Kind

LONGEST_LIST = 200
"""Problems of one file that are listed; the others are counted."""


class Place(Protocol):
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
    errors: int = 0
    """Errors reported so far, listed or not."""
    _listed: dict[Severity, dict[Problem, None]] = field(
        default_factory=lambda: {Severity.ERROR: {}, Severity.WARNING: {}}
    )
    _places: set[tuple[Kind, int, int, tuple[tuple[str, str], ...]]] = field(default_factory=set)
    _unlisted: int = 0
    drawings: "dict[Path, Drawing | str]" = field(default_factory=dict)
    """The drawings that its notes name, as read, or a word that says why there is none."""
    _others: "dict[Path, ProblemList]" = field(default_factory=dict)

    def add(self, kind: Kind, place: Place, note: str = "", **values: object) -> None:
        """Report a problem of the note (an id or '')."""
        self.errors += kind.severity is Severity.ERROR
        listed = self._listed[kind.severity]
        if len(listed) >= LONGEST_LIST:
            self._unlisted += 1
            return
        shown = tuple((name, visible(str(value))) for name, value in values.items())
        seen = (kind, place.line, place.column, shown)
        if seen not in self._places:
            self._places.add(seen)
            listed[Problem(kind, self.path, place.line, place.column, visible(note, 64), shown)] = None

    def of_file(self, path: Path) -> "ProblemList":
        """The problems of a file that this one names; listed behind its own."""
        return self._others.setdefault(path, ProblemList(path))

    def listed(self) -> tuple[Problem, ...]:
        """The problems in the file's order; where there are too many, errors go before warnings."""
        everything = [*self._listed[Severity.ERROR], *self._listed[Severity.WARNING]]
        kept = sorted(everything[:LONGEST_LIST], key=lambda problem: (problem.line, problem.column))
        unlisted = self._unlisted + len(everything) - len(kept)
        if unlisted:
            more = (("count", str(unlisted)),)
            kept.append(Problem(ProblemKind.MORE_PROBLEMS, self.path, kept[-1].line, 1, values=more))
        return tuple(kept) + tuple(problem for other in self._others.values() for problem in other.listed())


@dataclass(frozen=True, slots=True)
class Reporter:
    """Reports the problems of one note, or of the deck's own fields (`note` is '')."""

    problems: ProblemList
    note: str = ""

    def add(self, kind: Kind, place: Place, **values: object) -> None:
        """Report a problem."""
        self.problems.add(kind, place, self.note, **values)
