"""Files that can't be imported."""

from studyapp.core.text.translatable import TranslatableError

MAX_IMPORTED_FILE_BYTES = 200 * 1024**2
"""Limit for the unpacked size of the database, of one media file and of the list of media files."""


class UnreadableFileError(TranslatableError):
    """A file can't be imported. The message says why and starts in lower case, because the file's name precedes
    it."""

    @classmethod
    def from_library(cls, error: Exception) -> "UnreadableFileError":
        """Return the error for an exception raised by a library, whose message is not translated."""
        return cls("{reason}", reason=error)
