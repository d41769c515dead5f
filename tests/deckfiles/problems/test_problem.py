import json
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.deckfiles.problems.custom_note_type_problem_kinds import CustomNoteTypeProblemKind
from studyapp.deckfiles.problems.drawing_problem_kinds import DrawingProblemKind
from studyapp.deckfiles.problems.formula_problem_kinds import FormulaWarningKind
from studyapp.deckfiles.problems.plain_text_problem_kinds import PlainTextProblemKind
from studyapp.deckfiles.problems.problem import (
    Problem,
    ProblemKind,
    Severity,
    decode_problems,
    duplicate_deck_id_problem,
    encode_problems,
    make_printable,
)
from studyapp.deckfiles.problems.problem_definition import ProblemKindBase
from studyapp.deckfiles.problems.transfer_problem_kinds import TransferProblemKind

ENUMERATIONS: list[type[ProblemKindBase]] = [
    ProblemKind,
    DrawingProblemKind,
    CustomNoteTypeProblemKind,
    PlainTextProblemKind,
    FormulaWarningKind,
    TransferProblemKind,
]
KINDS = [kind for enumeration in ENUMERATIONS for kind in enumeration]

SAMPLE_PROBLEM = Problem(
    ProblemKind.DUPLICATE_NOTE_ID, Path("a/b.yaml"), 7, 3, "paris", (("id", "paris"), ("first_line", "4"))
)


def problem_with_values(kind: ProblemKindBase, value: str) -> Problem:
    templates = kind.value.message_template + kind.value.hint_template
    names = {name for _, name, _, _ in string.Formatter().parse(templates) if name}
    return Problem(kind, Path("x.yaml"), 1, 1, values=tuple((name, value) for name in sorted(names)))


def test_problem_text_contains_position_message_and_hint() -> None:
    assert str(SAMPLE_PROBLEM) == (
        "a/b.yaml:7:3: ID `paris` is already used by the note on line 4 (note paris). "
        "Give this note a different ID. IDs that differ only in case or in the encoding of accents count as the same."
    )
    assert SAMPLE_PROBLEM.severity is Severity.ERROR


def test_problem_outside_notes_names_no_note() -> None:
    assert "(note" not in str(Problem(ProblemKind.EMPTY_FILE, Path("a.yaml"), 1, 1))


def test_codes_are_unique_kebab_case() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(set(codes)) == len(codes) == sum(len(kinds.__members__) for kinds in ENUMERATIONS)
    assert all(set(code) <= set(string.ascii_lowercase + string.digits + "-") for code in codes)


@pytest.mark.parametrize("kind", KINDS)
def test_any_value_can_be_formatted(kind: ProblemKindBase) -> None:
    problem = problem_with_values(kind, "{0} {x} }{ %s \\")
    assert problem.message.endswith(".") and problem.hint.endswith(".")
    assert all(value in problem.message + problem.hint for _, value in problem.values)
    assert "{{{{" not in problem.message + problem.hint


@given(st.text())
def test_make_printable_gives_one_short_safe_line(words: str) -> None:
    shown = make_printable(words)
    assert len(shown) <= 60
    assert shown.isprintable() or all(letter.isprintable() or letter.isspace() for letter in shown)
    assert not set(shown) & set("\n\r\t\x00\x1b\u202e\u2066\u2028\x85")


def test_invisible_characters_are_escaped() -> None:
    assert make_printable("a\nb\u202ec\x00") == "a\\nb\\u202ec\\x00"
    assert make_printable("首 é") == "首 é"
    assert make_printable("x" * 61) == "x" * 59 + "…"


def test_path_cannot_contain_line_breaks() -> None:
    assert "\n" not in str(Problem(ProblemKind.EMPTY_FILE, Path("a\nb.yaml"), 1, 1))


def test_problems_round_trip_through_json() -> None:
    problems = (SAMPLE_PROBLEM, duplicate_deck_id_problem(Path("b.yaml"), "d", Path("folder/a.yaml")))
    text = encode_problems(problems)
    assert decode_problems(text) == problems
    assert json.loads(text)[0]["code"] == "duplicate-id"
    assert json.loads(text)[0]["severity"] == "error"


def test_unknown_stored_problems_are_ignored() -> None:
    values = json.loads(encode_problems([SAMPLE_PROBLEM, SAMPLE_PROBLEM, SAMPLE_PROBLEM]))
    values[0]["code"] = "no-longer-known"
    values[1]["values"] = {}
    assert decode_problems(json.dumps(values)) == (SAMPLE_PROBLEM,)
    assert decode_problems("") == ()


def test_non_utf_8_path_round_trips_through_json() -> None:
    problem = Problem(ProblemKind.EMPTY_FILE, Path("\udcff.yaml"), 1, 1)
    text = encode_problems([problem])
    assert text.isascii()
    assert decode_problems(text) == (problem,)


def test_duplicate_deck_id_names_the_other_file() -> None:
    problem = duplicate_deck_id_problem(Path("b.yaml"), "d", Path("folder/a.yaml"))
    assert (problem.path, problem.line, problem.column) == (Path("b.yaml"), 1, 1)
    assert "Deck ID `d` is already used by another file: a.yaml" in problem.message
