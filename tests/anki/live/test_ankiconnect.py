"""AnkiConnect that falls silent, lies or is elsewhere: told in a sentence, and nothing is done twice."""

import contextlib
import socket
import threading
from pathlib import Path

import pytest

from studyapp.anki.live import ankiconnect
from studyapp.anki.live.ankiconnect import Address, AnkiConnect, AnkiConnectError, ConnectProblem
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.services.transfer.sync_report import SyncReport
from studyapp.store import export_stamps
from tests.anki.exchanges import (
    meet,
    one_review,
    rate_here,
)
from tests.anki.peer import KEY, Peer
from tests.anki.studyapp_instance import Machine


@pytest.mark.parametrize("action", ["importPackage", "insertReviews", "multi", "changeDeck", "cardsModTime"])
def test_what_was_done_without_an_answer_is_not_done_twice(
    here: Machine, peer: Peer, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    monkeypatch.setattr("studyapp.anki.live.live_anki._PACKAGE_TIMEOUT", 0.5)
    monkeypatch.setattr(ankiconnect, "DEFAULT_TIMEOUT", 0.5)
    monkeypatch.setattr(AnkiConnect.call, "__kwdefaults__", {"timeout": 0.5})
    monkeypatch.setattr(AnkiConnect.call_multi, "__kwdefaults__", {"timeout": 0.5})
    if action != "importPackage":
        meet(here, peer)
        path = here.folder / "d.yaml"
        path.write_text(path.read_text().replace("title: Deck", "title: Other"))
    rate_here(here, 4)
    peer.mode = f"deaf after {action}"
    with pytest.raises(AnkiConnectError) as raised:
        meet(here, peer)
    assert raised.value.problem is ConnectProblem.TIMEOUT
    with here.collection.read_transaction() as connection:
        if action == "importPackage":
            assert not export_stamps.load_all(connection), "nothing is marked as given"
    peer.mode = "ok"
    meet(here, peer)
    assert peer.anki.note_count() == 9
    assert peer.anki.card_count() == 10
    assert peer.anki.db is not None
    assert peer.anki.db.scalar("SELECT count() FROM revlog") == 4
    assert meet(here, peer) == SyncReport()


@pytest.mark.parametrize(
    ("mode", "trouble", "words"),
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
def test_a_peer_that_misbehaves_is_told_in_a_sentence(
    here: Machine, peer: Peer, mode: str, trouble: ConnectProblem, words: str
) -> None:
    peer.mode = mode
    with pytest.raises(AnkiConnectError) as raised:
        meet(here, peer)
    assert raised.value.problem is trouble
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)
    assert peer.anki.note_count() == 0


def test_an_add_on_that_can_not_do_it_is_told_to_be_old(here: Machine, peer: Peer) -> None:
    def refuse(action: str) -> None:
        if action == "importPackage":
            raise ValueError("unsupported action")

    peer.before = refuse
    with pytest.raises(AnkiConnectError) as raised:
        meet(here, peer)
    assert raised.value.problem is ConnectProblem.ADDON_OUTDATED


def test_nobody_there_and_nobody_answering(peer: Peer) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(AnkiConnectError) as raised:
        AnkiConnect(Address("127.0.0.1", port)).call("version")
    assert raised.value.problem is ConnectProblem.NOT_RUNNING
    peer.mode = "silent"
    with pytest.raises(AnkiConnectError) as raised:
        AnkiConnect(Address("127.0.0.1", peer.port)).call("version", timeout=0.3)
    assert raised.value.problem is ConnectProblem.TIMEOUT


def test_an_anki_elsewhere_with_a_folder_of_the_same_name_is_elsewhere(
    here: Machine, peer: Peer, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    (other / "collection.media").mkdir(parents=True)
    (other / "collection.anki2").write_bytes(b"somebody else's")
    peer.is_elsewhere = True
    peer.do_get_media_dir_path = lambda: str(other / "collection.media")  # type: ignore[method-assign]
    assert meet(here, peer).added_count == 9
    assert sorted(path.name for path in other.rglob("*")) == ["collection.anki2", "collection.media"]


@pytest.mark.parametrize("where", ["head", "body"])
def test_a_peer_that_drips_is_not_waited_for(where: str) -> None:
    def drip(server: socket.socket) -> None:
        found, _ = server.accept()
        with found, contextlib.suppress(OSError):
            found.recv(10_000)
            if where == "body":
                found.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while True:
                found.sendall(b"H")
                done.wait(0.05)

    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=drip, args=(server,), daemon=True)
        thread.start()
        ticks: list[int] = []
        with pytest.raises(AnkiConnectError) as raised:
            AnkiConnect(Address("127.0.0.1", server.getsockname()[1]), on_poll=lambda: ticks.append(1)).call(
                "version", timeout=0.5
            )
        thread.join(5)
    assert raised.value.problem is ConnectProblem.TIMEOUT
    assert ticks


@pytest.mark.parametrize("answer", [None, 5, [5], "é", {"a": 1}])
def test_answers_of_another_shape_are_told(here: Machine, peer: Peer, answer: object) -> None:
    meet(here, peer)
    one_review(here)
    peer.do_cards_mod_time = lambda cards: answer  # type: ignore[method-assign, assignment, return-value]
    with pytest.raises(AnkiConnectError) as raised:
        meet(here, peer)
    assert raised.value.problem is ConnectProblem.NOT_ANKICONNECT
    peer.is_elsewhere = True
    peer.do_get_decks = lambda cards: answer  # type: ignore[method-assign, assignment, return-value]
    peer.do_retrieve_media_file = lambda filename: answer  # type: ignore[method-assign, assignment, return-value]
    with pytest.raises((AnkiConnectError, UnreadableFileError)):
        meet(here, peer)


def test_waiting_can_be_stopped(peer: Peer) -> None:
    class Stop(Exception):
        pass

    def stop() -> None:
        raise Stop

    peer.mode = "silent"
    with pytest.raises(Stop):
        AnkiConnect(Address("127.0.0.1", peer.port), on_poll=stop).call("version")


def test_the_key_is_asked_for_and_never_shown(here: Machine, peer: Peer) -> None:
    peer.key = KEY
    with pytest.raises(AnkiConnectError) as raised:
        meet(here, peer, key="wr0ng")
    assert raised.value.problem is ConnectProblem.KEY_REQUIRED
    assert "wr0ng" not in str(raised.value)
    rate_here(here, 2)
    assert meet(here, peer).added_count == 9
    rate_here(here, 2)
    assert meet(here, peer).pushed_review_count == 2


def test_no_proxy_of_the_environment_is_used(peer: Peer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert AnkiConnect(Address("127.0.0.1", peer.port)).call("version") == 6


@pytest.mark.parametrize("words", ["http://127.0.0.1:8765", "127.0.0.1", "localhost:8765", "http://[::1]:9"])
def test_addresses_of_this_machine(words: str) -> None:
    assert Address.parse(words).port in (8765, 9)


@pytest.mark.parametrize(
    ("words", "trouble"),
    [
        ("http://192.168.1.5:8765", ConnectProblem.REMOTE_ADDRESS), ("anki.example.org", ConnectProblem.REMOTE_ADDRESS), ("https://127.0.0.1", ConnectProblem.INVALID_ADDRESS),
        ("file:///etc", ConnectProblem.INVALID_ADDRESS), ("http://:8765", ConnectProblem.INVALID_ADDRESS), ("http://127.0.0.1:99999", ConnectProblem.INVALID_ADDRESS),
    ],
)  # fmt: skip
def test_other_addresses_are_refused(words: str, trouble: ConnectProblem) -> None:
    with pytest.raises(AnkiConnectError) as raised:
        Address.parse(words)
    assert raised.value.problem is trouble


def test_another_machine_is_reached_where_that_is_wanted() -> None:
    assert Address.parse("192.168.1.5", allow_remote=True) == Address("192.168.1.5", 8765)
