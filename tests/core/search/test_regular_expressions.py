"""Regular expressions that could take forever."""

import pytest

from studyapp.core.search.regular_expressions import has_nested_repetition


@pytest.mark.parametrize(
    "expression",
    [
        "(a+)+",
        "(a*)*b",
        "(?:x(a+))*",
        "((a{2,}))+",
        "(a+){3,}",
        "(a+){1,50}",
        r"(\w+\s?)*$",
        "([+]a*)+",
        r"(\)a+)+",
    ],
)
def test_nested_repetitions(expression: str) -> None:
    assert has_nested_repetition(expression)


@pytest.mark.parametrize(
    "expression",
    ["a+b*", "(a+)", "(a|b)+", "(ab)*(c+)", "(a+)?", "(a+){3}", r"(a\+)+", "([a+*])+", "([]+])*", "([^]+])*", r"([\]+])*", "(a{2,3})+", "[(]a+[)]+"],
)  # fmt: skip
def test_other_repetitions(expression: str) -> None:
    assert not has_nested_repetition(expression)
