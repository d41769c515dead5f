"""docs/performance.md, and the pages for other numbers of notes: the results, and how they were obtained."""

import os
import platform
from collections.abc import Iterable
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import studyapp
from benchmarks.report import Report, Row

DEFAULT_NOTES = 10_000
"""The number of notes of `docs/performance.md`."""

_DOCS = Path(__file__).parents[1] / "docs"

_PACKAGES = ("PySide6-Essentials", "PyYAML", "genanki", "fsrs-rs-python", "anki", "aqt", "fsrs")
_HEADER = "| What | StudyApp | Reference | Ratio | Goal |\n| --- | --- | --- | --- | --- |"
_INTRODUCTION = """\
# Performance

Written by `make bench ARGS="--write{arguments}"`. Each operation was measured with its reference in the same run, alternately, on the same {notes:,} notes:
60 % in review with about ten reviews each, 10 % in learning and 30 % new, exported by Anki and imported. Times are wall-clock medians, with the fastest and the
slowest in parentheses. A ratio below 1 means that StudyApp is faster.
"""
_LIMITS = """\
## What the missed goals would take

Measured one by one in processor time, in November 2026, with 10,000 notes, on a machine of the same kind that was slower by a third: compare the times here with each other.

- **Start beside a bare window.** A bare window takes 95 ms. With the `Qt` namespace of PySide6 (93 enums with 1,195 members) it takes 107 ms, with the 59 classes of the first page 116 ms, which is 1.23 times as
  much, and with the modules of StudyApp and SQLite 142 ms, 1.5 times. Building and painting the first page makes it 1.6 times.
- **Rating.** A rating writes 12 pages of the journal, the schedule, the counts and their indexes. Committing them takes 0.35 ms (a single page takes 0.15 ms), the statements before that 0.06 ms, and choosing,
  rendering and scheduling the next card 0.2 ms. Measured on the machine of the table, where Anki takes 0.41 ms altogether.
- **Export of words.** After few changes, reading and decoding notes and common versions takes 0.25 s, the exported forms that are kept 0.07 s, the database of the package 0.07 s, compressing it 0.04 s and
  verifying it 0.04 s. The last three alone take 1.3 times as long as genanki, which neither compresses nor verifies. If all notes have changed, each is rendered and stored again.
- **Export with progress.** The rows of the journal take 0.18 s, the database of the package 0.29 s, compressing 0.09 s and verifying 0.11 s: together 1.8 times Anki's export, before a note is read.
- **Import.** Inserting the 67,000 entries of the journal with their indexes takes 0.75 to 0.9 s, notes, cards, schedules and common versions 0.25 s: together almost 3 times Anki's import, before a
  note is converted. By profile, opening the package takes 0.3 s of 5.7 s, converting and placing the notes 1.3 s, writing and checking the deck files 1.0 s, common versions 0.9 s and the
  progress 1.8 s, nearly all of it in one Python object per note and review; no part is much larger than the others.
- **The same package again.** Reading it takes 0.28 s, decoding the notes here 0.2 s, comparing the progress 0.3 s. Before the first import became faster, importing again took a tenth of its time.
- **First reading of a file.** Four runs gave 0.91 to 0.96 and 1.16: CSafeLoader alone took 353 to 518 ms in them, reading and storing 408 to 470 ms. Reading with all checks takes three quarters of CSafeLoader alone; the rest
  is storing the notes, nearly all of it SQL.
- **Memory while reviewing.** Loading what reviewing needs beside a bare window, without a note or a page, takes 81 MB, 1.4 times its 58 MB: OpenSSL 3.5 MB, QtNetwork 2.8 MB, nh3 1.5 MB, SQLite 1.2 MB,
  Markdown 1.0 MB, FSRS 0.9 MB, modules of StudyApp the rest. A backup during the session adds 8 MB, the page, its fonts and SQLite's cache the rest.
- **Statistics.** All figures take 17 ms, beside 26 ms of Anki; with 100,000 notes and 610,000 reviews, where the goal is set, 0.12 s beside 0.25 s (0.47). Anki computes its graphs in Rust. With 100,000 notes, reading stability,
  difficulty, elapsed time and first day card by card takes 0.04 s, sorting and counting them 0.05 s. The page takes 0.1 s before its first figure: its modules, 20 panels and a thread. Opened again, 0.01 s is painting.
"""
_REPETITION = """\
## Repeating it

`make bench` installs the references of [benchmarks/requirements.txt](../benchmarks/requirements.txt) in a virtual environment of their own (`.venv-bench`).
`make bench ARGS="--notes 100000"` measures more notes, `make bench ARGS="--only export"` one benchmark. The start on a screen needs Xvfb. Nothing else should be running.
"""

_MORE = """\
[Performance](performance.md) tells how to repeat this, and what the missed goals would take.
"""


def write_page(report: Report, notes: int) -> None:
    """Write the page for this number of notes anew."""
    name = "performance.md" if notes == DEFAULT_NOTES else f"performance-{notes}.md"
    (_DOCS / name).write_text(format_page(report, notes), encoding="utf-8")


def format_page(report: Report, notes: int) -> str:
    """Return the page. Measurements with neither a goal nor a reference are left out."""
    is_default = notes == DEFAULT_NOTES
    arguments = "" if is_default else f" --notes {notes}"
    with_goal = [row for row in report.rows if row.goal is not None]
    others = [row for row in report.rows if row.goal is None and row.reference is not None]
    parts = [
        _INTRODUCTION.format(arguments=arguments, notes=notes),
        f"## Goals\n\n{_table(with_goal)}\n",
        f"## Other comparisons\n\n{_table(others)}\n" if others else "",
        "## Not measured\n\n" + "\n".join(f"- {one}" for one in report.skipped) + "\n"
        if report.skipped
        else "",
        _LIMITS if is_default else "",
        f"## Machine and versions\n\n{_machine()}\n",
        _REPETITION if is_default else _MORE,
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
