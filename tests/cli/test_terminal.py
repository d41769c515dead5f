"""A review session in a real terminal, key by key."""

import io
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.cli.terminal import TerminalSession, open_key_reader
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import set_option
from studyapp.services.study.session_creation import create_session
from studyapp.store.collection import Collection
from studyapp.store.stored_options import ALL_DECKS
from studyapp.system_dependencies import new_device_id

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


class TerminalDriver:
    """A pseudoterminal in which the program runs."""

    def __init__(self, folder: Path) -> None:
        (folder / "decks").mkdir()
        (folder / "decks" / "d.yaml").write_text(DECK)
        try:
            self.controller_fd, self.terminal_fd = pty.openpty()
        except OSError as error:
            pytest.skip(f"this machine gives no terminals: {error}")
        self.settings = termios.tcgetattr(self.terminal_fd)
        self.file = folder / "data" / "collection.db"
        self.text = ""
        # In a background job of a shell, SIGINT is ignored, and the child process would inherit that.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "studyapp", "--decks", str(folder / "decks"), "review", "d"],
            stdin=self.terminal_fd, stdout=self.terminal_fd, stderr=self.terminal_fd,
            env=os.environ | {"PYTHONPATH": str(Path(__file__).parents[2]), "STUDYAPP_DATA": str(folder / "data")},
        )  # fmt: skip

    def read_until(self, text: str) -> str:
        """Read the output up to and including this text."""
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while text not in self.text:
            assert time.monotonic() < deadline, self.text
            self.text += os.read(self.controller_fd, 4096).decode()
        seen, _, self.text = self.text.partition(text)
        return seen + text

    def press(self, keys: str) -> None:
        os.write(self.controller_fd, keys.encode())

    def ratings(self) -> list[tuple[str, int]]:
        with closing(sqlite3.connect(self.file)) as connection, connection:
            return connection.execute("SELECT note, rating FROM entry ORDER BY seq").fetchall()


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[TerminalDriver]:
    driver = TerminalDriver(tmp_path)
    yield driver
    driver.process.kill()
    driver.process.wait()
    os.close(driver.controller_fd)
    os.close(driver.terminal_fd)


def test_keys_act_without_enter_and_typed_answer_is_echoed(terminal: TerminalDriver) -> None:
    terminal.read_until("First?")
    terminal.press(" ")
    terminal.read_until("easy")
    terminal.press("4")
    terminal.read_until("59 times 61")
    terminal.press("35x")
    terminal.read_until("35x")
    terminal.press("\x7f99\n")
    seen = terminal.read_until("easy")
    assert "3599 ✓" in seen
    assert "✗" not in seen
    terminal.press("\x1b[A3")
    terminal.read_until("Last?")
    terminal.press("q")
    assert terminal.process.wait(TIMEOUT_SECONDS) == 0
    assert terminal.ratings() == [("a", 4), ("t", 3)]


@pytest.mark.parametrize("is_interrupted", [False, True])
def test_terminal_settings_are_restored(terminal: TerminalDriver, is_interrupted: bool) -> None:
    terminal.read_until("First?")
    terminal.press("\n")
    terminal.read_until("easy")
    assert termios.tcgetattr(terminal.terminal_fd) != terminal.settings
    if is_interrupted:
        terminal.process.send_signal(signal.SIGINT)
    else:
        terminal.press("q")
    assert terminal.process.wait(TIMEOUT_SECONDS) == (130 if is_interrupted else 0)
    assert termios.tcgetattr(terminal.terminal_fd) == terminal.settings


def test_key_reader_of_closed_stdin_returns_no_keys() -> None:
    with open_key_reader(None) as keys:
        assert keys() == ""


def test_control_characters_are_not_printed(tmp_path: Path) -> None:
    """Not even those that are in the collection but did not pass the deck reader."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "d.yaml").write_text(
        "deck: d\ntitle: T\nnotes:\n  - {id: a, front: xMARKx, back: yMARKy, section: zMARKz}\n"
    )
    clock = Clock(lambda: 1_790_000_000_000)
    output = io.StringIO()
    with Collection(tmp_path / "collection.db", new_device_id) as collection:
        refresh_library(collection, [tmp_path / "decks"], clock)
        control_sequences = r"\u001b[2J\u009b2J\u0007\u000d\u202e\u2066"
        collection.connection.execute(
            "UPDATE note SET content = replace(content, 'MARK', ?)", (control_sequences,)
        )
        languages = CardLanguages.ENGLISH
        study = create_session(collection, clock, ["d"], languages)
        TerminalSession(study, iter("\n3q").__next__, output).run()
    text = output.getvalue()
    assert "[2J" in text
    assert all(letter == "\n" or letter.isprintable() for letter in text)


def test_set_clock_is_reported_after_the_rating(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "d.yaml").write_text(DECK)
    shown = 1_790_000_000_000
    clock = Clock(lambda: shown, elapsed=lambda: 0)
    keys = iter("\n4q\n")

    def next_key() -> str:
        nonlocal shown
        key = next(keys)
        shown += 2 * 3_600_000 if key == "4" else 0
        return key

    output = io.StringIO()
    with Collection(tmp_path / "collection.db", new_device_id) as collection:
        refresh_library(collection, [tmp_path / "decks"], clock)
        session = create_session(collection, clock, ["d"], CardLanguages.ENGLISH)
        TerminalSession(session, next_key, output).run()
    assert "clock was set forward by 2 hours. Your rating was saved." in output.getvalue()


def test_wrong_typed_answer_is_asked_until_it_is_right(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "d.yaml").write_text(
        "deck: d\ntitle: T\nnotes:\n  - {id: t, front: 6 times 7, answer: '42'}\n"
    )
    clock, output = Clock(lambda: 1_790_000_000_000), io.StringIO()
    with Collection(tmp_path / "collection.db", new_device_id) as collection:
        refresh_library(collection, [tmp_path / "decks"], clock)
        for name, value in {"ask_until_right": "on", "learning_steps": ""}.items():
            set_option(collection, ALL_DECKS, name, value)
        session = create_session(collection, clock, ["d"], CardLanguages.ENGLISH)
        TerminalSession(session, iter("41\n143\n142\n3").__next__, output).run()
    text = output.getvalue()
    assert text.count("6 times 7") >= 3
    assert text.count("1 again (not saved)   3 good (not saved)") == 2
    assert text.endswith("Done for now: 1 review, 0 correct.\n")
