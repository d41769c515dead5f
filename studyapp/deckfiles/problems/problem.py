"""One problem of a deck file, with its place, in words and as JSON."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studyapp.deckfiles.problems.custom_note_type_problem_kinds import CustomTypeProblemKind
from studyapp.deckfiles.problems.drawing_problem_kinds import DrawingProblemKind
from studyapp.deckfiles.problems.problem_definition import Kind, Severity
from studyapp.deckfiles.problems.problem_kinds import ProblemKind

__all__ = [
    "Problem",
    "ProblemKind",
    "Severity",
    "deck_id_taken",
    "decode_problems",
    "encode_problems",
    "visible",
]

_LONGEST_VALUE = 60
_BY_CODE: dict[str, Kind] = {
    kind.code: kind for kinds in (ProblemKind, DrawingProblemKind, CustomTypeProblemKind) for kind in kinds
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to mend at a line and column (both count from 1) of a file. `note` is the id of the note
    concerned, or ''. `values` fill the templates; they are short and fit on one line."""

    kind: Kind
    path: Path
    line: int
    column: int
    note: str = ""
    values: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """How much it costs."""
        return self.kind.severity

    @property
    def message_template(self) -> str:
        """What is wrong, in English with `{names}` for the values; the catalogue's heading is `Problem`."""
        return str(self.kind.value.message)

    @property
    def hint_template(self) -> str:
        """What to do about it, in the same form."""
        return str(self.kind.value.hint)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.message_template.format(**dict(self.values))

    @property
    def hint(self) -> str:
        """What to do about it, in English."""
        return self.hint_template.format(**dict(self.values))

    def __str__(self) -> str:
        note = f" (note {self.note})" if self.note else ""
        words = f"{self.message.removesuffix('.')}{note}. {self.hint}"
        return f"{visible(str(self.path), 1000)}:{self.line}:{self.column}: {words}"


def visible(words: str, longest: int = _LONGEST_VALUE) -> str:
    """`words` on one line of at most `longest` characters; what can't be seen, or would turn the direction
    of writing, is shown as its escape."""
    cut = words if len(words) <= longest else words[: longest - 1] + "…"
    shown = "".join(map(_visible_character, cut))
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


def _visible_character(character: str) -> str:
    category = unicodedata.category(character)
    return ascii(character)[1:-1] if category[0] == "C" or category in ("Zl", "Zp") else character


def deck_id_taken(path: Path, deck: str, other: Path) -> Problem:
    """The deck at `path` can't be used: `other`, read before it, has the same id."""
    values = (("id", visible(deck)), ("other", visible(other.name)))
    return Problem(ProblemKind.DECK_ID_TAKEN, path, 1, 1, values=values)


def encode_problems(problems: Iterable[Problem]) -> str:
    """The problems as JSON, for keeping and for other programs."""
    return json.dumps([_to_json(problem) for problem in problems])


def decode_problems(text: str) -> tuple[Problem, ...]:
    """The problems that `encode_problems` wrote. Those that another version wrote in words this one does
    not know are left out."""
    found = (_from_json(values) for values in json.loads(text or "[]") if values["code"] in _BY_CODE)
    return tuple(problem for problem in found if _can_be_said(problem))


def _can_be_said(problem: Problem) -> bool:
    try:
        return bool(problem.message and problem.hint)
    except KeyError:
        return False


def _to_json(problem: Problem) -> dict[str, object]:
    return {
        "code": problem.kind.code,
        "severity": problem.severity,
        "path": str(problem.path),
        "line": problem.line,
        "column": problem.column,
        "note": problem.note,
        "values": dict(problem.values),
        "message": problem.message,
        "hint": problem.hint,
    }


def _from_json(values: dict[str, Any]) -> Problem:
    return Problem(
        _BY_CODE[values["code"]],
        Path(values["path"]),
        values["line"],
        values["column"],
        values["note"],
        tuple(values["values"].items()),
    )
