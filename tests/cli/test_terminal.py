"""A session at a real terminal: one key at a time."""

import io
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.cli.terminal import TerminalSession, open_key_reader
from studyapp.composition_root import new_device_id
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_start import start_session
from studyapp.store.collection import Collection

if sys.platform == "win32":
    pytest.skip("no such terminals there", allow_module_level=True)

import pty
import termios

from tests.timeouts import TIMEOUT_SECONDS

DECK = """\
deck: d
title: T
notes:
  - {id: a, front: First?, back: One}
  - {id: t, type: typed, front: 59 times 61, answer: "3599"}
  - {id: z, front: Last?, back: Three}
"""


class Screen:
    """A terminal with the program at its other end."""

    def __init__(self, folder: Path) -> None:
        (folder / "decks").mkdir()
        (folder / "decks" / "d.yaml").write_text(DECK)
        try:
            self.ours, self.theirs = pty.openpty()
        except OSError as error:
            pytest.skip(f"this machine gives no terminals: {error}")
        self.settings = termios.tcgetattr(self.theirs)
        self.file = folder / "data" / "collection.db"
        self.text = ""
        # Begun in the background of a shell, the tests would hand on that an interrupt is passed over.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "studyapp", "--decks", str(folder / "decks"), "review", "d"],
            stdin=self.theirs, stdout=self.theirs, stderr=self.theirs,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "STUDYAPP_DATA": str(folder / "data")},
        )  # fmt: skip

    def until(self, words: str) -> str:
        """What appears up to these words."""
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while words not in self.text:
            assert time.monotonic() < deadline, self.text
            self.text += os.read(self.ours, 4096).decode()
        seen, _, self.text = self.text.partition(words)
        return seen + words

    def press(self, keys: str) -> None:
        os.write(self.ours, keys.encode())

    def ratings(self) -> list[tuple[str, int]]:
        with sqlite3.connect(self.file) as connection:
            return connection.execute("SELECT note, rating FROM entry ORDER BY seq").fetchall()


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    made = Screen(tmp_path)
    yield made
    made.process.kill()
    made.process.wait()
    os.close(made.ours)
    os.close(made.theirs)


def test_keys_act_without_enter_and_typed_letters_are_seen(screen: Screen) -> None:
    screen.until("First?")
    screen.press(" ")
    screen.until("easy")
    screen.press("4")
    screen.until("59 times 61")
    screen.press("35x")
    screen.until("35x")
    screen.press("\x7f99\n")
    seen = screen.until("easy")
    assert "3599 ✓" in seen
    assert "✗" not in seen
    screen.press("\x1b[A3")
    screen.until("Last?")
    screen.press("q")
    assert screen.process.wait(TIMEOUT_SECONDS) == 0
    assert screen.ratings() == [("a", 4), ("t", 3)]


@pytest.mark.parametrize("is_interrupted", [False, True])
def test_terminal_is_left_as_it_was(screen: Screen, is_interrupted: bool) -> None:
    screen.until("First?")
    screen.press("\n")
    screen.until("easy")
    assert termios.tcgetattr(screen.theirs) != screen.settings
    if is_interrupted:
        screen.process.send_signal(signal.SIGINT)
    else:
        screen.press("q")
    assert screen.process.wait(TIMEOUT_SECONDS) == (130 if is_interrupted else 0)
    assert termios.tcgetattr(screen.theirs) == screen.settings


def test_closed_standard_input_has_no_keys() -> None:
    with open_key_reader(None) as keys:
        assert keys() == ""


def test_nothing_that_steers_a_terminal_is_printed(tmp_path: Path) -> None:
    """Not even what found its way into the collection past the reading of deck files."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "d.yaml").write_text(
        "deck: d\ntitle: T\nnotes:\n  - {id: a, front: xMARKx, back: yMARKy, section: zMARKz}\n"
    )
    clock = Clock(lambda: 1_790_000_000_000)
    shown = io.StringIO()
    with Collection(tmp_path / "collection.db", new_device_id) as collection:
        refresh_library(collection, [tmp_path / "decks"], clock)
        steering = r"\u001b[2J\u009b2J\u0007\u000d\u202e\u2066"
        collection.connection.execute("UPDATE note SET content = replace(content, 'MARK', ?)", (steering,))
        choice = CardLanguages.ENGLISH
        study = start_session(collection, clock, ["d"], choice)
        TerminalSession(study, iter("\n3q").__next__, shown).run()
    words = shown.getvalue()
    assert "[2J" in words
    assert all(letter == "\n" or letter.isprintable() for letter in words)
