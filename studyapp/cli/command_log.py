"""The log of a command."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from studyapp.diagnostics.program_log import logged_operation, logs_folder, start_log, stop_log


@contextmanager
def command_log(command: str, data_folder: Path) -> Iterator[dict[str, object]]:
    """Log the start of a command and its end with the values in the yielded dictionary, or the error that it raises.

    Without a data folder, which the command may create, there is no log.
    """
    try:
        if data_folder.is_dir():
            start_log(logs_folder(data_folder))
        with logged_operation(f"command {command}") as results:
            yield results
    finally:
        if data_folder.is_dir():
            start_log(logs_folder(data_folder))
        stop_log()
