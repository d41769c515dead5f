"""Buttons that record how sure the learner is and show the answer."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studyapp.core.study.rating import Confidence
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_button

_SPACING = 12
"""Pixels between the buttons."""


class ConfidenceButtons(QWidget):
    """The confidence buttons: Sure, Unsure and Guess."""

    confidenceChosen = Signal(Confidence)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._is_narrow = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(_SPACING)
        layout.addStretch(1)
        self._button_by_confidence = {
            confidence: create_button(formatting.format_confidence(confidence), "secondary", self)
            for confidence in reversed(Confidence)
        }
        for confidence, button in self._button_by_confidence.items():
            button.clicked.connect(
                lambda _=False, confidence=confidence: self.confidenceChosen.emit(confidence)
            )
            layout.addWidget(button)
        layout.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out most of the space beside the texts if the buttons don't fit otherwise."""
        super().resizeEvent(event)
        self._set_narrow(is_narrow=False)
        buttons = self._button_by_confidence.values()
        width = sum(button.sizeHint().width() + _SPACING for button in buttons) - _SPACING
        self._set_narrow(is_narrow=width > self.width())

    def _set_narrow(self, *, is_narrow: bool) -> None:
        if is_narrow is self._is_narrow:
            return
        self._is_narrow = is_narrow
        for button in self._button_by_confidence.values():
            button.setProperty("narrow", is_narrow)
            button.style().unpolish(button)
            button.style().polish(button)
            button.updateGeometry()

    def focused_confidence(self) -> Confidence | None:
        """Return the confidence level whose button has the focus, or None."""
        return next(
            (confidence for confidence, button in self._button_by_confidence.items() if button.hasFocus()),
            None,
        )

    def button_for(self, confidence: Confidence) -> QWidget:
        """Return the button of a confidence level."""
        return self._button_by_confidence[confidence]
