"""The window opens without loading libraries that it does not need yet."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOADED_LATER = {
    "anki", "fsrs_rs_python", "genanki", "hashlib", "markdown_it", "miniaudio", "nh3", "opencc", "pygments", "rapidfuzz", "secrets",
    "yaml", "ziafont", "ziamath",
}  # fmt: skip


START = """
import linecache, sys
from PySide6.QtWidgets import QApplication

QApplication.exec = staticmethod(lambda: 0)
from studyapp.cli.main import main

main(["--data", sys.argv[1]])
print(*linecache.cache)
"""

STATISTICS = """
import sys
from studyapp.cli.main import main

main(["--data", sys.argv[1], "stats", "--counts"])
print(*sys.modules)
"""


def run(program: str, *arguments: str) -> list[str]:
    """Run a Python program, and return the words that it prints."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    finished = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    return finished.stdout.split()


def test_importing_the_desktop_app_loads_no_slow_libraries() -> None:
    modules = run("import sys, studyapp.desktop; print(*sys.modules)")
    assert "studyapp.ui.window.main_window" in modules
    assert not [name for name in modules if name.startswith(("studyapp.ui.editor", "studyapp.ui.map"))]
    assert LOADED_LATER & set(modules) == set()


def test_the_window_opens_without_reading_the_source_of_its_modules(tmp_path: Path) -> None:
    files = run(START, str(tmp_path))
    assert str(ROOT / "studyapp" / "cli" / "main.py") in files  # imported before the import hook is removed
    assert not [name for name in files if name.startswith(str(ROOT / "studyapp" / "ui" / "window"))]


def test_statistics_of_unchanged_decks_load_nothing_that_reads_decks(tmp_path: Path) -> None:
    assert "yaml" in run(STATISTICS, str(tmp_path))
    modules = run(STATISTICS, str(tmp_path))
    assert "studyapp.services.library.library_refresh" in modules
    readers = {
        "yaml",
        "studyapp.core.notes.note",
        "studyapp.deckfiles.problems.problem",
        "studyapp.core.textfiles.column_uses",
    }
    assert (readers | {"dataclasses"}) & set(modules) == set()
