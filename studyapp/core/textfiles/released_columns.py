"""What version 1 took as the question of the rows of a table, by which it recognized the notes.

FROZEN: notes that were imported with it must be recognized when their file is imported again.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from studyapp.core.textfiles.row_parsing import split_cells

_FRONT, _BACK = "Front", "Back"
_NON_FIELDS = {"Tags", "Deck", "Note", "Guid", "Type"}
_COLUMN_BY_TITLE = {
    "front": _FRONT, "question": _FRONT, "term": _FRONT, "word": _FRONT, "text": _FRONT, "back": _BACK, "answer": _BACK,
    "definition": _BACK, "meaning": _BACK, "translation": _BACK, "tags": "Tags", "deck": "Deck", "note": "Note", "guid": "Guid",
    "type": "Type", "notetype": "Type", "note type": "Type",
}  # fmt: skip
_KNOWN_TITLES = {*_COLUMN_BY_TITLE, "why", "extra", "section", "evidence"}
_COLUMN_BY_FILE_HEADER = {
    "guid column": "Guid",
    "notetype column": "Type",
    "deck column": "Deck",
    "tags column": "Tags",
}


class ReleasedSides(NamedTuple):
    """The number of the column that identified a note (None if no column did), and that of the column of its question."""

    identity: int | None
    question: int | None


def find_released_sides(
    titles: Sequence[str], columns_line: str, column_number: Callable[[str], int], width: int
) -> ReleasedSides:
    """Return what was taken as the identity and the question of each row of a table with `width` columns.

    `titles` are the column names as they are read now, and `columns_line` is the text of a `#columns` line, if there is one.
    `column_number` returns the number in a file header such as `#tags column:3`, or 0.
    """
    if columns_line:
        titles = split_cells(columns_line, "\t" if "\t" in columns_line else ",")
    elif sum(title.strip().lower() in _KNOWN_TITLES for title in titles) < min(2, len(titles)):
        titles = []  # version 1 read this row as a note
    columns = [_COLUMN_BY_TITLE.get(title.strip().lower(), title.strip()) for title in titles][:width]
    columns += [""] * (width - len(columns))
    for header, name in _COLUMN_BY_FILE_HEADER.items():
        number = column_number(header)
        if 0 < number <= width:
            columns[number - 1] = name
    default_names = [name for name in (_FRONT, _BACK) if name not in columns]
    named = [name or (default_names.pop(0) if default_names else "Field") for name in columns]
    fields = [number for number, name in enumerate(named) if name not in _NON_FIELDS]
    fields.sort(key=lambda number: (named[number] != _FRONT, named[number] != _BACK))
    return ReleasedSides(named.index(_FRONT) if _FRONT in named else None, fields[0] if fields else None)
