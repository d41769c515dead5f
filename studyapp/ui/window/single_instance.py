"""A single instance per data folder: a second start brings the existing window to the front."""

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThread
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_TRIES, _PAUSE = 20, 100
"""Number of connection attempts and milliseconds between them: a program that has just started listens after a moment."""

_ANSWER = b"shown\n"
_LONGEST_WAIT = 10_000
"""Milliseconds to wait for an answer: the window may be busy."""

_LONGEST_TOKEN = 4096


class ActivationServer(QObject):
    """Calls `activate` when another instance starts on this data folder. The argument is that instance's XDG activation
    token, without which Wayland does not let a window come to the front; it may be empty."""

    def __init__(self, data: Path, activate: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._activate = activate
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        QLocalServer.removeServer(_name(data))  # left behind by a program that was killed; the lock is ours
        self._server.listen(_name(data))

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _accept(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._read, socket))
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            self._activate(bytes(socket.readLine().data()).decode(errors="replace").strip())
            socket.write(_ANSWER)
            socket.disconnectFromServer()
        elif socket.bytesAvailable() > _LONGEST_TOKEN:
            socket.abort()


def activate_running(data: Path, token: str) -> bool:
    """Ask the running instance to show its window, and return whether it did."""
    socket = QLocalSocket()
    for _ in range(_TRIES):
        socket.connectToServer(_name(data))
        if socket.waitForConnected(_PAUSE):
            socket.write(token.encode(errors="replace").replace(b"\n", b"") + b"\n")
            return socket.waitForReadyRead(_LONGEST_WAIT) and socket.readAll().data() == _ANSWER
        QThread.msleep(_PAUSE)
    return False


def _name(data: Path) -> str:
    """The name of the socket. A path in the data folder may be longer than the system allows."""
    return f"studyapp-{hashlib.sha256(str(data.resolve()).encode(errors='surrogateescape')).hexdigest()[:32]}"
