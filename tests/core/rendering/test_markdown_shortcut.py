"""Texts without Markdown skip its parser: they must come out as if they had not."""

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from studyapp.core.rendering import markdown_rendering

PIECES = st.sampled_from([
    "a", "b ", "1.", "9) ", " - ", "- ", "+ ", "===", "---", ":", "http://x.y", "a@b.c", '"', "'", "/", "%", "{", "}}",
    "中", "。", "é", "\u00a0", "\u200b", "\u3000", "    ", "$", "^", "=", "\u2028", "\ufeff",
])  # fmt: skip


@settings(max_examples=500)
@given(st.lists(PIECES, min_size=1, max_size=8).map("".join))
def test_a_text_without_markdown_reads_the_same_with_and_without_the_parser(words: str) -> None:
    assume(markdown_rendering._PLAIN_LINE.fullmatch(words))
    short = markdown_rendering.render_markdown(words)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown_rendering, "_PLAIN_LINE", re.compile("(?!)"))
        assert markdown_rendering.render_markdown(words) == short
