"""A row of buttons that continues on further lines if it is too narrow."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

_SPACING = 8
"""Pixels between lines, and between buttons that have a frame."""


class ButtonRowLayout(QLayout):
    """Places the leading buttons at the start and the others at the end of a line, on as many lines as needed. `gap` is the
    distance between buttons in pixels."""

    def __init__(self, gap: int = _SPACING) -> None:
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self._leading_buttons: set[QWidget] = set()

    def add_button(self, button: QWidget, *, is_leading: bool = False) -> None:
        """Add a button, or another widget that keeps its preferred size. Leading ones come first."""
        if is_leading:
            self._leading_buttons.add(button)
        self.addWidget(button)

    def addItem(self, item: QLayoutItem) -> None:
        """Append an item. Called by `addWidget`."""
        self._items.append(item)
        self._items.sort(key=lambda one: one.widget() not in self._leading_buttons)

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item, or None beyond the last one."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove an item and return it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Return the horizontal orientation: the row takes the whole width."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Return True: a narrow row has more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines."""
        return sum(self._line_height(line) + _SPACING for line in self._lines(width)) - _SPACING

    def sizeHint(self) -> QSize:
        """Return the size of a single line."""
        hints = [item.sizeHint() for item in self._shown()]
        width = sum(hint.width() + self._gap for hint in hints) - self._gap
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest button."""
        hints = [item.sizeHint() for item in self._shown()]
        return QSize(
            max((hint.width() for hint in hints), default=0),
            max((hint.height() for hint in hints), default=0),
        )

    def setGeometry(self, rect: QRect) -> None:
        """Place the buttons."""
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            free_width = rect.width() - self._line_width(line)
            left, is_shifted = rect.left(), False
            for item in line:
                if not is_shifted and item.widget() not in self._leading_buttons:
                    left, is_shifted = left + free_width, True
                item.setGeometry(QRect(QPoint(left, top), item.sizeHint()))
                left += item.sizeHint().width() + self._gap
            top += self._line_height(line) + _SPACING

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> Iterator[list[QLayoutItem]]:
        line: list[QLayoutItem] = []
        for item in self._shown():
            if line and self._line_width([*line, item]) > width:
                yield line
                line = []
            line.append(item)
        if line:
            yield line

    def _line_width(self, line: list[QLayoutItem]) -> int:
        return sum(item.sizeHint().width() + self._gap for item in line) - self._gap

    def _line_height(self, line: list[QLayoutItem]) -> int:
        return max(item.sizeHint().height() for item in line)
