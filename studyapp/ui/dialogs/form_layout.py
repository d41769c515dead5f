"""The layout of forms in dialogs."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QFormLayout


class FormLayout(QFormLayout):
    """Labels beside their fields, or above them if there is too little room. Rows may change their height at any time.

    If only the height of a `QFormLayout` changes, Qt 6.11 gives its rows the heights without line breaks, so that they
    overlap.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.setHorizontalSpacing(24)
        self.setVerticalSpacing(10)

    def setGeometry(self, rect: QRect) -> None:
        """Place the rows, with heights computed anew if only the height of the form has changed."""
        former = self.geometry()
        if rect.width() == former.width() and rect.height() != former.height():
            self.invalidate()
        super().setGeometry(rect)
