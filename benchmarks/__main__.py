"""Run the benchmarks: `make bench`, or `make bench ARGS="--notes 100000 --only export --only undo"`."""

import argparse
import compileall
import gc
import tempfile
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from benchmarks.data.datasets import Datasets
from benchmarks.performance_page import DEFAULT_NOTES, write_page
from benchmarks.report import Report
from benchmarks.run import Run

PROGRAMS = (
    "overview",
    "start_settled",
    "start",
    "rating",
    "undo",
    "export",
    "export_with_progress",
    "package_import",
    "reading",
    "stats",
    "statistics",
    "map",
    "exchange",
    "memory",
    "review_window",
    "formulas",
    "bundled_decks",
    "schedules",
    "workload",
    "optimization",
    "browse",
    "search",
)
"""The modules of `benchmarks.programs`, in the order in which they run."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the chosen benchmarks and print their results."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("--notes", type=int, default=DEFAULT_NOTES, help="at least 10 (default: 10000)")
    parser.add_argument(
        "--times", type=int, default=7, help="how often each operation is measured (default: 7)"
    )
    parser.add_argument(
        "--only", action="append", choices=PROGRAMS, help="run this benchmark only (repeatable)"
    )
    parser.add_argument(
        "--write", action="store_true", help="write docs/performance.md, or docs/performance-NOTES.md"
    )
    options = parser.parse_args(arguments)
    if options.notes < 10 or options.times < 1:
        parser.error("--notes must be at least 10, and --times at least 1")
    if options.write and options.only:
        parser.error("--write needs all benchmarks, so it can't be used with --only")
    _compile_modules()
    report = Report()
    with tempfile.TemporaryDirectory() as name:
        datasets = Datasets(Path(name) / "datasets")
        for program in dict.fromkeys(options.only or PROGRAMS):
            folder = Path(name) / program
            folder.mkdir(parents=True)
            measure = import_module(f"benchmarks.programs.{program}").measure
            measure(report, Run(options.notes, options.times, folder, datasets))
            gc.collect()  # so that none pays for the objects of another
    if options.write:
        write_page(report, options.notes)


def _compile_modules() -> None:
    """Write the bytecode of all modules, as an installation does: where PYTHONDONTWRITEBYTECODE is set, each process would
    compile them anew."""
    for package in ("studyapp", "benchmarks"):
        compileall.compile_dir(Path(__file__).parents[1] / package, quiet=1)


if __name__ == "__main__":
    main()
