"""Lines of a deck file's text."""

import re

from studyapp.deckfiles.text_decoding import LINE_BREAK

_BREAK_CHARACTERS = "\r\n\x85\u2028\u2029"
_NEWLINE = re.compile(r"\r\n|\r|\n")


def find_newline(text: str, index: int = 0) -> str:
    """Return the line break that the text uses at `index` or else elsewhere, by default a line feed."""
    match = _NEWLINE.search(text, index) or _NEWLINE.search(text)
    return match[0] if match else "\n"


def line_start(text: str, index: int) -> int:
    """Return the start of the line that contains `index`."""
    while index and (text[index - 1] not in _BREAK_CHARACTERS or text.startswith("\r\n", index - 1)):
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


def without_line_break(text: str) -> str:
    """Return the text without the line break at its end."""
    return text[:-2] if text.endswith("\r\n") else text[:-1] if text.endswith(("\r", "\n")) else text


def end_of_own_lines(text: str, index: int, column: int) -> int:
    """Return the end of the line that contains `index` and of the comments below it that start in `column` or later."""
    end = position = next_line_start(text, index)
    while position < len(text):
        following = next_line_start(text, position)
        line = text[position:following]
        content = line.lstrip(" ")
        if content.startswith("#") and len(line) - len(content) >= column:
            end = following
        elif content.strip():
            break
        position = following
    return end


def skip_blank_lines(text: str, index: int) -> int:
    """Return the start of the first line from `index`, which starts a line, that is not blank."""
    while index < len(text) and not text[index : line_end(text, index)].strip():
        index = next_line_start(text, index)
    return index


def blank_lines_before(text: str, index: int) -> int:
    """Return the number of blank lines that end at `index`, which starts a line."""
    count = 0
    while index:
        start = line_start(text, index - 1)
        if text[start:index].strip():
            break
        index, count = start, count + 1
    return count


def find_dash(text: str, index: int, column: int) -> int:
    """Return the position of the dash in `column` before the list item whose value starts at `index`."""
    start = line_start(text, index)
    while text[start + column : start + column + 1] != "-" or text[start : start + column].strip(" ?:-"):
        if not start:
            return index
        start = line_start(text, start - 1)
    return start + column
