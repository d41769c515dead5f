"""The notes of the rows of a table."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.custom_cards import generate_custom_cards
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import CustomContent
from studyapp.core.textfiles.cell_html import text_to_html
from studyapp.core.textfiles.row_parsing import Row
from studyapp.core.textfiles.table_layout import (
    FIELD_USES,
    ColumnUse,
    TableColumn,
    TableLayout,
    TableNoteType,
)
from studyapp.core.textfiles.table_note_types import (
    build_note_type,
    default_field_names,
    find_note_type,
    make_field_names,
)
from studyapp.core.textfiles.table_source import split_words
from studyapp.core.transfer.import_losses import Loss, LossKind

_CLOZE_BLANK = re.compile(r"\{\{c\d+::")


class TableRow(NamedTuple):
    """A row as a note.

    `keeps_note_type` is whether the file names a note type that is not a standard one of Anki. `question` and `answer` are the cells as they are written; `answer` has all cells of fields but the question. `fields` are HTML, in
    the order of the note type. `guid`, `id` and `note_id` are empty if no column has them.
    """

    row: Row
    deck: str
    note_type: CustomNoteType
    keeps_note_type: bool
    question: str
    answer: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    guid: str
    id: str
    note_id: str

    def cell(self, number: int | None) -> str:
        """Return the cell with this number, or an empty text if there is none."""
        return "" if number is None or number >= len(self.row.cells) else self.row.cells[number]


class _RowType(NamedTuple):
    note_type: TableNoteType
    name: str


class RowReader:
    """Makes notes of the rows of a table with this layout."""

    def __init__(self, layout: TableLayout, rows: Sequence[Row]) -> None:
        self._layout = layout
        self._field_numbers = _order_fields(layout.columns)
        self._number_by_use = {column.use: number for number, column in enumerate(layout.columns)}
        self._field_count_by_type: dict[_RowType, int] = {}
        if ColumnUse.NOTE_TYPE in self._number_by_use:
            for row in rows:
                row_type = self._type_of(row)
                used = [
                    place for place, number in enumerate(self._field_numbers, 1) if _cell(row, number).strip()
                ]
                count = max(
                    (len(default_field_names(row_type.note_type)) if not row_type.name else 1), *used, 1
                )
                self._field_count_by_type[row_type] = max(count, self._field_count_by_type.get(row_type, 0))
        self._type_by_row_type: dict[_RowType, CustomNoteType] = {}

    def read(self, row: Row) -> TableRow | Loss:
        """Return a row as a note, or a loss if no card can be made from it."""
        layout = self._layout
        row_type = self._type_of(row)
        numbers = self._field_numbers[: self._field_count_by_type.get(row_type, len(self._field_numbers))]
        if row_type not in self._type_by_row_type:
            self._type_by_row_type[row_type] = self._build_type(row_type, numbers)
        note_type = self._type_by_row_type[row_type]
        cells = [_cell(row, number) for number in numbers]
        fields = tuple(cell if layout.is_html else text_to_html(cell) for cell in cells)
        tags = (*layout.tags, *split_words(self._value(row, ColumnUse.TAGS)))
        if not cells[0].strip():
            return Loss(LossKind.ROW_WITHOUT_QUESTION, line=row.line)
        if not generate_custom_cards(CustomContent(note_type, fields), tags):
            kind = LossKind.ROW_WITHOUT_BLANK if note_type.is_cloze else LossKind.ROW_WITHOUT_QUESTION
            return Loss(kind, line=row.line)
        return TableRow(
            row,
            self._value(row, ColumnUse.DECK) or layout.deck,
            note_type,
            row_type.name != "",
            cells[0],
            "\n".join(cells[1:]),
            fields,
            tuple(dict.fromkeys(tags)),
            self._value(row, ColumnUse.GUID),
            self._value(row, ColumnUse.ID),
            self._value(row, ColumnUse.NOTE),
        )

    def _value(self, row: Row, use: ColumnUse) -> str:
        return _cell(row, self._number_by_use[use]).strip() if use in self._number_by_use else ""

    def _type_of(self, row: Row) -> _RowType:
        """Return the type of a row. A type that is not a standard one of Anki is a cloze type if the question has a blank."""
        name = self._value(row, ColumnUse.NOTE_TYPE) or self._layout.type_name
        note_type = find_note_type(name) or self._layout.note_type
        is_named = bool(name) and find_note_type(name) is None
        if is_named or note_type is TableNoteType.AUTOMATIC:
            has_blank = _CLOZE_BLANK.search(_cell(row, self._field_numbers[0]))
            note_type = TableNoteType.CLOZE if has_blank else TableNoteType.BASIC
        return _RowType(note_type, name if is_named else "")

    def _build_type(self, row_type: _RowType, numbers: Sequence[int]) -> CustomNoteType:
        names = make_field_names([self._layout.columns[number].name for number in numbers])
        return build_note_type(row_type.note_type, names, row_type.name)


def _cell(row: Row, number: int) -> str:
    return row.cells[number] if number < len(row.cells) else ""


def _order_fields(columns: Sequence[TableColumn]) -> list[int]:
    """Return the numbers of the columns that are fields, in order: the question, the answer, and the others in the order of the file."""
    fields = [number for number, column in enumerate(columns) if column.use in FIELD_USES]
    return sorted(fields, key=lambda number: FIELD_USES.index(columns[number].use))
