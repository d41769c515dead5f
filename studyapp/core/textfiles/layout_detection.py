"""Detecting how a table is read: from its file headers, its column names and its cells, and from what a person chose."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP
from studyapp.core.textfiles.column_headings import are_headings
from studyapp.core.textfiles.column_uses import assign_uses, is_exported_header
from studyapp.core.textfiles.delimiter_detection import detect_delimiter
from studyapp.core.textfiles.formula_cells import restore_formula
from studyapp.core.textfiles.header_detection import has_header
from studyapp.core.textfiles.html_detection import contains_html
from studyapp.core.textfiles.row_parsing import Row, parse_rows, split_cells
from studyapp.core.textfiles.table_layout import (
    NO_CHOICES,
    ColumnUse,
    LayoutChoices,
    TableColumn,
    TableLayout,
    TableNoteType,
)
from studyapp.core.textfiles.table_note_types import find_note_type
from studyapp.core.textfiles.table_source import (
    TableSource,
    delimiter_of_value,
    split_words,
)
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.unreadable_file import UnreadableFileError

MAX_COLUMNS = 1000
"""The maximum number of cells in a row. No table that a person wrote has more."""


class DetectedTable(NamedTuple):
    """A table with its layout.

    `rows` don't include the header row, whose line is `header_line`, or 0 if there is none. `titles` are the
    column names of the header row or of the file header, and `width` the largest number of cells in a row.
    """

    layout: TableLayout
    rows: tuple[Row, ...]
    header_line: int
    titles: tuple[str, ...]
    width: int
    losses: tuple[Loss, ...]


def detect_table(
    source: TableSource, suffix: str, deck: str, choices: LayoutChoices = NO_CHOICES
) -> DetectedTable:
    """Return the rows and the layout of a table. `suffix` is that of its file in lower case, and `deck` the deck of notes for which
    the table names none.

    Raises UnreadableFileError if the rows can't be read.
    """
    lines = source.lines[source.row_start :]
    named_delimiter = delimiter_of_value(source.value("separator"))
    delimiter = choices.delimiter or named_delimiter or detect_delimiter(lines, suffix)
    rows, titles, header_line = _take_header(
        source, list(parse_rows(lines, delimiter, source.row_start)), delimiter, choices.has_header
    )
    width = _measure_width(rows, titles)
    is_exported = is_exported_header(titles)
    if is_exported:
        rows = [Row(line, list(map(_restore_cell, cells, titles))) for line, cells in rows]
    type_name = source.value("notetype")
    note_type = choices.note_type or find_note_type(type_name) or TableNoteType.AUTOMATIC
    is_named_type = choices.note_type is None and find_note_type(type_name) is None
    uses = assign_uses(source, rows, titles, width, note_type)
    layout = TableLayout(
        delimiter,
        header_line > 0,
        uses.columns if choices.columns is None else _complete(choices.columns, uses.columns),
        note_type,
        type_name if is_named_type else "",
        not is_exported and _is_html(source, rows, choices),
        source.value("deck") or deck,
        tuple(split_words(source.value("tags"))),
    )
    losses = (
        *_unused_headers(source, named_delimiter),
        *uses.losses,
        *_comment_rows(source, delimiter, header_line),
    )
    return DetectedTable(layout, tuple(rows), header_line, tuple(titles), width, losses)


def _restore_cell(cell: str, title: str) -> str:
    """Return the text that was exported. Version 1 wrote `None` for a note without evidence."""
    return "" if (title.lower(), cell) == ("evidence", "None") else restore_formula(cell)


def _measure_width(rows: Sequence[Row], titles: Sequence[str]) -> int:
    """Return the largest number of cells in a row. Raises UnreadableFileError if there are no rows or far too many cells."""
    if not rows:
        raise UnreadableFileError(QT_TRANSLATE_NOOP("Problem", "it contains no rows"))
    widest = max(rows, key=lambda row: len(row.cells))
    if len(widest.cells) > MAX_COLUMNS:
        raise UnreadableFileError(
            QT_TRANSLATE_NOOP("Problem", "line {line}: a row has more than {limit} cells"),
            line=widest.line,
            limit=MAX_COLUMNS,
        )
    return max(len(titles), len(widest.cells))


def _complete(chosen: tuple[TableColumn, ...], detected: tuple[TableColumn, ...]) -> tuple[TableColumn, ...]:
    """Return the chosen columns, with their names in the file if they have no others, and the remaining columns of the table as
    columns that are not imported."""
    named = (
        column._replace(name=column.name or other.name)
        for column, other in zip(chosen, detected, strict=False)
    )
    ignored = (column._replace(use=ColumnUse.IGNORED) for column in detected[len(chosen) :])
    return (*named, *ignored)


class _Header(NamedTuple):
    """The rows below the header row, the column names, and the line of the header row, or 0 if there is none."""

    rows: list[Row]
    titles: list[str]
    line: int


def _take_header(source: TableSource, rows: list[Row], delimiter: str, choice: bool | None) -> _Header:
    """Separate the header row from the rows, if there is one or if a person says so."""
    titles = _split_titles(source.value("columns"), delimiter)
    if choice is None and not titles and source.comments:
        line = source.comments[-1]
        cells = split_cells(source.lines[line - 1], delimiter)
        if len(cells) > 1 and are_headings(cells):  # such as `#,Word,Meaning`
            return _Header(rows, cells, line)
    repeats_titles = bool(rows) and [cell.strip() for cell in rows[0].cells] == titles
    is_header = repeats_titles or (not titles and bool(rows) and has_header(rows))
    if rows and (is_header if choice is None else choice):
        return _Header(rows[1:], titles or [cell.strip() for cell in rows[0].cells], rows[0].line)
    return _Header(rows, titles, 0)


def _split_titles(value: str, delimiter: str) -> list[str]:
    """Return the column names of a `#columns` line, which are separated like the rows, or else by another delimiter."""
    if not value:
        return []
    splits = [split_cells(value, candidate) for candidate in (delimiter, "\t", ",", ";", "|")]
    best = next((cells for cells in splits if len(cells) > 1), [value])
    return [cell.strip() for cell in best]


def _is_html(source: TableSource, rows: Sequence[Row], choices: LayoutChoices) -> bool:
    """Return whether cells are HTML: as chosen, as the file says, or else if a cell has a tag, as in Anki."""
    if choices.is_html is not None:
        return choices.is_html
    value = source.value("html").lower()
    if value in ("true", "false"):
        return value == "true"
    return any(contains_html(row.cells) for row in rows)


def _unused_headers(source: TableSource, delimiter: str) -> list[Loss]:
    """Return a loss for each file header whose value has no meaning."""
    unused = []
    if "separator" in source.headers and not delimiter:
        unused.append("separator")
    if source.value("html").lower() not in ("", "true", "false"):
        unused.append("html")
    if source.value("if matches").lower() not in ("", "update current"):
        unused.append("if matches")
    return [
        Loss(
            LossKind.FILE_HEADER_UNUSED, name=f"#{name}:{source.value(name)}", line=source.headers[name].line
        )
        for name in unused
    ]


def _comment_rows(source: TableSource, delimiter: str, header_line: int) -> list[Loss]:
    """Return a loss for each line above the rows that looks like a row, but is a comment because of its `#`."""
    lines = ((line, source.lines[line - 1].strip()) for line in source.comments if line != header_line)
    return [
        Loss(LossKind.ROW_IS_COMMENT, text[:60], line=line)
        for line, text in lines
        if len(split_cells(text, delimiter)) > 1
    ]
