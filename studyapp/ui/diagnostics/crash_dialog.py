"""The dialog about an unexpected error."""

from enum import Enum, auto
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import create_button, create_label

_WIDTH = 520
"""Pixels, at a text size of 100 %."""

_WINDOW_FRAME = QSize(16, 48)
"""Room for the frame that the system draws around the dialog, in pixels."""


class CrashSituation(Enum):
    """When the error happened."""

    RUNNING = auto()
    """The window is open and stays usable."""

    STARTING = auto()
    """There is no window."""

    EARLIER = auto()
    """It ended the program; this is the next start."""


class CrashDialog(QDialog):
    """Says what happened, that the reviews are saved, and where the report is. None means that it could not be
    written."""

    restartRequested = Signal()

    def __init__(self, situation: CrashSituation, report: Path | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("StudyApp")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._situation, self._report = situation, report
        self._text = text = QWidget(self)
        text_column = QVBoxLayout(text)
        text_column.setContentsMargins(0, 0, 0, 0)
        text_column.setSpacing(12)
        self.title_label = create_label(self._title(), "dialogTitle", text, has_word_wrap=True)
        self.message_label = create_label(self._message(), "", text, has_word_wrap=True)
        self.message_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text_column.addWidget(self.title_label)
        text_column.addWidget(self.message_label)
        self.report_button = create_button(self.tr("Show report"), "secondary", text)
        self.report_button.setAutoDefault(False)
        self.report_button.setVisible(report is not None)
        self.report_button.clicked.connect(self.show_report)
        text_column.addWidget(self.report_button, alignment=Qt.AlignmentFlag.AlignLeft)
        text_column.addStretch(1)
        self._scroll_area = scroll_area = QScrollArea(self)
        scroll_area.setWidgetResizable(True)
        scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll_area.setWidget(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(16)
        column.addWidget(scroll_area, 1)
        column.addLayout(self._build_buttons())

    def showEvent(self, event: QShowEvent) -> None:
        """Show the whole text without scrolling if the screen is large enough."""
        super().showEvent(event)
        available = self.screen().availableSize() - _WINDOW_FRAME
        self.resize(min(theme.scale_pixels(_WIDTH), available.width()), self.height())
        text_width = self._scroll_area.width() - self._scroll_area.verticalScrollBar().sizeHint().width()
        text_height = self._text.heightForWidth(text_width)
        height = self.sizeHint().height() - self._scroll_area.sizeHint().height() + text_height
        self.resize(self.width(), min(height, available.height()))

    def show_report(self) -> None:
        """Open the report in the program for text files."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report)))

    def _title(self) -> str:
        match self._situation:
            case CrashSituation.RUNNING:
                return self.tr("An unexpected error occurred")
            case CrashSituation.STARTING:
                return self.tr("StudyApp could not start because of an unexpected error")
            case CrashSituation.EARLIER:
                return self.tr("StudyApp was closed by an unexpected error last time")

    def _message(self) -> str:
        paragraphs = [self.tr("All your reviews up to this point are saved.")]
        if self._situation is CrashSituation.RUNNING:
            paragraphs.append(self.tr("You can continue. If something no longer works, restart StudyApp."))
        if self._report is None:
            paragraphs.append(self.tr("The report about the error could not be written."))
        else:
            report = self.tr("A report about the error, without the text of your cards, is in {file}.")
            paragraphs.append(report.format(file=self._report))
        return "\n\n".join(paragraphs)

    def _build_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.restart_button = create_button(self.tr("Restart"), "secondary", self)
        self.restart_button.setAutoDefault(False)
        self.restart_button.clicked.connect(self.restartRequested)
        self.restart_button.clicked.connect(self.accept)
        self.restart_button.setVisible(self._situation is not CrashSituation.EARLIER)
        row.addWidget(self.restart_button)
        is_starting = self._situation is CrashSituation.STARTING
        self.close_button = create_button(
            self.tr("Quit") if is_starting else self.tr("Continue"), "primary", self
        )
        self.close_button.setDefault(True)
        self.close_button.setFocus()
        self.close_button.clicked.connect(self.reject)
        row.addWidget(self.close_button)
        return row
