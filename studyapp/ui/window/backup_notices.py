"""Notices on the decks page about automatic backups and about damage that they find."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.core.text.translatable import TranslatableError
from studyapp.store.errors import StoreBusy, StoreDamaged, StoreMoved
from studyapp.ui.decks.attention_panel import AttentionNotice, AttentionTopic
from studyapp.ui.kit import formatting

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.store.backups.creation import BackupResult
    from studyapp.ui.window.main_window import MainWindow


class BackupNotices(QObject):
    """Starts the automatic backups once the library was read, and shows what went wrong."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._panel = window, window.decks_page.attention_panel
        window.library_reader.libraryRead.connect(self._start_once)
        window.auto_backup.succeeded.connect(self._handle_backup)
        window.auto_backup.failed.connect(self._handle_failure)

    def show_set_aside_folder(self, folder: "Path") -> None:
        """Tell that files beside the collection were moved to a folder instead of being replayed."""
        text = self.tr("Files beside your collection did not belong to it and were moved to {folder}.")
        self._panel.set_notice(AttentionTopic.COLLECTION, AttentionNotice(text.format(folder=folder)))

    def _start_once(self) -> None:
        self._window.library_reader.libraryRead.disconnect(self._start_once)
        self._window.auto_backup.start_backup()

    def _handle_backup(self, result: "BackupResult") -> None:
        self._panel.set_notice(AttentionTopic.BACKUP, self._unreadable_files_notice(result))

    def _unreadable_files_notice(self, result: "BackupResult") -> AttentionNotice | None:
        if not result.unreadable_files:
            return None
        error = formatting.format_error(result.unreadable_files[0])
        text = self.tr("%n file(s) could not be backed up: {error}", None, len(result.unreadable_files))
        return AttentionNotice(text.format(error=error))

    def _handle_failure(self, error: Exception) -> None:
        match error:
            case StoreBusy():
                return  # another process makes a backup
            case StoreDamaged() | StoreMoved():
                notice = AttentionNotice(
                    formatting.format_error(error), self.tr("Restore a backup…"), self._show_backups
                )
                self._panel.set_notice(AttentionTopic.COLLECTION, notice)
            case TranslatableError() | OSError():
                text = self.tr("Backup failed: {error}").format(error=formatting.format_error(error))
                self._panel.set_notice(AttentionTopic.BACKUP, AttentionNotice(text))
            case _:
                raise error

    def _show_backups(self) -> None:
        self._window.app_dialogs.show_backups()
