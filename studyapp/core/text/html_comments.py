"""Comments in HTML. They are searched without regular expressions, because many openings without an end would take
quadratic time."""

from collections.abc import Iterator
from typing import NamedTuple

_START, _END = "<!--", "-->"


class HtmlPiece(NamedTuple):
    """A part of HTML: a complete comment, or the text between comments."""

    text: str
    is_comment: bool


def split_comments(html: str) -> Iterator[HtmlPiece]:
    """Yield the parts of HTML in order. An unclosed comment is treated as text."""
    position = 0
    while (start := html.find(_START, position)) >= 0:
        end = html.find(_END, start + len(_START))
        if end < 0:
            break
        if start > position:
            yield HtmlPiece(html[position:start], is_comment=False)
        position = end + len(_END)
        yield HtmlPiece(html[start:position], is_comment=True)
    if position < len(html):
        yield HtmlPiece(html[position:], is_comment=False)


def remove_comments(html: str) -> str:
    """Return the HTML without its comments."""
    if _START not in html:
        return html
    return "".join(piece.text for piece in split_comments(html) if not piece.is_comment)
