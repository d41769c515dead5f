"""The dialog that is shown instead of the window if the collection is damaged or missing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.backups.restoring import RestoreRequest
from studyapp.store.backups.backup_folder import list_backups
from studyapp.store.errors import StoreDamaged, StoreError
from studyapp.store.integrity.collection_info import backup_folders
from studyapp.ui.backups.backup_list import BackupList
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_button, create_label, show_banner

if TYPE_CHECKING:
    from studyapp.services.backups.restoring import RestoreReport

RestoreBackup = Callable[[RestoreRequest, ProgressCallback], "RestoreReport"]


class RecoveryDialog(BackgroundTaskDialog):
    """Offers to restore a backup or to start over. `report` is set once that succeeded, and the dialog accepted."""

    def __init__(self, collection: Path, error: StoreDamaged, restore_backup: RestoreBackup) -> None:
        super().__init__(None)
        self.setWindowTitle("StudyApp")
        self.report: RestoreReport | None = None
        self._restore_backup = restore_backup
        self.message_banner = create_label("", "banner", self, has_word_wrap=True)
        show_banner(self.message_banner, formatting.format_error(error), is_info=False)
        self.backup_list = BackupList(self)
        backups = list_backups(backup_folders(collection))
        self.backup_list.show_backups(backups, None)
        self.restore_button = create_button(self.tr("Restore backup"), "primary", self)
        self.restore_button.setEnabled(bool(backups))
        self.restore_button.clicked.connect(
            lambda: self._start(RestoreRequest(self.backup_list.selected_backup))
        )
        self.start_over_button = create_button(self.tr("Start over"), "secondary", self)
        self.start_over_button.setToolTip(
            self.tr("Start a new collection. All reviews that can still be read are recovered.")
        )
        self.start_over_button.clicked.connect(lambda: self._start(RestoreRequest(None)))
        self.quit_button = create_button(self.tr("Quit"), "secondary", self)
        self.quit_button.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(create_label(self.tr("Your collection can't be opened"), "dialogTitle", self))
        column.addWidget(self.message_banner)
        column.addWidget(self.backup_list, 1)
        column.addWidget(self.progress_bar)
        row = QHBoxLayout()
        row.addWidget(self.restore_button)
        row.addWidget(self.start_over_button)
        row.addStretch(1)
        row.addWidget(self.quit_button)
        column.addLayout(row)
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize()))

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
        show_banner(self.message_banner, formatting.format_error(error), is_info=False)

    def _set_busy(self, is_busy: bool) -> None:
        self.restore_button.setDisabled(is_busy or self.backup_list.selected_backup is None)
        self.start_over_button.setDisabled(is_busy)
        self.quit_button.setDisabled(is_busy)
