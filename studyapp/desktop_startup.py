"""The start of the desktop app: one window per data folder, the event loop, and the exit status."""

import contextlib
import gc
import os
import sys
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, qVersion
from PySide6.QtWidgets import QApplication

from studyapp import __version__
from studyapp.desktop import DesktopApp
from studyapp.diagnostics.fault_record import FaultRecord
from studyapp.diagnostics.program_log import log_error, log_event, logs_folder, start_log, stop_log
from studyapp.process_lock import acquire_process_lock
from studyapp.services.options.clock import Clock
from studyapp.store.errors import StoreDamaged, StoreError
from studyapp.system_dependencies import collection_path, new_device_id, system_clock
from studyapp.terminal_output import print_line
from studyapp.ui.diagnostics.crash_handler import CrashHandler
from studyapp.ui.diagnostics.qt_messages import log_qt_messages, stop_logging_qt_messages
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import formatting
from studyapp.ui.kit.app_settings import AppSettings
from studyapp.ui.kit.translators import install_translators

EXIT_OK, EXIT_FAILED, EXIT_UNEXPECTED_ERROR = 0, 3, 70
"""Exit statuses: success, failure, such as a full disk or missing permissions, and an error in the program."""

_EXIT_RESTART = 1000
"""Ends the event loop to start the program again."""

_ACTIVATION_SECONDS, _ATTEMPT_INTERVAL_SECONDS = 5.0, 0.1
"""How long and how often a second start tries to reach the first one, which may have just started or be about to end."""


def run_desktop(data_folder: Path, base_deck_folders: Sequence[Path]) -> int:
    """Open the window, run the event loop until it is closed, and return the exit status.

    If another process has opened a window for the data folder, that window is brought to the front instead.
    """
    application = QApplication([sys.argv[0]])
    application.setApplicationName("StudyApp")
    application.setDesktopFileName("studyapp")
    with contextlib.suppress(OSError):  # opening the collection reports a folder that can't be created
        data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    deadline = time.monotonic() + _ACTIVATION_SECONDS
    while time.monotonic() < deadline:
        lock = acquire_process_lock(data_folder / "window.lock")
        if lock is not None:
            status = _run_and_record(application, data_folder, base_deck_folders)
            lock.release()
            return _restart() if status == _EXIT_RESTART else status
        if _has_shown_other_window(data_folder):
            return EXIT_OK
        time.sleep(_ATTEMPT_INTERVAL_SECONDS)
    install_translators(application, AppSettings(data_folder).interface_language)
    modal_dialogs.show_information(
        None, application.translate("Desktop", "StudyApp is already running with this data folder.")
    )
    return EXIT_FAILED


def _run_and_record(application: QApplication, data_folder: Path, base_deck_folders: Sequence[Path]) -> int:
    """Run the window, with reports about unexpected errors and crashes."""
    folder = logs_folder(data_folder)
    fault_record = FaultRecord(folder)
    log_qt_messages()
    crash_handler = CrashHandler(folder)
    crash_handler.restartRequested.connect(partial(application.exit, _EXIT_RESTART))
    crash_handler.install()
    try:
        return _run_window(application, data_folder, base_deck_folders, crash_handler, fault_record)
    finally:
        crash_handler.uninstall()
        stop_logging_qt_messages()
        start_log(folder)  # writes what was logged if the window did not get that far
        stop_log()
        fault_record.close()


def _run_window(
    application: QApplication,
    data_folder: Path,
    base_deck_folders: Sequence[Path],
    crash_handler: CrashHandler,
    fault_record: FaultRecord,
) -> int:
    log_event("window starts", version=__version__, python=sys.version.split()[0], qt=qVersion())
    try:
        desktop = open_desktop(application, data_folder, base_deck_folders, system_clock())
        if desktop is None:
            return EXIT_FAILED
        desktop.show()
    except StoreError as error:
        _show_store_error(error)
        return EXIT_FAILED
    except Exception as error:  # noqa: BLE001 - there is no event loop yet that would report it
        is_restarting = crash_handler.handle_startup_error(error)
        return _EXIT_RESTART if is_restarting else EXIT_UNEXPECTED_ERROR
    QTimer.singleShot(0, _enable_garbage_collection)
    if fault_record.earlier_crash:
        QTimer.singleShot(0, partial(crash_handler.report_earlier_crash, fault_record.earlier_crash))
    status = application.exec()
    desktop.close()
    _back_up_at_exit(desktop)
    return status


def _back_up_at_exit(desktop: DesktopApp) -> None:
    """Make a backup after the window has closed."""
    try:
        desktop.back_up()
    except (StoreError, OSError) as error:
        log_error("the backup at exit failed", error)
        print_line(f"studyapp: the backup at exit failed: {error}", output=sys.stderr)


def open_desktop(
    application: QApplication, data_folder: Path, base_deck_folders: Sequence[Path], clock: Clock
) -> DesktopApp | None:
    """Open the collection. If it is damaged or missing, let the user restore a backup.

    Return None, after an error message, if it can't be opened.
    """
    while True:
        try:
            return DesktopApp(application, data_folder, base_deck_folders, clock)
        except StoreDamaged as error:
            log_error("the collection is damaged", error)
            print_line(f"studyapp: {error}", output=sys.stderr)
            if not _recover(collection_path(data_folder), error, clock):
                return None
        except StoreError as error:
            _show_store_error(error)
            return None


def _recover(collection: Path, error: StoreDamaged, clock: Clock) -> bool:
    """Let the user restore a backup or start over. Return whether they did."""
    from studyapp.services.backups.restoring import restore
    from studyapp.ui.backups.recovery_dialog import RecoveryDialog
    from studyapp.ui.backups.restore_report import show_restore_report

    dialog = RecoveryDialog(
        collection, error, lambda request, _: restore(collection, request, clock, new_device_id)
    )
    dialog.exec()
    if dialog.report is not None:
        show_restore_report(None, dialog.report)
    return dialog.report is not None


def _show_store_error(error: StoreError) -> None:
    log_error("the collection can't be opened", error)
    print_line(f"studyapp: {error}", output=sys.stderr)
    modal_dialogs.show_error(None, formatting.format_error(error))


def _restart() -> int:
    """Start the program again with the same arguments, in this process if the system can do that."""
    import subprocess

    command = [sys.executable, *sys.orig_argv[1:]]
    if os.name == "posix":
        os.execv(sys.executable, command)
    subprocess.Popen(command)
    return EXIT_OK


def _has_shown_other_window(data_folder: Path) -> bool:
    """Ask the running instance to bring its window to the front, and return whether it did."""
    from studyapp.ui.window.single_instance import activate_running_instance

    if not activate_running_instance(data_folder, os.environ.get("XDG_ACTIVATION_TOKEN", "")):
        return False
    message = "already running with this data folder; its window was brought to the front, the options given here were ignored"
    print_line(f"studyapp: {message}", output=sys.stderr)
    return True


def _enable_garbage_collection() -> None:
    gc.freeze()
    gc.enable()
