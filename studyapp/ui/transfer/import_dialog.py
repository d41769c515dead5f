"""The import dialog: progress, then the result and what could not be imported."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QWidget

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import create_label

if TYPE_CHECKING:
    from studyapp.services.transfer.file_import import ImportReport


class ImportDialog(BackgroundTaskDialog):
    """Runs `import_file(file, progress)` in the background and shows its result."""

    collectionChanged = Signal()
    """Decks and reviews may have been added."""

    def __init__(
        self, file: Path, import_file: "Callable[[Path, ProgressCallback], ImportReport]", parent: QWidget
    ) -> None:
        super().__init__(parent, width=560, min_height=240)
        self.setWindowTitle(self.tr("Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._file = file
        self.result_banner = MessageBanner(self)
        self.loss_list_title = create_label(self.tr("Not fully imported"), "furniture", self)
        self.loss_list_title.hide()
        self.loss_list = QListWidget(self)
        self.loss_list.setAccessibleName(self.loss_list_title.text())
        self.loss_list.setWordWrap(True)
        self.loss_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.loss_list.hide()
        self.loss_list.setMinimumHeight(theme.scale_pixels(160))
        self.close_button = self.add_button(self.tr("Stop"), is_default=True)
        self.close_button.clicked.connect(self.reject)
        self._build_layout()
        self.run_task(
            lambda progress: import_file(file, progress),
            self._show_report,
            self._show_failure,
            lambda: self._finish(self.tr("Stopped. Decks already written are kept. No reviews were added.")),
        )

    def _show_report(self, report: "ImportReport") -> None:
        lines = [
            " · ".join(
                (
                    self.tr("%n note(s) added", None, report.added_count),
                    self.tr("%n already present", None, report.existing_count),
                    self.tr("%n review(s) added", None, report.review_count),
                )
            )
        ]
        if report.written_files:
            lines.append(self.tr("Decks are saved as text files in your decks folder. You can edit them."))
        for text in formatting.format_losses(report.losses):
            self.loss_list.addItem(text)
        for widget in (self.loss_list_title, self.loss_list):
            widget.setVisible(bool(report.losses))
        self._finish("\n".join(lines), is_info=True)

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, UnreadableFileError):
            text = self.tr("Can't read {file}: {reason}.")
            self._finish(text.format(file=self._file.name, reason=formatting.format_error(error)))
        elif isinstance(error, TranslatableError | OSError):
            self._finish(formatting.format_error(error))
        else:
            self._finish(self.tr("Import failed: something went wrong in StudyApp. No reviews were added."))
            raise error

    def _finish(self, text: str, *, is_info: bool = False) -> None:
        self.result_banner.show_text(text, is_info=is_info)
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()
        self.fit_content()
        self.collectionChanged.emit()

    def _build_layout(self) -> None:
        column = self.column
        column.addWidget(create_label(self._file.name, "dialogTitle", self, has_word_wrap=True))
        column.addWidget(self.progress_bar)
        column.addWidget(self.result_banner)
        column.addWidget(self.loss_list_title)
        column.addWidget(self.loss_list, 1)
        column.addStretch()
