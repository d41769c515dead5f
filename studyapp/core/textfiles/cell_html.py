"""Converting the plain text of cells to HTML that looks the same."""

import re
from html import escape

_BLANK_LINES_BEFORE = re.compile(r"\A(?:[ \t]*\n)+")
_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
_BLANKS = re.compile(r"\t| (?= )")
_TAB = "    "
_NON_BREAKING = "\xa0"


def text_to_html(text: str) -> str:
    """Return plain text as HTML with its line breaks, its indentation and its runs of spaces.

    HTML shows any run of spaces and tabs as one space, and none at the start of a line, so they become no-break spaces, four of
    them for a tab. A single space before the text, as after the comma in `a, b`, is left out.
    """
    text = _BLANK_LINES_BEFORE.sub("", text).rstrip(" \t\n")
    if text.startswith(" ") and text[1:2] not in (" ", "\t"):
        text = text[1:]
    text = _INDENTATION.sub(lambda blanks: _NON_BREAKING * len(blanks[0].replace("\t", _TAB)), text)
    text = _BLANKS.sub(lambda blank: _NON_BREAKING * (4 if blank[0] == "\t" else 1), text)
    return escape(text, quote=False).replace(_NON_BREAKING, "&nbsp;").replace("\n", "<br>")
