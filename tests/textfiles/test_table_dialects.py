"""Tables in many dialects and encodings give the cells that were written."""

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.textfiles.table_layout import ColumnUse
from studyapp.textfiles.csv_reading import read_csv
from tests.anki.studyapp_instance import EXAMPLES

CELLS = st.text(
    st.sampled_from("ab \"',;\t|:#=\n\xa0\u200b字é") | st.characters(exclude_categories=["Cs", "Cc"]),
    max_size=8,
).map(lambda cell: f"x{cell}y")


@settings(max_examples=EXAMPLES)
@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=5, unique_by=lambda row: row[0]),
    delimiter=st.sampled_from(",;\t|"),
    quoting=st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)),
    line_end=st.sampled_from(("\n", "\r\n")),
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "utf-16")),
    suffix=st.sampled_from((".csv", ".tsv", ".txt")),
    names_delimiter=st.booleans(),
)
def test_cells_are_read_as_they_were_written(
    rows: list[tuple[str, str, str]],
    delimiter: str,
    quoting: Literal[0, 1, 2],
    line_end: str,
    encoding: str,
    suffix: str,
    names_delimiter: bool,
) -> None:
    output = io.StringIO()
    output.write("#html:true\n")
    if names_delimiter or suffix == ".tsv":
        output.write(f"#separator:{delimiter}\n")
    writer = csv.writer(output, delimiter=delimiter, quoting=quoting, lineterminator=line_end)
    writer.writerows([("Front", "Back", "Hint"), *rows])
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"t{suffix}"
        path.write_bytes(output.getvalue().encode(encoding))
        table = read_csv(path, lambda _: False)
    assert table.layout.delimiter == delimiter
    assert [column.use for column in table.layout.columns] == [
        ColumnUse.QUESTION,
        ColumnUse.ANSWER,
        ColumnUse.FIELD,
    ]
    assert [note.fields for note in table.package.notes] == rows
