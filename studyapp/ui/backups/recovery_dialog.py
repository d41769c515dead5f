"""The dialog that is shown instead of the window if the collection is damaged or missing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.backups.restoring import RestoreRequest
from studyapp.store.backups.backup_folder import list_backups
from studyapp.store.errors import StoreDamaged, StoreError
from studyapp.store.integrity.collection_info import backup_folders
from studyapp.ui.backups.backup_list import BackupList
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_label

if TYPE_CHECKING:
    from studyapp.services.backups.restoring import RestoreReport

RestoreBackup = Callable[[RestoreRequest, ProgressCallback], "RestoreReport"]


class RecoveryDialog(BackgroundTaskDialog):
    """Offers to restore a backup or to start over. `report` is set once that succeeded, and the dialog accepted."""

    def __init__(self, collection: Path, error: StoreDamaged, restore_backup: RestoreBackup) -> None:
        super().__init__(None, width=640)
        self.setWindowTitle("StudyApp")
        self.report: RestoreReport | None = None
        self._restore_backup = restore_backup
        self.message_banner = MessageBanner(self)
        self.message_banner.show_text(formatting.format_error(error), is_info=False)
        self.backup_list = BackupList(self)
        backups = list_backups(backup_folders(collection))
        self.backup_list.show_backups(backups, None)
        self.restore_button = self.add_button(
            self.tr("Restore backup"), "primary", is_leading=True, is_default=True
        )
        self.restore_button.setEnabled(bool(backups))
        self.restore_button.clicked.connect(
            lambda: self._start(RestoreRequest(self.backup_list.selected_backup))
        )
        self.start_over_button = self.add_button(self.tr("Start over"), is_leading=True)
        explanation = self.tr("Start over creates a new collection with all reviews that can still be read.")
        self.start_over_button.setAccessibleDescription(explanation)
        self.start_over_button.clicked.connect(lambda: self._start(RestoreRequest(None)))
        self.quit_button = self.add_button(self.tr("Quit"))
        self.quit_button.clicked.connect(self.reject)
        column = self.column
        heading = self.tr("Your collection can't be opened")
        column.addWidget(create_label(heading, "dialogTitle", self, has_word_wrap=True))
        column.addWidget(self.message_banner)
        column.addWidget(self.backup_list, 1)
        column.addWidget(create_label(explanation, "furniture", self, has_word_wrap=True))
        column.addWidget(self.progress_bar)

    def _start(self, request: RestoreRequest) -> None:
        self._set_busy(True)
        self.run_task(
            lambda progress: self._restore_backup(request, progress),
            self._handle_success,
            self._handle_failure,
            lambda: self._set_busy(False),
            can_cancel=False,
        )

    def _handle_success(self, report: "RestoreReport") -> None:
        self.report = report
        self.accept()

    def _handle_failure(self, error: Exception) -> None:
        self._set_busy(False)
        if not isinstance(error, StoreError | OSError):
            raise error
        self.message_banner.show_text(formatting.format_error(error), is_info=False)

    def _set_busy(self, is_busy: bool) -> None:
        self.restore_button.setDisabled(is_busy or self.backup_list.selected_backup is None)
        self.start_over_button.setDisabled(is_busy)
        self.quit_button.setDisabled(is_busy)
