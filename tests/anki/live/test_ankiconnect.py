"""AnkiConnect failures, unexpected replies and a remote Anki are reported, and nothing is done twice."""

import contextlib
import socket
import threading
from pathlib import Path

import pytest

from studyapp.anki.live import ankiconnect
from studyapp.anki.live.ankiconnect import Address, AnkiConnectClient, AnkiConnectError, ConnectProblem
from studyapp.anki.live.live_anki import LiveAnki
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.services.exchange.sync_report import SyncReport
from studyapp.store import export_stamps
from tests.anki.ankiconnect_server import KEY, AnkiConnectServer
from tests.anki.studyapp_instance import StudyAppInstance
from tests.anki.sync_actions import (
    review_cards,
    review_one_card,
    sync,
)


@pytest.mark.parametrize("action", ["importPackage", "insertReviews", "multi", "changeDeck", "cardsModTime"])
def test_action_without_reply_is_not_repeated(
    instance: StudyAppInstance, server: AnkiConnectServer, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    monkeypatch.setattr("studyapp.anki.live.package_sending.TRANSFER_TIMEOUT", 0.5)
    for module in ("card_actions", "note_actions"):
        monkeypatch.setattr(f"studyapp.anki.live.{module}.CHANGE_TIMEOUT", 0.5)
    monkeypatch.setattr(ankiconnect, "DEFAULT_TIMEOUT", 0.5)
    monkeypatch.setattr(AnkiConnectClient.call, "__kwdefaults__", {"timeout": 0.5})
    monkeypatch.setattr(AnkiConnectClient.call_multi, "__kwdefaults__", {"timeout": 0.5})
    if action != "importPackage":
        sync(instance, server)
        path = instance.folder / "d.yaml"
        path.write_text(path.read_text().replace("title: Deck", "title: Other"))
    review_cards(instance, 4)
    server.mode = f"no reply after {action}"
    with pytest.raises(AnkiConnectError) as raised:
        sync(instance, server)
    assert raised.value.problem is ConnectProblem.TIMEOUT
    with instance.collection.read_transaction() as connection:
        if action == "importPackage":
            assert not export_stamps.load_all(connection), "nothing is marked as exported"
    server.mode = "ok"
    sync(instance, server)
    assert server.anki.note_count() == 9
    assert server.anki.card_count() == 10
    assert server.anki.db is not None
    assert server.anki.db.scalar("SELECT count() FROM revlog") == 4
    assert sync(instance, server) == SyncReport()


@pytest.mark.parametrize(
    ("mode", "problem", "words"),
    [
        ("cut", ConnectProblem.NOT_ANKICONNECT, ""),
        ("junk", ConnectProblem.NOT_ANKICONNECT, "not JSON"),
        ("html", ConnectProblem.NOT_ANKICONNECT, "502"),
        ("null", ConnectProblem.PERMISSION_DENIED, ""),
        ("redirect", ConnectProblem.NOT_ANKICONNECT, "307"),
        ("denied", ConnectProblem.PERMISSION_DENIED, ""),
        ("v4", ConnectProblem.PROTOCOL_MISMATCH, "4"),
        ("v99", ConnectProblem.PROTOCOL_MISMATCH, "99"),
        ("markup", ConnectProblem.ACTION_FAILED, "<img src=x>"),
    ],
)
def test_unexpected_reply_is_reported_in_one_line(
    instance: StudyAppInstance, server: AnkiConnectServer, mode: str, problem: ConnectProblem, words: str
) -> None:
    server.mode = mode
    with pytest.raises(AnkiConnectError) as raised:
        sync(instance, server)
    assert raised.value.problem is problem
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)
    assert server.anki.note_count() == 0


def test_missing_action_is_reported_as_outdated_addon(
    instance: StudyAppInstance, server: AnkiConnectServer
) -> None:
    def refuse(action: str) -> None:
        if action == "importPackage":
            raise ValueError("unsupported action")

    server.before = refuse
    with pytest.raises(AnkiConnectError) as raised:
        sync(instance, server)
    assert raised.value.problem is ConnectProblem.ADDON_OUTDATED


def test_missing_and_silent_server_are_reported(server: AnkiConnectServer) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(AnkiConnectError) as raised:
        AnkiConnectClient(Address("127.0.0.1", port)).call("version")
    assert raised.value.problem is ConnectProblem.NOT_RUNNING
    server.mode = "silent"
    with pytest.raises(AnkiConnectError) as raised:
        AnkiConnectClient(Address("127.0.0.1", server.port)).call("version", timeout=0.3)
    assert raised.value.problem is ConnectProblem.TIMEOUT


def test_remote_anki_with_same_folder_name_is_treated_as_remote(
    instance: StudyAppInstance, server: AnkiConnectServer, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    (other / "collection.media").mkdir(parents=True)
    (other / "collection.anki2").write_bytes(b"another user's")
    server.is_remote = True
    server.do_get_media_dir_path = lambda: str(other / "collection.media")  # type: ignore[method-assign]
    assert sync(instance, server).added_count == 9
    assert sorted(path.name for path in other.rglob("*")) == ["collection.anki2", "collection.media"]


def test_next_connection_removes_what_a_killed_sync_left_in_the_folders_of_anki(
    server: AnkiConnectServer,
) -> None:
    media_folder = Path(server.anki.media.dir())
    left = [
        media_folder / f"studyapp-{'0' * 32}.txt",
        media_folder / f"studyapp-{'0' * 12}.apkg",
        media_folder.parent / f"studyapp-{'1' * 12}.apkg",
    ]
    kept = [media_folder / "studyapp-cards.apkg", media_folder / f"studyapp-d-{'2' * 16}.png"]
    for path in (*left, *kept):
        path.write_bytes(b"x")
    LiveAnki(AnkiConnectClient(Address("127.0.0.1", server.port), server.key))
    assert [path.exists() for path in (*left, *kept)] == [False, False, False, True, True]


@pytest.mark.parametrize("part", ["head", "body"])
def test_slow_reply_times_out(part: str) -> None:
    def send_slowly(server: socket.socket) -> None:
        found, _ = server.accept()
        with found, contextlib.suppress(OSError):
            found.recv(10_000)
            if part == "body":
                found.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while True:
                found.sendall(b"H")
                stopped.wait(0.05)

    stopped = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=send_slowly, args=(server,), daemon=True)
        thread.start()
        ticks: list[int] = []
        with pytest.raises(AnkiConnectError) as raised:
            AnkiConnectClient(
                Address("127.0.0.1", server.getsockname()[1]), on_poll=lambda: ticks.append(1)
            ).call("version", timeout=0.5)
        thread.join(5)
    assert raised.value.problem is ConnectProblem.TIMEOUT
    assert ticks


@pytest.mark.parametrize("answer", [None, 5, [5], "é", {"a": 1}])
def test_replies_of_wrong_type_are_reported(
    instance: StudyAppInstance, server: AnkiConnectServer, answer: object
) -> None:
    sync(instance, server)
    review_one_card(instance)
    server.do_cards_mod_time = lambda cards: answer  # type: ignore[method-assign, assignment, return-value]
    with pytest.raises(AnkiConnectError) as raised:
        sync(instance, server)
    assert raised.value.problem is ConnectProblem.NOT_ANKICONNECT
    server.is_remote = True
    server.do_get_decks = lambda cards: answer  # type: ignore[method-assign, assignment, return-value]
    server.do_retrieve_media_file = lambda filename: answer  # type: ignore[method-assign, assignment, return-value]
    with pytest.raises((AnkiConnectError, UnreadableFileError)):
        sync(instance, server)


def test_waiting_can_be_cancelled(server: AnkiConnectServer) -> None:
    class Stop(Exception):
        pass

    def stop() -> None:
        raise Stop

    server.mode = "silent"
    with pytest.raises(Stop):
        AnkiConnectClient(Address("127.0.0.1", server.port), on_poll=stop).call("version")


def test_api_key_is_required_and_never_shown(instance: StudyAppInstance, server: AnkiConnectServer) -> None:
    server.key = KEY
    with pytest.raises(AnkiConnectError) as raised:
        AnkiConnectClient(Address("127.0.0.1", server.port)).call("version")
    assert raised.value.problem is ConnectProblem.KEY_REQUIRED
    with pytest.raises(AnkiConnectError) as raised:
        sync(instance, server, key="wr0ng")
    assert raised.value.problem is ConnectProblem.KEY_REJECTED
    assert "wr0ng" not in str(raised.value)
    review_cards(instance, 2)
    assert sync(instance, server).added_count == 9
    review_cards(instance, 2)
    assert sync(instance, server).pushed_review_count == 2


def test_environment_proxies_are_ignored(server: AnkiConnectServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert AnkiConnectClient(Address("127.0.0.1", server.port)).call("version") == 6


@pytest.mark.parametrize("words", ["http://127.0.0.1:8765", "127.0.0.1", "localhost:8765", "http://[::1]:9"])
def test_local_addresses_are_accepted(words: str) -> None:
    assert Address.parse(words).port in (8765, 9)


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("http://192.168.1.5:8765", ConnectProblem.REMOTE_ADDRESS), ("anki.example.org", ConnectProblem.REMOTE_ADDRESS), ("https://127.0.0.1", ConnectProblem.INVALID_ADDRESS),
        ("file:///etc", ConnectProblem.INVALID_ADDRESS), ("http://:8765", ConnectProblem.INVALID_ADDRESS), ("http://127.0.0.1:99999", ConnectProblem.INVALID_ADDRESS),
    ],
)  # fmt: skip
def test_other_addresses_are_rejected(words: str, problem: ConnectProblem) -> None:
    with pytest.raises(AnkiConnectError) as raised:
        Address.parse(words)
    assert raised.value.problem is problem


def test_remote_address_is_accepted_if_allowed() -> None:
    assert Address.parse("192.168.1.5", allow_remote=True) == Address("192.168.1.5", 8765)
