"""The dialog about an unexpected error."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from studyapp.ui.diagnostics.crash_situation import CrashSituation
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.dialogs.selectable_text import SelectableText
from studyapp.ui.kit.widgets import create_label


class CrashDialog(ScrollingDialog):
    """Says what happened, that the reviews are saved, and where the report is. None means that it could not be
    written."""

    restartRequested = Signal()

    def __init__(self, situation: CrashSituation, report: Path | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("StudyApp")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self._situation, self._report = situation, report
        self.title_label = create_label(self._title(), "dialogTitle", self, has_word_wrap=True)
        self.column.addWidget(self.title_label)
        self.message_label = SelectableText(self._message(), self)
        self.message_label.setAccessibleName(self._title())
        self.column.addWidget(self.message_label)
        self.column.addStretch(1)
        self.setAccessibleDescription(self._message())
        self._add_buttons()

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

    def _add_buttons(self) -> None:
        self.report_button = self.add_button(self.tr("Show report"), is_leading=True)
        self.report_button.setVisible(self._report is not None)
        self.report_button.clicked.connect(self.show_report)
        self.restart_button = self.add_button(self.tr("Restart"))
        self.restart_button.clicked.connect(self.restartRequested)
        self.restart_button.clicked.connect(self.accept)
        self.restart_button.setVisible(self._situation is not CrashSituation.EARLIER)
        is_starting = self._situation is CrashSituation.STARTING
        self.close_button = self.add_button(
            self.tr("Quit") if is_starting else self.tr("Continue"), "primary", is_default=True
        )
        self.close_button.setFocus()
        self.close_button.clicked.connect(self.reject)
