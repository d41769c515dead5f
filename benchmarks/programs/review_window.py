"""Studying in a real window: showing the answer, and the next card."""

from benchmarks.processes.process import run_process
from benchmarks.report import Report, Row, Series, milliseconds
from benchmarks.run import Run

_CARDS_PER_TIME = 30


def measure(report: Report, run: Run) -> None:
    """Measure each card until it is painted."""
    cards = min(run.notes, run.times * _CARDS_PER_TIME)
    result = run_process("review_window", run.folder / "data", cards)
    for name, key in (("reveal, painted", "reveal"), ("rate, next card painted", "rate")):
        report.add(Row(name, Series("StudyApp", milliseconds(result[key]))))
