"""`studyapp stats --json --counts`, without the time in which Python starts."""

import shutil
import subprocess
import sys

from benchmarks.report import Goal, Report, Row, Series, milliseconds, seconds_of
from benchmarks.run import Run

_FEW_NOTES = 10_000
_GOAL_MS, _GOAL_OF_MANY_NOTES_MS = 150, 300


def measure(report: Report, run: Run) -> None:
    """Measure the command and an empty Python program alternately. The result is the difference."""
    data = shutil.copytree(run.datasets.data_folder(run.notes), run.folder / "data")
    stats = [sys.executable, "-m", "studyapp", "--data", str(data), "stats", "--json", "--counts"]
    empty = [sys.executable, "-c", "pass"]

    def seconds(command: list[str]) -> float:
        return seconds_of(lambda: subprocess.run(command, capture_output=True, check=True))

    seconds(stats), seconds(empty)
    differences = [seconds(stats) - seconds(empty) for _ in range(run.times)]
    goal = _GOAL_MS if run.notes <= _FEW_NOTES else _GOAL_OF_MANY_NOTES_MS
    report.add(
        Row(
            "studyapp stats --json --counts, without Python's start",
            Series("StudyApp", milliseconds(differences)),
            goal=Goal(goal, False),
        )
    )
