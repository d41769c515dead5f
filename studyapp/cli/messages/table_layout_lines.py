"""The lines that the command line prints about how a table is read."""

from collections.abc import Iterator

from studyapp.core.textfiles.table_layout import TableLayout

_DELIMITER_NAMES = {
    "\t": "tab", ",": "comma", ";": "semicolon", "|": "pipe", ":": "colon", " ": "space",
}  # fmt: skip


def format_layout(layout: TableLayout, header_line: int) -> Iterator[str]:
    """Yield how a table was read, and the use of each column."""
    delimiter = _DELIMITER_NAMES.get(layout.delimiter, layout.delimiter)
    header = f"column names in line {header_line}" if header_line else "no column names"
    cells = "HTML" if layout.is_html else "text"
    note_type = layout.type_name or layout.note_type
    yield f"  separator: {delimiter}; {header}; cells: {cells}; note type: {note_type}"
    yield f"  columns: {', '.join(f'{column.name} = {column.use}' for column in layout.columns)}"
