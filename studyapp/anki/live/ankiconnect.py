"""Client for AnkiConnect, the add-on through which other programs control a running Anki.

The protocol is version 6 of the add-on's API: JSON over HTTP. Anki may perform a request even if its response
comes too late. So callers may only repeat requests that do no harm when performed twice.
"""

import http.client
import io
import ipaddress
import json
import select
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from studyapp.core.text.text_limits import sanitize_text
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP, TranslatableError

DEFAULT_ADDRESS = "http://127.0.0.1:8765"
PROTOCOL_VERSION = 6
DEFAULT_TIMEOUT = 10.0
"""Seconds to wait for a response."""

CHANGE_TIMEOUT = 120.0
"""Seconds to wait while Anki changes something. It redraws its windows for each change, which takes long if its browser is open."""

_CONNECT_TIMEOUT = 5.0
_POLL_INTERVAL = 0.2
_MAX_RESPONSE_BYTES = 512 * 1024**2
_CHUNK_BYTES = 256 * 1024
_MAX_REASON_LENGTH = 300
_KEY_ERROR_TEXT = "valid api key must be provided"
_COLLECTION_ERROR_TEXT = "collection is not available"
_UNSUPPORTED_ACTION_TEXT = "unsupported action"


class ConnectProblem(StrEnum):
    """Why communication with Anki failed, and what the user can do."""

    INVALID_ADDRESS = QT_TRANSLATE_NOOP(
        "Anki", "{reason} is not a valid address. Use one such as http://127.0.0.1:8765."
    )
    REMOTE_ADDRESS = QT_TRANSLATE_NOOP(
        "Anki",
        "{reason} is another computer. Your cards and the API key would be sent there unencrypted.",
    )
    NOT_RUNNING = QT_TRANSLATE_NOOP(
        "Anki",
        "Anki isn't responding at {reason}. Start Anki with the AnkiConnect add-on (code 2055492159) and try again. If Anki shows an error about the add-on when it starts, the add-on doesn't work with this version of Anki: update it, or use a release of Anki instead of a beta.",
    )
    CONNECTION_LOST = QT_TRANSLATE_NOOP(
        "Anki",
        "Anki closed the connection. If it was quit, start it and try again. Nothing will be added twice.",
    )
    TIMEOUT = QT_TRANSLATE_NOOP(
        "Anki",
        "Anki didn't respond in time. Close any open dialog in Anki and try again. Nothing will be added twice.",
    )
    NOT_ANKICONNECT = QT_TRANSLATE_NOOP("Anki", "The program at that address isn't AnkiConnect ({reason}).")
    PROTOCOL_MISMATCH = QT_TRANSLATE_NOOP(
        "Anki",
        "AnkiConnect uses API version {reason}, but StudyApp uses version 6. Update the older one.",
    )
    KEY_REQUIRED = QT_TRANSLATE_NOOP(
        "Anki",
        "AnkiConnect requires an API key. In Anki, choose Tools › Add-ons › AnkiConnect › Config and copy the text after “apiKey”.",
    )
    KEY_REJECTED = QT_TRANSLATE_NOOP(
        "Anki",
        "AnkiConnect has a different API key. In Anki, choose Tools › Add-ons › AnkiConnect › Config and copy the text after “apiKey”.",
    )
    PERMISSION_DENIED = QT_TRANSLATE_NOOP(
        "Anki", "Anki refused StudyApp's connection. Allow StudyApp in Anki and try again."
    )
    NO_OPEN_PROFILE = QT_TRANSLATE_NOOP("Anki", "No profile is open in Anki. Open one and try again.")
    ADDON_OUTDATED = QT_TRANSLATE_NOOP(
        "Anki", "This version of AnkiConnect lacks “{reason}”, which StudyApp needs. Update the add-on."
    )
    OTHER_PROFILE = QT_TRANSLATE_NOOP(
        "Anki", "The profile “{reason}” was opened in Anki since the comparison. Compare again."
    )
    IMPORT_NOT_CONFIRMED = QT_TRANSLATE_NOOP(
        "Anki",
        "The notes didn't arrive in Anki. Sync again and choose “Import” in the dialog that Anki then shows.",
    )
    ANKIWEB_FAILED = QT_TRANSLATE_NOOP(
        "Anki", "Anki could not sync with AnkiWeb: {reason}. Choose “Sync” in Anki to see why."
    )
    ANKIWEB_NOT_LOGGED_IN = QT_TRANSLATE_NOOP(
        "Anki", "Anki isn't logged in to AnkiWeb. Choose “Sync” in Anki, log in, and try again."
    )
    ANKIWEB_NOT_AWAITED = QT_TRANSLATE_NOOP(
        "Anki",
        "This version of AnkiConnect can't tell when Anki has synced with AnkiWeb. Update the add-on, or choose “Sync” in Anki before and after you sync with StudyApp, and turn off the sync with AnkiWeb here.",
    )
    ACTION_FAILED = QT_TRANSLATE_NOOP("Anki", "Anki reported: {reason}")


class AnkiConnectError(TranslatableError):
    """Anki can't be reached or refused a request. `reason` fills the placeholder in the problem's message."""

    context = "Anki"

    def __init__(self, problem: ConnectProblem, reason: str = "") -> None:
        self.problem = problem
        self.reason = sanitize_text(" ".join(reason.split()))[:_MAX_REASON_LENGTH]
        super().__init__(problem.value, reason=self.reason)


class Address(NamedTuple):
    """The host and port at which AnkiConnect listens."""

    host: str
    port: int

    @classmethod
    def parse(cls, text: str, *, allow_remote: bool = False) -> "Address":
        """Return the address in a text such as `http://127.0.0.1:8765`.

        Raises AnkiConnectError if it is invalid, or if it is another computer's and `allow_remote` is false.
        """
        try:
            parts = urlsplit(text if "//" in text else f"http://{text}")
            host, port = parts.hostname, parts.port or 8765
        except ValueError:
            host = None
        if host is None or parts.scheme != "http":
            raise AnkiConnectError(ConnectProblem.INVALID_ADDRESS, text)
        if not allow_remote and not _is_loopback(host):
            raise AnkiConnectError(ConnectProblem.REMOTE_ADDRESS, host)
        return cls(host, port)


class AnkiConnectClient:
    """Client that calls actions of the add-on.

    `on_poll` is called repeatedly while a response is awaited, and may raise to cancel. Proxy settings of the
    environment and redirects are ignored, so that only the given address gets the key and the cards.
    """

    def __init__(self, address: Address, key: str = "", on_poll: Callable[[], None] = lambda: None) -> None:
        self._address, self._key, self.on_poll = address, key, on_poll

    def call(self, action: str, *, timeout: float = DEFAULT_TIMEOUT, **params: Any) -> Any:
        """Return the result of an action.

        `timeout` is in seconds. Raises AnkiConnectError if anything fails.
        """
        request = {"action": action, "version": PROTOCOL_VERSION, "params": params}
        body = json.dumps(request | ({"key": self._key} if self._key else {}))
        return self._unwrap_result(action, self._send_request(body, timeout))

    def call_multi(
        self, action: str, params_list: list[dict[str, Any]], *, timeout: float = DEFAULT_TIMEOUT
    ) -> list[Any]:
        """Return the results of an action for several sets of parameters, sent in one request.

        Raises AnkiConnectError if anything fails.
        """
        actions = [
            {"action": action, "version": PROTOCOL_VERSION, "params": params} for params in params_list
        ]
        if self._key:
            actions = [{**request, "key": self._key} for request in actions]
        responses = self.call("multi", timeout=timeout, actions=actions)
        if not isinstance(responses, list) or len(responses) != len(params_list):
            raise AnkiConnectError(ConnectProblem.NOT_ANKICONNECT, "multi")
        return [self._unwrap_result(action, response) for response in responses]

    @property
    def is_local(self) -> bool:
        """Whether the address is on this computer."""
        return _is_loopback(self._address.host)

    def _unwrap_result(self, action: str, response: Any) -> Any:
        if not isinstance(response, dict) or not {"result", "error"} <= response.keys():
            raise AnkiConnectError(ConnectProblem.NOT_ANKICONNECT, "not a version 6 response")
        error = response["error"]
        if error is None:
            return response["result"]
        message = str(error)
        if _KEY_ERROR_TEXT in message:
            raise AnkiConnectError(ConnectProblem.KEY_REJECTED if self._key else ConnectProblem.KEY_REQUIRED)
        if _COLLECTION_ERROR_TEXT in message:
            raise AnkiConnectError(ConnectProblem.NO_OPEN_PROFILE)
        if message == _UNSUPPORTED_ACTION_TEXT:
            raise AnkiConnectError(ConnectProblem.ADDON_OUTDATED, action)
        raise AnkiConnectError(ConnectProblem.ACTION_FAILED, message)

    def _send_request(self, body: str, timeout: float) -> Any:
        connection = http.client.HTTPConnection(*self._address, timeout=_CONNECT_TIMEOUT)
        raw_socket: socket.socket | None = None
        try:
            connection.connect()
            raw_socket = connection.sock
            connection.sock = _DeadlineSocket(raw_socket, time.monotonic() + timeout, self.on_poll)
            connection.request("POST", "/", body.encode(), {"Content-Type": "application/json"})
            return _parse_response(connection.getresponse())
        except TimeoutError as error:
            raise AnkiConnectError(ConnectProblem.TIMEOUT) from error
        except (
            ConnectionResetError,
            BrokenPipeError,
        ) as error:  # RemoteDisconnected is a ConnectionResetError
            raise AnkiConnectError(ConnectProblem.CONNECTION_LOST) from error
        except http.client.HTTPException as error:
            raise AnkiConnectError(ConnectProblem.NOT_ANKICONNECT, type(error).__name__) from error
        except OSError as error:
            raise AnkiConnectError(ConnectProblem.NOT_RUNNING, "{}:{}".format(*self._address)) from error
        finally:
            if raw_socket is not None:
                raw_socket.close()


class _DeadlineSocket:
    """A socket whose reads end at `deadline`, a value of `time.monotonic`, and can be canceled by `on_poll`."""

    def __init__(self, sock: socket.socket, deadline: float, on_poll: Callable[[], None]) -> None:
        self._socket, self._deadline, self._on_poll = sock, deadline, on_poll

    def sendall(self, data: bytes) -> None:
        """Send data like `socket.sendall`."""
        self._socket.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """Return a buffered reader."""
        return io.BufferedReader(_PollingReader(self._socket, self._wait_until_readable))

    def close(self) -> None:
        """Do nothing, because the response may still be read. The code that opened the socket closes it."""

    def _wait_until_readable(self) -> None:
        while True:
            self._on_poll()
            if time.monotonic() > self._deadline:
                raise AnkiConnectError(ConnectProblem.TIMEOUT)
            if select.select([self._socket], [], [], _POLL_INTERVAL)[0]:
                return


class _PollingReader(io.RawIOBase):
    """A raw stream that waits for data before each read."""

    def __init__(self, sock: socket.socket, wait: Callable[[], None]) -> None:
        super().__init__()
        self._socket, self._wait = sock, wait

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read bytes into the buffer and return their number."""
        self._wait()
        return self._socket.recv_into(buffer)


def _parse_response(response: http.client.HTTPResponse) -> Any:
    if response.status != http.HTTPStatus.OK:
        raise AnkiConnectError(ConnectProblem.NOT_ANKICONNECT, f"HTTP {response.status}")
    data = bytearray()
    while chunk := response.read(_CHUNK_BYTES):
        data += chunk
        if len(data) > _MAX_RESPONSE_BYTES:
            raise AnkiConnectError(ConnectProblem.NOT_ANKICONNECT, "the response is too long")
    if response.length:
        raise AnkiConnectError(ConnectProblem.NOT_ANKICONNECT, "the response was cut off")
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise AnkiConnectError(ConnectProblem.NOT_ANKICONNECT, "the response is not JSON") from error


@contextmanager
def reject_unexpected_answer(action: str) -> Iterator[None]:
    """Raise AnkiConnectError in place of errors that a malformed answer causes."""
    try:
        yield
    except (TypeError, KeyError, AttributeError, ValueError) as error:
        raise AnkiConnectError(ConnectProblem.NOT_ANKICONNECT, action) from error


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
