"""A sync with a running Anki when nothing has changed on either side since the last one."""

import shutil

from benchmarks.processes.process import run_process
from benchmarks.report import MEGABYTES, Goal, Report, Row, Series, milliseconds
from benchmarks.run import Run
from tests.anki.ankiconnect_server import run_server

_NOTES = 20_000
_MAXIMUM_MS, _MAXIMUM_MEMORY_MB = 1500, 150
"""The goals, for this number of notes."""


def measure(report: Report, run: Run) -> None:
    """Sync once, then measure syncs without changes. Anki answers through the AnkiConnect server of the tests."""
    notes = min(_NOTES, 2 * run.notes)
    data = run.folder / "data"
    shutil.copytree(run.datasets.data_folder(notes), data)
    with run.datasets.open_anki(notes) as anki, run_server(anki) as server:
        run_process("exchange", data, server.port)
        results = [run_process("exchange", data, server.port) for _ in range(run.few_times)]
    report.add(
        Row(
            f"sync of {notes:,} notes, nothing changed",
            Series("StudyApp", milliseconds([one["seconds"] for one in results])),
            goal=Goal(_MAXIMUM_MS, False),
        )
    )
    report.add(
        Row(
            "most memory during this sync",
            Series("StudyApp", tuple(one["peak"] for one in results)),
            goal=Goal(_MAXIMUM_MEMORY_MB, False),
            unit=MEGABYTES,
        )
    )
