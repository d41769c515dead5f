"""A problem in a deck file, as text and as JSON."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from studyapp.deckfiles.problems.custom_note_type_problem_kinds import CustomNoteTypeProblemKind
from studyapp.deckfiles.problems.drawing_problem_kinds import DrawingProblemKind
from studyapp.deckfiles.problems.formula_problem_kinds import FormulaWarningKind
from studyapp.deckfiles.problems.plain_text_problem_kinds import PlainTextProblemKind
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase, Severity
from studyapp.deckfiles.problems.problem_kinds import ProblemKind
from studyapp.deckfiles.problems.retired_id_problem_kinds import RetiredIdProblemKind
from studyapp.deckfiles.problems.transfer_problem_kinds import TransferProblemKind

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
    for kinds in (
        ProblemKind,
        DrawingProblemKind,
        CustomNoteTypeProblemKind,
        PlainTextProblemKind,
        FormulaWarningKind,
        RetiredIdProblemKind,
        TransferProblemKind,
    )
    for kind in kinds
}


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem at a line and column of a file; both start at 1.

    `note_id` is empty if the problem does not concern a note. `values` fill the placeholders of the templates;
    each is short and fits on one line.
    """

    kind: ProblemKindBase
    path: Path
    line: int
    column: int
    note_id: str = ""
    values: tuple[tuple[str, str], ...] = ()

    @property
    def severity(self) -> Severity:
        """The severity of the problem's kind."""
        return self.kind.severity

    @property
    def message_template(self) -> str:
        """The English message with `{name}` placeholders. Its translation context is `Problem`."""
        return str(self.kind.value.message_template)

    @property
    def hint_template(self) -> str:
        """The English advice on how to fix the problem, with placeholders like the message."""
        return str(self.kind.value.hint_template)

    @property
    def message(self) -> str:
        """The English message."""
        return self.message_template.format(**dict(self.values))

    @property
    def hint(self) -> str:
        """The English advice on how to fix the problem."""
        return self.hint_template.format(**dict(self.values))

    def __str__(self) -> str:
        note = f" (note {self.note_id})" if self.note_id else ""
        text = f"{self.message.removesuffix('.')}{note}. {self.hint}"
        return f"{make_printable(str(self.path), 1000)}:{self.line}:{self.column}: {text}"


def make_printable(text: str, max_length: int = _MAX_VALUE_LENGTH) -> str:
    """Return `text` on one line of at most `max_length` characters.

    Control characters, line separators and invisible formatting characters are replaced by their Python escapes.
    """
    shortened = text if len(text) <= max_length else text[: max_length - 1] + "…"
    printable = "".join(map(_make_printable_character, shortened))
    return printable if len(printable) <= max_length else printable[: max_length - 1] + "…"


def _make_printable_character(character: str) -> str:
    category = unicodedata.category(character)
    return ascii(character)[1:-1] if category[0] == "C" or category in ("Zl", "Zp") else character


def duplicate_deck_id_problem(path: Path, deck_id: str, other_path: Path) -> Problem:
    """Return the problem of the deck at `path` whose id is already used by the deck at `other_path`."""
    values = (("id", make_printable(deck_id)), ("other", make_printable(other_path.name)))
    return Problem(ProblemKind.DUPLICATE_DECK_ID, path, 1, 1, values=values)


def encode_problems(problems: Iterable[Problem]) -> str:
    """Return the problems as a JSON array, for storage and for other programs."""
    return json.dumps([_to_json(problem) for problem in problems])


def decode_problems(text: str) -> tuple[Problem, ...]:
    """Return the problems that `encode_problems` wrote.

    Problems of another version of StudyApp are skipped if their kind is unknown or a placeholder has no value.
    """
    problems = (_from_json(fields) for fields in json.loads(text or "[]") if fields["code"] in _KIND_BY_CODE)
    return tuple(problem for problem in problems if _has_all_values(problem))


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


def _from_json(fields: dict[str, Any]) -> Problem:
    return Problem(
        _KIND_BY_CODE[fields["code"]],
        Path(fields["path"]),
        fields["line"],
        fields["column"],
        fields["note"],
        tuple(fields["values"].items()),
    )
