"""A record of what Python was doing when a signal ends the process, such as a segmentation fault or a call of abort.

The process can't report such a crash itself: the next start does.
"""

import contextlib
import faulthandler
import re
from pathlib import Path

from studyapp.diagnostics.anonymous_paths import shorten_code_path

_FILE_NAME = "fault.txt"
_FRAME = re.compile(r'File "(?P<file>.*)", line (?P<line>\d+) in (?P<function>.*)')


class FaultRecord:
    """The record of this process. It is removed by `close`, so only the record of a crashed process stays."""

    def __init__(self, folder: Path) -> None:
        """Start recording to `fault.txt` in `folder`. Without permission to write, nothing is recorded."""
        self._file = folder / _FILE_NAME
        self.earlier_crash = read_fault_record(folder)
        """The record of the previous process, without personal data; empty if that process ended normally."""
        self._stream = None
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._stream = self._file.open("w", encoding="utf-8")
            # The other threads go on running while their stacks are read. Reading one that is just ending crashes
            # again, and the stack of the crash would be missing from the record.
            faulthandler.enable(self._stream, all_threads=False)

    def close(self) -> None:
        """Stop recording and remove the record: the process ends normally."""
        if self._stream is None:
            return
        faulthandler.disable()
        self._stream.close()
        self._stream = None
        with contextlib.suppress(OSError):
            self._file.unlink()


def read_fault_record(folder: Path) -> str:
    """Return the record of a process that has crashed, without personal data; empty if there is none."""
    try:
        text = (folder / _FILE_NAME).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return "\n".join(_shorten_line(line) for line in text.splitlines())


def _shorten_line(line: str) -> str:
    frame = _FRAME.search(line)
    if frame is None:
        return line
    return f"  {shorten_code_path(frame['file'])}:{frame['line']}: {frame['function']}"
