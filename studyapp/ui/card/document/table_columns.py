"""Widths of table columns. Qt itself breaks words anywhere to make a table fit; here words stay whole."""

from typing import NamedTuple

from PySide6.QtGui import QTextBlock, QTextLayout, QTextLength, QTextOption, QTextTable

from studyapp.ui.card.document.card_typesetting import lay_out

_MAX_CELLS = 2_000
_UNLIMITED_WIDTH = 1_000_000
_ROUNDING = 4
"""Pixels per column for borders and rounding, so that a word that fits exactly is not broken."""


class ColumnWidths(NamedTuple):
    """Widths in pixels of a column's content: of its longest word, and without line breaks."""

    smallest: float
    natural: float


def set_column_widths(table: QTextTable, available_width: float) -> None:
    """Set the widths of the columns so that the table fits `available_width` pixels, if its longest words allow."""
    if table.rows() * table.columns() > _MAX_CELLS:
        return  # measuring would take too long
    padding = _cell_padding(table)
    columns = [_measure_column(table, column, padding) for column in range(table.columns())]
    if None in columns:
        return  # all cells of a column are merged with others: leave the layout to Qt
    widths = distribute_width([column for column in columns if column is not None], available_width)
    table_format = table.format()
    table_format.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.FixedLength, width) for width in widths]
    )
    table.setFormat(table_format)


def distribute_width(columns: list[ColumnWidths], available_width: float) -> list[float]:
    """Return the width of each column. Columns that have the most text to break get most of the width that remains
    once the longest word of each column fits."""
    smallest = sum(column.smallest for column in columns)
    natural = sum(column.natural for column in columns)
    if natural <= available_width:
        return [column.natural for column in columns]
    share = max(0.0, available_width - smallest) / (natural - smallest) if natural > smallest else 0.0
    return [column.smallest + (column.natural - column.smallest) * share for column in columns]


def _cell_padding(table: QTextTable) -> float:
    cell_format = table.cellAt(0, 0).format().toTableCellFormat()
    return cell_format.leftPadding() + cell_format.rightPadding() + _ROUNDING


def _measure_column(table: QTextTable, column: int, padding: float) -> ColumnWidths | None:
    """Return the widths of a column without regard to cells that span several columns. None if it has no others."""
    smallest = natural = 0.0
    cells = [table.cellAt(row, column) for row in range(table.rows())]
    cells = [cell for cell in cells if cell.columnSpan() == 1]
    for cell in cells:
        iterator = cell.begin()
        while not iterator.atEnd():
            block = iterator.currentBlock()
            if block.isValid():
                smallest = max(smallest, _measure_block(block, 1))
                natural = max(natural, _measure_block(block, _UNLIMITED_WIDTH))
            iterator += 1
    return ColumnWidths(smallest + padding, natural + padding) if cells else None


def _measure_block(block: QTextBlock, width: float) -> float:
    """Return the width of the longest line if a paragraph is laid out at this width without breaking words."""
    layout = QTextLayout(block.text(), block.charFormat().font())
    layout.setFormats(block.textFormats())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    line_count = lay_out(layout, width)
    return max((layout.lineAt(number).naturalTextWidth() for number in range(line_count)), default=0.0)
