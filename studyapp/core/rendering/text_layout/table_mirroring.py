"""Tables of right-to-left text, with their first column on the right. Qt itself always begins on the left."""

import re
import unicodedata

_RIGHT_TO_LEFT_LETTER = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_TABLE = re.compile(r"<table\b[^<>]*>.*?</table>", re.DOTALL)
_ROW = re.compile(r"(<tr\b[^<>]*>)(.*?)(</tr>)", re.DOTALL)
_CELL = re.compile(r"<(t[dh])\b[^<>]*>.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")


def mirror_tables(html: str) -> str:
    """Return clean HTML in which the cells of each table of right-to-left text are in reverse order."""
    if _RIGHT_TO_LEFT_LETTER.search(html) is None or "<table" not in html:
        return html
    return _TABLE.sub(
        lambda table: _ROW.sub(_mirror_row, table[0]) if is_right_to_left(table[0]) else table[0], html
    )


def is_right_to_left(html: str) -> bool:
    """Return whether the first letter of the text belongs to a script that is written from right to left."""
    for character in _TAG.sub("", html):
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _mirror_row(row: re.Match[str]) -> str:
    cells = [cell[0] for cell in _CELL.finditer(row[2])]
    return row[1] + "".join(reversed(cells)) + row[3]
