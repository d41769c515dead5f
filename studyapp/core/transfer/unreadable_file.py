"""Files that can't be imported."""

from studyapp.core.text.translatable import TranslatableError

MAX_IMPORTED_FILE_BYTES = 200 * 1024**2
"""Bytes: of the database, and of one picture or list of them, once unpacked."""


class UnreadableFileError(TranslatableError):
    """A file can't be imported. The message says why and starts in lower case, because the file's name precedes it."""

    @classmethod
    def from_library(cls, error: Exception) -> "UnreadableFileError":
        """The error for one that a library raised, whose message is not translated."""
        return cls("{reason}", reason=error)
