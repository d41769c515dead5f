"""Anki's own sync server in place of AnkiWeb, and collections that sync with it, such as that of a phone."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from anki.collection import Collection as Anki

from tests.timeouts import TIMEOUT_SECONDS

_FULL_SYNC_FROM = 2
"""The values of `required` from which on a whole collection is sent or fetched."""


class AnkiWeb:
    """A running sync server with one user."""

    def __init__(self, address: str) -> None:
        self._address = address

    def sync(self, anki: Anki, *, is_first_upload: bool = False) -> None:
        """Sync a collection. At the first time, the whole collection is sent, or fetched."""
        auth = anki.sync_login("ann", "secret", self._address)
        if anki.sync_collection(auth, False).required < _FULL_SYNC_FROM:
            return
        anki.close_for_full_sync()
        anki.full_upload_or_download(auth=auth, server_usn=None, upload=is_first_upload)
        anki.reopen(after_full_sync=True)


@contextmanager
def run_ankiweb(folder: Path) -> Iterator[AnkiWeb]:
    """Run a sync server that stores its data in a folder."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"SYNC_USER1": "ann:secret", "SYNC_HOST": "127.0.0.1", "SYNC_PORT": str(port)}
    process = subprocess.Popen(
        [sys.executable, "-m", "anki.syncserver"],
        env=os.environ | settings | {"SYNC_BASE": str(folder), "RUST_LOG": "error"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}/"
        _wait_until_running(address)
        yield AnkiWeb(address)
    finally:
        process.terminate()
        process.wait()


def _wait_until_running(address: str) -> None:
    deadline = time.monotonic() + TIMEOUT_SECONDS
    while time.monotonic() < deadline:
        with suppress(urllib.error.URLError, ConnectionError):
            urllib.request.urlopen(f"{address}health", timeout=TIMEOUT_SECONDS)
            return
    raise TimeoutError(address)
