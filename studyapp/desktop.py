"""The desktop app: creation and connection of the window, the collection and the services."""

import contextlib
import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, Qt, QTimer
from PySide6.QtWidgets import QApplication

from studyapp import paths
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import SIMPLIFIED_CHINESE
from studyapp.services.library.deck_folders import find_missing_folders, list_deck_folders
from studyapp.services.library.deck_library import load_cached_library
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import make_study_clock
from studyapp.store.backup import backups_folder, create_daily_backup
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreError
from studyapp.system_dependencies import collection_path, new_device_id, system_clock
from studyapp.ui.kit import formatting, modal_dialogs, theme
from studyapp.ui.kit.app_context import AppContext, LibraryReadResult
from studyapp.ui.kit.app_settings import AppSettings
from studyapp.ui.kit.translators import install_translators, set_default_locale
from studyapp.ui.window.main_window import MainWindow
from studyapp.ui.window.window_connections import connect_decks_page, connect_sidebar
from studyapp.ui.window.window_shortcuts import add_window_shortcuts

if TYPE_CHECKING:
    from studyapp.anki.live.import_outcomes import ExportPreview
    from studyapp.anki.writing.package import ExportReport
    from studyapp.services.transfer.export_request import ExportRequest, ExportScope
    from studyapp.services.transfer.file_import import ImportReport
    from studyapp.services.transfer.sync_report import SyncReport
    from studyapp.ui.window.single_instance import ActivationServer

_STARTUP_DELAY_MS = 30
"""The delay, in milliseconds, before the rest of the startup, so that it does not slow down the first paint."""

EXIT_OK, EXIT_FAILED = 0, 3
"""Exit statuses: success, and failure, such as a full disk or missing permissions."""


class DesktopApp:
    """The running program: it owns the collection and the window."""

    def __init__(
        self, application: QApplication, data_folder: Path, base_deck_folders: Sequence[Path], clock: Clock
    ) -> None:
        """Open the collection. Raises StoreError if it can't be opened."""
        self._application = application
        self._data_folder = data_folder
        self._base_deck_folders = tuple(base_deck_folders)
        self._system_clock = clock
        self._resources_folder = paths.resources_folder()
        self._app_settings = AppSettings(data_folder)
        self._translators = install_translators(application, self._app_settings.interface_language)
        self._apply_theme()
        self._collection_path = collection_path(data_folder)
        self.collection = Collection(self._collection_path, new_device_id)
        self._clock = make_study_clock(self.collection, clock)
        self.window: MainWindow | None = None
        self._activation_server: ActivationServer | None = None

    def show(self) -> None:
        """Open the window with the cached library, then read the deck files that changed.

        An older window is closed.
        """
        window = MainWindow(
            AppContext(
                collection=self.collection,
                clock=self._clock,
                library=load_cached_library(self.collection, self._all_deck_folders(self.collection)),
                read_library=self._read_library,
                export_decks=self._export,
                preview_export=self._preview,
                import_file=self._import_file,
                sync_with_anki=self._sync_with_anki,
                resources_folder=self._resources_folder,
                user_decks_folder=self._data_folder / "decks",
                list_deck_folders=lambda: self._all_deck_folders(self.collection),
                app_settings=self._app_settings,
                default_backup_folder=backups_folder(self._collection_path),
                apply_appearance=self._apply_theme,
                rebuild_window=self._rebuild_window,
            )
        )
        connect_decks_page(window)
        connect_sidebar(window)
        add_window_shortcuts(window)
        window.show()
        old_window, self.window = self.window, window
        if old_window is not None:
            old_window.close()
            old_window.deleteLater()
        QTimer.singleShot(_STARTUP_DELAY_MS, window, self._finish_startup)

    def close(self) -> None:
        """Close the window and the collection, and remove the translators."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        if self._activation_server is not None:
            self._activation_server.close()
        self.collection.close()
        for translator in self._translators:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._translators = ()

    def _finish_startup(self) -> None:
        """Do the part of the startup that is not needed for the first paint."""
        from PySide6.QtGui import QIcon

        from studyapp.ui.window.single_instance import ActivationServer

        set_default_locale(self._app_settings.interface_language)
        self._application.setWindowIcon(QIcon(str(self._resources_folder / "icons" / "studyapp.png")))
        if self._activation_server is None:
            self._activation_server = ActivationServer(self._data_folder, self._bring_to_front)
        if self.window is not None:
            self.window.refresh_library()

    def _bring_to_front(self, activation_token: str) -> None:
        """Bring the window to the front after the program was started again.

        `activation_token` is described at `ActivationServer`.
        """
        if self.window is None:
            return
        if activation_token:
            os.environ["XDG_ACTIVATION_TOKEN"] = activation_token  # Qt reads it from there
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        (QApplication.activeModalWidget() or self.window).activateWindow()

    def _apply_theme(self) -> None:
        """Apply the theme, text size, font and keyboard shortcuts from the settings to the application."""
        settings = self._app_settings
        self._application.setProperty("theme", settings.theme)
        self._application.setProperty("text-size", settings.text_size)
        self._application.setProperty("font-family", settings.font_family)
        self._application.setProperty("keys", settings.shortcut_by_action)
        uses_simplified = SIMPLIFIED_CHINESE in (
            settings.interface_language,
            *settings.card_languages.question_languages,
        )
        self._application.setProperty("han", "SC" if uses_simplified else "TC")
        theme.apply_theme(self._application, self._resources_folder)

    def _rebuild_window(self, reopens_settings: bool) -> None:
        self._translators = install_translators(
            self._application, self._app_settings.interface_language, self._translators
        )
        self._apply_theme()
        self.show()
        if reopens_settings and self.window is not None:
            self.window.app_dialogs.show_settings()

    def _all_deck_folders(self, collection: Collection) -> tuple[Path, ...]:
        return list_deck_folders(collection, self._base_deck_folders)

    def _read_library(self, progress: ProgressCallback) -> LibraryReadResult:
        backup_folder = AppSettings(self._data_folder).backup_folder
        # Imported here so that it loads in the background, after the window is shown.
        from studyapp.services.library.library_refresh import refresh_library

        with Collection(self._collection_path, new_device_id) as collection:
            library = refresh_library(
                collection,
                self._all_deck_folders(collection),
                self._system_clock,
                lambda notes: progress(notes, 0),
            ).library
            folder_problems = find_missing_folders(collection)
            library = library._replace(problems=(*folder_problems, *library.problems))
            try:
                create_daily_backup(
                    collection.connection,
                    self._collection_path,
                    time.strftime("%Y-%m-%d"),
                    Path(backup_folder) if backup_folder else None,
                )
            except OSError as error:
                return LibraryReadResult(library, error)
        return LibraryReadResult(library, None)

    def _preview(
        self, scope: "ExportScope", anki_collection: Path | None, progress: ProgressCallback
    ) -> "ExportPreview":
        from studyapp.services.transfer.export_preview import preview_export

        with Collection(self._collection_path, new_device_id) as collection:
            library = load_cached_library(collection, self._all_deck_folders(collection))
            clock = make_study_clock(collection, self._system_clock)
            return preview_export(collection, library, scope, clock, anki_collection, progress)

    def _import_file(self, path: Path, progress: ProgressCallback) -> "ImportReport":
        from studyapp.services.transfer.file_import import import_file

        with Collection(self._collection_path, new_device_id) as collection:
            folders, clock = (
                self._all_deck_folders(collection),
                make_study_clock(collection, self._system_clock),
            )
            return import_file(
                collection,
                folders,
                self._data_folder / "decks",
                path,
                clock,
                progress,
                [paths.bundled_decks_folder()],
            )

    def _export(self, request: "ExportRequest", progress: ProgressCallback) -> "ExportReport":
        # Imported here because genanki loads slowly and most sessions do not export.
        from studyapp.services.transfer.deck_export import export_decks

        with Collection(self._collection_path, new_device_id) as collection:
            library = load_cached_library(collection, self._all_deck_folders(collection))
            return export_decks(
                collection, library, request, make_study_clock(collection, self._system_clock), progress
            )

    def _sync_with_anki(self, scope: "ExportScope", api_key: str, progress: ProgressCallback) -> "SyncReport":
        from studyapp.anki.live.ankiconnect import DEFAULT_ADDRESS, Address, AnkiConnectClient
        from studyapp.anki.live.live_anki import LiveAnki
        from studyapp.services.transfer.anki_sync import sync_with_anki

        def connect(tick: Callable[[], None]) -> LiveAnki:
            return LiveAnki(AnkiConnectClient(Address.parse(DEFAULT_ADDRESS), api_key, tick))

        with Collection(self._collection_path, new_device_id) as collection:
            library = load_cached_library(collection, self._all_deck_folders(collection))
            clock = make_study_clock(collection, self._system_clock)
            return sync_with_anki(collection, library, scope, clock, connect, progress)


def run_desktop(data_folder: Path, base_deck_folders: Sequence[Path]) -> int:
    """Open the window, run the event loop until it is closed, and return the exit status."""
    application = QApplication([sys.argv[0]])
    application.setApplicationName("StudyApp")
    application.setDesktopFileName("studyapp")
    lock = _window_lock(data_folder)
    if not lock.tryLock(100) and lock.error() is QLockFile.LockError.LockFailedError:
        return _activate_running_instance(application, data_folder)
    try:
        desktop = DesktopApp(application, data_folder, base_deck_folders, system_clock())
        desktop.show()
        QTimer.singleShot(0, _enable_garbage_collection)
    except StoreError as error:
        print(f"studyapp: {error}", file=sys.stderr)
        modal_dialogs.show_error(None, formatting.format_error(error))
        return EXIT_FAILED
    status = application.exec()
    desktop.close()
    lock.unlock()
    return status


def _activate_running_instance(application: QApplication, data_folder: Path) -> int:
    """Bring the window of the running instance to the front, and return the exit status."""
    from studyapp.ui.window.single_instance import activate_running_instance

    if activate_running_instance(data_folder, os.environ.get("XDG_ACTIVATION_TOKEN", "")):
        message = "already running with this data folder; its window was brought to the front, the options given here were ignored"
        print(f"studyapp: {message}", file=sys.stderr)
        return EXIT_OK
    install_translators(application, AppSettings(data_folder).interface_language)
    modal_dialogs.show_information(
        None, application.translate("Desktop", "StudyApp is already running with this data folder.")
    )
    return EXIT_FAILED


def _enable_garbage_collection() -> None:
    gc.freeze()
    gc.enable()


def _window_lock(data_folder: Path) -> QLockFile:
    """Return the lock that is held while a window uses the data folder.

    A lock left behind by a killed process is ignored. A folder that can't be written is not an error here; opening
    the collection reports it.
    """
    with contextlib.suppress(OSError):
        data_folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    lock = QLockFile(str(data_folder / "window.lock"))
    lock.setStaleLockTime(0)
    return lock
