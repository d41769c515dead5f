"""A table as lines of text, one for each row."""


class TableReading:
    """Collects the cells of a table while it is read."""

    def __init__(self) -> None:
        self._rows: list[list[str]] = []
        self._header: list[str] = []
        self._is_header_row = False

    def start_row(self) -> None:
        """Start a row."""
        self._rows.append([])
        self._is_header_row = True

    def start_cell(self, *, is_header: bool) -> None:
        """Start a cell of the current row."""
        if not self._rows:
            self.start_row()
        self._rows[-1].append("")
        self._is_header_row = self._is_header_row and is_header

    def add_text(self, text: str) -> None:
        """Add text to the current cell."""
        if self._rows and self._rows[-1]:
            self._rows[-1][-1] = f"{self._rows[-1][-1]} {text}".strip()

    def end_row(self) -> None:
        """End a row. The first row becomes the header if all of its cells are header cells."""
        if len(self._rows) == 1 and not self._header and self._is_header_row:
            self._header = self._rows.pop()

    def lines(self) -> list[str]:
        """Return a line for each row, with the header of its column before each cell. Empty cells are left out."""
        lines = [", ".join(filter(None, map(self._read_cell, enumerate(row)))) for row in self._rows]
        return [line for line in lines if line] or [", ".join(filter(None, self._header))]

    def _read_cell(self, numbered_cell: tuple[int, str]) -> str:
        column, cell = numbered_cell
        header = self._header[column] if column < len(self._header) else ""
        return f"{header}: {cell}" if header and cell else cell
