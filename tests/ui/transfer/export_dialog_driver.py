"""Helpers for tests of the export dialog."""

import threading
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studyapp.anki.live.import_outcomes import ExportPreview, ImportOutcome
from studyapp.anki.writing.package import ExportReport
from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.transfer.export_request import ExportRequest, ExportScope
from studyapp.ui.transfer.export_dialog import ExportDialog
from tests.timeouts import TIMEOUT_SECONDS
from tests.ui.app_driver import AppDriver, basic_note

Key = Qt.Key


def write_two_decks(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), basic_note("b"), deck="one", title="First")
    app.write_deck(basic_note("c"), deck="two", title="Second")


def open_export_dialog(app: AppDriver) -> ExportDialog:
    """Open the dialog by its shortcut."""
    app.press_ctrl(Key.Key_E)
    (dialog,) = app.window.findChildren(ExportDialog)
    app.wait_until(dialog.isActiveWindow)
    return dialog


def wait_for_result(qtbot: QtBot, dialog: ExportDialog) -> str:
    """Wait until the export has ended and return its result, or the error at the field for the file."""
    labels = (dialog.result_banner, dialog.file_error)
    qtbot.waitUntil(
        lambda: any(label.isVisible() for label in labels) and dialog.export_button.isEnabled(),
        timeout=TIMEOUT_SECONDS * 1000,
    )
    return next(label.text() for label in labels if label.isVisible())


class BlockingExport:
    """An export that runs until the test allows it to finish or it is stopped."""

    def __init__(self) -> None:
        self.calls: list[ExportRequest] = []
        self.started, self.may_finish, self.finished = threading.Event(), threading.Event(), threading.Event()
        self.error: Exception | None = None

    def __call__(self, request: ExportRequest, progress: ProgressCallback) -> ExportReport:
        self.calls.append(request)
        try:
            progress(3, 10)
            self.started.set()
            while not self.may_finish.wait(0.005):
                progress(4, 10)
            if self.error is not None:
                raise self.error
            return ExportReport(note_count=1, card_count=2, media_count=0, missing_media=())
        finally:
            self.finished.set()


def preview_export(
    scope: ExportScope, anki_collection: Path | None, progress: ProgressCallback
) -> ExportPreview:
    """A fixed preview for any request."""
    outcomes = {ImportOutcome.NEW: tuple(scope.decks), ImportOutcome.NOTE_TYPE_CONFLICT: ("one/x",)}
    return ExportPreview(outcomes, duplicated_note_type_names=("StudyApp Basic",), existing_card_count=2)
