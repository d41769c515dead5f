from pathlib import Path

from studyapp.deckfiles.problems.problem import ProblemKind, Severity
from studyapp.deckfiles.problems.problem_list import LONGEST_LIST, ProblemList
from studyapp.deckfiles.yaml_nodes import TOP, Position


def test_problems_stand_in_the_order_of_the_file() -> None:
    problems = ProblemList(Path("x"))
    problems.add(ProblemKind.TAB, Position(5, 1))
    problems.add(ProblemKind.NO_NOTES, Position(2, 7))
    problems.add(ProblemKind.TAB, Position(2, 3))
    assert [(one.line, one.column) for one in problems.listed()] == [(2, 3), (2, 7), (5, 1)]


def test_the_list_has_an_end_and_says_how_many_more() -> None:
    problems = ProblemList(Path("x"))
    for line in range(LONGEST_LIST + 7):
        problems.add(ProblemKind.TAB, Position(line + 1, 1))
    listed = problems.listed()
    assert len(listed) == LONGEST_LIST + 1
    assert listed[-1].kind is ProblemKind.MORE_PROBLEMS
    assert listed[-1].message == "7 more problems are not listed."
    assert problems.errors == LONGEST_LIST + 7


def test_warnings_never_crowd_out_an_error() -> None:
    problems = ProblemList(Path("x"))
    for line in range(LONGEST_LIST + 5):
        problems.add(ProblemKind.NO_NOTES, Position(line + 1, 1))
    problems.add(ProblemKind.TAB, Position(9000, 1))
    listed = problems.listed()
    assert [one.line for one in listed if one.severity is Severity.ERROR] == [9000]
    assert len(listed) == LONGEST_LIST + 1
    assert listed[-1].values == (("count", "6"),)


def test_the_same_at_the_same_place_is_said_once_but_counted() -> None:
    problems = ProblemList(Path("x"))
    problems.add(ProblemKind.TAB, TOP, "a")
    problems.add(ProblemKind.TAB, TOP, "b")
    assert len(problems.listed()) == 1
    assert problems.errors == 2


def test_values_are_made_fit_to_be_shown() -> None:
    problems = ProblemList(Path("x"))
    problems.add(ProblemKind.ALIAS, TOP, "a\nb", name="x" * 500 + "\n")
    (problem,) = problems.listed()
    assert len(problem.values[0][1]) == 60
    assert problem.note == "a\\nb"
