"""Packages of Anki come in: chosen or dropped, told what came of them."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.services.library.deck_library import load_cached_library
from studyapp.services.transfer.deck_export import export_decks
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.services.transfer.file_import import ImportReport
from studyapp.store.errors import DISK_FULL, StoreError
from studyapp.ui.kit import modal_dialogs
from studyapp.ui.transfer.import_dialog import ImportDialog
from tests.patience import PATIENCE
from tests.ui.decks.test_deck_adder import drop, pick, titles
from tests.ui.room import Room, basic, choice

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
Key = Qt.Key


def package(room: Room, tmp_path: Path) -> Path:
    """What a learner elsewhere exported: two notes, one rated; their decks are not here any more."""
    written = room.write(basic("a"), choice("b"), title="From elsewhere")
    room.open()
    room.window.start_session()
    room.press(Key.Key_Space)
    room.press(Key.Key_4)
    room.press(Key.Key_Escape)
    path = tmp_path / "theirs.apkg"
    library = load_cached_library(room.collection, [room.decks_folder])
    export_decks(
        room.collection, library, ExportRequest(("d",), CardLanguages.ENGLISH, path, True), room.clock
    )
    written.unlink()
    room.window.refresh_library()
    room.settle()
    room.wait(lambda: titles(room) == [])
    assert room.desktop is not None
    room.desktop._base_deck_folders = (room.decks_folder, room.data / "decks")
    return path


def finished(room: Room) -> ImportDialog:
    (dialog,) = room.window.findChildren(ImportDialog)
    room.wait(dialog.result_banner.isVisible)
    return dialog


def test_a_package_is_taken_in_from_the_menu(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = package(room, tmp_path)
    monkeypatch.setattr(modal_dialogs, "ask_import_file", lambda parent: path)
    room.window.deck_adder.choose_import_file()
    dialog = finished(room)
    assert dialog.result_banner.text().startswith("2 notes added · 0 already present · 0 reviews added")
    assert not dialog.loss_list.isVisible()
    dialog.close()
    room.settle()
    assert titles(room) == ["From elsewhere"]


def test_a_dropped_package_is_taken_in_too(room: Room, tmp_path: Path) -> None:
    path = package(room, tmp_path)
    drop(room, path)
    dialog = finished(room)
    assert "2 notes added" in dialog.result_banner.text()


def test_the_menu_offers_it(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.write(basic("a"))
    room.open()
    asked: list[object] = []
    monkeypatch.setattr(modal_dialogs, "ask_import_file", asked.append)
    pick(room, "Import (Anki, CSV, Markdown)")
    assert asked == [room.window]


def test_what_is_no_package_is_told(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "x.apkg"
    path.write_text("nothing")
    room.write(basic("a"))
    room.open()
    room.window.deck_adder.import_file(path)
    assert finished(room).result_banner.text().startswith("Can't read x.apkg: ")


def opened(room: Room, take_in: object) -> ImportDialog:
    room.write(basic("a"))
    room.open()
    dialog = ImportDialog(Path("x.apkg"), take_in, room.window)  # type: ignore[arg-type]
    dialog.open()
    return dialog


def test_losses_are_listed_by_kind(room: Room) -> None:
    losses = [Loss(LossKind.FORMULA, f"note {number}") for number in range(5)]
    losses.append(Loss(LossKind.MISSING_MEDIA, "note 1", "a.mp3"))
    report = ImportReport(1, 2, 3, 3, (), tuple(losses))
    dialog = opened(room, lambda path, progress: report)
    room.wait(dialog.loss_list.isVisible)
    rows = [dialog.loss_list.item(row).text() for row in range(dialog.loss_list.count())]
    assert rows[0].startswith("5 × Formulas and speech are kept")
    assert rows[0].endswith("note 0 · note 1 · note 2 …")
    assert "a.mp3" in rows[1]


def test_a_fault_of_the_world_is_told(room: Room) -> None:
    def fail(path: Path, progress: ProgressCallback) -> ImportReport:
        raise StoreError(DISK_FULL, Path("/x/collection.db"))

    dialog = opened(room, fail)
    room.wait(dialog.result_banner.isVisible)
    assert "the disk is full" in dialog.result_banner.text()


def test_it_stops_when_asked(room: Room) -> None:
    started = threading.Event()

    def go_on(path: Path, progress: ProgressCallback) -> ImportReport:
        while True:
            progress(1, 10)
            started.set()

    dialog = opened(room, go_on)
    assert started.wait(PATIENCE)
    dialog.close_button.click()
    room.wait(dialog.result_banner.isVisible)
    assert dialog.result_banner.text().startswith("Stopped")
    assert dialog.close_button.text() == "Close"
