"""Before the answer: how sure the learner is. Each shows the answer."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studyapp.core.study.journal import Confidence
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_button


class ConfidenceButtons(QWidget):
    """Sure, unsure, a guess."""

    confidenceChosen = Signal(Confidence)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addStretch(1)
        self._button_by_confidence = {
            how_sure: create_button(formatting.format_confidence(how_sure), "secondary", self)
            for how_sure in reversed(Confidence)
        }
        for how_sure, made in self._button_by_confidence.items():
            made.clicked.connect(lambda _=False, how_sure=how_sure: self.confidenceChosen.emit(how_sure))
            layout.addWidget(made)
        layout.addStretch(1)

    def focused_confidence(self) -> Confidence | None:
        """The one whose button has the focus."""
        return next(
            (how_sure for how_sure, made in self._button_by_confidence.items() if made.hasFocus()), None
        )

    def button_for(self, confidence: Confidence) -> QWidget:
        """The button of one of them."""
        return self._button_by_confidence[confidence]
