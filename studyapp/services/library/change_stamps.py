"""Stamps by which a deck file that has changed is recognized without reading it."""

from pathlib import Path

from studyapp.core.notes.media_names import DRAWINGS_FOLDER

_READING_VERSION = 2
"""Increase this number when the same file gives different notes, or its notes different cards. All files are then read again."""


def change_stamp(path: Path, drawings_stamp: str) -> str:
    """Return a stamp that changes whenever the file or a drawing next to it is written, and with `_READING_VERSION`."""
    try:
        status = path.stat()
    except OSError:
        return "unreadable"
    return f"{status.st_mtime_ns}:{status.st_size}:{status.st_ino}:{_READING_VERSION}{drawings_stamp}"


def make_drawings_stamp(folder: Path) -> str:
    """Return a stamp of all drawings beside the decks of a folder; empty if there are none."""
    file_states = [_file_state(file) for file in sorted((folder / DRAWINGS_FOLDER).glob("*.yaml"))]
    if not file_states:
        return ""
    import hashlib  # loaded late: few folders have drawings, and it loads OpenSSL

    return f" {hashlib.sha256(repr(file_states).encode()).hexdigest()}"


def _file_state(file: Path) -> tuple[str, int, int, int]:
    try:
        status = file.stat()
    except OSError:
        return ascii(file.name), 0, 0, 0
    return ascii(file.name), status.st_mtime_ns, status.st_size, status.st_ino
