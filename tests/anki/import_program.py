"""Import a file and be killed before a write: `python -m tests.anki.import_program FOLDER FILE WRITE NOW`.

The writes are the replacements of files and the commits that write, counted from 1. NOW is the time in Unix milliseconds.
"""

import os
import signal
import sys
from pathlib import Path

from studyapp.services.options.clock import Clock
from studyapp.services.transfer.file_import import import_file
from studyapp.store.collection import Collection


class WriteCounter:
    """Kills the process before the write with this number."""

    def __init__(self, last: int) -> None:
        self._left = last
        self._is_writing = False

    def count(self) -> None:
        self._left -= 1
        if self._left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def handle_event(self, event: str, _: tuple[object, ...]) -> None:
        if event == "os.rename":
            self.count()

    def handle_statement(self, statement: str) -> None:
        if statement == "COMMIT" and self._is_writing:
            self.count()
        if statement in ("BEGIN", "BEGIN IMMEDIATE"):
            self._is_writing = statement == "BEGIN IMMEDIATE"


def main(folder: Path, file: Path, last_write: int, now: int) -> None:
    with Collection(folder / "collection.db", lambda: "here") as collection:
        counter = WriteCounter(last_write)
        sys.addaudithook(counter.handle_event)
        collection.connection.set_trace_callback(counter.handle_statement)
        import_file(collection, [folder / "decks"], folder / "decks", file, Clock(lambda: now))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
