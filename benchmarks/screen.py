"""A virtual X screen, watched from outside: when do its pixels change for the last time? Needs Xvfb."""

import mmap
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

_WIDTH, _HEIGHT, _BYTES_PER_PIXEL = 1280, 900, 4
_OPTIONS = ("-nolisten", "tcp", "-noreset", "-nocursor")
"""Without them, the screen keeps the last picture of a window whose program has ended, and shows a pointer."""

_POLL_SECONDS = 0.005
_QUIET_SECONDS = 1.5
"""The pixels have settled if none changes for this long."""

_LIMIT_SECONDS = 60


class Screen:
    """A running screen. `environment` lets a program show its window there."""

    def __init__(self, name: str, pixels: mmap.mmap) -> None:
        self.environment = os.environ | {"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        self._pixels = pixels
        self._empty = self._read()

    def seconds_until_settled(self, command: Sequence[str], extra_environment: dict[str, str]) -> float:
        """Start a program, wait until its window no longer changes, end the program, and return when it last changed."""
        pixels = self._empty
        start = last_change = time.monotonic()
        process = subprocess.Popen(
            command,
            env=self.environment | extra_environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            while last_change == start or time.monotonic() - last_change < _QUIET_SECONDS:
                if process.poll() is not None or time.monotonic() - start > _LIMIT_SECONDS:
                    raise RuntimeError(f"{command[0]} showed no window that settles")
                time.sleep(_POLL_SECONDS)
                looked_at = time.monotonic()
                seen = self._read()
                if seen != pixels:
                    pixels, last_change = seen, looked_at
            return last_change - start
        finally:
            process.terminate()
            process.wait()
            self._wait_until_empty()

    def _wait_until_empty(self) -> None:
        """Wait until the window of a program that has ended is gone, which would count as a change for the next one."""
        start = time.monotonic()
        while self._read() != self._empty:
            if time.monotonic() - start > _LIMIT_SECONDS:
                raise RuntimeError("a window stays on the screen")
            time.sleep(_POLL_SECONDS)

    def _read(self) -> bytes:
        return self._pixels[-_WIDTH * _HEIGHT * _BYTES_PER_PIXEL :]


@contextmanager
def open_screen() -> Iterator[Screen]:
    """Start a screen with a free number. Its pixels are in a file that is mapped into memory."""
    with tempfile.TemporaryDirectory() as folder:
        read_end, write_end = os.pipe()
        size = f"{_WIDTH}x{_HEIGHT}x24"
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), "-screen", "0", size, "-fbdir", folder, *_OPTIONS],
            stderr=subprocess.DEVNULL,
            pass_fds=[write_end],
        )
        os.close(write_end)
        try:
            with os.fdopen(read_end) as pipe:
                name = f":{pipe.readline().strip()}"
            with (
                (Path(folder) / "Xvfb_screen0").open("rb") as file,
                mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as pixels,
            ):
                yield Screen(name, pixels)
        finally:
            server.terminate()
            server.wait()
