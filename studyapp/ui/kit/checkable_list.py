"""A list whose rows are ticked, by a click anywhere on them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget


class CheckableList(QListWidget):
    """Each item has a box; Qt ticks it by a click on the box alone, or by Space."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state_before_click = Qt.CheckState.Unchecked
        self.itemClicked.connect(self._toggle_item)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember how the row was before the click."""
        self._store_check_state(event)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The same for the second of two quick clicks."""
        self._store_check_state(event)
        super().mouseDoubleClickEvent(event)

    def _store_check_state(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            self._state_before_click = item.checkState()

    def _toggle_item(self, item: QListWidgetItem) -> None:
        if item.checkState() is self._state_before_click:  # the click was beside the box
            ticked = self._state_before_click is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
