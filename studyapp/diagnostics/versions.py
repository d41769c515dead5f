"""The versions of the program, its libraries and the system."""

import platform
import sqlite3
import sys
from importlib import metadata

import studyapp

_LIBRARIES = (
    "PySide6_Essentials", "PyYAML", "fsrs-rs-python", "genanki", "markdown-it-py", "nh3", "opencc", "Pygments",
)  # fmt: skip


def describe_versions() -> list[str]:
    """Return one line per version. None of them names the computer or the user."""
    return [
        f"StudyApp {studyapp.__version__}",
        f"Python {platform.python_version()}, {platform.python_implementation()}, {sys.maxsize.bit_length() + 1} bit",
        f"SQLite {sqlite3.sqlite_version}",
        *(f"{name} {_installed_version(name)}" for name in _LIBRARIES),
        f"System {platform.platform()}{_distribution()}",
    ]


def _installed_version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "unknown"


def _distribution() -> str:
    """Return the name of the Linux distribution; empty on other systems."""
    try:
        return f", {platform.freedesktop_os_release().get('PRETTY_NAME', '')}"
    except OSError:
        return ""
