"""StudyApp on a virtual screen, used by keyboard alone.

Needs the Debian packages imagemagick, openbox, xdotool and xvfb.
"""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple, Self

from PySide6.QtCore import QSize

from studyapp.system_dependencies import collection_path
from studyapp.ui.kit.app_settings import AppSettings

_TIMEOUT_SECONDS, _POLL_SECONDS, _KEY_DELAY_MS = 40.0, 0.05, 12
_STILL_PAUSE_SECONDS, _STILL_PAUSES = 0.2, 3
"""Nothing may move on the screen in that many pauses, one after the other."""

_MAX_CURSOR_PIXELS = 80
"""A difference of so few pixels is a text cursor that blinks."""


class Appearance(NamedTuple):
    """How the program looks: the language of the interface, `light` or `dark`, and the size of the screen in pixels."""

    language: str
    theme: str
    screen: QSize


class StudyAppScreen:
    """A context in which the program runs on a screen of its own. Its main window fills the screen.

    Waiting raises TimeoutError with a screenshot named `failed.png` in the folder for pictures.
    """

    def __init__(self, data: Path, decks: Path, pictures: Path, appearance: Appearance) -> None:
        self._data, self._decks, self._pictures, self._appearance = data, decks, pictures, appearance
        self._stack = ExitStack()
        self._environment = os.environ | {"HOME": str(data), "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        self._picture_count = 0

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self._stack = stack
            self._start_display()
            self._store_settings()
            folders = ["--data", str(self._data), "--decks", str(self._decks)]
            errors = stack.enter_context((self._pictures / "errors.txt").open("w"))
            self._program = self._start([sys.executable, "-m", "studyapp", *folders], errors.fileno())
            self.wait_until("the window is shown", lambda: self.active_window() != "")
            self.main_window = self.active_window()
            size = self._appearance.screen
            self._xdotool("windowsize", "--sync", self.main_window, str(size.width()), str(size.height()))
            self._xdotool("windowmove", self.main_window, "0", "0")
            self._collection = sqlite3.connect(f"file:{collection_path(self._data)}?mode=ro", uri=True)
            stack.callback(self._collection.close)
            self.wait_until_still()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        try:
            if error is not None:
                self._take_picture("failed.png")
        finally:
            self._stack.close()

    def press(self, *keys: str) -> None:
        """Press keys, as xdotool names them, one after the other."""
        if keys:
            self._xdotool("key", "--clearmodifiers", "--delay", str(_KEY_DELAY_MS), *keys)

    def type_text(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--clearmodifiers", "--delay", str(_KEY_DELAY_MS), text)

    def press_to_open(self, key: str) -> None:
        """Press a key that opens a window, and wait until that has the focus and is drawn."""
        former = self.active_window()
        self.press(key)
        self.wait_until(f"{key} opens a window", lambda: self.active_window() not in ("", former))
        self.wait_until_still()

    def wait_for_main_window(self) -> None:
        """Wait until all other windows are closed."""
        self.wait_until("the main window has the focus", lambda: self.active_window() == self.main_window)

    def press_to_store(self, *keys: str) -> None:
        """Press keys that change the collection, and wait until it is changed."""
        former = self._data_version()
        self.press(*keys)
        self.wait_until(f"{keys} change the collection", lambda: self._data_version() != former)

    def show(self, name: str) -> None:
        """Save a picture of the screen once nothing moves on it any more."""
        self.wait_until_still()
        self._picture_count += 1
        self._take_picture(f"{self._picture_count:02}-{name}.png")

    def wait_until_still(self) -> None:
        """Wait until nothing moves on the screen."""

        def is_still() -> bool:
            former = self._read_pixels()
            for _ in range(_STILL_PAUSES):
                time.sleep(_STILL_PAUSE_SECONDS)
                pixels = self._read_pixels()
                if _count_differences(former, pixels) > _MAX_CURSOR_PIXELS:
                    return False
                former = pixels
            return True

        self.wait_until("the screen is still", is_still)

    def wait_until(self, what: str, is_so: Callable[[], bool]) -> None:
        """Wait until something is so, which is named for the error."""
        deadline = time.monotonic() + _TIMEOUT_SECONDS
        while not is_so():
            if self._program.poll() is not None:
                raise RuntimeError(f"the program ended while waiting until {what}")
            if time.monotonic() > deadline:
                raise TimeoutError(f"waited in vain until {what}")
            time.sleep(_POLL_SECONDS)

    def quit(self) -> int:
        """Quit the program and return its exit code."""
        self.press("ctrl+q")
        return self._program.wait(_TIMEOUT_SECONDS)

    def active_window(self) -> str:
        """Return the id of the window that has the focus; empty if none has."""
        return self._xdotool("getactivewindow", may_fail=True).strip()

    def _data_version(self) -> int:
        return int(self._collection.execute("PRAGMA data_version").fetchone()[0])

    def _store_settings(self) -> None:
        settings = AppSettings(self._data)  # writes its file when it is deleted
        settings.interface_language, settings.theme = self._appearance.language, self._appearance.theme

    def _start_display(self) -> None:
        size = self._appearance.screen
        read_end, write_end = os.pipe()
        screen = f"{size.width()}x{size.height()}x24"
        command = [
            "Xvfb",
            "-displayfd",
            str(write_end),
            "-screen",
            "0",
            screen,
            "-nolisten",
            "tcp",
            "-noreset",
        ]
        self._stack.callback(os.close, read_end)
        server = subprocess.Popen(command, pass_fds=(write_end,), stderr=subprocess.DEVNULL)
        self._stack.callback(server.wait)
        self._stack.callback(server.terminate)
        os.close(write_end)
        self._environment["DISPLAY"] = ":" + os.read(read_end, 16).decode().strip()
        self._start(["openbox"], subprocess.DEVNULL)

    def _start(self, command: list[str], errors: int) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(command, env=self._environment, stdout=errors, stderr=errors)
        self._stack.callback(process.wait)
        self._stack.callback(process.terminate)
        return process

    def _xdotool(self, *arguments: str, may_fail: bool = False) -> str:
        command = ["xdotool", *arguments]
        done = subprocess.run(command, env=self._environment, capture_output=True, text=True, check=False)
        if done.returncode and not may_fail:
            raise RuntimeError(f"{command}: {done.stderr}")
        return done.stdout

    def _read_pixels(self) -> bytes:
        """Return a byte for each pixel of the screen."""
        command = ["import", "-window", "root", "-depth", "8", "gray:-"]
        return subprocess.run(command, env=self._environment, capture_output=True, check=True).stdout

    def _take_picture(self, name: str) -> None:
        command = ["import", "-window", "root", str(self._pictures / name)]
        subprocess.run(command, env=self._environment, check=True)


def _count_differences(one: bytes, other: bytes) -> int:
    difference = int.from_bytes(one) ^ int.from_bytes(other)
    return len(one) - difference.to_bytes(len(one)).count(0)
