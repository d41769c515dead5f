"""The desktop app put together: the one place where its parts are made and joined."""

import contextlib
import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLockFile, Qt, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from studyapp import paths
from studyapp.composition_root import collection_file, new_device, system_clock
from studyapp.core.progress_callback import Progress
from studyapp.core.text.localized_text import SIMPLIFIED
from studyapp.services.library.deck_folders import deck_folders, missing_folders
from studyapp.services.library.deck_library import Library, last_known
from studyapp.services.options.clock import Clock
from studyapp.services.options.study_options import clock_of
from studyapp.store.backup import backups_folder, daily_copy
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreError
from studyapp.ui.kit import formatting, modal_dialogs, theme
from studyapp.ui.kit.app_context import Workplace
from studyapp.ui.kit.window_settings import Remembered
from studyapp.ui.window.main_window import MainWindow
from studyapp.ui.window.window_shortcuts import add_window_keys

if TYPE_CHECKING:
    from studyapp.anki.live.import_outcomes import Preflight
    from studyapp.anki.writing.package import PackageReport
    from studyapp.services.transfer.anki_sync import ExchangeReport
    from studyapp.services.transfer.export_request import ExportRequest, ExportScope
    from studyapp.services.transfer.file_import import ImportReport
    from studyapp.ui.window.single_instance import ActivationServer

_AFTER_PAINTING = 30
"""Milliseconds: what was done sooner would take the processor from the window that is being painted."""

DONE, FAILED = 0, 3
"""Exit status: done; and when the machine failed: disk, permission, display."""


class Desktop:
    """The running program: application, collection and window."""

    def __init__(self, application: QApplication, data: Path, folders: Sequence[Path], clock: Clock) -> None:
        """StoreError when the collection can't be opened."""
        self._application = application
        self._data = data
        self._folders = tuple(folders)
        self._machine_clock = clock
        self._resources = paths.resources_folder()
        self._remembered = Remembered(data)
        self._translators = _translate(application, self._remembered.interface_language)
        self._dress()
        self._file = collection_file(data)
        self.collection = Collection(self._file, new_device)
        self._clock = clock_of(self.collection, clock)
        self.window: MainWindow | None = None
        self._activation_server: ActivationServer | None = None

    def show(self) -> None:
        """Open the window with what is known, then read the deck files that changed."""
        window = MainWindow(
            Workplace(
                collection=self.collection,
                clock=self._clock,
                library=last_known(self.collection, self._all_folders(self.collection)),
                read_library=self._read_library,
                export=self._export,
                preview=self._preview,
                take_in=self._take_in,
                exchange=self._exchange,
                resources=self._resources,
                own_decks=self._data / "decks",
                deck_folders=lambda: self._all_folders(self.collection),
                remembered=self._remembered,
                usual_backups=backups_folder(self._file),
                dress=self._dress,
                remake=self._remake,
            )
        )
        add_window_keys(window)
        window.show()
        old, self.window = self.window, window
        if old is not None:
            old.close()
            old.deleteLater()
        QTimer.singleShot(_AFTER_PAINTING, window, self._after_painting)

    def close(self) -> None:
        """Let go of the collection and of what the application was given."""
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

    def _after_painting(self) -> None:
        """What the first sight of the window can do without."""
        from PySide6.QtGui import QIcon

        from studyapp.ui.window.single_instance import ActivationServer

        _count_as_they_do(self._remembered.interface_language)
        self._application.setWindowIcon(QIcon(str(self._resources / "icons" / "studyapp.png")))
        if self._activation_server is None:
            self._activation_server = ActivationServer(self._data, self._bring_to_front)
        if self.window is not None:
            self.window.refresh_library()

    def _bring_to_front(self, token: str) -> None:
        """Bring the window to the front because the program was started again; `token` as in `ActivationServer`."""
        if self.window is None:
            return
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token  # where Qt looks for it
        self.window.setWindowState(self.window.windowState() & ~Qt.WindowState.WindowMinimized)
        self.window.show()
        self.window.raise_()
        (QApplication.activeModalWidget() or self.window).activateWindow()

    def _dress(self) -> None:
        """Give the application what is remembered of how it looks, and the keys."""
        remembered = self._remembered
        self._application.setProperty("theme", remembered.theme)
        self._application.setProperty("text-size", remembered.text_size)
        self._application.setProperty("font-family", remembered.font_family)
        self._application.setProperty("keys", remembered.keys)
        simplified = SIMPLIFIED in (remembered.interface_language, *remembered.card_language.languages)
        self._application.setProperty("han", "SC" if simplified else "TC")
        theme.apply(self._application, self._resources)

    def _remake(self, in_settings: bool) -> None:
        self._translators = _translate(
            self._application, self._remembered.interface_language, self._translators
        )
        self._dress()
        self.show()
        if in_settings and self.window is not None:
            self.window.program.settings()

    def _all_folders(self, collection: Collection) -> tuple[Path, ...]:
        return deck_folders(collection, self._folders)

    def _read_library(self, progress: Progress) -> tuple[Library, OSError | None]:
        chosen = Remembered(self._data).backups
        from studyapp.services.library.library_refresh import (
            refresh,  # in the background, once the window is there
        )

        with Collection(self._file, new_device) as collection:
            library, _ = refresh(
                collection,
                self._all_folders(collection),
                self._machine_clock,
                lambda notes: progress(notes, 0),
            )
            missing = missing_folders(collection)
            library = library._replace(problems=(*missing, *library.problems))
            try:
                daily_copy(
                    collection.connection,
                    self._file,
                    time.strftime("%Y-%m-%d"),
                    Path(chosen) if chosen else None,
                )
            except OSError as error:
                return library, error
        return library, None

    def _preview(self, scope: "ExportScope", anki: Path | None, progress: Progress) -> "Preflight":
        from studyapp.services.transfer.export_preview import preview

        with Collection(self._file, new_device) as collection:
            library = last_known(collection, self._all_folders(collection))
            clock = clock_of(collection, self._machine_clock)
            return preview(collection, library, scope, clock, anki, progress)

    def _take_in(self, package: Path, progress: Progress) -> "ImportReport":
        from studyapp.services.transfer.file_import import import_package

        with Collection(self._file, new_device) as collection:
            folders, clock = self._all_folders(collection), clock_of(collection, self._machine_clock)
            return import_package(
                collection, folders, self._data / "decks", package, clock, progress, [paths.bundled_decks()]
            )

    def _export(self, request: "ExportRequest", progress: Progress) -> "PackageReport":
        from studyapp.services.transfer.deck_export import (
            export,  # genanki loads slowly and few sessions export
        )

        with Collection(self._file, new_device) as collection:
            library = last_known(collection, self._all_folders(collection))
            return export(collection, library, request, clock_of(collection, self._machine_clock), progress)

    def _exchange(self, scope: "ExportScope", key: str, progress: Progress) -> "ExchangeReport":
        from studyapp.anki.live.ankiconnect import USUAL_ADDRESS, Address, AnkiConnect
        from studyapp.anki.live.live_anki import RunningAnki
        from studyapp.services.transfer.anki_sync import exchange

        def connect(tick: Callable[[], None]) -> RunningAnki:
            return RunningAnki(AnkiConnect(Address.parse(USUAL_ADDRESS), key, tick))

        with Collection(self._file, new_device) as collection:
            library = last_known(collection, self._all_folders(collection))
            clock = clock_of(collection, self._machine_clock)
            return exchange(collection, library, scope, clock, connect, progress)


def _translate(
    application: QApplication, language: str, old: Sequence[QTranslator] = ()
) -> tuple[QTranslator, ...]:
    """Let the program speak this language from now on, in what it is yet to build, and no longer `old`."""
    for translator in old:
        application.removeTranslator(translator)
        translator.deleteLater()
    own = (f"studyapp_{language.replace('-', '_')}", str(paths.resources_folder() / "translations"))
    qt_name = {"zh-Hant": "qtbase_zh_TW", "zh-Hans": "qtbase_zh_CN"}.get(language, "qtbase_en")
    qt = (qt_name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    made = []
    for name, folder in (qt, own):
        translator = QTranslator(application)
        if translator.load(name, folder):
            application.installTranslator(translator)
        made.append(translator)
    return tuple(made)


def _count_as_they_do(language: str) -> None:
    """Write numbers and times as those do who speak this language."""
    from PySide6.QtCore import QLocale

    chinese, script, country = QLocale.Language.Chinese, QLocale.Script, QLocale.Country
    locales = {
        "zh-Hant": QLocale(chinese, script.TraditionalHanScript, country.Taiwan),
        "zh-Hans": QLocale(chinese, script.SimplifiedHanScript, country.China),
    }
    QLocale.setDefault(locales.get(language, QLocale(QLocale.Language.English)))


def run(data: Path, folders: Sequence[Path]) -> int:
    """Open the window and stay until it is closed; the exit status."""
    application = QApplication([sys.argv[0]])
    application.setApplicationName("StudyApp")
    application.setDesktopFileName("studyapp")
    lock = _lock(data)
    if not lock.tryLock(100) and lock.error() is QLockFile.LockError.LockFailedError:
        return _hand_over(application, data)
    try:
        desktop = Desktop(application, data, folders, system_clock())
        desktop.show()
        QTimer.singleShot(0, _watch_for_garbage)
    except StoreError as error:
        print(f"studyapp: {error}", file=sys.stderr)
        modal_dialogs.tell(None, formatting.store_error(error))
        return FAILED
    status = application.exec()
    desktop.close()
    lock.unlock()
    return status


def _hand_over(application: QApplication, data: Path) -> int:
    """Let the running program show its window, and return the exit status."""
    from studyapp.ui.window.single_instance import activate_running

    if activate_running(data, os.environ.get("XDG_ACTIVATION_TOKEN", "")):
        words = (
            "already open with this data folder: its window was shown; the options of this start do not apply"
        )
        print(f"studyapp: {words}", file=sys.stderr)
        return DONE
    _translate(application, Remembered(data).interface_language)
    modal_dialogs.inform(
        None, application.translate("Desktop", "StudyApp is already open with this data folder.")
    )
    return FAILED


def _watch_for_garbage() -> None:
    gc.freeze()
    gc.enable()


def _lock(data: Path) -> QLockFile:
    """Held while a window is open on the data folder. Left behind by a killed process it does not count, and
    a folder that can't be written is told of when the collection is opened."""
    with contextlib.suppress(OSError):
        data.mkdir(parents=True, exist_ok=True)
    lock = QLockFile(str(data / "window.lock"))
    lock.setStaleLockTime(0)
    return lock
