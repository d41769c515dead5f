"""Determining the use of each column of a table from the file headers, the column names and the cells."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.textfiles.column_headings import is_back_side, is_numbering, use_of_heading
from studyapp.core.textfiles.row_parsing import Row
from studyapp.core.textfiles.table_layout import FIELD_USES, ColumnUse, TableColumn, TableNoteType
from studyapp.core.textfiles.table_note_types import default_field_names, find_note_type
from studyapp.core.textfiles.table_source import TableSource, split_words
from studyapp.core.transfer.import_losses import Loss, LossKind

TABLE_COLUMNS = ("deck", "note", "type", "section", "evidence", "tags", "question", "answer", "why")
"""The columns of the tables that StudyApp exports."""

_EXPORTED_USES = {"note": ColumnUse.NOTE, "type": ColumnUse.IGNORED, "why": ColumnUse.FIELD}
_USE_BY_FILE_HEADER = {
    "guid column": ColumnUse.GUID,
    "notetype column": ColumnUse.NOTE_TYPE,
    "deck column": ColumnUse.DECK,
    "tags column": ColumnUse.TAGS,
}
_TAG = re.compile(r"[^\s,;.!?()\"'<>{}]+")
_MAX_TAGS_PER_CELL = 5
_ANKI_HEADERS = frozenset({"separator", "html", "deck", "tags", "notetype"})
_SINGLE_USES = frozenset(ColumnUse) - {ColumnUse.FIELD, ColumnUse.IGNORED}
"""The uses that only one column can have."""


class ColumnUses(NamedTuple):
    """The columns with their names and uses, and a loss for each file header that names no existing column."""

    columns: tuple[TableColumn, ...]
    losses: tuple[Loss, ...]


def is_exported_header(titles: Sequence[str]) -> bool:
    """Return whether these are the column names of a table that StudyApp exported."""
    return set(TABLE_COLUMNS) <= {title.strip().lower() for title in titles}


def assign_uses(
    source: TableSource, rows: Sequence[Row], titles: Sequence[str], width: int, note_type: TableNoteType
) -> ColumnUses:
    """Return the columns of a table with `width` columns. `titles` are their names as far as there are any.

    Without a column that is named as the question, the first field is the question; without one named as the answer, the next.
    Columns at the end that are empty in all rows and have no name are left out.
    """
    is_exported = is_exported_header(titles)
    names = [title.strip() for title in titles] + [""] * (width - len(titles))
    cells = [
        [row.cells[number] if number < len(row.cells) else "" for row in rows] for number in range(width)
    ]
    while names and not names[-1] and not any(cell.strip() for cell in cells[-1]):
        names.pop()
        cells.pop()
    uses: list[ColumnUse | None] = [
        _use_of_column(name, column, is_exported=is_exported)
        for name, column in zip(names, cells, strict=True)
    ]
    losses = _apply_file_headers(source, uses)
    if not titles and ColumnUse.TAGS not in uses:
        _find_tags_column(source, uses, cells, note_type)
    return ColumnUses(tuple(_name_columns(names, resolve_uses(uses, names), note_type)), tuple(losses))


def resolve_uses(uses: Sequence[ColumnUse | None], names: Sequence[str] = ()) -> list[ColumnUse]:
    """Return the uses of columns. None stands for a field, which becomes the question or the answer if no column has that use.

    If several columns have a use that only one can have, the others become additional fields. `names` are the names of the columns
    in the file; a column that numbers the rows becomes the question only if there is no other.
    """
    resolved = list(uses)
    _keep_single_uses(resolved)
    _choose_sides(resolved, [*names, *[""] * (len(uses) - len(names))])
    return [use or ColumnUse.FIELD for use in resolved]


def _use_of_column(name: str, cells: Sequence[str], *, is_exported: bool) -> ColumnUse | None:
    """Return the use of a column by its name, or None if it is a field that may become the question or the answer."""
    if is_exported and name.lower() in _EXPORTED_USES:
        return _EXPORTED_USES[name.lower()]
    use = use_of_heading(name) if name else None
    filled = [cell.strip() for cell in cells if cell.strip()]
    if use is ColumnUse.ID and len(set(filled)) < len(cells):
        return None  # not unique, so it identifies no note
    if use is ColumnUse.NOTE_TYPE and not all(map(find_note_type, filled)):
        return None  # such as a column of parts of speech
    return None if use is ColumnUse.FIELD else use


def _apply_file_headers(source: TableSource, uses: list[ColumnUse | None]) -> list[Loss]:
    """Set the uses that file headers give to columns by number. Return a loss for each header that names no existing column."""
    losses = []
    for header, use in _USE_BY_FILE_HEADER.items():
        if header not in source.headers:
            continue
        number = source.number(header)
        if 0 < number <= len(uses):
            uses[:] = [None if other is use else other for other in uses]
            uses[number - 1] = use
        else:
            value, line = source.headers[header]
            losses.append(Loss(LossKind.FILE_HEADER_UNUSED, name=f"#{header}:{value[:20]}", line=line))
    return losses


def _find_tags_column(
    source: TableSource,
    uses: list[ColumnUse | None],
    cells: Sequence[Sequence[str]],
    note_type: TableNoteType,
) -> None:
    """Use the column after the fields as tags: as in Anki if the file has Anki's file headers, otherwise if it looks like tags."""
    field_numbers = [number for number, use in enumerate(uses) if use is None]
    position = len(default_field_names(note_type))
    type_name = source.value("notetype")
    has_unknown_types = ColumnUse.NOTE_TYPE in uses or (type_name != "" and find_note_type(type_name) is None)
    if has_unknown_types or len(field_numbers) != position + 1:
        return
    number = field_numbers[position]
    filled = [cell for cell in cells[number] if cell.strip()]
    has_anki_headers = not _ANKI_HEADERS.isdisjoint(source.headers) and not source.lines[0].startswith("sep=")
    if all(map(_could_be_tags, filled)) and (has_anki_headers or _look_like_tags(filled)):
        uses[number] = ColumnUse.TAGS


def _could_be_tags(cell: str) -> bool:
    """Return whether a cell is a few words rather than a sentence."""
    words = split_words(cell)
    return len(words) <= _MAX_TAGS_PER_CELL and all(map(_TAG.fullmatch, words))


def _look_like_tags(cells: Sequence[str]) -> bool:
    """Return whether cells look like tags: words that are used several times, or that name a hierarchy."""
    words = [word for cell in cells for word in split_words(cell)]
    has_hierarchy = any("::" in word.strip(":") for word in words)
    is_repeated = len(cells) > 3 and 3 * len(set(cells)) <= len(cells)
    return all(any(map(str.isalpha, word)) for word in words) and (has_hierarchy or is_repeated)


def _keep_single_uses(uses: list[ColumnUse | None]) -> None:
    """Make further columns with a use that only one column can have additional fields."""
    counts = Counter[ColumnUse]()
    for number, use in enumerate(uses):
        if use in _SINGLE_USES:
            counts[use] += 1
            if counts[use] > 1:
                uses[number] = None


def _choose_sides(uses: list[ColumnUse | None], names: Sequence[str]) -> None:
    """Choose the question and the answer among the fields, unless columns are named so."""

    def first_field() -> int | None:
        fields = [number for number, use in enumerate(uses) if use is None]
        return next(
            (number for number in fields if not is_numbering(names[number])), next(iter(fields), None)
        )

    if ColumnUse.QUESTION not in uses:
        answer = uses.index(ColumnUse.ANSWER) if ColumnUse.ANSWER in uses else None
        number = first_field()
        if answer is not None and (number is None or (answer < number and not is_back_side(names[answer]))):
            number = answer  # the first column is the question, even if it is called “Meaning”
        if number is not None:
            uses[number] = ColumnUse.QUESTION
    if ColumnUse.ANSWER not in uses:
        number = first_field()
        if number is not None:
            uses[number] = ColumnUse.ANSWER


def _name_columns(
    names: Sequence[str], uses: Sequence[ColumnUse], note_type: TableNoteType
) -> list[TableColumn]:
    """Return the columns. A column without a name gets the name that its field has in Anki, or `Field` and its number."""
    front, back, *others = default_field_names(note_type)
    named: list[TableColumn] = []
    for number, (name, use) in enumerate(zip(names, uses, strict=True), 1):
        if use is ColumnUse.QUESTION:
            default = front
        elif use is ColumnUse.ANSWER:
            default = back
        elif use is ColumnUse.FIELD and others:
            default = others.pop(0)
        else:
            default = f"Field {number}" if use is ColumnUse.FIELD else str(use)
        named.append(TableColumn(name or default, use))
    return named


def has_field(columns: Sequence[TableColumn]) -> bool:
    """Return whether at least one column is a field of the note."""
    return any(column.use in FIELD_USES for column in columns)
