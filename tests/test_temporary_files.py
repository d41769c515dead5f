"""Temporary files that a killed process left behind are removed, and no other files."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studyapp.atomic_file import atomic_write
from studyapp.services.library.library_refresh import refresh_library
from studyapp.temporary_files import temporary_file_name, temporary_folder
from tests.anki.studyapp_instance import create_instance
from tests.timeouts import TIMEOUT_SECONDS

HOUR = 60 * 60


def make_old(path: Path, hours: int = 25) -> Path:
    changed_at = time.time() - hours * HOUR
    os.utime(path, (changed_at, changed_at))
    return path


def create_file(folder: Path, name: str, hours: int = 25) -> Path:
    path = folder / name
    path.write_bytes(b"x")
    return make_old(path, hours)


def leave_temporary_file(folder: Path) -> Path:
    """Kill a process while it writes a file, and return what it leaves."""
    program = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom studyapp.atomic_file import atomic_write\n"
        "with atomic_write(Path(sys.argv[1]) / 'deck.yaml') as file:\n"
        "    file.write(b'x')\n    file.flush()\n    os.kill(os.getpid(), signal.SIGTERM)\n"
    )
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[1])}
    command = [sys.executable, "-c", program, str(folder)]
    assert subprocess.run(command, env=environment, timeout=TIMEOUT_SECONDS).returncode != 0
    (path,) = folder.iterdir()
    return path


def test_next_write_removes_what_a_killed_process_left(tmp_path: Path) -> None:
    make_old(leave_temporary_file(tmp_path))
    with atomic_write(tmp_path / "deck.yaml") as file:
        file.write(b"y")
    assert [path.name for path in tmp_path.iterdir()] == ["deck.yaml"]


def test_next_read_of_the_decks_removes_what_a_killed_process_left(tmp_path: Path) -> None:
    instance = create_instance(tmp_path / "studyapp", ())
    folders = (tmp_path / "decks", tmp_path / "decks" / "d-media")
    for folder in folders:
        folder.mkdir()
    left = [create_file(folder, temporary_file_name()) for folder in folders]
    refresh_library(instance.collection, [folders[0]], instance.clock())
    instance.close()
    assert not any(path.exists() for path in left)


@pytest.mark.parametrize(
    "name",
    [
        "studyapp-notes.apkg", "studyapp-0123456789ab.txt", "studyapp-0123456789ab.apkg.txt",
        ".studyapp-notes.part", "x.part", ".studyapp-0123456789ab.part.txt", "studyapp-0123456789ab.part", "a.partial"],
)  # fmt: skip
def test_files_with_other_names_are_kept(tmp_path: Path, name: str) -> None:
    path = create_file(tmp_path, name)
    with atomic_write(tmp_path / "deck.yaml"):
        pass
    assert path.exists()


def test_new_files_and_folders_and_links_are_kept(tmp_path: Path) -> None:
    recent = create_file(tmp_path, temporary_file_name(), hours=23)
    folder = tmp_path / temporary_file_name()
    folder.mkdir()
    make_old(folder)
    with atomic_write(tmp_path / "deck.yaml"):
        pass
    assert recent.exists() and folder.exists()


def test_leftover_folder_of_a_backup_is_removed(tmp_path: Path) -> None:
    folders = [
        tmp_path / name
        for name in (".studyapp-abc_1234.part", ".studyapp-abc_5678.part", ".studyapp-notes.part")
    ]
    for folder in folders:
        folder.mkdir()
        create_file(folder, "collection.db")
    for folder in (folders[0], folders[2]):
        make_old(folder)
    with atomic_write(tmp_path / "deck.yaml"):
        pass
    assert [folder.exists() for folder in folders] == [False, True, True]


def test_files_that_sqlite_adds_to_a_backup_are_removed(tmp_path: Path) -> None:
    journal = create_file(tmp_path, f"{temporary_file_name()}-journal")
    with atomic_write(tmp_path / "deck.yaml"):
        pass
    assert not journal.exists()


def test_leftover_temporary_folders_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    names = ("studyapp-abc_1234", "studyapp-notes", "other-abc_1234")
    for name in (*names, "studyapp-new_1234"):
        (tmp_path / name).mkdir()
        create_file(tmp_path / name, "0.anki2")
    for name in names:
        make_old(tmp_path / name)
    with temporary_folder() as folder:
        assert folder.parent == tmp_path
        kept = {path.name for path in tmp_path.iterdir()} - {folder.name}
    assert kept == {"studyapp-notes", "other-abc_1234", "studyapp-new_1234"}
    assert not folder.exists()
