"""Lines of a deck file's text."""

import re

from studyapp.deckfiles.text_decoding import LINE_BREAK

_NEWLINE = re.compile(r"\r\n|\r|\n")


def find_newline(text: str, index: int = 0) -> str:
    """Return the line break that the text uses at `index` or else elsewhere, by default a line feed."""
    match = _NEWLINE.search(text, index) or _NEWLINE.search(text)
    return match[0] if match else "\n"


def line_start(text: str, index: int) -> int:
    """Return the start of the line that contains `index`."""
    while index and not LINE_BREAK.match(text, index - 1):
        index -= 1
    return index


def line_end(text: str, index: int) -> int:
    """Return the end of the line that contains `index`, without its line break."""
    match = LINE_BREAK.search(text, index)
    return match.start() if match else len(text)


def next_line_start(text: str, index: int) -> int:
    """Return the start of the line after the one that contains `index`, or the end of the text."""
    match = LINE_BREAK.search(text, index)
    return match.end() if match else len(text)


def ends_with_line_break(text: str, index: int) -> bool:
    """Return whether a line break ends at `index`, or the text starts there."""
    return not index or LINE_BREAK.match(text, index - 1) is not None


def previous_line_break(text: str, index: int) -> int:
    """Return the start of the line break that ends at `index`."""
    return index - 2 if text.startswith("\r\n", index - 2) else index - 1


def find_dash(text: str, index: int, column: int) -> int:
    """Return the position of the dash in `column` before the list item whose value starts at `index`."""
    start = line_start(text, index)
    while text[start + column : start + column + 1] != "-" or text[start : start + column].strip(" ?:-"):
        if not start:
            return index
        start = line_start(text, previous_line_break(text, start))
    return start + column
