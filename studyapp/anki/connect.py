"""AnkiConnect, the add-on by which other programs talk to a running Anki: one request, one answer.

The protocol is the add-on's version 6: JSON over HTTP. A request that was not answered in time may have been done all the same,
so whoever sends it again must be sure that twice does no harm.
"""

import http.client
import ipaddress
import json
import select
import time
from collections.abc import Callable
from enum import StrEnum
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from studyapp.core.translatable import QT_TRANSLATE_NOOP
from studyapp.core.words_on_screen import tamed

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

    def _answer(self, body: str, patience: float) -> Any:
        connection = http.client.HTTPConnection(*self._address, timeout=_TO_CONNECT)
        try:
            connection.request("POST", "/", body.encode(), {"Content-Type": "application/json"})
            end = time.monotonic() + patience
            while not select.select([connection.sock], [], [], _BETWEEN_TICKS)[0]:
                self._tick()
                if time.monotonic() > end:
                    raise AnkiTrouble(Trouble.SILENT)
            return self._read(connection.getresponse(), end)
        except TimeoutError as error:
            raise AnkiTrouble(Trouble.SILENT) from error
        except ConnectionError as error:
            if isinstance(error, ConnectionRefusedError):
                raise AnkiTrouble(Trouble.NOT_RUNNING, "{}:{}".format(*self._address)) from error
            raise AnkiTrouble(Trouble.SILENT) from error
        except OSError as error:
            raise AnkiTrouble(Trouble.NOT_RUNNING, "{}:{}".format(*self._address)) from error
        except http.client.HTTPException as error:
            raise AnkiTrouble(Trouble.NOT_ANKI, type(error).__name__) from error
        finally:
            connection.close()

    def _read(self, response: http.client.HTTPResponse, end: float) -> Any:
        if response.status != http.HTTPStatus.OK:
            raise AnkiTrouble(Trouble.NOT_ANKI, f"HTTP {response.status}")
        data = bytearray()
        while chunk := response.read(_CHUNK):
            data += chunk
            self._tick()
            if time.monotonic() > end + USUAL_PATIENCE:
                raise AnkiTrouble(Trouble.SILENT)
            if len(data) > _LARGEST_ANSWER:
                raise AnkiTrouble(Trouble.NOT_ANKI, "too long an answer")
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
    raise AnkiTrouble(Trouble.REFUSED, words)


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
