"""Showing a card with a formula, once the window is open."""

from benchmarks.processes.process import run_process
from benchmarks.report import Report, Row, Series, milliseconds
from benchmarks.run import Run


def measure(report: Report, run: Run) -> None:
    """Measure the first formula, which loads the library, another one, and one that was shown before."""
    results = [run_process("formula_cards") for _ in range(run.times)]
    for name, key in (
        ("first formula of all", "first"),
        ("another formula", "similar"),
        ("the same formula", "known"),
    ):
        report.add(Row(name, Series("StudyApp", milliseconds([one[key] for one in results]))))
