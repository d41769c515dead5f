"""Changing a deck file so that there is always the old one or the new one, whole."""

import os
import stat
import tempfile
from pathlib import Path

from studyapp.whole_file import sync_folder


def replace_file(path: Path, data: bytes) -> None:
    """Put `data` in the place of the existing file's content; its mode stays, and a link goes on leading to
    it. OSError when that fails: the file is then as it was."""
    target = path.resolve(strict=True)
    mode = stat.S_IMODE(target.stat().st_mode)
    # Not a name that a look for deck files would find, should the machine stop in between.
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
