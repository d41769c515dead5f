"""Writing cards as a CSV or TSV table."""

import csv
import io
from typing import NamedTuple

from studyapp.core.textfiles.column_uses import TABLE_COLUMNS
from studyapp.core.textfiles.formula_cells import escape_formula, is_formula


class WrittenTable(NamedTuple):
    """The text of a table, and the number of cells that got an apostrophe because they look like formulas."""

    text: str
    formula_count: int


def cards_to_csv(rows: list[dict[str, object]], separator: str) -> WrittenTable:
    """Return the rows as a table with a header row and the columns `TABLE_COLUMNS`. Other keys are ignored."""
    output = io.StringIO()
    writer = csv.writer(output, delimiter=separator, lineterminator="\n")
    writer.writerow(TABLE_COLUMNS)
    formula_count = 0
    for row in rows:
        tags = row["tags"]
        assert isinstance(tags, list)
        cells = [" ".join(tags) if name == "tags" else str(row[name] or "") for name in TABLE_COLUMNS]
        formula_count += sum(map(is_formula, cells))
        writer.writerow(map(escape_formula, cells))
    return WrittenTable(output.getvalue(), formula_count)
