"""Handles exceptions that nothing else handles: each gets a report, and the user a dialog."""

import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from studyapp.diagnostics.program_log import log_error
from studyapp.ui.diagnostics.crash_situation import CrashSituation

if TYPE_CHECKING:
    from studyapp.ui.diagnostics.crash_dialog import CrashDialog

_MAX_REPORTED_ERRORS = 3
"""Different errors with a report and a dialog. After the first, others are often its consequences."""

_MAX_KNOWN_ERRORS = 100
"""Different errors that are noted at all. An error that recurs at another depth of a recursion counts as another one."""


class CrashHandler(QObject):
    """Writes reports to `logs_folder`.

    An error that occurs again and again, for example in each paint event, is reported once. While a dialog is open,
    other errors get a report only.
    """

    restartRequested = Signal()

    _reportWritten = Signal(object)

    def __init__(self, logs_folder: Path) -> None:
        super().__init__()
        self._logs_folder = logs_folder
        self._known_errors: set[tuple[object, ...]] = set()
        self._lock = threading.Lock()
        self._dialog: CrashDialog | None = None
        self._previous_hook = sys.excepthook
        self._previous_thread_hook = threading.excepthook
        # Queued, because the error may come from another thread or from the middle of a paint event.
        self._reportWritten.connect(self._show_running_dialog, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Handle the exceptions of slots, event handlers and threads from now on."""
        self._previous_hook, self._previous_thread_hook = sys.excepthook, threading.excepthook
        sys.excepthook = self._handle_exception
        threading.excepthook = self._handle_thread_exception

    def uninstall(self) -> None:
        """Restore the previous handling."""
        sys.excepthook, threading.excepthook = self._previous_hook, self._previous_thread_hook

    def handle_startup_error(self, error: Exception) -> bool:
        """Report an error that prevents the start, and return whether the user wants to start again."""
        self._previous_hook(type(error), error, error.__traceback__)
        log_error("unexpected error", error)
        from studyapp.ui.diagnostics.crash_dialog import CrashDialog  # deferred: most starts need no dialog

        dialog = CrashDialog(CrashSituation.STARTING, self._write_report(error), None)
        return dialog.exec() == CrashDialog.DialogCode.Accepted

    def report_earlier_crash(self, fault_record: str) -> None:
        """Report that a signal has ended the previous process. `fault_record` is its record."""
        from studyapp.diagnostics.report_file import write_crash_report

        log_error("the previous process crashed")
        report = write_crash_report(self._logs_folder, fault_record, _describe_display())
        self._open_dialog(CrashSituation.EARLIER, report)

    def _handle_exception(
        self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        if not isinstance(error, Exception):  # an interrupt by Ctrl+C
            self._previous_hook(kind, error, traceback)
        elif self._is_new(error):
            self._previous_hook(kind, error, traceback)
            try:
                self._report(error)
            except Exception as second_error:  # noqa: BLE001 - it would end in this hook again
                self._previous_hook(type(second_error), second_error, second_error.__traceback__)

    def _handle_thread_exception(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._handle_exception(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _is_new(self, error: Exception) -> bool:
        from studyapp.diagnostics.exception_formatting import error_identity

        identity = error_identity(error)
        with self._lock:
            is_new = identity not in self._known_errors and len(self._known_errors) < _MAX_KNOWN_ERRORS
            if is_new:
                self._known_errors.add(identity)
        return is_new

    def _report(self, error: Exception) -> None:
        log_error("unexpected error", error)
        if len(self._known_errors) <= _MAX_REPORTED_ERRORS:
            self._reportWritten.emit(self._write_report(error))

    def _write_report(self, error: Exception) -> Path | None:
        from studyapp.diagnostics.exception_formatting import format_exception
        from studyapp.diagnostics.report_file import write_crash_report

        return write_crash_report(self._logs_folder, format_exception(error), _describe_display())

    def _show_running_dialog(self, report: Path | None) -> None:
        if self._dialog is None:
            self._open_dialog(CrashSituation.RUNNING, report)

    def _open_dialog(self, situation: CrashSituation, report: Path | None) -> None:
        from studyapp.ui.diagnostics.crash_dialog import CrashDialog

        self._dialog = CrashDialog(situation, report, _top_window())
        self._dialog.restartRequested.connect(self.restartRequested)
        self._dialog.destroyed.connect(self._forget_dialog)  # also if its parent is closed
        self._dialog.open()

    def _forget_dialog(self) -> None:
        self._dialog = None


def _top_window() -> QWidget | None:
    """Return the window above which a dialog is visible. A window that has just been shown is not active yet."""
    shown = (widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMainWindow))
    return (
        QApplication.activeModalWidget()
        or QApplication.activeWindow()
        or next((window for window in shown if window.isVisible()), None)
    )


def _describe_display() -> list[str]:
    """Return lines about the window for a report. Only the window's thread may ask Qt for them."""
    from studyapp.ui.diagnostics.display_facts import describe_display

    if threading.current_thread() is not threading.main_thread():
        return ["The error occurred in a background thread."]
    return describe_display()
