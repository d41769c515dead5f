"""A single instance per data folder: a second start brings the existing window to the front."""

import hashlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_CONNECTION_TIMEOUT_MS = 2_000
_REPLY = b"shown\n"
_REPLY_TIMEOUT_MS = 10_000
"""A reply takes longer than a connection, because the window may be busy."""

_MAX_TOKEN_LENGTH = 4096


class ActivationServer(QObject):
    """Calls `activate` when another instance starts with this data folder.

    The argument is the XDG activation token of that instance, which may be empty. Wayland does not bring a window
    to the front without a token.
    """

    def __init__(
        self, data_folder: Path, activate: Callable[[str], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._activate = activate
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept_connections)
        # Remove the socket of a killed instance. It can't be in use, because the caller holds the window lock.
        QLocalServer.removeServer(_socket_name(data_folder))
        self._server.listen(_socket_name(data_folder))

    def close(self) -> None:
        """Stop listening, and delete the server in the event loop. Otherwise Python's garbage collector could delete it in a
        background thread, where Qt and Python can wait for each other forever."""
        self._server.close()
        self.deleteLater()

    def _accept_connections(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._read_token, socket))
            self._read_token(socket)

    def _read_token(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            self._activate(bytes(socket.readLine().data()).decode(errors="replace").strip())
            socket.write(_REPLY)
            socket.disconnectFromServer()
        elif socket.bytesAvailable() > _MAX_TOKEN_LENGTH:
            socket.abort()


def activate_running_instance(data_folder: Path, token: str) -> bool:
    """Ask the running instance to show its window, and return whether it did.

    An instance that has just started, or is about to end, does not listen: try again.
    """
    socket = QLocalSocket()
    socket.connectToServer(_socket_name(data_folder))
    if not socket.waitForConnected(_CONNECTION_TIMEOUT_MS):
        return False
    socket.write(token.encode(errors="replace").replace(b"\n", b"") + b"\n")
    return socket.waitForReadyRead(_REPLY_TIMEOUT_MS) and socket.readAll().data() == _REPLY


def _socket_name(data_folder: Path) -> str:
    """Return the name of the socket. It is a hash, because a path in the data folder may be longer than the system
    allows."""
    return f"studyapp-{hashlib.sha256(str(data_folder.resolve()).encode(errors='surrogateescape')).hexdigest()[:32]}"
