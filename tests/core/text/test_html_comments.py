"""Comments in HTML."""

import pytest

from studyapp.core.text.html_comments import remove_comments


@pytest.mark.parametrize(
    ("html", "rest"),
    [
        ("a<!-- b -->c<!--d\ne-->", "ac"),
        ("<!-->a-->b", "b"),
        ("a <!-- never closed", "a <!-- never closed"),
        ("<!-- a -->b<!-- c", "b<!-- c"),
        ("plain", "plain"),
    ],
)
def test_comments_are_removed(html: str, rest: str) -> None:
    assert remove_comments(html) == rest
