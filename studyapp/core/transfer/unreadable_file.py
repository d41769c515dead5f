"""Files that can't be imported."""

LARGEST_FILE = 200 * 1024**2
"""Bytes: of the database, and of one picture or list of them, once unpacked."""


class UnreadablePackage(Exception):
    """The file is no package of Anki, or a damaged one; the message says why."""
