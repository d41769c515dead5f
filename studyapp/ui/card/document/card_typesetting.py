"""Typesetting of a card's document: alignment, tables, lists, and lines of about the same length."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLayout,
    QTextLength,
    QTextListFormat,
    QTextOption,
    QTextTable,
)

from studyapp.ui.kit import theme

_LIST_INDENT = 26
"""Pixels, at a text size of 100 %."""

_MAX_BALANCED_LINES = 4
"""Paragraphs with more lines keep their width, unless the last line holds a single word."""

_MIN_WIDTH_SHARE = 0.85
"""How far a longer paragraph may shrink, so that its last line holds more than one word."""

_ROUNDING = 2
"""Pixels by which Qt may lay out a line wider than it was measured, for example with a superscript."""

_NO_ALIGNMENT = Qt.AlignmentFlag(0)
_IMAGE_CHARACTER, _LINE_BREAK = "\ufffc", "\u2028"
"""Paragraphs with images or line breaks are not balanced."""


def typeset(document: QTextDocument, *, is_left_aligned: bool) -> None:
    """Align the text and format tables and lists. The document is not laid out yet."""
    option = QTextOption(document.defaultTextOption())
    option.setAlignment(Qt.AlignmentFlag.AlignLeft if is_left_aligned else Qt.AlignmentFlag.AlignHCenter)
    document.setDefaultTextOption(option)
    document.setIndentWidth(theme.scale_pixels(_LIST_INDENT))
    with edit_block(document):
        _typeset_blocks(document, is_left_aligned=is_left_aligned)


@contextmanager
def edit_block(document: QTextDocument) -> Iterator[None]:
    """Lay out the document only once after many changes."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def _typeset_blocks(document: QTextDocument, *, is_left_aligned: bool) -> None:
    for table in top_level_tables(document):
        _format_table(table, is_left_aligned=is_left_aligned)
        for position in (table.firstPosition() - 1, table.lastPosition() + 1):
            _collapse_empty_block(document.findBlock(position))
    for block in blocks(document):
        if block.textList() is not None:
            _format_list_item(block)
        if _IMAGE_CHARACTER in block.text():
            # A line height in percent would leave a gap below an image.
            _set_line_height(block, 100, QTextBlockFormat.LineHeightTypes.SingleHeight)


def _format_list_item(block: QTextBlock) -> None:
    """Align a list item left, where its marker is, and give each level of a list its own marker."""
    block_format, text_list = block.blockFormat(), block.textList()
    if block_format.alignment() & Qt.AlignmentFlag.AlignHCenter:
        block_format.setAlignment(Qt.AlignmentFlag.AlignLeft)
        QTextCursor(block).setBlockFormat(block_format)
    list_format = text_list.format()
    if list_format.style() is QTextListFormat.Style.ListDisc and list_format.indent() > 1:
        list_format.setStyle(QTextListFormat.Style.ListCircle)
        text_list.setFormat(list_format)


def top_level_tables(document: QTextDocument) -> list[QTextTable]:
    """Return the tables that are not inside another table."""
    return [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def _collapse_empty_block(block: QTextBlock) -> None:
    """Hide an empty paragraph, which Qt inserts before and after a table."""
    is_rule = block.blockFormat().hasProperty(QTextFormat.Property.BlockTrailingHorizontalRulerWidth)
    if not block.text() and not is_rule and QTextCursor(block).currentTable() is None:
        _set_line_height(block, 1, QTextBlockFormat.LineHeightTypes.FixedHeight)


def _set_line_height(block: QTextBlock, height: float, kind: QTextBlockFormat.LineHeightTypes) -> None:
    block_format = block.blockFormat()
    block_format.setLineHeight(height, kind.value)
    if kind is QTextBlockFormat.LineHeightTypes.FixedHeight:
        block_format.setTopMargin(0)
        block_format.setBottomMargin(0)
    QTextCursor(block).setBlockFormat(block_format)


def _format_table(table: QTextTable, *, is_left_aligned: bool) -> None:
    table_format = table.format()
    if not is_left_aligned and table_format.alignment() == _NO_ALIGNMENT:
        table_format.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    table_format.setCellSpacing(0)
    table_format.setBorder(0)
    table_format.setTopMargin(theme.scale_pixels(8))
    table_format.setBottomMargin(theme.scale_pixels(8))
    is_full_width = table_format.width().type() is not QTextLength.Type.VariableLength
    if is_right_to_left_table(table) and not is_full_width:
        table_format.setAlignment(Qt.AlignmentFlag.AlignRight)
    table.setFormat(table_format)


def is_right_to_left_table(table: QTextTable) -> bool:
    """Return whether the table has its first column on the right (see `core.rendering.text_layout.table_mirroring`)."""
    last_cell = table.cellAt(0, table.columns() - 1)
    return last_cell.firstCursorPosition().block().textDirection() is Qt.LayoutDirection.RightToLeft


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the blocks of a document."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def find_anchor(document: QTextDocument, name: str) -> int | None:
    """Return the position of the character that follows the anchor with this name."""
    for block in blocks(document):
        if name in block.charFormat().anchorNames():
            return block.position()
        iterator = block.begin()
        while not iterator.atEnd():
            if name in iterator.fragment().charFormat().anchorNames():
                return iterator.fragment().position()
            iterator += 1
    return None


def balance_lines(document: QTextDocument) -> None:
    """Narrow paragraphs so that their lines have about the same length, or at least no last line of one word. The
    document must have a text width."""
    document.size()  # completes the layout, which Qt postpones
    with edit_block(document):
        for block in blocks(document):
            if block.layout().lineCount() > 1 and _is_paragraph(block):
                slack = _find_slack(block) - _ROUNDING
                if slack > 0:
                    _widen_margins(block, slack)


def _is_paragraph(block: QTextBlock) -> bool:
    block_format = block.blockFormat()
    return (
        not block_format.nonBreakableLines()
        and block_format.textIndent() == 0
        and block.textList() is None
        and _IMAGE_CHARACTER not in block.text()
        and _LINE_BREAK not in block.text()
        and QTextCursor(block).currentTable() is None
    )


def _find_slack(block: QTextBlock) -> float:
    """Return by how many pixels a paragraph can be narrowed without needing more lines."""
    width = block.layout().lineAt(0).width()
    layout = QTextLayout(block.text(), block.charFormat().font())
    layout.setFormats(block.textFormats())
    layout.setTextOption(QTextOption())
    line_count = lay_out(layout, width)
    if line_count > _MAX_BALANCED_LINES:
        return _slack_for_second_word(layout, width, line_count)
    # Below that, words would be broken, because the card wraps anywhere if a word does not fit.
    narrowest, fitting = max(width / line_count, layout.minimumWidth()), width
    while fitting - narrowest > 4:
        middle = (narrowest + fitting) / 2
        if lay_out(layout, middle) > line_count:
            narrowest = middle
        else:
            fitting = middle
    return width - fitting


def _slack_for_second_word(layout: QTextLayout, width: float, line_count: int) -> float:
    for percent in range(100, round(100 * _MIN_WIDTH_SHARE) - 1, -3):
        narrowed = width * percent / 100
        if lay_out(layout, narrowed) > line_count:
            return 0
        last_line = layout.lineAt(layout.lineCount() - 1)
        last_text = layout.text()[last_line.textStart() :].strip()
        if " " in last_text or last_line.naturalTextWidth() > width / 4:
            return width - narrowed
    return 0


def lay_out(layout: QTextLayout, width: float) -> int:
    """Lay out a paragraph at this width and return the number of lines."""
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout.lineCount()


def _widen_margins(block: QTextBlock, slack: float) -> None:
    cursor, block_format = QTextCursor(block), block.blockFormat()
    alignment = block_format.alignment()
    if not block_format.hasProperty(QTextFormat.Property.BlockAlignment):
        document = block.document()
        assert document is not None
        alignment = document.defaultTextOption().alignment()
    if alignment & Qt.AlignmentFlag.AlignHCenter:
        block_format.setLeftMargin(block_format.leftMargin() + slack / 2)
        block_format.setRightMargin(block_format.rightMargin() + slack / 2)
    elif block.textDirection() is Qt.LayoutDirection.RightToLeft:
        block_format.setLeftMargin(block_format.leftMargin() + slack)
    else:
        block_format.setRightMargin(block_format.rightMargin() + slack)
    cursor.setBlockFormat(block_format)
