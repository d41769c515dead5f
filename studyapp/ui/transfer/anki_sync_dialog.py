"""The dialog that syncs with a running Anki."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from studyapp.anki.live.ankiconnect import AnkiConnectError, ConnectProblem
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_label

if TYPE_CHECKING:
    from studyapp.services.transfer.sync_report import SyncReport

_MAX_NOTES_NAMED = 3
"""Maximum number of notes named per reason."""


class AnkiSyncDialog(BackgroundTaskDialog):
    """Runs `sync(api_key, progress)` in the background and shows its result.

    `api_key` is the last API key that AnkiConnect accepted. If AnkiConnect rejects it, a field for entering
    another key appears.
    """

    reviewsChanged = Signal()
    """Reviews may have been added."""

    apiKeyAccepted = Signal(str)

    def __init__(
        self, api_key: str, sync: "Callable[[str, ProgressCallback], SyncReport]", parent: QWidget
    ) -> None:
        super().__init__(parent, width=520, min_height=260)
        self._sync = sync
        self.setWindowTitle(self.tr("Sync with Anki"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.api_key_field = QLineEdit(api_key, self)
        self.api_key_field.setEchoMode(QLineEdit.EchoMode.Password)
        self.api_key_label = create_label(self.tr("AnkiConnect API key"), "furniture", self)
        self.api_key_label.setBuddy(self.api_key_field)
        self.api_key_label.hide()
        self.api_key_field.hide()
        self.result_banner = MessageBanner(self)
        self.close_button = self.add_button(self.tr("Cancel"))
        self.close_button.clicked.connect(self.reject)
        self.sync_button = self.add_button(self.tr("Sync"), "primary", is_default=True)
        self.sync_button.clicked.connect(self.start_sync)
        self._build_layout()

    def start_sync(self) -> None:
        """Start the sync, or repeat it."""
        if self.is_busy:
            return
        key = self.api_key_field.text().strip()
        self.result_banner.hide()
        self.sync_button.setEnabled(False)
        self.close_button.setText(self.tr("Stop"))
        self.run_task(
            lambda progress: self._sync(key, progress),
            lambda report: self._show_report(report, key),
            self._show_failure,
            lambda: self._finish(
                self.tr("Stopped. Completed changes are kept, and the rest will sync next time.")
            ),
        )

    def _show_report(self, report: "SyncReport", api_key: str) -> None:
        self.apiKeyAccepted.emit(api_key)
        lines = [
            line
            for count, line in (
                (
                    report.pulled_review_count,
                    self.tr("%n review(s) received from Anki", None, report.pulled_review_count),
                ),
                (
                    report.pushed_review_count,
                    self.tr("%n review(s) sent to Anki", None, report.pushed_review_count),
                ),
                (report.added_count, self.tr("%n note(s) added to Anki", None, report.added_count)),
                (
                    report.updated_count,
                    self.tr("%n note(s) updated in Anki", None, report.updated_count),
                ),
                (
                    report.moved_card_count,
                    self.tr("%n card(s) moved to the correct deck", None, report.moved_card_count),
                ),
            )
            if count
        ] or [self.tr("Already in sync.")]
        for reason, keys in report.skipped_notes.items():
            notes = ", ".join(keys[:_MAX_NOTES_NAMED]) + (" …" if len(keys) > _MAX_NOTES_NAMED else "")
            lines += ["", QCoreApplication.translate("SyncReport", reason.value).format(notes=notes)]
        if report.postponed_card_count:
            text = self.tr(
                "%n card(s) will sync next time: they are in a filtered deck or were just reviewed in Anki.",
                None,
                report.postponed_card_count,
            )
            lines += ["", text]
        for message in formatting.format_losses(report.losses):
            lines += ["", message]
        self._finish("\n".join(lines), is_info=not report.not_stored)

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, UnreadableFileError):
            reason = formatting.format_error(error)
            self._finish(self.tr("Can't read Anki's data: {reason}").format(reason=reason))
        elif isinstance(error, TranslatableError | OSError):
            self._finish(formatting.format_error(error))
            if isinstance(error, AnkiConnectError) and error.problem is ConnectProblem.KEY_REQUIRED:
                self.api_key_label.show()
                self.api_key_field.show()
                self.fit_content()
                self.api_key_field.setFocus()
        else:
            self._finish(self.tr("Sync failed: something went wrong in StudyApp. You can safely try again."))
            raise error

    def _finish(self, text: str, *, is_info: bool = False) -> None:
        self.result_banner.show_text(text, is_info=is_info)
        self.sync_button.setEnabled(True)
        self.sync_button.setText(self.tr("Sync again"))
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()
        self.fit_content()
        self.reviewsChanged.emit()

    def _build_layout(self) -> None:
        description = self.tr(
            "Receive reviews from Anki, and send it your reviews and your new and changed notes. Anki must be open on this computer with the AnkiConnect add-on."
        )
        column = self.column
        column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        column.addWidget(create_label(description, "soft", self, has_word_wrap=True))
        column.addWidget(self.progress_bar)
        column.addWidget(self.result_banner)
        column.addWidget(self.api_key_label)
        column.addWidget(self.api_key_field)
        column.addStretch()
