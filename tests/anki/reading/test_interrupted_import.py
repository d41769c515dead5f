"""An import that is killed is reported at the next start, and a repeated import completes it."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from anki.collection import Collection as Anki

from studyapp.services.library.interrupted_imports import import_lock
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.services.transfer.file_import import import_file
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreBusy
from tests.anki.anki_collections import add_note, export_package, review_cards_in_anki
from tests.anki.studyapp_instance import StudyAppInstance
from tests.timeouts import TIMEOUT_SECONDS

ROOT = Path(__file__).parents[3]
TABLES = ("entry", "setting", "exported", "note", "deck")


@pytest.fixture
def package(anki: Anki, tmp_path: Path) -> Path:
    """A package with two decks, an image, reviews and a preset."""
    anki.media.write_data("p.png", b"picture")
    add_note(anki, "Basic", "one", '1 <img src="p.png">', deck="One")
    add_note(anki, "Basic", "two", "2", deck="Two")
    deck = anki.decks.by_name("Two")
    assert deck is not None
    config = anki.decks.config_dict_for_deck_id(deck["id"])
    config["new"]["perDay"] = 33
    anki.decks.update_config(config)
    review_cards_in_anki(anki, 1, 4)
    return export_package(anki, tmp_path)


def import_until(folder: Path, package: Path, last_write: int, now: int) -> int:
    """Import in a child process that is killed before a write, and return its exit status."""
    (folder / "decks").mkdir(parents=True)
    command = (sys.executable, "-m", "tests.anki.import_program", folder, package, last_write, now)
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(
        list(map(str, command)), cwd=ROOT, env=environment, timeout=TIMEOUT_SECONDS
    ).returncode


def find_problems(folder: Path, now: int) -> list[str]:
    """The problems that the next start shows."""
    with Collection(folder / "collection.db", lambda: "here") as collection:
        library = refresh_library(collection, [folder / "decks"], Clock(lambda: now)).library
    return [str(problem) for problem in library.problems]


def content(folder: Path) -> object:
    """The deck files and what the collection has of them, in any order."""
    with closing(sqlite3.connect(folder / "collection.db")) as connection:
        rows = {
            table: sorted(str(row) for row in connection.execute(f"SELECT * FROM {table}"))
            for table in TABLES
        }
    files = {str(path.relative_to(folder)): path.read_bytes() for path in (folder / "decks").rglob("*.*")}
    return rows, {name: data for name, data in files.items() if not name.endswith(".part")}


def test_import_killed_before_any_write_is_completed_by_the_next(package: Path, tmp_path: Path) -> None:
    now = round(time.time() * 1000)
    complete = tmp_path / "complete"
    assert import_until(complete, package, 0, now) == 0
    assert find_problems(complete, now) == []
    notice = f"{package}:1:1: The import of this file was interrupted"
    reported: list[bool] = []
    for last_write in range(1, 100):
        folder = tmp_path / f"killed-{last_write}"
        status = import_until(folder, package, last_write, now)
        if status == 0:
            break
        assert status == -signal.SIGKILL
        problems = find_problems(folder, now)
        reported.append(len(problems) == 1 and problems[0].startswith(notice))
        assert problems == [] or reported[-1]
        assert reported[-1] or not list((folder / "decks").iterdir())
        with Collection(folder / "collection.db", lambda: "here") as collection:
            import_file(collection, [folder / "decks"], folder / "decks", package, Clock(lambda: now))
        assert find_problems(folder, now) == []
        assert content(folder) == content(complete)
    assert len(reported) > 8
    assert reported == sorted(reported), (
        "nothing is reported before the first file is written, and then always"
    )


def test_import_of_a_moved_file_completes_the_interrupted_one(package: Path, tmp_path: Path) -> None:
    now = round(time.time() * 1000)
    folder = tmp_path / "killed"
    assert import_until(folder, package, 4, now) != 0
    assert find_problems(folder, now) != []
    moved = tmp_path / "elsewhere" / package.name
    moved.parent.mkdir()
    package.rename(moved)
    with Collection(folder / "collection.db", lambda: "here") as collection:
        import_file(collection, [folder / "decks"], folder / "decks", moved, Clock(lambda: now))
    assert find_problems(folder, now) == []


def test_running_import_is_not_called_interrupted_and_refuses_another(
    instance: StudyAppInstance, package: Path
) -> None:
    with import_lock(instance.collection):
        with pytest.raises(StoreBusy):
            instance.import_file(package)
        assert list(instance.folder.iterdir()) == []
    assert instance.import_file(package).added_count == 2
