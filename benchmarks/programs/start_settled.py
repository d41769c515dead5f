"""The time from the start of the process until the window on a virtual screen no longer changes, compared with Anki's window."""

import os
import shutil
import subprocess
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks.report import Report
from benchmarks.run import Run
from benchmarks.screen import Screen, open_screen

_NAME = "start to settled pixels"
_ANKI_ENVIRONMENT = {
    "QTWEBENGINE_DISABLE_SANDBOX": "1",
    "LANG": "C.UTF-8",
    "ANKI_SINGLE_INSTANCE_KEY": "benchmark",  # or a running Anki would be used
}


def measure(report: Report, run: Run) -> None:
    """Measure the start with many notes, next to Anki with the same ones, and next to the start with fewer notes."""
    if shutil.which("Xvfb") is None:
        report.skip(_NAME, "Xvfb is not installed")
        return
    with open_screen() as screen:
        command = [sys.executable, "-m", "studyapp"]
        ours = partial(screen.seconds_until_settled, command, _studyapp_environment(run, run.notes, "more"))
        if find_spec("aqt") is None:
            report.alone(_NAME, ours, run.few_times)
            report.skip(_NAME, "Anki's window (aqt) is not installed")
            return
        report.compare(_NAME, ours, _anki_start(screen, run), "Anki's window", run.times, goal=0.2)
        few_notes = _studyapp_environment(run, run.fewer_notes, "fewer")
        fewer = partial(screen.seconds_until_settled, command, few_notes)
        report.compare(f"{_NAME}, more notes", ours, fewer, f"{run.fewer_notes:,} notes", run.times, goal=1.2)


def _studyapp_environment(run: Run, notes: int, folder: str) -> dict[str, str]:
    """Return the environment variable that opens the window on a new data folder, whose deck files were read once."""
    data = shutil.copytree(run.datasets.data_folder(notes), run.folder / folder)
    environment = {"STUDYAPP_DATA": str(data)}
    command = [sys.executable, "-m", "studyapp", "stats"]
    subprocess.run(command, env=os.environ | environment, check=True, capture_output=True)
    return environment


def _anki_start(screen: Screen, run: Run) -> "partial[float]":
    """Return a function that starts Anki with a profile that asks nothing."""
    base = run.folder / "anki"
    program = "import aqt; aqt.run()"
    arguments = ("-b", str(base), "-p", "User 1", "-l", "en_US")
    _make_profile(base, run.datasets.anki_path(run.notes))
    command = [sys.executable, "-c", program, *arguments]
    return partial(screen.seconds_until_settled, command, _ANKI_ENVIRONMENT)


def _make_profile(base: Path, collection: Path) -> None:
    base.mkdir()
    subprocess.run(
        [sys.executable, "-m", "benchmarks.processes.anki_profile", str(base), str(collection)],
        env=os.environ | _ANKI_ENVIRONMENT | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
    )
