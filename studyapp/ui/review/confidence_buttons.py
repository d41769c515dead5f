"""Buttons that record how sure the learner is and show the answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studyapp.core.study.rating import Confidence
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_button


class ConfidenceButtons(QWidget):
    """The confidence buttons: Sure, Unsure and Guess."""

    confidenceChosen = Signal(Confidence)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
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

    def focused_confidence(self) -> Confidence | None:
        """Return the confidence level whose button has the focus, or None."""
        return next(
            (confidence for confidence, button in self._button_by_confidence.items() if button.hasFocus()),
            None,
        )

    def button_for(self, confidence: Confidence) -> QWidget:
        """Return the button of a confidence level."""
        return self._button_by_confidence[confidence]
