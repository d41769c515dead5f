"""AnkiConnect, the add-on by which other programs talk to a running Anki: one request, one answer.

The protocol is the add-on's version 6: JSON over HTTP. A request that was not answered in time may have been done all the same,
so whoever sends it again must be sure that twice does no harm.
"""

import http.client
import io
import ipaddress
import json
import select
import socket
import time
from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from studyapp.core.text.text_limits import tamed
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

USUAL_ADDRESS = "http://127.0.0.1:8765"
VERSION = 6
USUAL_PATIENCE = 10.0
"""Seconds for an answer."""

_TO_CONNECT = 5.0
_BETWEEN_TICKS = 0.2
_LARGEST_ANSWER = 512 * 1024**2
_CHUNK = 256 * 1024
_LONGEST_REASON = 300
_NO_KEY = "valid api key must be provided"
_NO_COLLECTION = "collection is not available"
_UNKNOWN = "unsupported action"


class Trouble(StrEnum):
    """Why Anki could not be talked to, and what to do."""

    ADDRESS = QT_TRANSLATE_NOOP("Anki", "{reason} is no address of a program, such as http://127.0.0.1:8765.")
    ELSEWHERE = QT_TRANSLATE_NOOP(
        "Anki",
        "{reason} is another machine. Your cards and the key would go there as anybody on the way can read them.",
    )
    NOT_RUNNING = QT_TRANSLATE_NOOP(
        "Anki",
        "No Anki answers at {reason}. Start Anki, with its add-on AnkiConnect (code 2055492159), and try again.",
    )
    SILENT = QT_TRANSLATE_NOOP(
        "Anki",
        "Anki did not answer in time. A window may be open in it: close it, and try again; nothing comes twice.",
    )
    NOT_ANKI = QT_TRANSLATE_NOOP("Anki", "What answers there is not AnkiConnect ({reason}).")
    VERSION = QT_TRANSLATE_NOOP(
        "Anki",
        "AnkiConnect speaks version {reason} there, and StudyApp version 6. Update the older of the two.",
    )
    KEY = QT_TRANSLATE_NOOP(
        "Anki", "AnkiConnect asks for its key: it stands in the add-on's settings as “apiKey”."
    )
    DENIED = QT_TRANSLATE_NOOP("Anki", "Anki does not let StudyApp in.")
    NO_COLLECTION = QT_TRANSLATE_NOOP("Anki", "Anki has no profile open. Open it, and try again.")
    OLD = QT_TRANSLATE_NOOP(
        "Anki", "This AnkiConnect is too old for what StudyApp asks of it. Update the add-on."
    )
    REFUSED = QT_TRANSLATE_NOOP("Anki", "Anki says: {reason}")


class AnkiTrouble(Exception):
    """Anki could not be talked to; `reason` fills the sentence of the trouble."""

    def __init__(self, trouble: Trouble, reason: str = "") -> None:
        self.trouble, self.reason = trouble, tamed(" ".join(reason.split()))[:_LONGEST_REASON]
        super().__init__(trouble.format(reason=self.reason))


class Address(NamedTuple):
    """Where Anki listens."""

    host: str
    port: int

    @classmethod
    def parse(cls, words: str, *, may_be_elsewhere: bool = False) -> "Address":
        """The address `http://host:port`; AnkiTrouble when it is none, or of another machine and that is not wanted."""
        try:
            parts = urlsplit(words if "//" in words else f"http://{words}")
            host, port = parts.hostname, parts.port or 8765
        except ValueError:
            host = None
        if host is None or parts.scheme != "http":
            raise AnkiTrouble(Trouble.ADDRESS, words)
        if not may_be_elsewhere and not _is_here(host):
            raise AnkiTrouble(Trouble.ELSEWHERE, host)
        return cls(host, port)


class AnkiConnect:
    """Calls actions of the add-on. `tick` is called again and again while an answer is awaited, and may raise to stop.

    It goes straight to the address: no proxy of the environment, and no redirection, gets the key or the cards."""

    def __init__(self, address: Address, key: str = "", tick: Callable[[], None] = lambda: None) -> None:
        self._address, self._key, self._tick = address, key, tick

    def call(self, action: str, *, patience: float = USUAL_PATIENCE, **params: Any) -> Any:
        """What the action gives. `patience` is in seconds; AnkiTrouble for whatever goes wrong."""
        request = {"action": action, "version": VERSION, "params": params}
        return _result(
            self._answer(json.dumps(request | ({"key": self._key} if self._key else {})), patience)
        )

    def call_all(
        self, action: str, each: list[dict[str, Any]], *, patience: float = USUAL_PATIENCE
    ) -> list[Any]:
        """What the action gives for each of these parameters, in one request."""
        actions = [{"action": action, "version": VERSION, "params": params} for params in each]
        if self._key:
            actions = [{**one, "key": self._key} for one in actions]
        answers = self.call("multi", patience=patience, actions=actions)
        if not isinstance(answers, list) or len(answers) != len(each):
            raise AnkiTrouble(Trouble.NOT_ANKI, "multi")
        return [_result(answer) for answer in answers]

    @property
    def is_here(self) -> bool:
        """Whether its address is of this machine."""
        return _is_here(self._address.host)

    def _answer(self, body: str, patience: float) -> Any:
        connection = http.client.HTTPConnection(*self._address, timeout=_TO_CONNECT)
        opened: socket.socket | None = None
        try:
            connection.connect()
            opened = connection.sock
            connection.sock = _Patient(opened, time.monotonic() + patience, self._tick)
            connection.request("POST", "/", body.encode(), {"Content-Type": "application/json"})
            return _read(connection.getresponse())
        except (TimeoutError, ConnectionResetError, BrokenPipeError, http.client.RemoteDisconnected) as error:
            raise AnkiTrouble(Trouble.SILENT) from error
        except http.client.HTTPException as error:
            raise AnkiTrouble(Trouble.NOT_ANKI, type(error).__name__) from error
        except OSError as error:
            raise AnkiTrouble(Trouble.NOT_RUNNING, "{}:{}".format(*self._address)) from error
        finally:
            if opened is not None:
                opened.close()


class _Patient:
    """A socket whose every read waits no longer than to `end`, and can be stopped."""

    def __init__(self, sock: socket.socket, end: float, tick: Callable[[], None]) -> None:
        self._socket, self._end, self._tick = sock, end, tick

    def sendall(self, data: bytes) -> None:
        """As a socket does."""
        self._socket.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        """To read from."""
        return io.BufferedReader(_Reading(self._socket, self._wait))

    def close(self) -> None:
        """The answer may still be read; whoever opened the socket closes it."""

    def _wait(self) -> None:
        while True:
            self._tick()
            if time.monotonic() > self._end:
                raise AnkiTrouble(Trouble.SILENT)
            if select.select([self._socket], [], [], _BETWEEN_TICKS)[0]:
                return


class _Reading(io.RawIOBase):
    """Waits before each read."""

    def __init__(self, sock: socket.socket, wait: Callable[[], None]) -> None:
        super().__init__()
        self._socket, self._wait = sock, wait

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Some bytes."""
        self._wait()
        return self._socket.recv_into(buffer)


def _read(response: http.client.HTTPResponse) -> Any:
    if response.status != http.HTTPStatus.OK:
        raise AnkiTrouble(Trouble.NOT_ANKI, f"HTTP {response.status}")
    data = bytearray()
    while chunk := response.read(_CHUNK):
        data += chunk
        if len(data) > _LARGEST_ANSWER:
            raise AnkiTrouble(Trouble.NOT_ANKI, "too long an answer")
    if response.length:
        raise AnkiTrouble(Trouble.NOT_ANKI, "the answer was cut off")
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise AnkiTrouble(Trouble.NOT_ANKI, "no JSON") from error


def _result(answer: Any) -> Any:
    if not isinstance(answer, dict) or not {"result", "error"} <= answer.keys():
        raise AnkiTrouble(Trouble.NOT_ANKI, "no answer of version 6")
    error = answer["error"]
    if error is None:
        return answer["result"]
    words = str(error)
    if _NO_KEY in words:
        raise AnkiTrouble(Trouble.KEY)
    if _NO_COLLECTION in words:
        raise AnkiTrouble(Trouble.NO_COLLECTION)
    if words == _UNKNOWN:
        raise AnkiTrouble(Trouble.OLD)
    raise AnkiTrouble(Trouble.REFUSED, words)


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
