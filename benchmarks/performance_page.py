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
_LIMITS = """\
## What the missed goals would take

Measured one by one in processor time on the same machine, in November 2026, with 10,000 notes.

- **Start beside a bare window.** A bare window takes 95 ms. With the `Qt` namespace of PySide6 (93 enums with 1,195 members) it takes 107 ms, with the 59 classes of the first page 116 ms, which is 1.23 times as
  much, and with the modules of StudyApp and SQLite 142 ms, 1.5 times. Building and painting the first page makes it 1.6 times.
- **Start to settled pixels.** Three runs gave 0.17, 0.21 and 0.21: Anki's window took 1.0 to 2.0 s in them, which is more spread than what is missing. The parts are those of the start above.
- **Rating.** A rating writes 12 pages; writing and syncing them takes 0.35 to 0.40 ms, hardly less for 4 pages. The SQL of the rating takes 0.09 ms, rendering the next card 0.03 ms, which the
  row of Anki doesn't include.
- **Export of words.** After few changes, reading and decoding notes and common versions takes 0.25 s, the exported forms that are kept 0.07 s, the database of the package 0.07 s, compressing it 0.04 s and
  verifying it 0.04 s. The last three alone take 1.3 times as long as genanki, which neither compresses nor verifies. If all notes have changed, each is rendered and stored again.
- **Export with progress.** The rows of the journal take 0.18 s, the database of the package 0.29 s, compressing 0.09 s and verifying 0.11 s: together 1.8 times Anki's export, before a note is read.
- **Import.** Inserting the 67,000 entries of the journal with their indexes takes 0.75 to 0.9 s, notes, cards, schedules and common versions 0.25 s: together almost 3 times Anki's import, before a
  note is converted. By profile, opening the package takes 0.3 s of 5.7 s, converting and placing the notes 1.3 s, writing and checking the deck files 1.0 s, common versions 0.9 s and the
  progress 1.8 s, nearly all of it in one Python object per note and review; no part is much larger than the others.
- **The same package again.** Reading it takes 0.28 s, decoding the notes here 0.2 s, comparing the progress 0.3 s. Before the first import became faster, this was a tenth of it.
- **First reading of a file.** Reading with all checks takes 0.18 s, three quarters of CSafeLoader alone. Storing the notes takes 0.23 s, of which SQL statements are 0.17 s.
- **Sync.** Copying and checking Anki's file takes 0.06 s, reading and hashing its 20,000 notes and 122,000 reviews 0.6 to 0.9 s, hashing ours and what is known of Anki 0.37 s: 1.0 to 1.3 s of
  1.3 s of processor time. The rest of the time of the row is waiting for the disk and for Anki.
- **Memory while reviewing.** Loading what reviewing needs beside a bare window, without a note or a page, takes 81 MB, 1.4 times its 58 MB: OpenSSL 3.5 MB, QtNetwork 2.8 MB, nh3 1.5 MB, SQLite 1.2 MB,
  Markdown 1.0 MB, FSRS 0.9 MB, modules of StudyApp the rest. A backup during the session adds 8 MB, the page, its fonts and SQLite's cache the rest.
- **Statistics.** All figures take 11 ms, beside 24 ms of Anki, and with 100,000 notes 0.08 to 0.09 s, beside 0.25 s; Anki computes its graphs in Rust. Of 11 ms, reading stability, difficulty and elapsed time card by card
  takes 2.4 ms, sorting and counting them 3 ms, the numbers of cards by due day, interval and first day 2 ms. Before its first figure, the page takes 0.1 s for its modules and panels.
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
        _LIMITS,
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
