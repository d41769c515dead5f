"""docs/performance.md: the results, and how they were obtained."""

import os
import platform
from collections.abc import Iterable
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import studyapp
from benchmarks.report import Report, Row

PAGE = Path(__file__).parents[1] / "docs" / "performance.md"

_PACKAGES = ("PySide6-Essentials", "PyYAML", "genanki", "fsrs-rs-python", "anki", "aqt", "fsrs")
_HEADER = "| What | StudyApp | Reference | Ratio | Goal |\n| --- | --- | --- | --- | --- |"
_INTRODUCTION = """\
# Performance

Written by `make bench ARGS="--write{arguments}"`. Each operation was measured with its reference in the same run, alternately, on the same {notes:,} notes:
60 % in review with about ten reviews each, 10 % in learning and 30 % new, exported by Anki and imported. Times are wall-clock medians, with the fastest and the
slowest in parentheses. A ratio below 1 means that StudyApp is faster.
"""
_REPETITION = """\
## Repeating it

`make bench` installs the references of [benchmarks/requirements.txt](../benchmarks/requirements.txt) in a virtual environment of their own (`.venv-bench`).
`make bench ARGS="--notes 100000"` measures more notes, `make bench ARGS="--only export"` one benchmark. The start on a screen needs Xvfb. Nothing else should be running.
"""


def write_page(report: Report, notes: int) -> None:
    """Write the page anew."""
    PAGE.write_text(format_page(report, notes), encoding="utf-8")


def format_page(report: Report, notes: int) -> str:
    """Return the page. Measurements with neither a goal nor a reference are left out."""
    arguments = "" if notes == 10_000 else f" --notes {notes}"
    with_goal = [row for row in report.rows if row.goal is not None]
    others = [row for row in report.rows if row.goal is None and row.reference is not None]
    parts = [
        _INTRODUCTION.format(arguments=arguments, notes=notes),
        f"## Goals\n\n{_table(with_goal)}\n",
        f"## Other comparisons\n\n{_table(others)}\n" if others else "",
        "## Not measured\n\n" + "\n".join(f"- {one}" for one in report.skipped) + "\n"
        if report.skipped
        else "",
        f"## Machine and versions\n\n{_machine()}\n",
        _REPETITION,
    ]
    return "\n".join(part for part in parts if part)


def _table(rows: Iterable[Row]) -> str:
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row.cells()) + " |" for row in rows]
    return "\n".join([_HEADER, *lines])


def _machine() -> str:
    versions = [f"{name} {_version(name)}" for name in _PACKAGES]
    return (
        f"{date.today().isoformat()}, StudyApp {studyapp.__version__}, Python {platform.python_version()},"
        f" {platform.system()} {platform.release()}, {_processor()}, {os.cpu_count()} cores, {_memory()}."
        f"\n\n{', '.join(versions)}."
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _processor() -> str:
    """Return the model of the processor; its architecture where the system doesn't tell."""
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


def _memory() -> str:
    size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return f"{size / 2**30:.0f} GiB of memory"
