"""The preview of an export."""

from pathlib import Path

import pytest

from studyapp.ui.transfer.export_dialog import ExportDialog
from studyapp.ui.transfer.export_preview_dialog import ExportPreviewDialog
from tests.ui.app_driver import AppDriver, click
from tests.ui.transfer.export_dialog_driver import BlockingExport, open_export_dialog, write_two_decks

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


def test_preview_shows_outcomes_without_exporting(
    app: AppDriver, dialog: ExportDialog, blocking_export: BlockingExport, monkeypatch: pytest.MonkeyPatch
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
    assert blocking_export.calls == []


def test_preview_of_first_export_lists_all_notes_as_new(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studyapp.paths.find_anki_collections", list)
    write_two_decks(app)
    app.open_window()
    dialog = open_export_dialog(app)
    click(dialog.preview_button)
    (preview,) = dialog.findChildren(ExportPreviewDialog)
    app.wait_until(lambda: preview.outcome_tree.topLevelItemCount() == 1)
    top = preview.outcome_tree.topLevelItem(0)
    assert top is not None
    assert top.text(0) == "New · 3"
    preview.close()
