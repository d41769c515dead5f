"""Parsing the rows of a table, with the line in which each starts."""

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.unreadable_file import UnreadableFileError

MAX_CELL_LENGTH = 5_000_000
"""The maximum length of a cell, in characters."""


class Row(NamedTuple):
    """A row that is not blank. `line` is its first line in the file, counted from 1."""

    line: int
    cells: list[str]


class _OpenQuote(NamedTuple):
    """The quote at which a table becomes invalid: the lines in which it opens and closes.

    `end` is None if it is not closed.
    """

    start: int
    end: int | None


def parse_rows(lines: Sequence[str], delimiter: str, lines_before: int) -> list[Row]:
    """Return the rows with content. `lines_before` is the number of lines in the file before these.

    Raises UnreadableFileError if a quote is not closed or a cell is too long.
    """
    csv.field_size_limit(MAX_CELL_LENGTH)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    rows: list[Row] = []
    start = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append(Row(lines_before + start + 1, cells))
            start = reader.line_num
    except csv.Error as error:
        # strict=True reports an unclosed quote, which would otherwise take in the rest of the file.
        raise _explain_error(lines[start:], delimiter, lines_before + start) from error
    return rows


def split_cells(line: str, delimiter: str) -> list[str]:
    """Return the cells of a single line, or no cells if it is invalid."""
    try:
        return next(csv.reader([line], delimiter=delimiter))
    except (csv.Error, StopIteration):
        return []


def _explain_error(lines: Sequence[str], delimiter: str, lines_before: int) -> UnreadableFileError:
    """Return the error for an invalid row, which starts with the first of these lines."""
    quote = _find_invalid_quote(lines, delimiter)
    if quote is None:
        return UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "line {line}: a cell has more than {limit} characters"),
            line=lines_before + 1,
            limit=f"{MAX_CELL_LENGTH:,}",
        )
    if quote.end is None:
        return UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "line {line}: the quote opened here is not closed"),
            line=lines_before + quote.start,
        )
    return UnreadableFileError(
        QT_TRANSLATE_NOOP(
            "Problem",
            "line {line}: the quote opened here is closed in line {end}, but the cell continues; "
            'close the quote at the end of the cell, and write quotes in the text as ""',
        ),
        line=lines_before + quote.start,
        end=lines_before + quote.end,
    )


def _find_invalid_quote(lines: Sequence[str], delimiter: str) -> _OpenQuote | None:
    """Return the quote because of which the first row is invalid, or None if there is none.

    Lines are counted from 1. A quote that makes a cell too long counts as not closed.
    """
    opened_at, length = 0, 0
    is_cell_start = True
    characters = _characters(lines)
    number, character = next(characters, (0, ""))
    while character:
        following, next_character = next(characters, (0, ""))
        if opened_at and character == '"' == next_character:
            following, next_character = next(characters, (0, ""))
        elif opened_at and character == '"':
            if next_character not in (delimiter, "\n", ""):
                return _OpenQuote(opened_at, number)
            opened_at, is_cell_start = 0, False
        elif opened_at:
            length += 1
            if length > MAX_CELL_LENGTH:
                break
        elif is_cell_start and character == '"':
            opened_at, length = number, 0
        elif character == "\n":
            return None
        else:
            is_cell_start = character == delimiter
        number, character = following, next_character
    return _OpenQuote(opened_at, None) if opened_at else None


def _characters(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield each character with the number of its line."""
    return ((number, character) for number, line in enumerate(lines, 1) for character in line)
