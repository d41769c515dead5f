import pytest

from studyapp.core.rendering.code_highlighting import HIGHLIGHT_CLASSES, highlight_code
from studyapp.core.rendering.markdown_rendering import render_markdown
from studyapp.core.rendering.text_layout.plain_text import html_to_text
from tests.core.html_check import disallowed_html

PYTHON = "def f(x):  # why <b>\n    return 'a' + 1\n"


def test_tokens_are_highlighted_by_kind() -> None:
    html = highlight_code(PYTHON, "python")
    for kind, words in (
        ("k", "def"),
        ("f", "f"),
        ("c", "# why &lt;b&gt;"),
        ("n", "1"),
        ("o", "+"),
        ("k", "return"),
    ):
        assert f'<span class="{kind}">{words}</span>' in html
    assert all(
        f'class="{kind}"' not in html.replace(f'<span class="{kind}">', "") for kind in HIGHLIGHT_CLASSES
    )


@pytest.mark.parametrize("language", ["", "klingon", "../python", "c", "python title='x'", '"><script>'])
def test_unsupported_language_is_not_highlighted(language: str) -> None:
    assert highlight_code("a < b", language) == "a &lt; b"


def test_pathological_or_long_code_is_not_highlighted() -> None:
    assert highlight_code("//\\\n" * 4_000, "c") == "//\\\n" * 4_000
    assert "<" not in highlight_code("x = 1\n" * 300, "python")


def test_highlighting_preserves_all_characters() -> None:
    html = render_markdown(f"```python\n{PYTHON}```")
    assert disallowed_html(html) == []
    assert html_to_text(html) == "def f(x):  # why <b>\n    return 'a' + 1"


def test_highlighted_code_is_exact() -> None:
    def span(css_class: str, text: str) -> str:
        return f'<span class="{css_class}">{text}</span>'

    assert highlight_code("\nclass A:\n  'x<'\n", "python") == (
        f"\n{span('k', 'class')} {span('f', 'A')}:\n  {span('s', '&#x27;')}{span('s', 'x&lt;')}{span('s', '&#x27;')}\n"
    )
    assert highlight_code("\n\n1", "python") == f"\n\n{span('n', '1')}"


def test_longest_code_that_is_highlighted() -> None:
    assert 'class="k"' in highlight_code("def" + " " * 1_497, "python")
    assert highlight_code("def" + " " * 1_498, "python") == "def" + " " * 1_498
