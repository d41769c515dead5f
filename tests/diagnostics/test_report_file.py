"""Reports about unexpected errors: their content, their names, and how many are kept."""

import os
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from studyapp.diagnostics import report_file
from studyapp.diagnostics.program_log import log_event
from studyapp.diagnostics.report_file import newest_crash_report, write_crash_report


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path / "alice"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "alice"))
    return tmp_path / "logs"


def test_report_contains_error_versions_facts_and_log(folder: Path) -> None:
    log_event("test event")
    report = write_crash_report(
        folder, "KeyError", [f"Style from {Path.home()}{os.sep}themes", "Platform plugin: xcb"]
    )
    assert report is not None
    assert report.parent == folder
    text = report.read_text(encoding="utf-8")
    for expected in (
        "\nError\n-----\nKeyError\n",
        "\nStudyApp ",
        "\nPython 3.",
        "\nSQLite 3.",
        "\nPySide6_Essentials 6.",
        "\nSystem ",
        f"\nStyle from ~{os.sep}themes\nPlatform plugin: xcb\n",
        " INFO test event\n",
    ):
        assert expected in text
    assert "alice" not in text


def test_reports_of_one_second_do_not_replace_each_other(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_file, "time", SimpleNamespace(strftime=lambda form: "crash-20260102-030405"))
    reports = [write_crash_report(folder, f"error {number}") for number in range(3)]
    assert [report.name for report in reports if report] == [
        "crash-20260102-030405.txt",
        "crash-20260102-030405-2.txt",
        "crash-20260102-030405-3.txt",
    ]


def test_ten_reports_are_kept(folder: Path) -> None:
    folder.mkdir()
    (folder / "studyapp.log").touch()
    for day in range(1, 15):
        (folder / f"crash-202001{day:02}-000000.txt").touch()
    report = write_crash_report(folder, "error")
    names = sorted(path.name for path in folder.iterdir())
    assert report is not None
    assert names == [
        *(f"crash-202001{day:02}-000000.txt" for day in range(6, 15)),
        report.name,
        "studyapp.log",
    ]
    assert newest_crash_report(folder) == report


def test_unusable_folder_is_replaced_by_the_folder_for_temporary_files(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    folder.write_text("a file")
    report = write_crash_report(folder, "error")
    assert report is not None
    assert report.parent == tmp_path / "temporary"
    (tmp_path / "temporary 2").write_text("a file")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary 2"))
    assert write_crash_report(folder, "error") is None


def test_no_report_yet(folder: Path) -> None:
    assert newest_crash_report(folder) is None
