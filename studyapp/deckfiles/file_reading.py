"""The bytes of a file, no more than may be read."""

import stat
from pathlib import Path

from studyapp.deckfiles.text_decoding import MAX_FILE_BYTES


def read_limited_bytes(path: Path) -> bytes:
    """The file's content, or a little more than may be read; OSError or ValueError when that fails."""
    mode = path.stat().st_mode
    if not stat.S_ISREG(mode):
        raise OSError(0, "it is a folder" if stat.S_ISDIR(mode) else "it is not a file")
    with path.open("rb") as file:
        return file.read(MAX_FILE_BYTES + 1)
