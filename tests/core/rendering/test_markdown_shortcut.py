"""Plain texts bypass the Markdown parser with the same result."""

import re

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from studyapp.core.rendering import markdown_rendering

FRAGMENTS = st.sampled_from([
    "a", "b ", "1", "23 ", "1.", "9) ", "٣", "²", " - ", "- ", "+ ", "===", "---", ":", "http://x.y", "a@b.c", '"', "'", "/", "%", "{", "}}",
    "中", "。", "é", "\u00a0", "\u200b", "\u3000", "    ", "$", "^", "=", "\u2028", "\ufeff", "e\u0301", "\U0001f600", "\ufffe",
    "12", "3a", "word", "two words", "(x)", "\u0663", "\u00b2",
])  # fmt: skip
LINE_BREAKS = st.sampled_from(
    [
        "\n",
        "\n\n",
        "\n\n\n",
        "\nb",
        "\n\nc",
        "\n4",
        "\n\n56 ",
        "\n7. ",
        "\n8)",
        "\n:",
        "\n ",
        " \n",
        "  \n",
        "\n\t",
        "\r\n",
    ]
)


@settings(max_examples=1000, suppress_health_check=[HealthCheck.filter_too_much])
@given(st.lists(FRAGMENTS | LINE_BREAKS, min_size=1, max_size=10).map("".join))
@example("12\n\n3 words\n4")
def test_plain_text_renders_the_same_with_and_without_the_parser(words: str) -> None:
    assume(markdown_rendering._PLAIN_LINES.fullmatch(words))
    fast_result = markdown_rendering.render_markdown(words)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(markdown_rendering, "_PLAIN_LINES", re.compile("(?!)"))
        assert markdown_rendering.render_markdown(words) == fast_result
