"""Collection of the problems of one file."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from studyapp.core.notes.drawing import Drawing
from studyapp.deckfiles.problems.problem import Problem, ProblemKind, Severity, make_printable
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase

MAX_LISTED_PROBLEMS = 200
"""The maximum number of problems of each severity, and of both together, that are listed for a file."""


class Location(Protocol):
    """A position in a file, or a node that has one. Line and column start at 1."""

    @property
    def line(self) -> int:
        """The line number."""
        ...

    @property
    def column(self) -> int:
        """The character's position in the line."""
        ...


@dataclass(slots=True)
class ProblemList:
    """The problems of one file. A problem at a position is listed once, even if it affects several notes."""

    path: Path
    error_count: int = 0
    """The number of errors reported so far, including duplicates and errors that are not listed."""
    _problems_by_severity: dict[Severity, dict[Problem, None]] = field(
        default_factory=lambda: {Severity.ERROR: {}, Severity.WARNING: {}}
    )
    _seen: set[tuple[ProblemKindBase, int, int, tuple[tuple[str, str], ...]]] = field(default_factory=set)
    _unlisted_count: int = 0
    drawing_by_path: "dict[Path, Drawing | str]" = field(default_factory=dict)
    """Drawings already read for the notes of the file, or `missing` or `unusable` for those that can't be used."""
    _list_by_path: "dict[Path, ProblemList]" = field(default_factory=dict)

    def add(self, kind: ProblemKindBase, location: Location, note_id: str = "", **values: object) -> None:
        """Report a problem. `note_id` is empty if it does not concern a note; `values` fill the templates."""
        self.error_count += kind.severity is Severity.ERROR
        listed = self._problems_by_severity[kind.severity]
        if len(listed) >= MAX_LISTED_PROBLEMS:
            self._unlisted_count += 1
            return
        printable_values = tuple((name, make_printable(str(value))) for name, value in values.items())
        key = (kind, location.line, location.column, printable_values)
        if key not in self._seen:
            self._seen.add(key)
            listed[
                Problem(
                    kind,
                    self.path,
                    location.line,
                    location.column,
                    make_printable(note_id, 64),
                    printable_values,
                )
            ] = None

    def for_file(self, path: Path) -> "ProblemList":
        """Return the list for another file that this file refers to. The other file's problems follow this file's."""
        return self._list_by_path.setdefault(path, ProblemList(path))

    def in_file_order(self) -> tuple[Problem, ...]:
        """Return the problems in file order. If there are too many, errors are listed in preference to warnings."""
        stored = [
            *self._problems_by_severity[Severity.ERROR],
            *self._problems_by_severity[Severity.WARNING],
        ]
        listed = sorted(stored[:MAX_LISTED_PROBLEMS], key=lambda problem: (problem.line, problem.column))
        unlisted_count = self._unlisted_count + len(stored) - len(listed)
        if unlisted_count:
            values = (("count", str(unlisted_count)),)
            listed.append(
                Problem(ProblemKind.UNLISTED_PROBLEMS, self.path, listed[-1].line, 1, values=values)
            )
        return tuple(listed) + tuple(
            problem
            for problem_list in self._list_by_path.values()
            for problem in problem_list.in_file_order()
        )


@dataclass(slots=True)  # not frozen: one is created for each note, which would take three times as long
class Reporter:
    """Reports problems of one note, or of the deck if `note_id` is empty."""

    problems: ProblemList
    note_id: str = ""

    def add(self, kind: ProblemKindBase, location: Location, **values: object) -> None:
        """Report a problem of the note or deck."""
        self.problems.add(kind, location, self.note_id, **values)
