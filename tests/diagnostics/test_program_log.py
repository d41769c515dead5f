"""The log: events in a file that does not grow without limit, and never an error because of the log."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from studyapp.diagnostics import rotating_log_file
from studyapp.diagnostics.program_log import (
    log_error,
    log_event,
    logged,
    logged_operation,
    numbers_of,
    recent_log_lines,
    start_log,
    stop_log,
)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    stop_log()
    yield tmp_path / "logs"
    stop_log()


def messages(folder: Path) -> list[str]:
    """The lines of the log without time and process."""
    return [line.split(" ", 3)[3] for line in recent_log_lines(folder)]


def test_events_are_written(folder: Path) -> None:
    start_log(folder)
    log_event("import", notes=3, format=".apkg")
    log_error("backup failed", PermissionError(13, "no", "/home/alice/secret"))
    assert messages(folder) == [
        "INFO import notes=3 format=.apkg",
        "ERROR backup failed error=PermissionError: EACCES, Permission denied",
    ]
    assert "secret" not in (folder / "studyapp.log").read_text(encoding="utf-8")


def test_events_before_the_file_is_open_are_kept(folder: Path) -> None:
    log_event("early")
    assert messages(folder) == ["INFO early"]
    start_log(folder)
    log_event("late")
    assert messages(folder) == ["INFO early", "INFO late"]
    stop_log()
    log_event("after")
    start_log(folder)
    assert messages(folder) == ["INFO early", "INFO late", "INFO after"]


def test_percent_signs_are_written_as_they_are(folder: Path) -> None:
    start_log(folder)
    log_event("100 %s done", part="%d")
    assert messages(folder) == ["INFO 100 %s done part=%d"]


def test_operation_is_logged_with_its_result_or_its_error(folder: Path) -> None:
    with logged_operation("import") as results:
        results["notes"] = 2

    def fail() -> None:
        with logged_operation("sync"):
            raise KeyError("card text")

    with pytest.raises(KeyError):
        fail()
    assert messages(folder) == [
        "INFO import started",
        "INFO import finished notes=2",
        "INFO sync started",
        "ERROR sync failed error=KeyError",
    ]


def test_log_rotates_and_keeps_two_old_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotating_log_file, "_MAX_BYTES", 1000)
    start_log(folder)
    for number in range(200):
        log_event("event", number=number)
    files = sorted(path.name for path in folder.iterdir())
    assert files == ["studyapp.log", "studyapp.log.1", "studyapp.log.2"]
    assert all(path.stat().st_size <= 1000 for path in folder.iterdir())
    assert messages(folder)[-1] == "INFO event number=199"


def test_log_goes_on_if_rotation_fails(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotating_log_file, "_MAX_BYTES", 200)
    folder.mkdir()
    for number in (1, 2):
        (folder / f"studyapp.log.{number}").mkdir()  # a folder can't be replaced by a file
        (folder / f"studyapp.log.{number}" / "file").touch()
    start_log(folder)
    for number in range(50):
        log_event("event", number=number)
    assert messages(folder)[-1] == "INFO event number=49"


@pytest.mark.parametrize("blocker", ["logs", "logs/studyapp.log"])
def test_unusable_folder_is_no_error(folder: Path, blocker: str) -> None:
    path = folder.parent / blocker
    if blocker == "logs":
        path.write_text("a file")
    else:
        path.mkdir(parents=True)
    start_log(folder)
    log_event("event")
    assert messages(folder) == ["INFO event"]


def test_only_the_newest_lines_are_returned(folder: Path) -> None:
    start_log(folder)
    for number in range(300):
        log_event("event", number=number)
    assert len(recent_log_lines(folder)) == 200
    assert messages(folder)[0] == "INFO event number=100"


def test_logged_operation_returns_its_result(folder: Path) -> None:
    class Report(NamedTuple):
        added: int
        names: tuple[str, ...]

    def run(prefix: str, *, count: int) -> Report:
        return Report(count, (f"{prefix} card",))

    assert logged("import", run)("a", count=2) == Report(2, ("a card",))
    assert messages(folder) == ["INFO import started", "INFO import finished added=2 names=1"]


def test_numbers_of_a_result_leave_out_its_texts() -> None:
    class Result(NamedTuple):
        added: int
        names: tuple[str, ...]
        text: str

    assert numbers_of(Result(3, ("a", "b"), "card")) == {"added": 3, "names": 2}
