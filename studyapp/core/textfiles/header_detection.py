"""Detecting whether the first row of a table names its columns."""

import unicodedata
from collections.abc import Sequence

from studyapp.core.textfiles.column_headings import are_headings
from studyapp.core.textfiles.row_parsing import Row

_MAX_HEADING_LENGTH = 30
_SAMPLE_ROWS = 50


def has_header(rows: Sequence[Row]) -> bool:
    """Return whether the first row names the columns: with known names, or with words in another script than all cells below
    them or instead of numbers."""
    first = rows[0].cells
    if are_headings(first):
        return True
    if len(rows) < 3 or not _could_be_headings(first):
        return False
    return any(
        _differs_from_all(
            heading, [row.cells[number] for row in rows[1:_SAMPLE_ROWS] if number < len(row.cells)]
        )
        for number, heading in enumerate(first)
    )


def _could_be_headings(cells: Sequence[str]) -> bool:
    texts = [cell.strip() for cell in cells if cell.strip()]
    return (
        len(texts) == len(set(texts)) > 1
        and texts[0] == cells[0].strip()
        and all(len(text) <= _MAX_HEADING_LENGTH and _script(text) != "number" for text in texts)
        and not any(mark in text for text in texts for mark in ".?!{<。？！")
    )


def _differs_from_all(heading: str, cells: Sequence[str]) -> bool:
    scripts = {_script(cell) for cell in cells if cell.strip()}
    if len(scripts) != 1 or sum(bool(cell.strip()) for cell in cells) < 2 or not heading.strip():
        return False
    (script,) = scripts
    return script not in ("mixed", _script(heading)) and _script(heading) != "mixed"


def _script(text: str) -> str:
    """Return the script of a text (`latin`, `cjk` for Chinese characters and kana, and so on), `number`, or `mixed`."""
    scripts = {_script_of_letter(character) for character in text if character.isalpha()}
    if not scripts:
        return "number" if any(character.isdigit() for character in text) else "mixed"
    return scripts.pop() if len(scripts) == 1 else "mixed"


def _script_of_letter(character: str) -> str:
    name = unicodedata.name(character, "").split(" ")[0].lower()
    return "cjk" if name in ("cjk", "hiragana", "katakana", "ideographic") else name
