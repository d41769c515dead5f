"""Decoding of deck files, and positions in their text."""

import codecs
import re

from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.yaml_nodes import FILE_START, Position

MAX_FILE_BYTES = 256 * 1024 * 1024
"""The largest deck file that is read, in bytes."""

LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""The line breaks of YAML 1.1; line numbers of problems count these."""

DISALLOWED_CHARACTER = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML 1.1 does not allow in a file. Decks do not allow them as escapes in quotes either."""


def decode_utf8(data: bytes, problems: ProblemList) -> str | None:
    """Return the text without its byte order mark. Report a problem and return None if the bytes are not valid."""
    if len(data) > MAX_FILE_BYTES:
        problems.add(ProblemKind.TOO_LARGE, FILE_START, limit="256 MiB")
        return None
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        problems.add(ProblemKind.UTF_16, FILE_START)
        return None
    try:
        text = data.decode().removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().removeprefix("\ufeff")
        position = find_position(before, len(before))
        byte = f"0x{data[error.start]:02X}"
        problems.add(ProblemKind.NOT_UTF_8, position, position=error.start + 1, byte=byte)
        return None
    match = DISALLOWED_CHARACTER.search(text)
    if match:
        position = find_position(text, match.start())
        problems.add(ProblemKind.CONTROL_CHARACTER, position, character=format_code_point(match[0]))
        return None
    return text


def find_position(text: str, index: int) -> Position:
    """Return the line and column of the character at `index`. Both start at 1."""
    line, start = 1, 0
    for line_break in LINE_BREAK.finditer(text, 0, index):
        line, start = line + 1, line_break.end()
    return Position(line, index - start + 1)


def format_code_point(character: str) -> str:
    """Return the code point of a character, such as U+0007."""
    return f"U+{ord(character):04X}"
