"""Parses the rows of a table and records the line number where each row starts.

Quotes are read as RFC 4180 describes. A quote that does not enclose a whole cell is part of the text, as in `"Yes" is an
answer`; no row is refused because of it.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.transfer.unreadable_file import UnreadableFileError

MAX_CELL_LENGTH = 5_000_000
"""The maximum length of a cell, in characters."""

_QUOTED_TEXT = re.compile(r'"[^"]*(?:""[^"]*)*("?)')
"""A quoted text from its opening quote to its closing quote, which is group 1 and empty if there is none."""


class Row(NamedTuple):
    """A row that is not blank. `line` is its first line in the file, counted from 1."""

    line: int
    cells: list[str]


def parse_rows(lines: Sequence[str], delimiter: str, lines_before: int) -> Iterator[Row]:
    """Yield the rows with content. `lines_before` is the number of lines in the file before these.

    A cell may contain line breaks if it is quoted. If such a quote is not closed at the end of its cell, it is part of the
    text in a table with tabs; other tables raise UnreadableFileError, because it is not known
    which rows it encloses. A cell that is too long raises it as well.
    """
    text = "".join(lines)
    position, line = 0, lines_before + 1
    while position < len(text):
        cells, end = _parse_row(text, position, delimiter, line)
        if any(cell.strip() for cell in cells):
            yield Row(line, cells)
        line += text.count("\n", position, end)
        position = end


def split_cells(line: str, delimiter: str) -> list[str]:
    """Return the cells of a single line. A quote that is not closed is part of the text."""
    text = line.rstrip("\n")
    try:
        return _parse_row(text, 0, delimiter, 1).cells
    except UnreadableFileError:
        return text.split(delimiter)


class _ParsedRow(NamedTuple):
    """The cells of a row, and the position after its line break."""

    cells: list[str]
    end: int


def _parse_row(text: str, start: int, delimiter: str, line: int) -> _ParsedRow:
    line_break = text.find("\n", start)
    end = len(text) if line_break < 0 else line_break
    first_line = text[start:end]
    if '"' not in first_line and len(first_line) <= MAX_CELL_LENGTH:
        return _ParsedRow(first_line.split(delimiter), end + 1)
    cells: list[str] = []
    position = start - 1
    while position < start or text[position : position + 1] == delimiter:
        cell, position = _parse_cell(text, position + 1, delimiter, _Place(text, start, line))
        cells.append(cell)
    return _ParsedRow(cells, position + 1)


class _Place(NamedTuple):
    """The text and the start of a row, from which the line of a cell is found for an error message."""

    text: str
    start: int
    line: int

    def line_of(self, position: int) -> int:
        return self.line + self.text.count("\n", self.start, position)


class _ParsedCell(NamedTuple):
    """A cell, and the position of the delimiter, line break or end of the text after it."""

    cell: str
    end: int


def _parse_cell(text: str, start: int, delimiter: str, row: _Place) -> _ParsedCell:
    quoted = _QUOTED_TEXT.match(text, start)
    unquoted_from = start
    if quoted is not None:
        is_closed = quoted[1] != ""
        if is_closed and text[quoted.end() : quoted.end() + 1] in (delimiter, "\n", ""):
            _check_length(quoted.end() - start, row, start)
            return _ParsedCell(quoted[0][1:-1].replace('""', '"'), quoted.end())
        has_line_break = "\n" in quoted[0]
        if delimiter != "\t" and (has_line_break or not is_closed):
            raise _explain_quote(row.line_of(start), row.line_of(quoted.end()) if is_closed else None)
        if is_closed and not has_line_break and delimiter not in ("\t", " "):
            unquoted_from = quoted.end()
    end = _find_cell_end(delimiter).search(text, unquoted_from)
    position = len(text) if end is None else end.start()
    _check_length(position - start, row, start)
    return _ParsedCell(text[start:position], position)


@cache
def _find_cell_end(delimiter: str) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(delimiter)}\n]")


def _check_length(length: int, row: _Place, position: int) -> None:
    if length > MAX_CELL_LENGTH:
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "line {line}: a cell has more than {limit} characters"),
            line=row.line_of(position),
            limit=f"{MAX_CELL_LENGTH:,}",
        )


def _explain_quote(line: int, end: int | None) -> UnreadableFileError:
    """Return the error for a quote that opens in one line and closes within a cell of another, or nowhere."""
    if end is None:
        return UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "line {line}: the quote opened here is not closed"), line=line
        )
    return UnreadableFileError(
        QT_TRANSLATE_NOOP(
            "Problem",
            "line {line}: the quote opened here is closed in line {end}, but the cell continues; "
            'close the quote at the end of the cell, and write quotes in the text as ""',
        ),
        line=line,
        end=end,
    )
