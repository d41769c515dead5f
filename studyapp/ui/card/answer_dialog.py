"""The answer of a card, in a window beside the session."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.services.study.session_outcome import Prompt
from studyapp.ui.card.card_frame import CardFrame
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit.widgets import create_label

_WIDTH = 760
"""Pixels, at a text size of 100 %, so that the card is about as wide as in the session."""


class AnswerDialog(ScrollingDialog):
    """Shows a card with its answer and explanation, as it was shown in a session, and its source below."""

    linkActivated = Signal(QUrl)

    def __init__(
        self,
        prompt: Prompt,
        response: LearnerResponse,
        media_folder: Path | None,
        source: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, width=_WIDTH)
        self.setWindowTitle(self.tr("Card that you forgot"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.card_frame = CardFrame(self)
        self.card_frame.card_view.linkActivated.connect(self.linkActivated)
        self.card_frame.fit_height(self.screen().availableSize().height() // 2)
        self.card_frame.show_question(prompt, media_folder, prompt.flag)
        self.card_frame.restore_response(response)
        self.card_frame.show_answer(prompt.render(response).revealed)
        self.column.addWidget(self.card_frame)
        self.source_label = create_label(source, "furniture", self, has_word_wrap=True)
        self.source_label.setVisible(bool(source))
        self.column.addWidget(self.source_label)
        self.column.addStretch(1)
        close_button = self.add_button(self.tr("Close"), is_default=True)
        close_button.clicked.connect(self.close)
        close_button.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Size the dialog to the card, whose height is known once it has its width."""
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.fit_content(may_shrink=True))
