"""The time from the start of the process to the first paint, compared with a bare window of PySide6."""

import time

from benchmarks.processes.process import run_process
from benchmarks.report import Report
from benchmarks.run import Run


def measure(report: Report, run: Run) -> None:
    """Measure the start with the bundled decks, which the first start reads."""

    def first_paint(*arguments: object) -> float:
        start = time.monotonic()
        painted: float = run_process("first_paint", *arguments)["painted"]
        return painted - start

    report.compare(
        "start to first paint, bundled decks",
        lambda: first_paint("studyapp", run.folder),
        lambda: first_paint("bare"),
        "bare window",
        run.times,
        goal=1.25,
    )
