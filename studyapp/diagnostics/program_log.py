"""The log of the program: `studyapp.log` in the folder for logs.

It says what the program did and how often, never with which cards: events are fixed English texts, and their values
are numbers or names of the program's own.
"""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ParamSpec, TypeVar

from studyapp.diagnostics.exception_formatting import describe_error

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

LOG_FILE = "studyapp.log"

_MAX_WAITING_RECORDS = 200
_RECENT_LINES = 200

_LOGGER = logging.getLogger("studyapp")
_LOGGER.setLevel(logging.INFO)
_LOGGER.propagate = False


class _WaitingRecords(logging.Handler):
    """Keeps what is logged before the file is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
        self.records: deque[logging.LogRecord] = deque(maxlen=_MAX_WAITING_RECORDS)

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


_WAITING = _WaitingRecords()
_LOGGER.addHandler(_WAITING)


def logs_folder(data_folder: Path) -> Path:
    """Return the folder of the log and the reports in a data folder."""
    return data_folder / "logs"


def log_event(event: str, **values: object) -> None:
    """Log that something happened. The values are numbers or names of the program's own, nothing from a card."""
    _LOGGER.info(_format_event(event, values))


def log_error(event: str, error: BaseException | None = None, **values: object) -> None:
    """Log an error, without its message."""
    described = {"error": describe_error(error)} if error is not None else {}
    _LOGGER.error(_format_event(event, values | described))


@contextmanager
def logged_operation(name: str) -> Iterator[dict[str, object]]:
    """Log the start and the end of an operation, or its error. The values that the block adds to the dictionary are
    logged at the end."""
    log_event(f"{name} started")
    results: dict[str, object] = {}
    try:
        yield results
    except Exception as error:
        log_error(f"{name} failed", error)
        raise
    log_event(f"{name} finished", **results)


def logged(name: str, operation: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Return the operation with its start, its end with the numbers in its result, and its errors logged."""

    def run(*arguments: Parameters.args, **options: Parameters.kwargs) -> Result:
        with logged_operation(name) as results:
            result = operation(*arguments, **options)
            results.update(numbers_of(result))
        return result

    return run


def numbers_of(result: object) -> dict[str, int]:
    """Return the numbers in the result of an operation, a named tuple or a dataclass, and the lengths of its tuples."""
    names: Iterable[str] = getattr(result, "_fields", ()) or getattr(result, "__dataclass_fields__", ())
    values = {name: getattr(result, name) for name in names}
    return {
        name: len(value) if isinstance(value, tuple) else value
        for name, value in values.items()
        if isinstance(value, tuple | int)
    }


def start_log(folder: Path) -> None:
    """Write the log to its file in `folder` from now on, beginning with what was logged so far.

    Without permission or space, the program goes on without a log.
    """
    from studyapp.diagnostics.rotating_log_file import open_log_file

    _close_file()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        log_file = open_log_file(folder / LOG_FILE)
    except OSError:
        return
    log_file.setFormatter(_WAITING.formatter)
    _LOGGER.removeHandler(_WAITING)
    _LOGGER.addHandler(log_file)
    while _WAITING.records:
        log_file.handle(_WAITING.records.popleft())


def stop_log() -> None:
    """Close the file of the log, and forget what was logged without a file."""
    _close_file()
    _WAITING.records.clear()


def recent_log_lines(folder: Path) -> list[str]:
    """Return the newest lines of the log in `folder`, and those that are not in its file yet."""
    lines: list[str] = []
    for name in (f"{LOG_FILE}.1", LOG_FILE):
        try:
            lines += (folder / name).read_text(encoding="utf-8", errors="replace").splitlines()
        except OSError:
            continue
    lines += [_WAITING.format(record) for record in list(_WAITING.records)]
    return lines[-_RECENT_LINES:]


def _close_file() -> None:
    for handler in [handler for handler in _LOGGER.handlers if handler is not _WAITING]:
        _LOGGER.removeHandler(handler)
        handler.close()
    if _WAITING not in _LOGGER.handlers:
        _LOGGER.addHandler(_WAITING)


def _format_event(event: str, values: dict[str, object]) -> str:
    return " ".join([event, *(f"{name}={value}" for name, value in values.items())])
