import json
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.deckfiles.problems.drawing_problem_kinds import DrawingProblemKind
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

KINDS: list[ProblemKindBase] = [*ProblemKind, *DrawingProblemKind]

SOMETHING = Problem(
    ProblemKind.DUPLICATE_NOTE_ID, Path("a/b.yaml"), 7, 3, "paris", (("id", "paris"), ("first_line", "4"))
)


def filled(kind: ProblemKindBase, value: str) -> Problem:
    templates = kind.value.message_template + kind.value.hint_template
    names = {name for _, name, _, _ in string.Formatter().parse(templates) if name}
    return Problem(kind, Path("x.yaml"), 1, 1, values=tuple((name, value) for name in sorted(names)))


def test_a_problem_says_where_what_and_what_to_do() -> None:
    assert str(SOMETHING) == (
        "a/b.yaml:7:3: ID `paris` is already used by the note on line 4 (note paris). "
        "Give this note another ID. Case and the encoding of accents don't count."
    )
    assert SOMETHING.severity is Severity.ERROR


def test_a_problem_outside_the_notes_names_none() -> None:
    assert "(note" not in str(Problem(ProblemKind.EMPTY_FILE, Path("a.yaml"), 1, 1))


def test_codes_are_kebab_case_and_each_is_used_once() -> None:
    codes = [kind.code for kind in KINDS]
    assert len(set(codes)) == len(codes) == len(ProblemKind.__members__) + len(DrawingProblemKind.__members__)
    assert all(set(code) <= set(string.ascii_lowercase + string.digits + "-") for code in codes)


@pytest.mark.parametrize("kind", KINDS)
def test_any_value_can_be_said(kind: ProblemKindBase) -> None:
    problem = filled(kind, "{0} {x} }{ %s \\")
    assert problem.message.endswith(".") and problem.hint.endswith(".")
    assert all(value in problem.message + problem.hint for _, value in problem.values)
    assert "{{{{" not in problem.message + problem.hint


@given(st.text())
def test_a_value_is_made_one_short_line_without_tricks(words: str) -> None:
    shown = make_printable(words)
    assert len(shown) <= 60
    assert shown.isprintable() or all(letter.isprintable() or letter.isspace() for letter in shown)
    assert not set(shown) & set("\n\r\t\x00\x1b\u202e\u2066\u2028\x85")


def test_what_cannot_be_seen_is_shown_as_an_escape() -> None:
    assert make_printable("a\nb\u202ec\x00") == "a\\nb\\u202ec\\x00"
    assert make_printable("首 é") == "首 é"
    assert make_printable("x" * 61) == "x" * 59 + "…"


def test_a_path_cannot_break_the_line() -> None:
    assert "\n" not in str(Problem(ProblemKind.EMPTY_FILE, Path("a\nb.yaml"), 1, 1))


def test_problems_go_through_json() -> None:
    problems = (SOMETHING, duplicate_deck_id_problem(Path("b.yaml"), "d", Path("folder/a.yaml")))
    text = encode_problems(problems)
    assert decode_problems(text) == problems
    assert json.loads(text)[0]["code"] == "duplicate-id"
    assert json.loads(text)[0]["severity"] == "error"


def test_problems_of_another_version_are_left_out() -> None:
    values = json.loads(encode_problems([SOMETHING, SOMETHING, SOMETHING]))
    values[0]["code"] = "no-longer-known"
    values[1]["values"] = {}
    assert decode_problems(json.dumps(values)) == (SOMETHING,)
    assert decode_problems("") == ()


def test_a_path_that_is_no_text_goes_through_json() -> None:
    problem = Problem(ProblemKind.EMPTY_FILE, Path("\udcff.yaml"), 1, 1)
    text = encode_problems([problem])
    assert text.isascii()
    assert decode_problems(text) == (problem,)


def test_a_taken_deck_id_names_the_other_file() -> None:
    problem = duplicate_deck_id_problem(Path("b.yaml"), "d", Path("folder/a.yaml"))
    assert (problem.path, problem.line, problem.column) == (Path("b.yaml"), 1, 1)
    assert "Deck ID `d` is already used by another file: a.yaml" in problem.message
