"""Fields for whole numbers."""

from PySide6.QtWidgets import QSpinBox, QWidget

from studyapp.ui.kit import theme


def create_spin_box(value: int, minimum: int, maximum: int, parent: QWidget) -> QSpinBox:
    """Create a field for a whole number."""
    box = QSpinBox(parent)
    box.setRange(minimum, maximum)
    box.setValue(value)
    box.lineEdit().setTextMargins(
        theme.scale_pixels(8), 0, 0, 0
    )  # padding in the style sheet does not apply to it
    return box
