"""Fields for whole numbers."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from studyapp.ui.kit import theme


class _SpinBox(QSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll what is around the field: whoever scrolls a page doesn't mean to change a number."""
        event.ignore()


def create_spin_box(value: int, minimum: int, maximum: int, parent: QWidget) -> QSpinBox:
    """Create a field for a whole number."""
    box = _SpinBox(parent)
    box.setRange(minimum, maximum)
    box.setValue(value)
    box.lineEdit().setTextMargins(
        theme.scale_pixels(8), 0, 0, 0
    )  # padding in the style sheet does not apply to it
    return box
