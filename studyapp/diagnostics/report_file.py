"""Reports as text files of titled sections, in the folder for logs."""

import contextlib
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from studyapp.diagnostics.anonymous_paths import hide_home
from studyapp.diagnostics.program_log import recent_log_lines
from studyapp.diagnostics.versions import describe_versions

_MAX_CRASH_REPORTS = 10
"""Reports that are kept. Older ones are deleted."""


class Section(NamedTuple):
    """A titled part of a report."""

    title: str
    lines: Sequence[str]


def format_report(title: str, sections: Sequence[Section]) -> str:
    """Return the text of a report. The user's home folder and name are replaced."""
    lines = [title, f"Time: {time.strftime('%Y-%m-%d %H:%M:%S %z')}"]
    for section in sections:
        lines += ["", section.title, "-" * len(section.title), *(section.lines or ["(none)"])]
    return hide_home("\n".join(lines)) + "\n"


def write_crash_report(folder: Path, error_text: str, facts: Sequence[str] = ()) -> Path | None:
    """Write a report about an unexpected error and return its path; None if no file can be written.

    `facts` are lines about the window. If `folder` can't be written, the report goes to the folder for temporary
    files.
    """
    sections = [
        Section("Error", error_text.splitlines()),
        Section("Versions", describe_versions()),
        Section("Window", facts),
        Section("Log", recent_log_lines(folder)),
    ]
    text = format_report("StudyApp: report about an unexpected error", sections)
    for place in (folder, Path(tempfile.gettempdir())):
        with contextlib.suppress(OSError):
            place.mkdir(parents=True, exist_ok=True)
            file = _create_file(place, text)
            _delete_old_reports(place)
            return file
    return None


def newest_crash_report(folder: Path) -> Path | None:
    """Return the path of the newest report in the folder."""
    return max(_crash_reports(folder), default=None)


def _create_file(folder: Path, text: str) -> Path:
    """Write the text to a new file, whose name sorts after those of older reports."""
    name = time.strftime("crash-%Y%m%d-%H%M%S")
    for suffix in ("", *(f"-{number}" for number in range(2, 10))):
        file = folder / f"{name}{suffix}.txt"
        with contextlib.suppress(FileExistsError), file.open("x", encoding="utf-8") as stream:
            stream.write(text)
            return file
    raise FileExistsError


def _delete_old_reports(folder: Path) -> None:
    for outdated in sorted(_crash_reports(folder))[:-_MAX_CRASH_REPORTS]:
        outdated.unlink(missing_ok=True)


def _crash_reports(folder: Path) -> list[Path]:
    return list(folder.glob("crash-????????-??????*.txt"))
