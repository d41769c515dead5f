"""What `doctor` checks around the collection."""

from pathlib import Path

import pytest

from studyapp import display_check
from studyapp.process_lock import acquire_process_lock
from tests.cli.command_runner import RunCommand


@pytest.fixture(autouse=True)
def display(monkeypatch: pytest.MonkeyPatch) -> None:
    """Don't start Qt; the display belongs to the machine."""
    monkeypatch.setattr(display_check, "find_display_problem", lambda: "No display.")


def lines_about(run: RunCommand, subject: str) -> list[str]:
    prefix = f"{subject}: "
    return [line.removeprefix(prefix) for line in run("doctor").out.splitlines() if line.startswith(prefix)]


def test_every_check_of_a_sound_collection_says_so(run: RunCommand) -> None:
    run("review", stdin="\n4q")
    result = run("doctor")
    assert result.status == 0
    subjects = [line.partition(":")[0] for line in result.out.splitlines()]
    assert subjects == [
        "Checked 1 journal entry for 1 card.",
        "Collection", "Schedules", "Decks", "Media", "Backups", "Window", "Display",
        "No problems found.",
    ]  # fmt: skip


def test_missing_image_is_named(run: RunCommand, deck_folder: Path) -> None:
    (deck_folder / "b.yaml").write_text(
        "deck: b\nnotes:\n- {id: a, front: '![map](maps/a%20b.png)', back: c}\n"
    )
    assert lines_about(run, "Media") == [f"missing file of b/a: {deck_folder}/maps/a b.png"]
    assert run("doctor").status == 1
    (deck_folder / "maps").mkdir()
    (deck_folder / "maps" / "a b.png").write_bytes(b"picture")
    assert lines_about(run, "Media") == ["no image or sound is missing."]


@pytest.mark.parametrize("path", ["../secret.png", "/etc/secret.png", "https://host/a.png"])
def test_images_elsewhere_are_ignored(run: RunCommand, deck_folder: Path, path: str) -> None:
    (deck_folder / "b.yaml").write_text(f"deck: b\nnotes:\n- {{id: a, front: '![map]({path})', back: c}}\n")
    assert lines_about(run, "Media") == ["no image or sound is missing."]


def test_problems_of_decks_are_counted(run: RunCommand, deck_folder: Path) -> None:
    (deck_folder / "b.yaml").write_text("deck: b\nnotes:\n- {id: a, front: c}\n- {id: b, front: d}\n")
    assert lines_about(run, "Decks")[0].endswith(" problems; run “studyapp check” for the list.")


def test_newest_backup_is_restored_for_the_check(run: RunCommand, data_folder: Path) -> None:
    assert lines_about(run, "Backups") == ["there is none yet. Run “studyapp backup”."]
    run("backup")
    assert lines_about(run, "Backups")[0].startswith("1 backup, the newest of ")
    for stored in (data_folder / "backups" / "content").rglob("*.zst"):
        stored.write_bytes(stored.read_bytes()[:-20])
    (line,) = lines_about(run, "Backups")
    assert "can't be restored" in line and "is damaged" in line
    assert run("doctor").status == 1


def test_folder_that_can_not_be_written_is_named(run: RunCommand, data_folder: Path) -> None:
    run("stats")
    (data_folder / "backups").write_text("in the way")
    assert lines_about(run, "Backups") == [f"can't write to {data_folder}/backups. Choose another folder."]


def test_open_window_is_mentioned(run: RunCommand, data_folder: Path) -> None:
    run("stats")
    assert lines_about(run, "Window") == ["not open."]
    lock = acquire_process_lock(data_folder / "window.lock")
    assert lock is not None
    assert lines_about(run, "Window") == ["open with this data folder."]
    lock.release()
