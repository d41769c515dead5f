"""A sync and Anki's windows: what they show, and how long they take to redraw."""

import threading
from types import SimpleNamespace

import pytest

from studyapp.anki.live import ankiconnect
from studyapp.services.exchange.anki_sync import sync_with_anki
from tests.anki.ankiconnect_server import AnkiConnectServer
from tests.anki.studyapp_instance import StudyAppInstance
from tests.anki.sync_actions import NO_DECISIONS, review_cards, sync, sync_request


def test_window_shows_what_has_arrived(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    assert sync(instance, server).added_count == 9
    assert not server.has_stale_window
    review_cards(instance, 2)
    assert sync(instance, server).updated_card_count == 2
    assert not server.has_stale_window
    path = instance.folder / "d.yaml"
    path.write_text(path.read_text().replace("front 1", "front one"))
    instance.time.now += 3_600_000
    assert sync(instance, server).updated_count == 1
    assert not server.has_stale_window


def test_window_is_left_alone_if_nothing_changes(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    sync(instance, server)
    server.calls.clear()
    sync(instance, server)
    assert server.calls["guiDeckBrowser"] == 0


def test_slow_redrawing_is_waited_for(
    instance: StudyAppInstance, server: AnkiConnectServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its browser open, Anki takes long to redraw after each of the changes in a request."""
    sync(instance, server)
    path = instance.folder / "d.yaml"
    path.write_text(path.read_text().replace("front ", "side "))
    instance.time.now += 3_600_000
    now = 0.0
    monkeypatch.setattr(ankiconnect, "time", SimpleNamespace(monotonic=lambda: now))
    is_polled = threading.Event()

    def redraw_slowly(action: str) -> None:
        nonlocal now
        if action == "updateNoteFields":
            now += 5
            is_polled.clear()
            is_polled.wait(10)

    server.before = redraw_slowly
    request = sync_request(instance, server)
    report = sync_with_anki(request, NO_DECISIONS, lambda _done, _total: is_polled.set())
    assert (report.updated_count, report.not_stored) == (8, ())
    assert now == 8 * 5
