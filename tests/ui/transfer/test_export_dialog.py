"""The export dialog: selection, progress, stopping, errors."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.transfer.export_request import ExportRequest
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.transfer.export_dialog import ExportDialog
from tests.timeouts import TIMEOUT_SECONDS
from tests.ui.app_driver import AppDriver, click
from tests.ui.transfer.export_dialog_driver import BlockingExport, wait_for_result

Key = Qt.Key

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


def test_export_receives_selected_decks_and_languages(
    app: AppDriver, dialog: ExportDialog, blocking_export: BlockingExport, tmp_path: Path
) -> None:
    assert dialog.selected_languages() is CardLanguages.ENGLISH_AND_TRADITIONAL
    dialog.language_box.setFocus()
    app.press(Key.Key_Up)
    dialog.deck_list.item(1).setCheckState(Qt.CheckState.Unchecked)
    click(dialog.export_button)
    blocking_export.may_finish.set()
    wait_for_result(app.qtbot, dialog)
    assert blocking_export.calls == [
        ExportRequest(("one",), CardLanguages.SIMPLIFIED_CHINESE, tmp_path / "StudyApp.apkg")
    ]


def test_export_does_not_start_without_deck_or_file(
    app: AppDriver, dialog: ExportDialog, blocking_export: BlockingExport
) -> None:
    target = dialog.file_field.text()
    for file_text in ("", "   "):
        dialog.file_field.setText(file_text)
        click(dialog.export_button)
    dialog.file_field.setText(target)
    for row in range(2):
        dialog.deck_list.item(row).setCheckState(Qt.CheckState.Unchecked)
    click(dialog.export_button)
    assert blocking_export.calls == []
    assert dialog.export_button.isEnabled()


def test_running_export_is_not_started_twice(
    app: AppDriver, dialog: ExportDialog, blocking_export: BlockingExport
) -> None:
    click(dialog.export_button)
    assert blocking_export.started.wait(TIMEOUT_SECONDS)
    click(dialog.export_button)
    app.press(Key.Key_Return)
    dialog.start_export()
    blocking_export.may_finish.set()
    wait_for_result(app.qtbot, dialog)
    assert len(blocking_export.calls) == 1


def test_progress_bar_is_shown_during_export(
    app: AppDriver, dialog: ExportDialog, blocking_export: BlockingExport
) -> None:
    click(dialog.export_button)
    app.wait_until(lambda: dialog.progress_bar.value() == 4)
    assert dialog.progress_bar.isVisible()
    assert dialog.progress_bar.maximum() == 10
    assert dialog.cancel_button.text() == "Stop"
    blocking_export.may_finish.set()
    wait_for_result(app.qtbot, dialog)
    assert not dialog.progress_bar.isVisible()


@pytest.mark.parametrize("by_key", [False, True])
def test_export_can_be_stopped_and_restarted(
    app: AppDriver, dialog: ExportDialog, blocking_export: BlockingExport, by_key: bool
) -> None:
    click(dialog.export_button)
    assert blocking_export.started.wait(TIMEOUT_SECONDS)
    if by_key:
        app.press(Key.Key_Escape)
    else:
        click(dialog.cancel_button)
    assert wait_for_result(app.qtbot, dialog) == "Stopped. Nothing was written."
    assert dialog.isVisible()
    blocking_export.may_finish.set()
    click(dialog.export_button)
    assert wait_for_result(app.qtbot, dialog).startswith("Exported 1 note (2 cards) to:")


def test_closing_the_dialog_waits_for_the_export(
    app: AppDriver, dialog: ExportDialog, blocking_export: BlockingExport
) -> None:
    click(dialog.export_button)
    assert blocking_export.started.wait(TIMEOUT_SECONDS)
    dialog.close()
    assert blocking_export.finished.is_set()
    assert not dialog.isVisible()
    app.wait_until_idle()


def test_unexpected_exception_is_raised_and_reported(
    app: AppDriver, dialog: ExportDialog, blocking_export: BlockingExport
) -> None:
    blocking_export.error = ZeroDivisionError("ours")
    blocking_export.may_finish.set()
    with app.qtbot.captureExceptions() as raised:
        click(dialog.export_button)
        message = wait_for_result(app.qtbot, dialog)
    assert [kind for kind, _, _ in raised] == [ZeroDivisionError]
    assert message == "Export failed: something went wrong in StudyApp. Nothing was written."


@pytest.mark.parametrize(
    ("answer", "path"),
    [
        ("/tmp/a.apkg", "/tmp/a.apkg"),
        ("/tmp/b", "/tmp/b.apkg"),
        ("/tmp/v1.2", "/tmp/v1.2.apkg"),
        (None, None),
    ],
)
def test_browse_asks_for_file_and_adds_suffix(
    dialog: ExportDialog, monkeypatch: pytest.MonkeyPatch, answer: str | None, path: str | None
) -> None:
    suggestions: list[Path] = []

    def ask(parent: object, suggested: Path) -> Path | None:
        suggestions.append(suggested)
        return Path(answer) if answer else None

    monkeypatch.setattr(modal_dialogs, "ask_export_file", ask)
    before = dialog.file_field.text()
    click(dialog.browse_button)
    assert suggestions == [Path(before)]
    assert dialog.file_field.text() == (path or before)


def test_result_banner_shows_its_whole_text(
    app: AppDriver, dialog: ExportDialog, blocking_export: BlockingExport
) -> None:
    blocking_export.may_finish.set()
    dialog.file_field.setText(dialog.file_field.text().replace("StudyApp", "long-name" * 25))
    click(dialog.export_button)
    wait_for_result(app.qtbot, dialog)
    app.wait_until(
        lambda: (
            dialog.result_banner.height() >= dialog.result_banner.heightForWidth(dialog.result_banner.width())
        )
    )
    assert dialog.export_button.geometry().bottom() <= dialog.height()


@pytest.mark.parametrize("is_confirmed", [True, False])
def test_existing_file_is_overwritten_only_after_confirmation(
    app: AppDriver,
    dialog: ExportDialog,
    blocking_export: BlockingExport,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    is_confirmed: bool,
) -> None:
    asked_files: list[Path] = []

    def confirm_overwrite(parent: object, file: Path) -> bool:
        asked_files.append(file)
        return is_confirmed

    monkeypatch.setattr(modal_dialogs, "confirm_overwrite", confirm_overwrite)
    (tmp_path / "mine.apkg").write_bytes(b"old")
    dialog.file_field.setText(str(tmp_path / "mine"))
    blocking_export.may_finish.set()
    for _ in range(2):
        click(dialog.export_button)
        if is_confirmed:
            wait_for_result(app.qtbot, dialog)
    assert dialog.file_field.text() == str(tmp_path / "mine.apkg")
    assert len(blocking_export.calls) == (2 if is_confirmed else 0)
    assert asked_files == [tmp_path / "mine.apkg"] * (1 if is_confirmed else 2)


def test_click_on_label_or_checkbox_toggles_deck(dialog: ExportDialog) -> None:
    row = dialog.deck_list.visualItemRect(dialog.deck_list.item(0))
    label_point, checkbox_point = (
        QPoint(row.left() + 120, row.center().y()),
        QPoint(row.left() + 14, row.center().y()),
    )
    before = dialog.deck_list.item(0).checkState()
    for point in (label_point, label_point, checkbox_point, checkbox_point):
        QTest.mouseClick(dialog.deck_list.viewport(), Qt.MouseButton.LeftButton, pos=point)
        assert dialog.deck_list.item(0).checkState() is not before
        before = dialog.deck_list.item(0).checkState()
