"""Files that can't be imported."""

MAX_IMPORTED_FILE_BYTES = 200 * 1024**2
"""Bytes: of the database, and of one picture or list of them, once unpacked."""


class UnreadableFileError(Exception):
    """The file is no package of Anki, or a damaged one; the message says why."""
