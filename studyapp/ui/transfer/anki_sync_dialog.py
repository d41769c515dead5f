"""The dialog that syncs with a running Anki."""

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from studyapp.anki.live.ankiconnect import AnkiConnectError, ConnectProblem
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.services.exchange.sync_decisions import SyncDecisions, SyncPreview, SyncSettings
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.dialogs.wrapping_buttons import WrappingCheckBox
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.transfer.sync_preview_form import SyncPreviewForm
from studyapp.ui.transfer.sync_report_text import format_sync_report

if TYPE_CHECKING:
    from studyapp.services.exchange.sync_report import SyncReport


class SyncOperations(NamedTuple):
    """The comparison of both sides, which changes nothing, and the sync. Both run in the background."""

    compare: Callable[[SyncSettings, ProgressCallback], SyncPreview]
    sync: "Callable[[SyncSettings, SyncDecisions, ProgressCallback], SyncReport]"


class AnkiSyncDialog(BackgroundTaskDialog):
    """Compares both sides, shows what would change, and syncs once the user agrees.

    `settings` are those that were last used. If AnkiConnect rejects the key, a field for entering another key appears.
    """

    reviewsChanged = Signal()
    """Reviews or notes may have changed."""

    settingsAccepted = Signal(SyncSettings)
    """AnkiConnect accepted the key."""

    def __init__(self, settings: SyncSettings, operations: SyncOperations, parent: QWidget) -> None:
        super().__init__(parent, width=560, min_height=260)
        self._operations = operations
        self.preview_form: SyncPreviewForm | None = None
        self.setWindowTitle(self.tr("Sync with Anki"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ankiweb_checkbox = WrappingCheckBox(
            self.tr("Sync Anki with AnkiWeb before and afterwards"), self
        )
        self.ankiweb_checkbox.setChecked(settings.with_ankiweb)
        self.api_key_field = QLineEdit(settings.api_key, self)
        self.api_key_field.setEchoMode(QLineEdit.EchoMode.Password)
        self.api_key_label = create_label(self.tr("AnkiConnect API key"), "furniture", self)
        self.api_key_label.setBuddy(self.api_key_field)
        self.api_key_label.hide()
        self.api_key_field.hide()
        self.result_banner = MessageBanner(self)
        self.close_button = self.add_button(self.tr("Cancel"))
        self.close_button.clicked.connect(self.reject)
        self.sync_button = self.add_button(self.tr("Compare"), "primary", is_default=True)
        self.sync_button.clicked.connect(self.proceed)
        self._build_layout()

    def proceed(self) -> None:
        """Compare both sides, or sync if they have been compared."""
        if self.is_busy:
            return
        settings = SyncSettings(self.api_key_field.text().strip(), self.ankiweb_checkbox.isChecked())
        self.result_banner.hide()
        self.sync_button.setEnabled(False)
        self.close_button.setText(self.tr("Stop"))
        if self.preview_form is None:
            self.run_task(
                lambda progress: self._operations.compare(settings, progress),
                lambda preview: self._show_preview(preview, settings),
                self._show_failure,
                lambda: self._finish(self.tr("Stopped. Nothing was changed.")),
            )
        else:
            decisions = self.preview_form.decisions()
            self.preview_form.set_enabled(is_enabled=False)
            self.run_task(
                lambda progress: self._operations.sync(settings, decisions, progress),
                self._show_report,
                self._show_failure,
                lambda: self._finish(
                    self.tr("Stopped. Completed changes are kept, and the rest will sync next time.")
                ),
            )

    def _show_preview(self, preview: SyncPreview, settings: SyncSettings) -> None:
        self.settingsAccepted.emit(settings)
        if not preview.has_changes:
            self._finish(self.tr("Already in sync."), is_info=True)
            return
        form = self.preview_form = SyncPreviewForm(preview, self.column.parentWidget() or self)
        self.column.insertLayout(self.column.indexOf(self.result_banner), form)
        order = [self.ankiweb_checkbox, *form.widgets, self.close_button, self.sync_button]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)
        self.ankiweb_checkbox.setEnabled(False)
        self.sync_button.setEnabled(True)
        self.sync_button.setText(self.tr("Sync"))
        self.close_button.setText(self.tr("Cancel"))
        self.sync_button.setFocus()
        self.fit_content()

    def _show_report(self, report: "SyncReport") -> None:
        self._finish(format_sync_report(report), is_info=not report.not_stored)

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, UnreadableFileError):
            reason = formatting.format_error(error)
            self._finish(self.tr("Can't read Anki's data: {reason}").format(reason=reason))
        elif isinstance(error, TranslatableError | OSError):
            self._finish(formatting.format_error(error))
            if isinstance(error, AnkiConnectError) and error.problem in (
                ConnectProblem.KEY_REQUIRED,
                ConnectProblem.KEY_REJECTED,
            ):
                self.api_key_label.show()
                self.api_key_field.show()
                self.fit_content()
                self.api_key_field.setFocus()
        else:
            self._finish(self.tr("Sync failed: something went wrong in StudyApp. You can safely try again."))
            raise error

    def _finish(self, text: str, *, is_info: bool = False) -> None:
        """Show a result. The next step is a new comparison."""
        if self.preview_form is not None:
            self.preview_form.remove()
            self.preview_form = None
            self.reviewsChanged.emit()
        self.result_banner.show_text(text, is_info=is_info)
        self.ankiweb_checkbox.setEnabled(True)
        self.sync_button.setEnabled(True)
        self.sync_button.setText(self.tr("Compare again"))
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()
        self.fit_content()

    def _build_layout(self) -> None:
        description = self.tr(
            "Notes and reviews go both ways. First both sides are compared: nothing changes before you agree. Anki must be open on this computer with the AnkiConnect add-on."
        )
        column = self.column
        column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        column.addWidget(create_label(description, "soft", self, has_word_wrap=True))
        column.addWidget(self.ankiweb_checkbox)
        column.addWidget(self.progress_bar)
        column.addWidget(self.result_banner)
        column.addWidget(self.api_key_label)
        column.addWidget(self.api_key_field)
        column.addStretch()
