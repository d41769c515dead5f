"""The desktop app: creation and connection of the window, the collection and the services."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from studyapp import paths
from studyapp.core.text.localized_text import SIMPLIFIED_CHINESE
from studyapp.desktop_tasks import DesktopTasks
from studyapp.diagnostics.program_log import log_event, logged, logs_folder, start_log, stop_log
from studyapp.services.library.deck_library import load_cached_library
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import make_study_clock
from studyapp.store.collection import Collection
from studyapp.store.errors import NOT_WRITABLE, StoreError
from studyapp.store.integrity.collection_info import CollectionInfo, load_info, save_info
from studyapp.system_dependencies import collection_path, new_device_id
from studyapp.ui.kit import theme
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.kit.app_settings import AppSettings
from studyapp.ui.kit.translators import install_translators, set_default_locale
from studyapp.ui.window.backup_notices import BackupNotices
from studyapp.ui.window.main_window import MainWindow
from studyapp.ui.window.window_connections import connect_decks_page, connect_pages, connect_sidebar
from studyapp.ui.window.window_shortcuts import add_window_shortcuts

if TYPE_CHECKING:
    from studyapp.services.backups.restoring import RestoreReport
    from studyapp.ui.window.single_instance import ActivationServer

_BUSY_TIMEOUT_SECONDS = 0.5
"""How long the window may wait for another connection's write, as it doesn't react meanwhile. Background tasks have
connections of their own, which wait longer."""

_STARTUP_DELAY_MS, _MAX_STARTUP_DELAY_MS = 20, 1000
"""The delays in milliseconds before the rest of the startup: after the first paint, so that a size which the window
manager sets at once is painted first, and at most after the window opens, because a minimized window is not painted."""


class DesktopApp:
    """The running program: it owns the collection and the window."""

    def __init__(
        self, application: QApplication, data_folder: Path, base_deck_folders: Sequence[Path], clock: Clock
    ) -> None:
        """Open the collection. Raises StoreError if it can't be opened."""
        self._application = application
        self._data_folder = data_folder
        self.tasks = DesktopTasks(data_folder, base_deck_folders, clock)
        self._system_clock = clock
        self._resources_folder = paths.resources_folder()
        self._app_settings = AppSettings(data_folder)
        self._translators = install_translators(application, self._app_settings.interface_language)
        self._apply_theme()
        self._collection_path = collection_path(data_folder)
        self._adopt_stored_backup_folder()
        self.collection = self._open_collection()
        log_event("collection opened")
        self._clock = make_study_clock(self.collection, clock)
        self.window: MainWindow | None = None
        self._activation_server: ActivationServer | None = None

    def show(self) -> None:
        """Open the window with the cached library, then read the deck files that changed.

        An older window is closed.
        """
        window = MainWindow(self._context())
        connect_decks_page(window)
        connect_pages(window)
        connect_sidebar(window)
        notices = BackupNotices(window)
        if self.collection.set_aside_folder is not None:
            notices.show_set_aside_folder(self.collection.set_aside_folder)
        add_window_shortcuts(window)
        window.show()
        old_window, self.window = self.window, window
        if old_window is not None:
            old_window.close()
            old_window.deleteLater()
        rest_of_startup = QTimer(window, singleShot=True)
        rest_of_startup.timeout.connect(self._finish_startup)
        rest_of_startup.start(_MAX_STARTUP_DELAY_MS)

        def shorten_delay() -> None:
            if rest_of_startup.isActive():  # otherwise a minimized window is painted for the first time
                rest_of_startup.start(_STARTUP_DELAY_MS)

        window.painted.connect(shorten_delay)

    def _context(self) -> AppContext:
        """Return what the window needs of the app."""
        tasks = self.tasks
        return AppContext(
            collection=self.collection,
            clock=self._clock,
            library=load_cached_library(self.collection, tasks.all_deck_folders(self.collection)),
            read_library=tasks.read_library,
            export_decks=logged("export", tasks.export),
            preview_export=logged("export preview", tasks.preview),
            run_edit=logged("edit", tasks.run_edit),
            import_file=logged("import", tasks.import_file),
            import_table=logged("import", tasks.import_table),
            preview_table=tasks.preview_table,
            compare_with_anki=logged("sync preview", tasks.compare_with_anki),
            sync_with_anki=logged("sync", tasks.sync_with_anki),
            optimize_parameters=logged("optimize", tasks.optimize_parameters),
            use_previous_parameters=logged("use previous parameters", tasks.use_previous_parameters),
            use_collection=tasks.use_collection,
            open_collection=tasks.open_collection_for_threads,
            resources_folder=self._resources_folder,
            user_decks_folder=self._data_folder / "decks",
            bundled_decks_folder=paths.bundled_decks_folder(),
            list_deck_folders=lambda: tasks.all_deck_folders(self.collection),
            app_settings=self._app_settings,
            back_up=logged("backup", tasks.back_up),
            restore_backup=logged("restore", tasks.restore_backup),
            reopen_collection=self._reopen_collection,
            apply_appearance=self._apply_theme,
            rebuild_window=self._rebuild_window,
        )

    def back_up(self) -> None:
        """Make a backup if anything changed. Raises StoreError or OSError if that fails."""
        self.tasks.back_up(lambda *_: None)

    def close(self) -> None:
        """Close the window and the collection, and remove the translators."""
        if self.window is not None:
            self.window.close()
            self.window.deleteLater()
            self.window = None
        if self._activation_server is not None:
            self._activation_server.close()
            self._activation_server = None
        self.collection.close()
        for translator in self._translators:
            self._application.removeTranslator(translator)
            translator.deleteLater()
        self._translators = ()
        log_event("window closed")
        stop_log()

    def _finish_startup(self) -> None:
        """Do the part of the startup that is not needed for the first paint."""
        from PySide6.QtGui import QIcon

        from studyapp.ui.window.formula_preloading import preload_formulas
        from studyapp.ui.window.optimization_notices import OptimizationNotices
        from studyapp.ui.window.single_instance import ActivationServer

        set_default_locale(self._app_settings.interface_language)
        self._application.setWindowIcon(QIcon(str(self._resources_folder / "icons" / "studyapp.png")))
        if self._activation_server is None:
            start_log(logs_folder(self._data_folder))
            self._activation_server = ActivationServer(self._data_folder, self._bring_to_front)
        if self.window is not None:
            OptimizationNotices(self.window, self._context())
            self.window.refresh_library()
            preload_formulas(self.collection, self.window)

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
        self._application.setProperty("interface-language", settings.interface_language)
        uses_simplified = SIMPLIFIED_CHINESE in (
            (settings.interface_language,)
            if settings.interface_language != "en"
            else settings.card_languages.question_languages
        )
        self._application.setProperty("han", "SC" if uses_simplified else "TC")
        theme.apply_theme(self._application, self._resources_folder)

    def _rebuild_window(self, reopens_settings: bool) -> None:
        """Recreate the window. What is on screen stays there."""
        self._replace_window()
        if reopens_settings and self.window is not None:
            self.window.app_dialogs.show_settings()

    def _replace_window(self, *, keeps_session: bool = True) -> None:
        """Show a new window in which goes on what went on in the old one."""
        from studyapp.ui.window.window_handover import hand_over, resume

        state = hand_over(self.window) if self.window is not None else None
        self._translators = install_translators(
            self._application, self._app_settings.interface_language, self._translators
        )
        self._apply_theme()
        self.show()
        if state is not None and self.window is not None:
            resume(self.window, state if keeps_session else state._replace(session=None))

    def _open_collection(self) -> Collection:
        collection = Collection(self._collection_path, new_device_id)
        collection.set_busy_timeout(_BUSY_TIMEOUT_SECONDS)
        return collection

    def _reopen_collection(self, report: "RestoreReport") -> None:
        """Open the restored collection in a new window, and say what happened to the replaced one."""
        self.collection.close()
        self.collection = self._open_collection()
        self._clock = make_study_clock(self.collection, self._system_clock)
        self._replace_window(keeps_session=False)
        from studyapp.ui.backups.restore_report import show_restore_report

        show_restore_report(self.window, report)

    def _adopt_stored_backup_folder(self) -> None:
        """Move the choice of the backup folder from the settings of earlier versions to the collection's file."""
        folder = self._app_settings.former_backup_folder
        if not folder:
            return
        info = load_info(self._collection_path)
        if info is None or info.backup_folder is None:
            try:
                save_info(
                    self._collection_path, (info or CollectionInfo())._replace(backup_folder=Path(folder))
                )
            except OSError as error:
                raise StoreError(NOT_WRITABLE, self._collection_path, str(error)) from error
        self._app_settings.remove_former_backup_folder()
