from pathlib import Path

from studyapp.deckfiles.problems.problem import ProblemKind, Severity
from studyapp.deckfiles.problems.problem_list import MAX_LISTED_PROBLEMS, ProblemList
from studyapp.deckfiles.yaml_nodes import FILE_START, Position


def test_problems_are_listed_in_file_order() -> None:
    problems = ProblemList(Path("x"))
    problems.add(ProblemKind.TAB_INDENT, Position(5, 1))
    problems.add(ProblemKind.NOTES_EMPTY, Position(2, 7))
    problems.add(ProblemKind.TAB_INDENT, Position(2, 3))
    assert [(one.line, one.column) for one in problems.in_file_order()] == [(2, 3), (2, 7), (5, 1)]


def test_list_is_limited_and_counts_the_rest() -> None:
    problems = ProblemList(Path("x"))
    for line in range(MAX_LISTED_PROBLEMS + 7):
        problems.add(ProblemKind.TAB_INDENT, Position(line + 1, 1))
    listed = problems.in_file_order()
    assert len(listed) == MAX_LISTED_PROBLEMS + 1
    assert listed[-1].kind is ProblemKind.UNLISTED_PROBLEMS
    assert listed[-1].message == "Problems not listed: 7."
    assert problems.error_count == MAX_LISTED_PROBLEMS + 7


def test_warnings_do_not_displace_errors() -> None:
    problems = ProblemList(Path("x"))
    for line in range(MAX_LISTED_PROBLEMS + 5):
        problems.add(ProblemKind.NOTES_EMPTY, Position(line + 1, 1))
    problems.add(ProblemKind.TAB_INDENT, Position(9000, 1))
    listed = problems.in_file_order()
    assert [one.line for one in listed if one.severity is Severity.ERROR] == [9000]
    assert len(listed) == MAX_LISTED_PROBLEMS + 1
    assert listed[-1].values == (("count", "6"),)


def test_duplicate_problem_is_listed_once_but_counted() -> None:
    problems = ProblemList(Path("x"))
    problems.add(ProblemKind.TAB_INDENT, FILE_START, "a")
    problems.add(ProblemKind.TAB_INDENT, FILE_START, "b")
    assert len(problems.in_file_order()) == 1
    assert problems.error_count == 2


def test_values_are_made_printable() -> None:
    problems = ProblemList(Path("x"))
    problems.add(ProblemKind.ALIAS, FILE_START, "a\nb", name="x" * 500 + "\n")
    (problem,) = problems.in_file_order()
    assert len(problem.values[0][1]) == 60
    assert problem.note_id == "a\\nb"
