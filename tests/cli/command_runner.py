"""Runs commands of the command line and reads what they print."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from tests.timeouts import TIMEOUT_SECONDS

DECK = """\
deck: cities
title: {en: Cities, zh-Hant: 城市}
notes:
  - id: paris
    front: {en: Capital of France?, zh-Hant: 法國的首都？}
    back: {en: Paris, zh-Hant: 巴黎}
    section: "2.1"
    evidence: hypothesis
    tags: [europe, capital]
    why: It is.
  - {id: lima, front: Capital of Peru?, back: Lima}
"""

ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {
    "PYTHONPATH": str(Path(__file__).parents[2])
}
"""For child processes: without the PYTHON variables that change buffering and encoding of the output."""


class CommandResult(NamedTuple):
    """Exit status and output of a command."""

    status: int
    out: str
    err: str

    @property
    def rows(self) -> list[Any]:
        """The JSON objects in the output, one per line."""
        return [json.loads(line) for line in self.out.splitlines()]


RunCommand = Callable[..., CommandResult]


def run_process(*arguments: object, stdin: bytes = b"", **environment: str) -> CommandResult:
    """Run a command in a child process, over the bundled decks."""
    process = subprocess.run(
        [sys.executable, "-m", "studyapp", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        timeout=TIMEOUT_SECONDS,
        env=ENVIRONMENT | environment,
    )
    return CommandResult(process.returncode, process.stdout.decode(), process.stderr.decode())


def run_shell(command_line: str, data_folder: Path, *arguments: object) -> CommandResult:
    """Run a shell command line in which `studyapp` stands for the program. It writes no bytecode, which `ulimit` would
    truncate."""
    program = f"{sys.executable} -m studyapp"
    process = subprocess.run(
        ["bash", "-c", command_line.replace("studyapp", program, 1), "bash", *map(str, arguments)],
        capture_output=True,
        timeout=TIMEOUT_SECONDS,
        env=ENVIRONMENT | {"STUDYAPP_DATA": str(data_folder), "PYTHONDONTWRITEBYTECODE": "1"},
    )
    return CommandResult(process.returncode, process.stdout.decode(), process.stderr.decode())


def journal_ratings(data_folder: Path) -> list[tuple[str, int | None]]:
    """The note and the rating of each journal entry."""
    with closing(sqlite3.connect(data_folder / "collection.db", isolation_level=None)) as connection:
        return connection.execute("SELECT note, rating FROM entry ORDER BY seq").fetchall()


def date_reviews_in_the_future(data_folder: Path) -> None:
    """Shift the journal as a clock that is a century ahead would have dated it."""
    with closing(sqlite3.connect(data_folder / "collection.db", isolation_level=None)) as connection:
        connection.execute("DROP TRIGGER entry_is_never_changed")
        days, milliseconds = 36_525, 36_525 * 86_400_000
        for prefix in ("", "effective_"):
            connection.execute(
                f"UPDATE entry SET {prefix}at = {prefix}at + ?, {prefix}day = {prefix}day + ?, "
                f"{prefix}due_day = {prefix}due_day + ?, {prefix}due_at = {prefix}due_at + ?",
                (milliseconds, days, days, milliseconds),
            )


def assert_one_line_error(result: CommandResult) -> None:
    """It failed with a system error: one sentence and no traceback."""
    assert result.status == 3
    assert result.out == ""
    assert result.err.startswith("studyapp: ")
    assert result.err.count("\n") == 1
