"""A field with a choice for each weekday."""

from collections.abc import Mapping

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.ui.dialogs.button_row_layout import ButtonRowLayout
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.widgets import create_label

_BOX_WIDTH_IN_LETTERS = 7
"""Characters that a closed combo box shows."""


class WeekdaysField(QWidget):
    """Seven combo boxes, from Monday on, on as many lines as needed. `labels` are the choices by their stored text;
    `inherited` is what applies without a value: stored texts separated by spaces, as in all values of the field."""

    changed = Signal(object)
    """The value that the user chose; None if it is the inherited one."""

    def __init__(
        self, name: str, description: str, labels: Mapping[str, str], inherited: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self._inherited = inherited
        self.boxes: list[ComboBox] = []
        row = ButtonRowLayout()
        self.setLayout(row)
        for number in range(1, 8):
            weekday = QLocale().standaloneDayName(number, QLocale.FormatType.LongFormat)
            box = ComboBox(self, min_letters=_BOX_WIDTH_IN_LETTERS)
            for value, label in labels.items():
                box.addItem(label, value)
            box.setAccessibleName(f"{name}: {weekday}")
            box.setAccessibleDescription(description)
            box.activated.connect(self._emit_value)
            self.boxes.append(box)
            row.add_button(self._with_label(weekday, box), is_leading=True)
        self.setFocusProxy(self.boxes[0])

    def show_value(self, value: str | None) -> None:
        """Show a value; None for the inherited one."""
        for box, text in zip(self.boxes, (value or self._inherited).split(), strict=True):
            box.setCurrentIndex(box.findData(text))

    def _with_label(self, weekday: str, box: ComboBox) -> QWidget:
        cell = QWidget(self)
        cell.setObjectName("column")
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        label = create_label(weekday, "furniture", cell)
        label.setBuddy(box)
        column.addWidget(label)
        column.addWidget(box)
        return cell

    def _emit_value(self) -> None:
        value = " ".join(box.currentData() for box in self.boxes)
        self.changed.emit(None if value == self._inherited else value)
