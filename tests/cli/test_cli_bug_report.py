"""`studyapp doctor --report`: everything about the program, nothing from the cards."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from studyapp.store.integrity.collection_info import CollectionInfo, save_info
from studyapp.system_dependencies import collection_path
from studyapp.ui.kit.app_settings import AppSettings
from tests.cli.command_runner import RunCommand


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "alice"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.setenv("USERPROFILE", str(folder))
    return folder


def sections(text: str) -> dict[str, str]:
    """The sections of a report by their titles."""
    parts = re.split(r"^(.+)\n-+$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))


def test_report_describes_the_program_and_the_collection(
    run: RunCommand, data_folder: Path, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_PLUGIN_PATH", str(home / "plugins"))
    run("review", stdin="\n3\n4q")  # it makes the first backup
    (home / "backups").mkdir()
    save_info(collection_path(data_folder), CollectionInfo(home / "backups"))
    run("backup")
    settings = AppSettings(data_folder)
    settings.ankiconnect_api_key = "secret key"
    settings.text_size = 150
    del settings
    file = tmp_path / "report.txt"
    result = run("doctor", "--report", file)
    assert (result.status, result.err) == (0, "")
    assert str(file) in result.out
    found = sections(file.read_text(encoding="utf-8"))
    assert list(found) == [
        "Versions",
        "Environment",
        "Display",
        "Settings",
        "Collection",
        "Study options that differ from the default",
        "Doctor",
        "Backups",
        "Last report about an unexpected error",
        "Crash that no start has reported yet",
        "Log",
    ]
    assert "Python 3." in found["Versions"]
    assert "QT_PLUGIN_PATH=~" in found["Environment"]
    assert "Platform plugin: offscreen" in found["Display"]
    assert "Text size: 150%" in found["Settings"]
    assert found["Backups"] == "folder: chosen\nbackups: 2"
    assert "decks: 1\nnotes: 2\ncards: 2" in found["Collection"]
    assert "reviews: 2" in found["Collection"]
    assert "journal entries: 2" in found["Doctor"]
    assert "command review finished" in found["Log"]


def test_report_contains_nothing_private(
    run: RunCommand, data_folder: Path, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STUDYAPP_ANKI_KEY", "secret key")
    monkeypatch.setenv("QT_PLUGIN_PATH", f"{home}/plugins:/media/alice/plugins")
    AppSettings(data_folder).ankiconnect_api_key = "secret key"
    run("review", stdin="\n3\n4q")
    run("stats")
    run("doctor", "--report", tmp_path / "report.txt")
    text = (tmp_path / "report.txt").read_text(encoding="utf-8")
    for private in (
        "cities",
        "Cities",
        "城市",
        "paris",
        "Paris",
        "France",
        "Peru",
        "secret",
        "alice",
        str(tmp_path),
    ):
        assert private not in text


def test_report_goes_to_the_folder_for_logs_by_default(run: RunCommand, data_folder: Path) -> None:
    result = run("doctor", "--report")
    (file,) = (data_folder / "logs").glob("report-*.txt")
    assert result.out.startswith(f"The report was written to {file}.")


def test_report_contains_the_last_crash_report(run: RunCommand, data_folder: Path, tmp_path: Path) -> None:
    (data_folder / "logs").mkdir(parents=True)
    for day, text in (("01", "an older error"), ("02", "the last error")):
        (data_folder / "logs" / f"crash-202601{day}-000000.txt").write_text(text)
    (data_folder / "logs" / "fault.txt").write_text("Fatal Python error: Aborted")
    run("doctor", "--report", tmp_path / "report.txt")
    text = (tmp_path / "report.txt").read_text(encoding="utf-8")
    assert "the last error" in text
    assert "Fatal Python error: Aborted" in text
    assert "an older error" not in text


def test_report_is_written_for_a_damaged_collection(
    run: RunCommand, data_folder: Path, tmp_path: Path
) -> None:
    data_folder.mkdir()
    (data_folder / "collection.db").write_bytes(b"words, not a database " * 300)
    result = run("doctor", "--report", tmp_path / "report.txt")
    assert result.status == 0
    found = sections((tmp_path / "report.txt").read_text(encoding="utf-8"))
    assert found["Collection"].startswith("It can't be opened: studyapp.store.errors.StoreDamaged: ")


def test_inconsistent_schedule_is_counted(run: RunCommand, data_folder: Path, tmp_path: Path) -> None:
    run("review", stdin="\n3\n4q")
    with closing(sqlite3.connect(data_folder / "collection.db", isolation_level=None)) as connection:
        connection.execute("DELETE FROM schedule WHERE note = 'paris'")
    connection.close()
    run("doctor", "--report", tmp_path / "report.txt")
    found = sections((tmp_path / "report.txt").read_text(encoding="utf-8"))
    assert "cards with a schedule other than that of the journal: 1" in found["Doctor"]


@pytest.mark.parametrize(("damage", "expected"), [("SELECT 1", "yes"), ("DELETE FROM card_count", "no")])
def test_report_tells_whether_numbers_of_cards_are_consistent(
    run: RunCommand, data_folder: Path, tmp_path: Path, damage: str, expected: str
) -> None:
    run("review", stdin="\n3\n4q")
    with closing(sqlite3.connect(data_folder / "collection.db", isolation_level=None)) as connection:
        connection.execute(damage)
    run("doctor", "--report", tmp_path / "report.txt")
    found = sections((tmp_path / "report.txt").read_text(encoding="utf-8"))
    assert f"numbers of cards consistent with the cards: {expected}" in found["Doctor"]


def test_report_without_a_display(
    run: RunCommand, data_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform")
    run("doctor", "--report", tmp_path / "report.txt")
    found = sections((tmp_path / "report.txt").read_text(encoding="utf-8"))
    assert found["Display"].startswith("Qt failed with exit status")


def test_unwritable_report_is_reported(run: RunCommand, tmp_path: Path) -> None:
    result = run("doctor", "--report", tmp_path)
    assert result.status == 3
    assert result.err == f"studyapp: {tmp_path}: Is a directory\n"


def test_report_and_rebuild_exclude_each_other(run: RunCommand) -> None:
    result = run("doctor", "--report", "--rebuild")
    assert result.status == 2
    assert "not allowed with argument" in result.err
