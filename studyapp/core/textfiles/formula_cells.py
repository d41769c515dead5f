"""Cells that a spreadsheet would execute as formulas, in the tables that StudyApp exports.

An apostrophe in front makes such a cell text, and the import of an exported table removes it again.
"""

import re

_FORMULA_START = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
"""The characters at which spreadsheets recognize a formula. Apostrophes in front are included, so that a text which has
one itself survives the round trip."""

_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)*[ ]?%?")


def is_formula(cell: str) -> bool:
    """Return whether `escape_formula` changes the cell. A number with a sign is not a formula."""
    return _FORMULA_START.match(cell) is not None and not _NUMBER.fullmatch(cell)


def escape_formula(cell: str) -> str:
    """Return the cell as text for a spreadsheet."""
    return f"'{cell}" if is_formula(cell) else cell


def restore_formula(cell: str) -> str:
    """Return the cell that `escape_formula` was given."""
    return cell[1:] if cell.startswith("'") and _FORMULA_START.match(cell) else cell
