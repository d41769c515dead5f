"""The voices of the system.

On Linux they belong to Speech Dispatcher, a service that is started by the system and that screen readers use as well.
It is reached through its local socket, and only if it runs. Its protocol, SSIP, consists of lines. Other systems have
no voice here.
"""

import os
import re
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket

from studyapp.core.text.speech import Speech

_CONNECT_TIMEOUT_MS = 500
_MAX_SPOKEN_CHARACTERS = 2_000
_UNSPOKEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u2060]+")
_CHINESE = re.compile(r"zh\b.*", re.IGNORECASE)
_ENDED, _CANCELED = ("702", "703")


class NoVoiceError(Exception):
    """The system has no voice, or it can't be used now."""


class SpeechVoice(Protocol):
    """Reads one text aloud at a time."""

    def speak(self, speech: Speech, on_end: Callable[[], None]) -> None:
        """Read a text aloud instead of the current one. `on_end` is called once it has ended, unless it was stopped.

        Raises NoVoiceError.
        """

    def stop(self) -> None:
        """Stop reading aloud."""


class SpeechDispatcherVoice(QObject):
    """The voice that the user has chosen in Speech Dispatcher for the language."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._socket: QLocalSocket | None = None
        self._is_speaking = False
        self._pending: deque[str] = deque()
        self._on_end: Callable[[], None] | None = None

    def speak(self, speech: Speech, on_end: Callable[[], None]) -> None:
        """See `SpeechVoice`."""
        self.stop()
        address = _socket_path()
        if address is None:
            raise NoVoiceError
        socket = QLocalSocket(self)
        socket.connectToServer(str(address))
        if not socket.waitForConnected(_CONNECT_TIMEOUT_MS):
            socket.deleteLater()
            raise NoVoiceError
        self._socket, self._on_end = socket, on_end
        self._pending.extend(_commands(speech))
        socket.readyRead.connect(self._read_replies)
        socket.disconnected.connect(self._end)
        self._send_next()

    def stop(self) -> None:
        """See `SpeechVoice`."""
        self._on_end = None
        self._close()

    def _send_next(self) -> None:
        if self._socket is not None and self._pending:
            self._socket.write(f"{self._pending.popleft()}\r\n".encode())
            self._is_speaking = not self._pending

    def _read_replies(self) -> None:
        while self._socket is not None and self._socket.canReadLine():
            line = bytes(self._socket.readLine().data()).decode(errors="replace")
            code, is_last_line = line[:3], line[3:4] == " "
            if not is_last_line:
                continue
            if code in (_ENDED, _CANCELED) or code[:1] in ("3", "4", "5"):
                self._end()
            elif code[:1] == "2":
                self._send_next()

    def _end(self) -> None:
        on_end, self._on_end = self._on_end, None
        self._is_speaking = False
        self._close()
        if on_end is not None:
            on_end()

    def _close(self) -> None:
        socket, self._socket = self._socket, None
        self._pending.clear()
        if socket is None:
            return
        socket.disconnected.disconnect(self._end)
        socket.readyRead.disconnect(self._read_replies)
        if self._is_speaking:
            socket.write(b"STOP SELF\r\n")
            socket.flush()
        socket.disconnectFromServer()
        socket.deleteLater()
        self._is_speaking = False


def _socket_path() -> Path | None:
    kind, _, address = os.environ.get("SPEECHD_ADDRESS", "").partition(":")
    if kind == "unix_socket" and address:
        return Path(address)
    folder = os.environ.get("XDG_RUNTIME_DIR")
    path = Path(folder, "speech-dispatcher", "speechd.sock") if folder else None
    return path if path is not None and path.exists() else None


def _commands(speech: Speech) -> list[str]:
    """Return the SSIP commands that speak a text. Each is answered before the next is sent."""
    language = _CHINESE.sub("zh", speech.language.replace("_", "-"))
    text = _UNSPOKEN.sub(" ", speech.text[:_MAX_SPOKEN_CHARACTERS]).strip()
    return [
        "SET SELF CLIENT_NAME studyapp:studyapp:card",
        "SET SELF NOTIFICATION END ON",
        "SET SELF NOTIFICATION CANCEL ON",
        "SET SELF SSML_MODE OFF",
        *([f"SET SELF LANGUAGE {language}"] if language else []),
        "SPEAK",
        # A line with a single dot ends the text; a dot at its start is doubled.
        f"{'.' if text.startswith('.') else ''}{text}\r\n.",
    ]
