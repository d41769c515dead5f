"""Texts are read aloud through the local socket of Speech Dispatcher, here played by the test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from studyapp.core.text.speech import Speech
from studyapp.ui.sound.speech_voice import NoVoiceError, SpeechDispatcherVoice
from tests.timeouts import TIMEOUT_SECONDS


class Service(QObject):
    """Answers as Speech Dispatcher does and keeps what was said."""

    def __init__(self, path: Path, *, refuses: str = "") -> None:
        super().__init__()
        self.commands: list[str] = []
        self.texts: list[str] = []
        self._refuses = refuses
        self._text_lines: list[str] | None = None
        self._socket: QLocalSocket | None = None
        self._server = QLocalServer(self)
        assert self._server.listen(str(path))
        self._server.newConnection.connect(self._accept)

    def end(self) -> None:
        """Report that the text has been said."""
        assert self._socket is not None
        self._socket.write(b"702-1\r\n702-1\r\n702 END\r\n")

    def _accept(self) -> None:
        self._socket = self._server.nextPendingConnection()
        self._socket.readyRead.connect(self._read)

    def _read(self) -> None:
        assert self._socket is not None
        while self._socket.canReadLine():
            line = bytes(self._socket.readLine().data()).decode().rstrip("\r\n")
            if self._text_lines is None:
                self.commands.append(line)
                self._text_lines = [] if line == "SPEAK" else None
                is_refused = bool(self._refuses) and line.startswith(self._refuses)
                self._socket.write(b"409 ERR\r\n" if is_refused else b"208 OK\r\n")
            elif line == ".":
                self.texts.append("|".join(self._text_lines))
                self._text_lines = None
                self._socket.write(b"225-1\r\n225 OK MESSAGE QUEUED\r\n")
            else:
                self._text_lines.append(line)


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "speechd.sock"
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{path}")
    return path


@pytest.fixture
def owner(qtbot: QtBot) -> Iterator[QObject]:
    owner = QObject()
    yield owner
    owner.deleteLater()


def wait_until(qtbot: QtBot, condition: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(condition()), timeout=TIMEOUT_SECONDS * 1000)


def test_text_is_said_in_its_language(qtbot: QtBot, owner: QObject, address: Path) -> None:
    service, voice, ended = Service(address), SpeechDispatcherVoice(owner), list[int]()
    voice.speak(Speech("..one\r\n.\r\nQUIT two", "en_US"), lambda: ended.append(1))
    wait_until(qtbot, lambda: service.texts)
    assert service.texts == ["...one . QUIT two"]
    assert "SET SELF LANGUAGE en-US" in service.commands
    assert "SET SELF SSML_MODE OFF" in service.commands
    assert ended == []
    service.end()
    wait_until(qtbot, lambda: ended)


def test_language_is_left_to_the_voice_or_simplified(qtbot: QtBot, owner: QObject, address: Path) -> None:
    service, voice = Service(address), SpeechDispatcherVoice(owner)
    voice.speak(Speech("one", ""), lambda: None)
    wait_until(qtbot, lambda: len(service.texts) == 1)
    assert not any("LANGUAGE" in command for command in service.commands)
    voice.speak(Speech("二", "zh-Hant"), lambda: None)
    wait_until(qtbot, lambda: len(service.texts) == 2)
    assert service.commands[-2] == "SET SELF LANGUAGE zh"


def test_stopping_says_so_and_reports_no_end(qtbot: QtBot, owner: QObject, address: Path) -> None:
    service, voice, ended = Service(address), SpeechDispatcherVoice(owner), list[int]()
    voice.speak(Speech("one", ""), lambda: ended.append(1))
    wait_until(qtbot, lambda: service.texts)
    voice.stop()
    wait_until(qtbot, lambda: "STOP SELF" in service.commands)
    assert ended == []


def test_refusal_ends_the_text(qtbot: QtBot, owner: QObject, address: Path) -> None:
    service, voice, ended = Service(address, refuses="SPEAK"), SpeechDispatcherVoice(owner), list[int]()
    voice.speak(Speech("one", ""), lambda: ended.append(1))
    wait_until(qtbot, lambda: ended)
    assert service.texts == []


def test_no_service_is_no_voice(owner: QObject, address: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    voice = SpeechDispatcherVoice(owner)
    with pytest.raises(NoVoiceError):
        voice.speak(Speech("one", ""), lambda: None)
    monkeypatch.setenv("SPEECHD_ADDRESS", "inet_socket:127.0.0.1:6560")
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with pytest.raises(NoVoiceError):
        voice.speak(Speech("one", ""), lambda: None)
