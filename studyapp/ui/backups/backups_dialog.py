"""The dialog that lists the backups, makes new ones, restores one, and sets their folder."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from studyapp.services.backups.restoring import RestoreRequest
from studyapp.store.backups.backup_folder import list_backups
from studyapp.store.database_copy import summarize
from studyapp.store.errors import StoreError
from studyapp.store.integrity.collection_info import (
    CollectionInfo,
    backup_folders,
    current_backup_folder,
    default_backup_folder,
    load_info,
    save_info,
)
from studyapp.ui.backups.backup_list import BackupList, format_creation_time
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.button_row_layout import ButtonRowLayout
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.dialogs.selectable_text import SelectableText
from studyapp.ui.dialogs.wrapping_buttons import WrappingCheckBox
from studyapp.ui.kit import formatting
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.kit.widgets import create_button, create_label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton

    from studyapp.services.backups.restoring import RestoreReport
    from studyapp.store.backups.creation import BackupResult


class BackupsDialog(BackgroundTaskDialog):
    """Lists the backups. After a restore, the window is recreated."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent, width=640)
        self.setWindowTitle(self.tr("Backups"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)  # nobody studies during a restore
        self._context = context
        self.message_banner = MessageBanner(self)
        self.backup_list = BackupList(self)
        self.files_box = WrappingCheckBox(self.tr("Also restore changed deck files and settings"), self)
        self.folder_label = SelectableText("", self)
        self.folder_label.setAccessibleName(self.tr("Backup folder"))
        self._build()
        self._refresh()

    def _build(self) -> None:
        column = self.column
        column.addWidget(create_label(self.tr("Backups"), "dialogTitle", self))
        explanation = self.tr(
            "Reviews, decks, media and settings are backed up at start, every 30 minutes and at exit."
        )
        column.addWidget(create_label(explanation, "soft", self, has_word_wrap=True))
        column.addWidget(self.backup_list, 1)
        column.addWidget(self.files_box)
        self._add_folder_rows()
        column.addWidget(self.message_banner)
        column.addWidget(self.progress_bar)
        self.back_up_button = self.add_button(self.tr("Back up now"), is_leading=True)
        self.back_up_button.clicked.connect(lambda: self._back_up())
        self.restore_button = self.add_button(self.tr("Restore…"), is_leading=True)
        self.restore_button.clicked.connect(lambda: self._restore())
        self.add_button(self.tr("Close")).clicked.connect(self.close)

    def _add_folder_rows(self) -> None:
        self.column.addWidget(create_label(self.tr("Backup folder"), "furniture", self))
        self.column.addWidget(self.folder_label)
        self.choose_folder_button = self._create_button(self.tr("Choose…"), self._choose_folder)
        row = ButtonRowLayout()
        row.add_button(self.choose_folder_button, is_leading=True)
        row.add_button(self._create_button(self.tr("Open"), self._open_folder), is_leading=True)
        self.column.addLayout(row)

    def _create_button(self, text: str, action: Callable[[], object]) -> "QPushButton":
        button = create_button(text, "secondary", self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: action())
        return button

    @property
    def _collection_path(self) -> Path:
        return self._context.collection.path

    def _refresh(self) -> None:
        backups = list_backups(backup_folders(self._collection_path))
        try:
            with self._context.collection.read_transaction() as connection:
                current = summarize(connection)
        except StoreError:
            current = None
        self.backup_list.show_backups(backups, current)
        self.restore_button.setEnabled(bool(backups))
        self.folder_label.setText(str(current_backup_folder(self._collection_path)))

    def _back_up(self) -> None:
        self._set_busy(True)
        self.run_task(self._context.back_up, self._handle_backup, self._handle_failure, self._handle_end)

    def _handle_backup(self, result: "BackupResult") -> None:
        self._handle_end()
        self._refresh()
        text = (
            self.tr("Backup created.")
            if result.is_new
            else self.tr("Nothing has changed since the last backup.")
        )
        self.message_banner.show_text(text, is_info=True)
        self.fit_content()

    def _restore(self) -> None:
        backup = self.backup_list.selected_backup
        if backup is None or not modal_dialogs.confirm_restore(self, format_creation_time(backup)):
            return
        request = RestoreRequest(backup, replaces_changed_files=self.files_box.isChecked())
        self._set_busy(True)
        self.run_task(
            lambda progress: self._context.restore_backup(request, progress),
            self._handle_restore,
            self._handle_failure,
            self._handle_end,
            can_cancel=False,
        )

    def _handle_restore(self, report: "RestoreReport") -> None:
        self.close()
        self._context.reopen_collection(report)

    def _handle_failure(self, error: Exception) -> None:
        self._handle_end()
        if not isinstance(error, StoreError | OSError):
            raise error
        self.message_banner.show_text(formatting.format_error(error), is_info=False)
        self.fit_content()

    def _handle_end(self) -> None:
        self._set_busy(False)

    def _set_busy(self, is_busy: bool) -> None:
        self.back_up_button.setDisabled(is_busy)
        self.restore_button.setDisabled(is_busy or self.backup_list.selected_backup is None)

    def _choose_folder(self) -> None:
        chosen = modal_dialogs.ask_folder(self, current_backup_folder(self._collection_path))
        if chosen is None:
            return
        is_default = chosen == default_backup_folder(self._collection_path)
        info = load_info(self._collection_path) or CollectionInfo()
        try:
            chosen.mkdir(parents=True, exist_ok=True)
            save_info(self._collection_path, info._replace(backup_folder=None if is_default else chosen))
        except OSError as error:
            modal_dialogs.show_error(self, formatting.format_error(error))
        self._refresh()

    def _open_folder(self) -> None:
        folder = current_backup_folder(self._collection_path)
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            modal_dialogs.show_error(self, formatting.format_error(error))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
