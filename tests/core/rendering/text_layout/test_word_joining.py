"""Names that stay on one line."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.rendering.text_layout.word_joining import WORD_JOINER, join_names


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("text-davinci-001", "text-|davinci-|001"),
        ("GPT-3.5, COVID-19", "GPT-|3.5, COVID-|19"),
        ("in-context learning", "in-context learning"),
        ("<p>a-1</p>", "<p>a-|1</p>"),
        ('<img src="a-1.png" alt="b-2">', '<img src="a-1.png" alt="b-2">'),
        ("x-1" + "0" * 37, "x-|1" + "0" * 37),
        ("x-1" + "0" * 38, "x-1" + "0" * 38),
        ("- 1", "- 1"),
    ],
)
def test_hyphens_of_names_do_not_break(html: str, expected: str) -> None:
    assert join_names(html) == expected.replace("|", WORD_JOINER)


@given(st.text(st.sampled_from("ab1-. <>\"'&;漢\n"), max_size=60))
def test_only_joiners_after_hyphens_are_added(html: str) -> None:
    joined = join_names(html)
    assert joined.replace(WORD_JOINER, "") == html
    assert re.findall(f"[^-]{WORD_JOINER}", joined) == []
