"""Writing notes as a CSV or TSV table."""

import csv
import io
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.textfiles.column_uses import TABLE_COLUMNS
from studyapp.core.textfiles.formula_cells import escape_formula, is_formula
from studyapp.textfiles.exported.note_record import NoteRecord

FORMAT_COLUMN = "format"
"""The column that says how the texts of a row are written. Tables of released versions don't have it."""

_OPTIONAL_COLUMNS = ("translation", "requires", "guid")
"""The columns that are written only if a row has a value."""


class WrittenTable(NamedTuple):
    """The text of a table, and the number of cells that got an apostrophe because they look like formulas."""

    text: str
    formula_count: int


def records_to_csv(records: Sequence[NoteRecord], separator: str) -> WrittenTable:
    """Return the records as a table with a header row."""
    optional = (name for name in _OPTIONAL_COLUMNS if any(_cell(record, name) for record in records))
    columns = (*TABLE_COLUMNS, *optional, FORMAT_COLUMN)
    output = io.StringIO()
    writer = csv.writer(output, delimiter=separator, lineterminator="\n")
    writer.writerow(columns)
    formula_count = 0
    for record in records:
        cells = [_cell(record, name) for name in columns]
        formula_count += sum(map(is_formula, cells))
        writer.writerow(map(escape_formula, cells))
    return WrittenTable(output.getvalue(), formula_count)


def _cell(record: NoteRecord, column: str) -> str:
    value = getattr(record, column)
    return " ".join(value) if isinstance(value, tuple) else str(value)
