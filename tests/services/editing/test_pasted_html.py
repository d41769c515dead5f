"""HTML from the clipboard becomes Markdown."""

import pytest

from studyapp.services.editing.pasted_html import has_formatting, pasted_html_to_markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>a <b>bold</b> word</p>", "a **bold** word"),
        (
            "<html><head><style>b{}</style></head><body><!--StartFragment--><i>x</i><!--EndFragment--></body></html>",
            "*x*",
        ),
        ('<meta charset="utf-8"><span style="color:red">red</span> <code>x = 1</code>', "red `x = 1`"),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
        ('<a href="https://a.org" class="x">a</a> <img src="https://a.org/x.png">', "[a](https://a.org)"),
        ("2 * 3 * 4 = $5", "2 \\* 3 \\* 4 = $5"),
    ],
)
def test_markdown(html: str, markdown: str) -> None:
    assert pasted_html_to_markdown(html).strip() == markdown


def test_only_formatting_is_worth_a_conversion() -> None:
    assert has_formatting("<p>a <b>b</b></p>")
    assert has_formatting('<a href="x">y</a>')
    assert not has_formatting("<meta charset='utf-8'><span style='font-weight:400'>plain</span>")
    assert not has_formatting("<style>b { }</style><p>plain</p>")
