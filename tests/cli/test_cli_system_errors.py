"""System errors: unusable folders and files, full disks, closed streams, encodings, interrupts."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.command_runner import ENVIRONMENT, RunCommand, assert_one_line_error, run_process, run_shell
from tests.timeouts import TIMEOUT_SECONDS


@pytest.mark.parametrize("command", [["stats"], ["cards"], ["review"], ["doctor"], ["export", "x.apkg"]])
@pytest.mark.parametrize("relative_path", ["file", "file/below"])
def test_invalid_data_folder_is_reported_in_one_line(
    run: RunCommand, tmp_path: Path, command: list[str], relative_path: str
) -> None:
    (tmp_path / "file").write_text("not a folder")
    result = run("--data", tmp_path / relative_path, *command)
    assert_one_line_error(result)
    assert str(tmp_path / relative_path) in result.err


@pytest.mark.parametrize(
    "content", [b"words, not a database " * 300, b"SQLite format 3\0" + b"\xff" * 9000], ids=["words", "torn"]
)
def test_damaged_collection_is_reported_and_unchanged(
    run: RunCommand, data_folder: Path, content: bytes
) -> None:
    data_folder.mkdir()
    (data_folder / "collection.db").write_bytes(content)
    assert_one_line_error(run("stats"))
    assert (data_folder / "collection.db").read_bytes() == content


def test_database_of_another_program_is_reported_and_unchanged(run: RunCommand, data_folder: Path) -> None:
    data_folder.mkdir()
    with closing(sqlite3.connect(data_folder / "collection.db")) as connection, connection:
        connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    before = (data_folder / "collection.db").read_bytes()
    result = run("stats")
    assert_one_line_error(result)
    assert "is not a StudyApp file" in result.err
    assert (data_folder / "collection.db").read_bytes() == before


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
def test_data_folder_without_permission_is_reported_in_one_line(tmp_path: Path, deck_folder: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    if os.geteuid() == 0:  # root may write everywhere except to /proc
        closed = Path("/proc/self")
    assert_one_line_error(run_process("--data", closed, "stats"))


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file size there")
def test_full_disk_is_reported_in_one_line(data_folder: Path) -> None:
    result = run_shell("ulimit -f 8; studyapp stats", data_folder)
    assert_one_line_error(result)
    assert run_process("stats", STUDYAPP_DATA=str(data_folder)).status == 0


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="no such device")
@pytest.mark.parametrize("command", ["stats", "cards", "check"])
def test_full_disk_for_output_is_reported(data_folder: Path, command: str) -> None:
    assert_one_line_error(run_shell(f"studyapp {command} > /dev/full", data_folder))


@pytest.mark.parametrize("command", ["cards | head -1", "cards | true", "stats | true", "check | true"])
def test_closed_output_pipe_is_no_error(data_folder: Path, command: str) -> None:
    result = run_shell(f"studyapp {command}; exit ${{PIPESTATUS[0]}}", data_folder)
    assert result.status == 0
    assert result.err == ""
    assert result.out.count("\n") == ("head" in command)


@pytest.mark.parametrize("command_line", ["studyapp stats >&-", "studyapp stats 2>&-", "studyapp review <&-"])
def test_closed_standard_streams_are_no_error(data_folder: Path, command_line: str) -> None:
    result = run_shell(command_line, data_folder)
    assert result.status == 0
    assert result.err == ""


def test_unencodable_characters_are_escaped(data_folder: Path) -> None:
    result = run_process(
        "cards", "--language", "zh-Hant", STUDYAPP_DATA=str(data_folder), PYTHONIOENCODING="ascii"
    )
    assert result.status == 0
    assert result.err == ""
    assert "\\u" in result.out


def test_json_output_is_valid_in_ascii_terminal(data_folder: Path) -> None:
    result = run_process(
        "cards", "--json", "--language", "zh-Hant", STUDYAPP_DATA=str(data_folder), PYTHONIOENCODING="ascii"
    )
    assert result.status == 0
    assert "Traceback" not in result.err
    assert "\\u" in result.out
    assert result.rows


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGINT to send")
def test_interrupt_exits_without_traceback(data_folder: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "studyapp", "review"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env=ENVIRONMENT | {"STUDYAPP_DATA": str(data_folder)},
        # A background job of a shell ignores SIGINT, and child processes inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL) and None,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == b"\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=TIMEOUT_SECONDS)
    assert process.returncode == 130
    assert err == b""


@pytest.mark.parametrize("name", ["tab\there\x1b[2J.yaml", "line\nbreak.yaml"])
@pytest.mark.skipif(sys.platform == "win32", reason="no such file names there")
def test_control_characters_in_file_name_are_not_printed(
    run: RunCommand, deck_folder: Path, name: str
) -> None:
    (deck_folder / name).write_text("deck: [")
    for command in ("check", "stats"):
        result = run(command)
        assert "\x1b" not in result.out + result.err
        assert "\t" not in result.err
        problems = [line for line in (result.out + result.err).splitlines() if ".yaml:" in line]
        assert len(problems) == 1
