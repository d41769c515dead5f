"""Reading of files with a size limit."""

import stat
from pathlib import Path

from studyapp.deckfiles.text_decoding import MAX_FILE_BYTES


def read_limited_bytes(path: Path) -> bytes:
    """Return the content of a regular file, at most one byte more than `MAX_FILE_BYTES`.

    The extra byte lets the caller detect a file that is too large. Raises OSError if the file can't be read, or
    ValueError if the path is not valid.
    """
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise OSError(0, "it is a folder" if stat.S_ISDIR(mode) else "it is not a file")
    with path.open("rb") as file:
        return file.read(MAX_FILE_BYTES + 1)
