"""Exchange with a running Anki, from the window."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from anki.collection import Collection as Anki
from PySide6.QtCore import Qt

from studyapp.anki.live import ankiconnect
from studyapp.anki.live.ankiconnect import AnkiConnectError, ConnectProblem
from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.transfer.sync_report import SyncReport
from studyapp.store.errors import DISK_FULL, StoreError
from studyapp.ui.transfer.anki_sync_dialog import AnkiSyncDialog
from studyapp.ui.transfer.export_dialog import ExportDialog
from tests.anki.peer import KEY, Peer, running
from tests.patience import PATIENCE
from tests.ui.room import Room, basic

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")
Key = Qt.Key


@pytest.fixture
def peer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Peer]:
    (tmp_path / "theirs").mkdir()
    anki = Anki(str(tmp_path / "theirs" / "collection.anki2"))
    with running(anki) as found:
        monkeypatch.setattr(ankiconnect, "DEFAULT_ADDRESS", f"http://127.0.0.1:{found.port}")
        yield found
    anki.close()


def exchange_of(room: Room) -> AnkiSyncDialog:
    """The dialog as a person comes to it."""
    room.control(Key.Key_E)
    (export,) = room.window.findChildren(ExportDialog)
    room.wait(export.isActiveWindow)
    export.anki_sync_button.click()
    (dialog,) = room.window.findChildren(AnkiSyncDialog)
    room.wait(dialog.isActiveWindow)
    return dialog


def outcome(room: Room, dialog: AnkiSyncDialog) -> str:
    dialog.sync_button.click()
    room.wait(lambda: dialog.result_banner.isVisible() and dialog.sync_button.isEnabled())
    return dialog.result_banner.text()


def test_notes_and_reviews_go_and_then_there_is_nothing_to_do(room: Room, peer: Peer) -> None:
    room.study(basic("a"), basic("b"))
    room.press(Key.Key_Space)
    room.press(Key.Key_3)
    room.press(Key.Key_Escape)
    dialog = exchange_of(room)
    assert "2 notes added to Anki" in outcome(room, dialog)
    assert peer.anki.note_count() == 2
    assert outcome(room, dialog) == "Already in sync."
    dialog.close_button.click()


def test_a_key_is_asked_for_once(room: Room, peer: Peer) -> None:
    peer.key = KEY
    room.write(basic("a"))
    room.open()
    dialog = exchange_of(room)
    assert "requires its API key" in outcome(room, dialog)
    assert dialog.api_key_field.isVisible()
    assert dialog.api_key_field.hasFocus()
    dialog.api_key_field.setText(KEY)
    assert "1 note added to Anki" in outcome(room, dialog)
    dialog.close_button.click()
    assert room.desktop is not None
    assert room.desktop._window_settings.ankiconnect_api_key == KEY
    room.wait(lambda: not room.window.findChildren(AnkiSyncDialog))
    room.settle()
    assert outcome(room, exchange_of(room)) == "Already in sync."


def opened(room: Room, report: SyncReport | Exception) -> AnkiSyncDialog:
    def exchange(key: str, progress: ProgressCallback) -> SyncReport:
        if isinstance(report, Exception):
            raise report
        return report

    room.write(basic("a"))
    dialog = AnkiSyncDialog("", exchange, room.open())
    dialog.show()
    return dialog


def test_what_was_left_is_named(room: Room) -> None:
    report = SyncReport(
        pulled_review_count=3,
        changed_in_anki=("d/a", "d/b", "d/c", "d/e"),
        note_type_conflicts=("d/x",),
        postponed_card_count=2,
        unconfirmed=("d/y",),
    )
    words = outcome(room, opened(room, report))
    assert words.startswith("3 reviews received from Anki\n")
    for part in (
        "in Anki: d/a, d/b, d/c …",
        "another note type: d/x",
        "sent: d/y",
        "2 cards will sync next time",
    ):
        assert part in words


@pytest.mark.parametrize(
    ("fault", "words"),
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
def test_a_fault_of_the_world_is_told(room: Room, fault: Exception, words: str) -> None:
    shown = outcome(room, opened(room, fault))
    assert words in shown
    assert "\u202e" not in shown


def test_it_can_be_stopped(room: Room) -> None:
    started = threading.Event()

    def exchange(key: str, progress: ProgressCallback) -> SyncReport:
        started.set()
        while True:
            progress(1, 6)

    room.write(basic("a"))
    dialog = AnkiSyncDialog("", exchange, room.open())
    dialog.show()
    dialog.sync_button.click()
    assert started.wait(PATIENCE)
    dialog.close_button.click()
    room.wait(dialog.result_banner.isVisible)
    assert dialog.result_banner.text().startswith("Stopped.")
