"""Regular expressions: those that could take forever, and what every match contains."""

import re

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from studyapp.core.search.regular_expressions import (
    compile_regex,
    find_required_text,
    has_nested_repetition,
    other_forms,
)


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


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        ("lambda", "lambda"),
        ("co+de", "co"),
        ("gpt-?4", "gpt"),
        ("colou?r", "colo"),
        ("ab{2}cde", "cde"),
        ("(abc)def", "def"),
        (r"\bmodel\b", "model"),
        (r"a\.bcd", "bcd"),
        ("[abc]def", "def"),
        ("abc|def", ""),
        ("(abc|def)g", "g"),
        ("(?x) a b c", ""),
        (r"\x41bc", ""),
        (r"\N{BULLET}abc", ""),
        ("skin", "skin"),
        ("能力", ""),
        (".*", ""),
        ("a{12345}", ""),
    ],
)
def test_a_text_that_every_match_contains(expression: str, text: str) -> None:
    assert find_required_text(expression) == text


parts = st.sampled_from(
    [
        "a",
        "bc",
        "d",
        "i",
        "K",
        "1",
        "+",
        "*",
        "?",
        "{0,2}",
        ".",
        "|",
        "(",
        ")",
        "(?:",
        "[ab]",
        r"\d",
        r"\.",
        "^",
        "$",
    ]
)
texts = st.text("abcdikK1.ıİK", max_size=8)


@given(st.lists(parts, max_size=8).map("".join), texts)
def test_every_match_contains_the_required_text(expression: str, text: str) -> None:
    try:
        pattern = compile_regex(expression)
    except re.error:
        reject()
    if pattern.search(text):
        required_text = find_required_text(expression)
        assert required_text.lower() in text.lower() or set(other_forms(required_text)) & set(text)


def test_letters_that_match_more_than_their_own_case() -> None:
    found = {
        letter: {chr(code) for code in range(128, 0x3000) if re.fullmatch(letter, chr(code), re.IGNORECASE)}
        for letter in "abcdefghijklmnopqrstuvwxyz"
    }
    assert {letter: set(other_forms(letter)) for letter in found} == found
