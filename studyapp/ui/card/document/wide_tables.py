"""Tables and code that are wider than the card: each scrolls horizontally on its own."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextImageFormat,
    QTextTable,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from studyapp.ui.card.document.card_typesetting import (
    edit_block,
    is_right_to_left_table,
    top_level_tables,
    typeset,
)
from studyapp.ui.card.document.table_columns import set_column_widths

PLACEHOLDER_IMAGE = "placeholder:"
"""Name of the image that keeps the place of a table."""

_MAX_TABLES = 40
"""Further tables of a card keep the layout of Qt, because each widget and each measurement takes time."""


class WideTable(QTextBrowser):
    """Shows one table at its full width, with a horizontal scroll bar."""

    def __init__(self, load_resource: Callable[[int, QUrl | str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._load_resource = load_resource
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("wideTable")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Wide table or code"))
        keyboard_selection = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(self.textInteractionFlags() | keyboard_selection)
        self.document().setDocumentMargin(0)

    def loadResource(self, resource_type: int, name: QUrl | str) -> object:
        """Load resources as the card does."""
        return self._load_resource(resource_type, name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll horizontally only. Leave vertical scrolling to the scroll area around the card."""
        is_horizontal = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        if is_horizontal or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            super().wheelEvent(event)
        else:
            event.ignore()


class _Placed(NamedTuple):
    table: WideTable
    placeholder: QTextBlock


class WideTables:
    """The wide tables of a card view, placed over the card's document."""

    def __init__(self, view: QTextBrowser) -> None:
        self._view = view
        self._placed: list[_Placed] = []

    def clear(self) -> None:
        """Remove all tables."""
        for table, _ in self._placed:
            table.setParent(None)
            table.deleteLater()
        self._placed = []

    def extract(self, width: int) -> None:
        """Move tables that are wider than `width` out of the document, which must be laid out."""
        document = self._view.document()
        tables = top_level_tables(document)[:_MAX_TABLES]
        with edit_block(document):
            for table in tables:
                set_column_widths(table, width)
        layout = document.documentLayout()
        for table in tables:
            if layout.frameBoundingRect(table).width() > width + 1:
                self._extract_table(document, table, width)

    def _extract_table(self, document: QTextDocument, table: QTextTable, width: int) -> None:
        table_width = document.documentLayout().frameBoundingRect(table).width()
        cursor = QTextCursor(document)
        cursor.setPosition(table.firstPosition() - 1)
        cursor.setPosition(table.lastPosition() + 1, QTextCursor.MoveMode.KeepAnchor)
        widget = WideTable(self._view.loadResource, self._view.viewport())
        widget.document().setDefaultFont(document.defaultFont())
        widget.anchorClicked.connect(self._view.anchorClicked)
        QTextCursor(widget.document()).insertFragment(cursor.selection())
        typeset(widget.document(), is_left_aligned=True)
        widget.document().setTextWidth(table_width)
        height = round(widget.document().size().height()) + widget.horizontalScrollBar().sizeHint().height()
        cursor.removeSelectedText()
        cursor.insertBlock(QTextBlockFormat())
        placeholder = QTextImageFormat()
        placeholder.setName(PLACEHOLDER_IMAGE)
        placeholder.setWidth(width)
        placeholder.setHeight(height)
        cursor.insertImage(placeholder)
        widget.resize(width, height)
        widget.moveCursor(QTextCursor.MoveOperation.Start)
        QWidget.setTabOrder(self._placed[-1].table if self._placed else self._view, widget)
        widget.show()
        if any(map(is_right_to_left_table, top_level_tables(widget.document()))):
            widget.horizontalScrollBar().setValue(widget.horizontalScrollBar().maximum())
        self._placed.append(_Placed(widget, cursor.block()))

    def place(self) -> None:
        """Move each table to its place in the document, which must be laid out."""
        layout = self._view.document().documentLayout()
        for table, placeholder in self._placed:
            rect = layout.blockBoundingRect(placeholder)
            table.move(round(rect.left()), round(rect.top()))
