"""A list with check boxes that toggle on a click anywhere in the row."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget


class CheckableList(QListWidget):
    """A list widget whose items have check boxes. Qt itself toggles them only on a click on the box, or with
    Space."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._state_before_click = Qt.CheckState.Unchecked
        self.itemClicked.connect(self._toggle_item)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Store the check state of the item before Qt handles the click."""
        self._store_check_state(event)
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Do the same for the second click of a double-click."""
        self._store_check_state(event)
        super().mouseDoubleClickEvent(event)

    def _store_check_state(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            self._state_before_click = item.checkState()

    def _toggle_item(self, item: QListWidgetItem) -> None:
        # The state is unchanged if the click was outside the box, so that Qt did not toggle it.
        if item.checkState() is self._state_before_click:
            was_checked = self._state_before_click is Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if was_checked else Qt.CheckState.Checked)
