"""The export dialog."""

import threading
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studyapp.anki.live.import_outcomes import ExportPreview, ImportOutcome
from studyapp.anki.writing.package import PackageReport
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.transfer.export_request import ExportRequest, ExportScope
from studyapp.ui.kit import modal_dialogs
from studyapp.ui.transfer.export_dialog import ExportDialog
from studyapp.ui.transfer.export_preview_dialog import ExportPreviewDialog
from tests.timeouts import TIMEOUT_SECONDS
from tests.ui.app_driver import AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")

Key = Qt.Key
Export = Callable[[tuple[str, ...], CardLanguages, Path, ProgressCallback], PackageReport]


def two_decks(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), basic_note("b"), deck="one", title="First")
    app.write_deck(basic_note("c"), deck="two", title="Second")


def dialog_of(app: AppDriver) -> ExportDialog:
    """The dialog as a person opens it."""
    app.press_ctrl(Key.Key_E)
    (dialog,) = app.window.findChildren(ExportDialog)
    app.wait_until(dialog.isActiveWindow)
    return dialog


def click(widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def finish(qtbot: QtBot, dialog: ExportDialog) -> str:
    """What the dialog says in the end."""
    qtbot.waitUntil(
        lambda: dialog.result_banner.isVisible() and dialog.export_button.isEnabled(),
        timeout=TIMEOUT_SECONDS * 1000,
    )
    return dialog.result_banner.text()


class Worker:
    """An export that goes on until it is let go or stopped."""

    def __init__(self) -> None:
        self.calls: list[ExportRequest] = []
        self.started, self.may_end, self.ended = threading.Event(), threading.Event(), threading.Event()
        self.fault: Exception | None = None

    def __call__(self, request: ExportRequest, progress: ProgressCallback) -> PackageReport:
        self.calls.append(request)
        try:
            progress(3, 10)
            self.started.set()
            while not self.may_end.wait(0.005):
                progress(4, 10)
            if self.fault is not None:
                raise self.fault
            return PackageReport(note_count=1, card_count=2, media_count=0, missing_media=())
        finally:
            self.ended.set()


def foretelling(scope: ExportScope, anki: Path | None, progress: ProgressCallback) -> ExportPreview:
    """What is said beforehand, whatever is asked."""
    verdicts = {ImportOutcome.NEW: tuple(scope.decks), ImportOutcome.NOTE_TYPE_CONFLICT: ("one/x",)}
    return ExportPreview(verdicts, duplicated_note_types=("StudyApp Basic",), existing_card_count=2)


@pytest.fixture
def worker() -> Worker:
    return Worker()


@pytest.fixture
def dialog(app: AppDriver, worker: Worker, tmp_path: Path) -> ExportDialog:
    """A dialog over the worker."""
    two_decks(app)
    window = app.open_window()
    made = ExportDialog(
        window._library, CardLanguages.ENGLISH_AND_TRADITIONAL, tmp_path, worker, foretelling, window
    )
    made.open()
    app.wait_until(made.isActiveWindow)
    return made


def test_progress_goes_with_it_where_that_is_wanted(app: AppDriver, tmp_path: Path) -> None:
    two_decks(app)
    app.open_window()
    app.window.start_session()
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    dialog = dialog_of(app)
    assert not dialog.progress_checkbox.isChecked()
    dialog.progress_checkbox.click()
    dialog.file_field.setText(str(tmp_path / "mine.apkg"))
    click(dialog.export_button)
    assert "Import any learning progress" in finish(app.qtbot, dialog)
    dialog.file_field.setText(str(tmp_path / "mine.colpkg"))
    click(dialog.export_button)
    app.wait_until(lambda: "replaces the whole collection" in dialog.result_banner.text())
    dialog.file_field.setText(str(tmp_path / "mine.csv"))
    click(dialog.export_button)
    app.wait_until(lambda: "mine.csv" in dialog.result_banner.text())
    assert len((tmp_path / "mine.csv").read_text().splitlines()) == 4


def test_package_is_written_and_the_next_step_named(app: AppDriver, tmp_path: Path) -> None:
    two_decks(app)
    app.open_window()
    dialog = dialog_of(app)
    target = tmp_path / "out" / "mine.apkg"
    target.parent.mkdir()
    dialog.file_field.setText(str(target))
    click(dialog.export_button)
    words = finish(app.qtbot, dialog)
    assert words.startswith(f"Exported 3 notes (3 cards) to:\n{target}\n")
    assert "File › Import" in words
    assert dialog.open_folder_button.isVisible()
    assert dialog.cancel_button.text() == "Close"
    with zipfile.ZipFile(target) as package:
        assert "media" in package.namelist()
    app.press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_only_the_chosen_decks_are_written(app: AppDriver, tmp_path: Path) -> None:
    two_decks(app)
    app.open_window()
    dialog = dialog_of(app)
    dialog.file_field.setText(str(tmp_path / "x.apkg"))
    dialog.deck_list.setFocus()
    dialog.deck_list.setCurrentRow(0)
    app.press(Key.Key_Space)
    assert dialog.selected_decks() == ("two",)
    click(dialog.export_button)
    assert finish(app.qtbot, dialog).startswith("Exported 1 note (1 card) to:")


def test_choices_reach_the_export(
    app: AppDriver, dialog: ExportDialog, worker: Worker, tmp_path: Path
) -> None:
    assert dialog.selected_languages() is CardLanguages.ENGLISH_AND_TRADITIONAL
    dialog.language_box.setFocus()
    app.press(Key.Key_Up)
    dialog.deck_list.item(1).setCheckState(Qt.CheckState.Unchecked)
    click(dialog.export_button)
    worker.may_end.set()
    finish(app.qtbot, dialog)
    assert worker.calls == [(("one",), CardLanguages.SIMPLIFIED_CHINESE, tmp_path / "StudyApp.apkg", False)]


def test_nothing_starts_without_a_deck_or_a_file(
    app: AppDriver, dialog: ExportDialog, worker: Worker
) -> None:
    target = dialog.file_field.text()
    for place in ("", "   "):
        dialog.file_field.setText(place)
        click(dialog.export_button)
    dialog.file_field.setText(target)
    for row in range(2):
        dialog.deck_list.item(row).setCheckState(Qt.CheckState.Unchecked)
    click(dialog.export_button)
    assert worker.calls == []
    assert dialog.export_button.isEnabled()


def test_export_is_not_started_twice(app: AppDriver, dialog: ExportDialog, worker: Worker) -> None:
    click(dialog.export_button)
    assert worker.started.wait(TIMEOUT_SECONDS)
    click(dialog.export_button)
    app.press(Key.Key_Return)
    dialog.start_export()
    worker.may_end.set()
    finish(app.qtbot, dialog)
    assert len(worker.calls) == 1


def test_progress_is_shown_while_it_runs(app: AppDriver, dialog: ExportDialog, worker: Worker) -> None:
    click(dialog.export_button)
    app.wait_until(lambda: dialog.progress_bar.value() == 4)
    assert dialog.progress_bar.isVisible()
    assert dialog.progress_bar.maximum() == 10
    assert dialog.cancel_button.text() == "Stop"
    worker.may_end.set()
    finish(app.qtbot, dialog)
    assert not dialog.progress_bar.isVisible()


@pytest.mark.parametrize("by_key", [False, True])
def test_export_can_be_stopped_and_begun_anew(
    app: AppDriver, dialog: ExportDialog, worker: Worker, by_key: bool
) -> None:
    click(dialog.export_button)
    assert worker.started.wait(TIMEOUT_SECONDS)
    if by_key:
        app.press(Key.Key_Escape)
    else:
        click(dialog.cancel_button)
    assert finish(app.qtbot, dialog) == "Stopped. Nothing was written."
    assert dialog.isVisible()
    worker.may_end.set()
    click(dialog.export_button)
    assert finish(app.qtbot, dialog).startswith("Exported 1 note (2 cards) to:")


def test_stopped_export_leaves_the_old_file_alone(
    app: AppDriver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modal_dialogs, "confirm_overwrite", lambda parent, file: True)
    app.write_deck(*(basic_note(f"n{number}") for number in range(500)))
    app.open_window()
    dialog = dialog_of(app)
    target = tmp_path / "old.apkg"
    target.write_bytes(b"old")
    dialog.file_field.setText(str(target))
    dialog.start_export()
    app.press(Key.Key_Escape)
    words = finish(app.qtbot, dialog)
    if words == "Stopped. Nothing was written.":
        assert target.read_bytes() == b"old"
    else:  # it had been faster
        assert zipfile.is_zipfile(target)
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["old.apkg"]


def test_closing_waits_for_the_work_to_end(app: AppDriver, dialog: ExportDialog, worker: Worker) -> None:
    click(dialog.export_button)
    assert worker.started.wait(TIMEOUT_SECONDS)
    dialog.close()
    assert worker.ended.is_set()
    assert not dialog.isVisible()
    app.wait_until_idle()


@pytest.mark.parametrize("place", ["missing/folder/x.apkg", "file.txt/x.apkg"])
def test_place_that_can_not_be_written_is_named(app: AppDriver, tmp_path: Path, place: str) -> None:
    two_decks(app)
    app.open_window()
    (tmp_path / "file.txt").write_text("not a folder")
    dialog = dialog_of(app)
    target = tmp_path / place
    dialog.file_field.setText(str(target))
    click(dialog.export_button)
    words = finish(app.qtbot, dialog)
    assert words.startswith(f"Can't write {target}: ")
    assert words.endswith("Choose another location.")
    assert not dialog.open_folder_button.isVisible()


def test_home_of_nobody_is_told_as_a_place_that_can_not_be_written(app: AppDriver) -> None:
    two_decks(app)
    app.open_window()
    dialog = dialog_of(app)
    dialog.file_field.setText("~nobody-of-this-name/x.apkg")
    click(dialog.export_button)
    assert "Can't write ~nobody-of-this-name/x.apkg: " in finish(app.qtbot, dialog)


def test_missing_picture_is_named(app: AppDriver, tmp_path: Path) -> None:
    app.write_deck({"id": "a", "front": "![tree](tree.png)", "back": "b"})
    app.open_window()
    dialog = dialog_of(app)
    dialog.file_field.setText(str(tmp_path / "x.apkg"))
    click(dialog.export_button)
    assert "Can't find image tree.png of note d/a." in finish(app.qtbot, dialog)


def test_fault_of_ours_is_raised_and_the_dialog_works_on(
    app: AppDriver, dialog: ExportDialog, worker: Worker
) -> None:
    worker.fault = ZeroDivisionError("ours")
    worker.may_end.set()
    with app.qtbot.captureExceptions() as raised:
        click(dialog.export_button)
        words = finish(app.qtbot, dialog)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert words == "Export failed: something went wrong in StudyApp. Nothing was written."


@pytest.mark.parametrize(
    ("answer", "path"),
    [
        ("/tmp/a.apkg", "/tmp/a.apkg"),
        ("/tmp/b", "/tmp/b.apkg"),
        ("/tmp/v1.2", "/tmp/v1.2.apkg"),
        (None, None),
    ],
)
def test_place_is_asked_for(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, answer: str | None, path: str | None
) -> None:
    asked: list[Path] = []

    def ask(parent: object, suggested: Path) -> Path | None:
        asked.append(suggested)
        return Path(answer) if answer else None

    monkeypatch.setattr(modal_dialogs, "ask_export_file", ask)
    before = dialog.file_field.text()
    click(dialog.browse_button)
    assert asked == [Path(before)]
    assert dialog.file_field.text() == (path or before)


def test_result_is_seen_whole(app: AppDriver, dialog: ExportDialog, worker: Worker) -> None:
    worker.may_end.set()
    dialog.file_field.setText(dialog.file_field.text().replace("StudyApp", "long-name" * 25))
    click(dialog.export_button)
    finish(app.qtbot, dialog)
    app.wait_until(
        lambda: (
            dialog.result_banner.height() >= dialog.result_banner.heightForWidth(dialog.result_banner.width())
        )
    )
    assert dialog.export_button.geometry().bottom() <= dialog.height()


@pytest.mark.parametrize("yes", [True, False])
def test_a_file_that_is_there_is_replaced_only_when_that_is_wanted(
    app: AppDriver,
    dialog: ExportDialog,
    worker: Worker,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    yes: bool,
) -> None:
    asked: list[Path] = []

    def answer(parent: object, file: Path) -> bool:
        asked.append(file)
        return yes

    monkeypatch.setattr(modal_dialogs, "confirm_overwrite", answer)
    (tmp_path / "mine.apkg").write_bytes(b"old")
    dialog.file_field.setText(str(tmp_path / "mine"))
    worker.may_end.set()
    for _ in range(2):
        click(dialog.export_button)
        if yes:
            finish(app.qtbot, dialog)
    assert dialog.file_field.text() == str(tmp_path / "mine.apkg")
    assert len(worker.calls) == (2 if yes else 0)
    assert asked == [tmp_path / "mine.apkg"] * (1 if yes else 2)


def test_a_click_on_the_words_of_a_row_ticks_it(dialog: ExportDialog) -> None:
    row = dialog.deck_list.visualItemRect(dialog.deck_list.item(0))
    beside, box = QPoint(row.left() + 120, row.center().y()), QPoint(row.left() + 14, row.center().y())
    before = dialog.deck_list.item(0).checkState()
    for place in (beside, beside, box, box):
        QTest.mouseClick(dialog.deck_list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert dialog.deck_list.item(0).checkState() is not before
        before = dialog.deck_list.item(0).checkState()


def test_what_anki_will_do_is_shown_before_anything_is_written(
    app: AppDriver, dialog: ExportDialog, worker: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studyapp.paths.find_anki_collections", lambda: [Path("/x/User 1/collection.anki2")])
    click(dialog.preview_button)
    (preview,) = dialog.findChildren(ExportPreviewDialog)
    app.wait_until(lambda: preview.outcome_tree.topLevelItemCount() == 2)
    new, conflicting = (preview.outcome_tree.topLevelItem(row) for row in range(2))
    assert new is not None and conflicting is not None
    assert new.text(0) == "New · 2"
    children = filter(None, (new.child(row) for row in range(new.childCount())))
    assert [child.text(0) for child in children] == ["one", "two"]
    assert conflicting.text(0) == "Not updated: different note type in Anki · 1"
    assert "“StudyApp Basic” was changed in Anki" in preview.warning_banner.text()
    assert "2 cards already in Anki keep their progress." in preview.warning_banner.text()
    assert preview.collection_box.currentText() == "Anki profile User 1"
    assert preview.collection_box.count() == 2
    preview.close()
    assert worker.calls == []


def test_a_preview_of_a_first_export_says_that_all_is_new(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studyapp.paths.find_anki_collections", list)
    two_decks(app)
    app.open_window()
    dialog = dialog_of(app)
    click(dialog.preview_button)
    (preview,) = dialog.findChildren(ExportPreviewDialog)
    app.wait_until(lambda: preview.outcome_tree.topLevelItemCount() == 1)
    top = preview.outcome_tree.topLevelItem(0)
    assert top is not None
    assert top.text(0) == "New · 3"
    preview.close()
