"""One problem of a deck file, with its place, in words and as JSON."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studyapp.deckfiles.problems.custom_note_type_problem_kinds import CustomNoteTypeProblemKind
from studyapp.deckfiles.problems.drawing_problem_kinds import DrawingProblemKind
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, Severity
from studyapp.deckfiles.problems.problem_kinds import ProblemKind

__all__ = [
    "Problem",
    "ProblemKind",
    "Severity",
    "decode_problems",
    "duplicate_deck_id_problem",
    "encode_problems",
    "make_printable",
]

_MAX_VALUE_LENGTH = 60
_KIND_BY_CODE: dict[str, ProblemKindBase] = {
    kind.code: kind
    for kinds in (ProblemKind, DrawingProblemKind, CustomNoteTypeProblemKind)
    for kind in kinds
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something to mend at a line and column (both count from 1) of a file. `note` is the id of the note
    concerned, or ''. `values` fill the templates; they are short and fit on one line."""

    kind: ProblemKindBase
    path: Path
    line: int
    column: int
    note_id: str = ""
    values: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """How much it costs."""
        return self.kind.severity

    @property
    def message_template(self) -> str:
        """What is wrong, in English with `{names}` for the values; the catalogue's heading is `Problem`."""
        return str(self.kind.value.message_template)

    @property
    def hint_template(self) -> str:
        """What to do about it, in the same form."""
        return str(self.kind.value.hint_template)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.message_template.format(**dict(self.values))

    @property
    def hint(self) -> str:
        """What to do about it, in English."""
        return self.hint_template.format(**dict(self.values))

    def __str__(self) -> str:
        note = f" (note {self.note_id})" if self.note_id else ""
        words = f"{self.message.removesuffix('.')}{note}. {self.hint}"
        return f"{make_printable(str(self.path), 1000)}:{self.line}:{self.column}: {words}"


def make_printable(text: str, max_length: int = _MAX_VALUE_LENGTH) -> str:
    """`words` on one line of at most `longest` characters; what can't be seen, or would turn the direction
    of writing, is shown as its escape."""
    cut = text if len(text) <= max_length else text[: max_length - 1] + "…"
    shown = "".join(map(_make_printable_character, cut))
    return shown if len(shown) <= max_length else shown[: max_length - 1] + "…"


def _make_printable_character(character: str) -> str:
    category = unicodedata.category(character)
    return ascii(character)[1:-1] if category[0] == "C" or category in ("Zl", "Zp") else character


def duplicate_deck_id_problem(path: Path, deck_id: str, other_path: Path) -> Problem:
    """The deck at `path` can't be used: `other`, read before it, has the same id."""
    values = (("id", make_printable(deck_id)), ("other", make_printable(other_path.name)))
    return Problem(ProblemKind.DUPLICATE_DECK_ID, path, 1, 1, values=values)


def encode_problems(problems: Iterable[Problem]) -> str:
    """The problems as JSON, for keeping and for other programs."""
    return json.dumps([_to_json(problem) for problem in problems])


def decode_problems(text: str) -> tuple[Problem, ...]:
    """The problems that `encode_problems` wrote. Those that another version wrote in words this one does
    not know are left out."""
    found = (_from_json(values) for values in json.loads(text or "[]") if values["code"] in _KIND_BY_CODE)
    return tuple(problem for problem in found if _has_all_values(problem))


def _has_all_values(problem: Problem) -> bool:
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
        "note": problem.note_id,
        "values": dict(problem.values),
        "message": problem.message,
        "hint": problem.hint,
    }


def _from_json(values: dict[str, Any]) -> Problem:
    return Problem(
        _KIND_BY_CODE[values["code"]],
        Path(values["path"]),
        values["line"],
        values["column"],
        values["note"],
        tuple(values["values"].items()),
    )
