"""The bytes of a deck file to text."""

import codecs
import re

from studyapp.deckfiles.problems.problem import ProblemKind
from studyapp.deckfiles.problems.problem_list import ProblemList
from studyapp.deckfiles.yaml_nodes import FILE_START, Position

MAX_FILE_BYTES = 256 * 1024 * 1024
"""Bytes of a deck file that are read."""

LINE_BREAK = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line in YAML 1.1, and so counts in the lines of problems."""

DISALLOWED_CHARACTER = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML 1.1 does not allow in a file, and decks not even as an escape in quotes."""


def decode_utf8(data: bytes, problems: ProblemList) -> str | None:
    """The text without its byte order mark; None, and a problem, when the bytes are no YAML text."""
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
        place = find_position(before, len(before))
        byte = f"0x{data[error.start]:02X}"
        problems.add(ProblemKind.NOT_UTF_8, place, position=error.start + 1, byte=byte)
        return None
    found = DISALLOWED_CHARACTER.search(text)
    if found:
        place = find_position(text, found.start())
        problems.add(ProblemKind.CONTROL_CHARACTER, place, character=format_code_point(found[0]))
        return None
    return text


def find_position(text: str, index: int) -> Position:
    """The line and column of the character at `index`, both from 1."""
    line, start = 1, 0
    for found in LINE_BREAK.finditer(text, 0, index):
        line, start = line + 1, found.end()
    return Position(line, index - start + 1)


def format_code_point(character: str) -> str:
    """A character by its number, such as U+0007."""
    return f"U+{ord(character):04X}"
