"""A combo box whose list looks like the rest of the program and marks the current entry."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QStylePainter,
    QWidget,
)

from studyapp.ui.kit import theme

_CHECK_SIZE, _CHECK_MARGIN = 12, 10
"""Pixels, at a text size of 100 %."""


class ComboBox(QComboBox):
    """Takes the available width. At least `min_letters` characters of the current entry are visible."""

    def __init__(self, parent: QWidget, *, min_letters: int = 12) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(min_letters)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setItemDelegate(_EntryDelegate(self))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the box. An entry that is wider ends in an ellipsis."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        parts = QStyle.SubControl.SC_ComboBoxEditField
        field = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, parts, self)
        option.currentText = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, field.width()
        )
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll what is around the box: whoever scrolls a page doesn't mean to choose another entry."""
        event.ignore()

    def showPopup(self) -> None:
        """Show the list, wide enough for its entries as far as the window allows."""
        width = self.view().sizeHintForColumn(0) + 2 * self.view().frameWidth() + theme.scale_pixels(16)
        self.view().setMinimumWidth(max(self.width(), min(width, self.window().width())))
        super().showPopup()


class _EntryDelegate(QStyledItemDelegate):
    """Draws the entries as the style sheet says, and a check mark at the current one."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box)
        self._box = box

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Leave room for the check mark."""
        size = super().sizeHint(option, index)
        return size + QSize(theme.scale_pixels(_CHECK_SIZE + _CHECK_MARGIN), 0)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the entry and, if it is the current one, the check mark."""
        super().paint(painter, option, index)
        if index.row() == self._box.currentIndex():
            _draw_check_mark(painter, option.rect)


def _draw_check_mark(painter: QPainter, row: QRect) -> None:
    size = theme.scale_pixels(_CHECK_SIZE)
    left = row.right() - theme.scale_pixels(_CHECK_MARGIN) - size
    top = row.center().y() - size / 2
    points = [QPointF(left + x * size, top + y * size) for x, y in ((0.1, 0.55), (0.4, 0.85), (0.95, 0.2))]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(QColor(theme.current_colours().accent), size / 6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF(points))
    painter.restore()
