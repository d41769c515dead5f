"""HTML of plain lines, as most fields have it, which needs no parser."""

from studyapp.core.rendering.markdown_rendering import is_plain_line
from studyapp.core.text.text_limits import MAX_TEXT_LENGTH

_LINE_BREAK = "<br>"
_PUNCTUATION_WITH_BACKSLASH = ".):"
"""At the start of a line, the converter may write a backslash before it."""


def read_plain_lines(html: str) -> str | None:
    """Return HTML that consists of lines of plain text with `<br>` in between as Markdown, which shows the same.

    Return None for other HTML, and for lines that Markdown might show in another way.
    """
    if len(html) > MAX_TEXT_LENGTH or "  " in html or "$" in html:
        return None
    lines = html.split(_LINE_BREAK)
    return "\n".join(lines) if all(map(_is_plain, lines)) else None


def _is_plain(line: str) -> bool:
    return line[:1] not in _PUNCTUATION_WITH_BACKSLASH and is_plain_line(line)
