"""One window for a data folder: a second start brings the window of the first to the front."""

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QThread
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_TRIES, _PAUSE = 20, 100
"""A program that has just been started listens after a moment; milliseconds between two tries."""

_ANSWER = b"shown\n"
_LONGEST_WAIT = 10_000
"""Milliseconds that the window may take to answer: it may be busy."""

_LONGEST_TOKEN = 4096


class ActivationServer(QObject):
    """Calls `activate` when another start asks for the window of this data folder, with the activation token that the
    desktop environment gave to it: without one, Wayland lets no window come to the front."""

    def __init__(self, data: Path, activate: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._activate = activate
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        QLocalServer.removeServer(_name(data))  # left behind by a program that was killed; the lock is ours
        self._server.listen(_name(data))

    def close(self) -> None:
        """Listen no more."""
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
    """Ask the program that is open on this data folder to show its window; whether it did."""
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
