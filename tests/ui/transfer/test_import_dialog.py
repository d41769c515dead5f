"""Importing Anki packages from the menu or by drag and drop."""

import tempfile
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.services.library.deck_library import load_cached_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.services.transfer.file_import import ImportReport
from studyapp.store.errors import DISK_FULL, StoreError
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit.background_task import BackgroundTask
from studyapp.ui.transfer.import_dialog import ImportDialog
from tests.anki.hostile_packages import build_package, write_huge_schema
from tests.timeouts import TIMEOUT_SECONDS
from tests.ui.app_driver import AppDriver, basic_note, choice_note
from tests.ui.decks.deck_page_actions import choose_menu_item, deck_titles, drop_files

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
Key = Qt.Key


def exported_package(app: AppDriver, tmp_path: Path) -> Path:
    """Export a package of two notes, one of them rated, and remove their deck."""
    deck_file = app.write_deck(basic_note("a"), choice_note("b"), title="From elsewhere")
    app.open_window()
    app.window.start_session()
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.press(Key.Key_Escape)
    path = tmp_path / "theirs.apkg"
    library = load_cached_library(app.collection, [app.decks_folder])
    export_decks(app.collection, library, ExportRequest(("d",), CardLanguages.ENGLISH, path, True), app.clock)
    deck_file.unlink()
    app.window.refresh_library()
    app.wait_until_idle()
    app.wait_until(lambda: deck_titles(app) == [])
    assert app.desktop is not None
    app.desktop.tasks.base_deck_folders = (app.decks_folder, app.data_folder / "decks")
    return path


def wait_for_result(app: AppDriver) -> ImportDialog:
    (dialog,) = app.window.findChildren(ImportDialog)
    app.wait_until(dialog.result_banner.isVisible)
    return dialog


def test_package_is_imported_from_the_menu(
    app: AppDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = exported_package(app, tmp_path)
    monkeypatch.setattr(modal_dialogs, "ask_import_file", lambda parent: path)
    app.window.deck_adder.choose_import_file()
    dialog = wait_for_result(app)
    assert dialog.result_banner.text().startswith("2 notes added · 0 already present · 0 reviews added")
    assert not dialog.loss_list.isVisible()
    dialog.close()
    app.wait_until_idle()
    assert deck_titles(app) == ["From elsewhere"]


def test_dropped_package_is_imported(app: AppDriver, tmp_path: Path) -> None:
    path = exported_package(app, tmp_path)
    drop_files(app, path)
    dialog = wait_for_result(app)
    assert "2 notes added" in dialog.result_banner.text()


def test_menu_asks_for_import_file(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    asked: list[object] = []
    monkeypatch.setattr(modal_dialogs, "ask_import_file", asked.append)
    choose_menu_item(app, "Import (Anki, CSV, Markdown)")
    assert asked == [app.window]


def test_invalid_package_is_reported(app: AppDriver, tmp_path: Path) -> None:
    path = tmp_path / "x.apkg"
    path.write_text("nothing")
    app.write_deck(basic_note("a"))
    app.open_window()
    app.window.deck_adder.import_file(path)
    assert wait_for_result(app).result_banner.text().startswith("Can't read x.apkg: ")


def open_import_dialog(app: AppDriver, import_file: object) -> ImportDialog:
    app.write_deck(basic_note("a"))
    app.open_window()
    dialog = ImportDialog(Path("x.apkg"), import_file, lambda *_: None, app.window)  # type: ignore[arg-type]
    dialog.open()
    return dialog


def test_losses_are_grouped_by_kind(app: AppDriver) -> None:
    losses = [Loss(LossKind.FORMULA, f"note {number}") for number in range(5)]
    losses.append(Loss(LossKind.MISSING_MEDIA, "note 1", "a.mp3"))
    report = ImportReport(1, 2, 3, 3, (), tuple(losses))
    dialog = open_import_dialog(app, lambda path, progress: report)
    app.wait_until(dialog.loss_list.isVisible)
    rows = [dialog.loss_list.item(row).text() for row in range(dialog.loss_list.count())]
    assert rows[0].startswith("5 × Formulas that can")
    assert rows[0].endswith("note 0 · note 1 · note 2 …")
    assert "a.mp3" in rows[1]


def test_io_error_during_import_is_shown(app: AppDriver) -> None:
    def fail(path: Path, progress: ProgressCallback) -> ImportReport:
        raise StoreError(DISK_FULL, Path("/x/collection.db"))

    dialog = open_import_dialog(app, fail)
    app.wait_until(dialog.result_banner.isVisible)
    assert "the disk is full" in dialog.result_banner.text()


def test_import_can_be_stopped(app: AppDriver) -> None:
    started = threading.Event()

    def import_forever(path: Path, progress: ProgressCallback) -> ImportReport:
        while True:
            progress(1, 10)
            started.set()

    dialog = open_import_dialog(app, import_forever)
    assert started.wait(TIMEOUT_SECONDS)
    dialog.close_button.click()
    app.wait_until(dialog.result_banner.isVisible)
    assert dialog.result_banner.text().startswith("Stopped")
    assert dialog.close_button.text() == "Close"


@pytest.fixture
def endless_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package whose database takes minutes to open, without the limit that would refuse it."""
    monkeypatch.setattr("studyapp.anki.reading.untrusted_database.SCHEMA_SECONDS", 10 * TIMEOUT_SECONDS)
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    database = write_huge_schema(tmp_path / "x.anki2").read_bytes()
    return build_package(tmp_path / "endless.apkg", {"collection.anki2": database})


def open_endless_import(app: AppDriver, package: Path) -> ImportDialog:
    """Start importing the package, and wait until SQLite opens its database."""
    app.write_deck(basic_note("a"))
    app.open_window()
    app.wait_until_idle()
    app.window.deck_adder.import_file(package)
    (dialog,) = app.window.findChildren(ImportDialog)
    app.wait_until(lambda: any(Path(tempfile.gettempdir()).glob("studyapp-*/collection.anki2")))
    return dialog


def test_stop_ends_the_import_of_a_hostile_package(app: AppDriver, endless_package: Path) -> None:
    dialog = open_endless_import(app, endless_package)
    dialog.close_button.click()
    app.wait_until(dialog.result_banner.isVisible)
    assert dialog.result_banner.text().startswith("Stopped")


def test_closing_the_window_ends_the_import_of_a_hostile_package(
    app: AppDriver, endless_package: Path
) -> None:
    dialog = open_endless_import(app, endless_package)
    task = dialog.findChild(QThread)
    assert isinstance(task, QThread)
    finished: list[bool] = []
    task.finished.connect(lambda: finished.append(True))
    app.window.close()
    assert not dialog.is_busy
    app.wait_until(lambda: finished == [True])


def test_repeated_progress_reports_are_sent_once(app: AppDriver) -> None:
    """An import asks thousands of times whether to stop, and would flood the window with signals."""
    reports: list[tuple[int, int]] = []

    def report_often(progress: ProgressCallback) -> None:
        for done in (0, 0, 0, 1, 1, 2):
            progress(done, 2)

    task = BackgroundTask(report_often, app.open_window())
    task.progressChanged.connect(lambda done, total: reports.append((done, total)))
    task.start()
    app.wait_until(task.isFinished)
    app.wait_until(lambda: reports == [(0, 2), (1, 2), (2, 2)])
