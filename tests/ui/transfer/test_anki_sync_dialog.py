"""Syncing with a running Anki from the window."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection as Anki
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from studyapp.anki.live import ankiconnect
from studyapp.anki.live.ankiconnect import AnkiConnectError, ConnectProblem
from studyapp.core.notes.custom_note_type import CustomNoteType
from studyapp.core.notes.note import Basic, Note
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.transfer.common_version import CommonVersion
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.package_model import SourceNote
from studyapp.services.exchange.sync_decisions import (
    DeletedHereChoice,
    DeletedInAnkiChoice,
    SyncDecisions,
    SyncPreview,
    SyncSettings,
)
from studyapp.services.exchange.sync_report import SyncReport
from studyapp.services.transfer.anki_changes.conflict_choice import ConflictChoice
from studyapp.services.transfer.anki_changes.note_merging import AnkiConflict
from studyapp.store.errors import DISK_FULL, StoreError
from studyapp.ui.dialogs.selectable_text import SelectableText
from studyapp.ui.transfer.anki_sync_dialog import AnkiSyncDialog, SyncOperations
from studyapp.ui.transfer.export_dialog import ExportDialog
from studyapp.ui.transfer.sync_preview_form import SyncPreviewForm
from tests.anki.ankiconnect_server import KEY, AnkiConnectServer, run_server
from tests.timeouts import TIMEOUT_SECONDS
from tests.ui.app_driver import AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
Key = Qt.Key


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AnkiConnectServer]:
    (tmp_path / "theirs").mkdir()
    anki = Anki(str(tmp_path / "theirs" / "collection.anki2"))
    with run_server(anki) as server:
        monkeypatch.setattr(ankiconnect, "DEFAULT_ADDRESS", f"http://127.0.0.1:{server.port}")
        yield server
    anki.close()


def open_sync_dialog(app: AppDriver) -> AnkiSyncDialog:
    """Open the dialog from the export dialog."""
    app.press_ctrl(Key.Key_E)
    (export_dialog,) = app.window.findChildren(ExportDialog)
    app.wait_until(export_dialog.isActiveWindow)
    export_dialog.anki_sync_button.click()
    (dialog,) = app.window.findChildren(AnkiSyncDialog)
    app.wait_until(dialog.isActiveWindow)
    return dialog


def compare(app: AppDriver, dialog: AnkiSyncDialog) -> None:
    dialog.sync_button.click()
    app.wait_until(dialog.sync_button.isEnabled)


def sync_result(app: AppDriver, dialog: AnkiSyncDialog) -> str:
    """Compare, agree to the changes if there are any, and return the message at the end."""
    compare(app, dialog)
    if dialog.preview_form is not None:
        dialog.sync_button.click()
    app.wait_until(lambda: dialog.result_banner.isVisible() and dialog.sync_button.isEnabled())
    return dialog.result_banner.text()


def test_sync_sends_notes_and_second_sync_has_nothing_to_do(
    app: AppDriver, server: AnkiConnectServer
) -> None:
    app.study(basic_note("a"), basic_note("b"))
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    app.press(Key.Key_Escape)
    dialog = open_sync_dialog(app)
    assert "2 notes added to Anki" in sync_result(app, dialog)
    assert server.anki.note_count() == 2
    assert sync_result(app, dialog) == "Already in sync."
    dialog.close_button.click()


def test_api_key_is_asked_for_once(app: AppDriver, server: AnkiConnectServer) -> None:
    server.key = KEY
    app.write_deck(basic_note("a"))
    app.open_window()
    dialog = open_sync_dialog(app)
    assert "requires an API key" in sync_result(app, dialog)
    assert dialog.api_key_field.isVisible()
    assert dialog.api_key_field.hasFocus()
    dialog.api_key_field.setText(KEY)
    assert "1 note added to Anki" in sync_result(app, dialog)
    dialog.close_button.click()
    assert app.desktop is not None
    assert app.desktop._app_settings.ankiconnect_api_key == KEY
    app.wait_until(lambda: not app.window.findChildren(AnkiSyncDialog))
    app.wait_until_idle()
    assert sync_result(app, open_sync_dialog(app)) == "Already in sync."


SETTINGS = SyncSettings()
PREVIEW = SyncPreview("Ann", added_to_anki=("d/a",), card_count=1)


def open_sync_dialog_with(
    app: AppDriver, report: SyncReport | Exception, preview: SyncPreview = PREVIEW
) -> AnkiSyncDialog:
    def sync(settings: SyncSettings, decisions: SyncDecisions, progress: ProgressCallback) -> SyncReport:
        if isinstance(report, Exception):
            raise report
        return report

    app.write_deck(basic_note("a"))
    operations = SyncOperations(lambda settings, progress: preview, sync)
    dialog = AnkiSyncDialog(SETTINGS, operations, app.open_window())
    dialog.show()
    return dialog


def test_unsynced_notes_are_named(app: AppDriver) -> None:
    report = SyncReport(
        pulled_review_count=3,
        conflicts=("d/a", "d/b", "d/c", "d/e"),
        note_type_conflicts=("d/x",),
        postponed_card_count=2,
        not_stored=("d/y",),
        losses=(Loss(LossKind.EASE_FACTORS, "note a"), Loss(LossKind.EASE_FACTORS, "note b")),
    )
    message = sync_result(app, open_sync_dialog_with(app, report))
    assert message.startswith("3 reviews received from Anki\n")
    for expected in (
        "and in Anki: d/a, d/b, d/c …",
        "different in Anki: d/x",
        "sent: d/y",
        "2 cards will sync next time",
        "2 × Ease from Anki's SM-2 algorithm was skipped: FSRS doesn't use it.\nnote a · note b",
    ):
        assert expected in message


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (
            AnkiConnectError(ConnectProblem.NOT_RUNNING, "127.0.0.1:8765"),
            "Anki isn't responding at 127.0.0.1:8765",
        ),
        (AnkiConnectError(ConnectProblem.ACTION_FAILED, "bad <b>x</b>\u202e"), "Anki reported: bad <b>x</b>"),
        (StoreError(DISK_FULL, Path("/x/collection.db")), "/x/collection.db"),
        (OSError(28, "No space left", "/x/y"), "No space left"),
    ],
)
def test_sync_error_is_shown(app: AppDriver, error: Exception, expected: str) -> None:
    message = sync_result(app, open_sync_dialog_with(app, error))
    assert expected in message
    assert "\u202e" not in message


def test_sync_can_be_stopped(app: AppDriver) -> None:
    started = threading.Event()

    def sync(settings: SyncSettings, decisions: SyncDecisions, progress: ProgressCallback) -> SyncReport:
        started.set()
        while True:
            progress(1, 6)

    app.write_deck(basic_note("a"))
    operations = SyncOperations(lambda settings, progress: PREVIEW, sync)
    dialog = AnkiSyncDialog(SETTINGS, operations, app.open_window())
    dialog.show()
    compare(app, dialog)
    dialog.sync_button.click()
    assert started.wait(TIMEOUT_SECONDS)
    dialog.close_button.click()
    app.wait_until(dialog.result_banner.isVisible)
    assert dialog.result_banner.text().startswith("Stopped.")


def test_nothing_changes_before_the_user_agrees(app: AppDriver, server: AnkiConnectServer) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    dialog = open_sync_dialog(app)
    compare(app, dialog)
    assert dialog.preview_form is not None
    texts = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "Profile in Anki: Ann" in texts
    assert "1 new note will be added to Anki\n1 card will be added or updated in Anki" in texts
    assert server.anki.note_count() == 0
    dialog.close_button.click()
    app.wait_until(lambda: not app.window.findChildren(AnkiSyncDialog))
    assert server.anki.note_count() == 0


def conflict(note_id: str) -> AnkiConflict:
    def note(back: str) -> Note:
        text = LocalizedText.language_neutral
        return Note("d", note_id, Basic(text("front"), text(back)))

    source = SourceNote("g", CustomNoteType(1, "Basic", ("Front",), (), False), (), ("front",), ())
    common = CommonVersion(note("old"), 1, ("Front",), ("front",), ())
    return AnkiConflict(source, note("old"), note("mine"), note("theirs"), ("back",), common, {})


def test_decisions_reach_the_sync(app: AppDriver) -> None:
    preview = SyncPreview(
        "Ann",
        new_in_anki=("Capital of Peru",),
        conflicts=(conflict("a"), conflict("b")),
        deleted_in_anki=("d/c",),
        deleted_here=("d/e",),
    )
    given: list[SyncDecisions] = []

    def sync(settings: SyncSettings, decisions: SyncDecisions, progress: ProgressCallback) -> SyncReport:
        given.append(decisions)
        return SyncReport()

    app.write_deck(basic_note("a"))
    dialog = AnkiSyncDialog(
        SETTINGS, SyncOperations(lambda settings, progress: preview, sync), app.open_window()
    )
    dialog.show()
    compare(app, dialog)
    form = dialog.preview_form
    assert form is not None
    texts = [view.text() for view in dialog.findChildren(SelectableText)]
    assert "mine" in texts and "theirs" in texts
    assert form.decisions() == SyncDecisions(
        choice_by_conflict={"d/a": ConflictChoice.LEAVE, "d/b": ConflictChoice.LEAVE},
        profile_name="Ann",
    ), "by default nothing is deleted or overwritten"
    form.all_conflicts_box.setCurrentIndex(1)
    form.conflict_box_by_key["d/b"].setCurrentIndex(2)
    form.deleted_in_anki_box.setCurrentIndex(2)
    form.deleted_here_box.setCurrentIndex(1)
    form.new_notes_box.setChecked(False)
    dialog.sync_button.click()
    app.wait_until(dialog.result_banner.isVisible)
    assert given == [
        SyncDecisions(
            ConflictChoice.HERE,
            {"d/a": ConflictChoice.HERE, "d/b": ConflictChoice.ANKI},
            DeletedInAnkiChoice.DELETE_HERE,
            DeletedHereChoice.DELETE_IN_ANKI,
            adds_notes_from_anki=False,
            profile_name="Ann",
        )
    ]


def test_retired_notes_are_asked_about_like_deleted_ones(app: AppDriver) -> None:
    """One question, with the names of both."""
    app.write_deck(basic_note("a"))
    window = app.open_window()
    for deleted, retired, names in (
        ((), (), ""),
        ((), ("d/a",), "1 note retired here: no longer in its deck"),
        (("d/e",), ("d/a", "d/b"), "1 note deleted here, 2 notes retired here: no longer in their decks"),
    ):
        form = SyncPreviewForm(SyncPreview("Ann", deleted_here=deleted, retired_here=retired), window)
        texts = [widget.text() for widget in form.widgets if isinstance(widget, QLabel)]
        assert [text for text in texts if "d/" in text] == [
            " · ".join(keys) for keys in (deleted, retired) if keys
        ]
        assert form.deleted_here_box.accessibleName() == names
        assert form.deleted_here_box.isHidden() == (not names)
        assert form.decisions().deleted_here is DeletedHereChoice.LEAVE


def test_retired_notes_are_named_in_the_result(app: AppDriver) -> None:
    message = sync_result(app, open_sync_dialog_with(app, SyncReport(retired_here=("d/a", "d/b"))))
    assert message == (
        "Retired here, so their decks no longer have them; Anki keeps them. "
        "Delete them there if you don't need them: d/a, d/b"
    )


def test_list_of_what_was_left_alone_is_not_called_in_sync(app: AppDriver) -> None:
    message = sync_result(app, open_sync_dialog_with(app, SyncReport(deleted_here=("d/a",))))
    assert message == "Deleted here, but still in Anki: d/a"
