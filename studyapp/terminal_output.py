"""Printing to the terminal: the only module that prints, so that no text can control the terminal.

Names and notes come from decks and packages of other people. Control sequences in them could hide or fake output, and
bidirectional overrides could reorder it.
"""

import json
import re
import sys
from typing import TextIO

_CONTROL_CHARACTERS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Characters that control a terminal or the direction of text."""


def print_line(text: object, output: TextIO | None = None) -> None:
    """Print one line, to standard output by default, with control characters except tabs escaped."""
    print(escape_control_characters(str(text)), file=output or sys.stdout)


def print_json_line(row: object) -> None:
    """Print a value as one line of JSON, ASCII only if standard output is not in a Unicode encoding."""
    line = json.dumps(row, ensure_ascii="utf" not in (sys.stdout.encoding or "").lower())
    print(_CONTROL_CHARACTERS.sub(lambda control: f"\\u{ord(control[0]):04x}", line))


def flush_output() -> None:
    """Write buffered output now. Raises OSError if that fails."""
    print(end="", flush=True)


def escape_control_characters(text: str) -> str:
    """Replace control characters except tabs by their Python escapes."""
    return _CONTROL_CHARACTERS.sub(
        lambda control: control[0] if control[0] == "\t" else ascii(control[0])[1:-1], text
    )
