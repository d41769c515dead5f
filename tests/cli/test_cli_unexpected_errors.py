"""An error in the program ends a command with one line and a report."""

from pathlib import Path

import pytest

from tests.cli.command_runner import RunCommand

SECRET = "mitochondria"


@pytest.fixture(autouse=True)
def _broken_statistics(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ValueError(SECRET)

    monkeypatch.setattr("studyapp.cli.stats.load_statistics", fail)
    monkeypatch.delenv("STUDYAPP_TRACEBACK", raising=False)


def test_error_is_one_line_with_the_path_of_the_report(run: RunCommand, data_folder: Path) -> None:
    result = run("stats")
    (file,) = (data_folder / "logs").glob("crash-*.txt")
    assert (result.status, result.out) == (70, "")
    assert result.err == f"studyapp: unexpected error (ValueError); a report was written to {file}\n"
    report = file.read_text(encoding="utf-8")
    assert "\nstudyapp/cli/main.py:" in report
    assert "\nValueError\n" in report
    assert "INFO command stats started" in report
    assert SECRET not in report


def test_traceback_is_printed_on_request(run: RunCommand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STUDYAPP_TRACEBACK", "1")
    result = run("stats")
    assert result.status == 70
    assert result.err.startswith("Traceback (most recent call last):\n")
    assert f"\nValueError: {SECRET}\n" in result.err
    assert result.err.splitlines()[-1].startswith("studyapp: unexpected error (ValueError); ")


def test_report_goes_elsewhere_if_the_data_folder_is_unusable(
    run: RunCommand, data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data_folder.mkdir()
    (data_folder / "logs").write_text("a file")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    assert f"a report was written to {tmp_path / 'temporary'}" in run("stats").err
    monkeypatch.setattr("tempfile.tempdir", str(data_folder / "logs"))
    assert run("stats").err == "studyapp: unexpected error (ValueError); no report could be written\n"


def test_log_names_commands_and_their_results(run: RunCommand, data_folder: Path, tmp_path: Path) -> None:
    run("cards")
    run("cards", "--deck", "unknown")
    table = tmp_path / f"{SECRET}.csv"
    table.write_text(f"front,back\n{SECRET},energy\n")
    run("import", table)
    run("stats")
    run("--data", tmp_path / "other" / "data", "check")
    log = (data_folder / "logs" / "studyapp.log").read_text(encoding="utf-8")
    assert [line.split(" ", 3)[3] for line in log.splitlines()] == [
        "INFO command cards started",
        "INFO command cards finished status=0",
        "INFO command cards started",
        "INFO command cards finished status=1",
        "INFO command import started",
        "INFO import added_count=1 existing_count=0 entry_count=0 review_count=0 written_files=1 losses=0 "
        "updated_count=0 merged_count=0 kept_count=0 unchanged_count=0 conflicts=0",
        "INFO command import finished status=0",
        "INFO command stats started",
        "ERROR command stats failed error=ValueError",
    ]
    assert SECRET not in log
    assert not (tmp_path / "other").exists()  # checking decks needs no data folder
