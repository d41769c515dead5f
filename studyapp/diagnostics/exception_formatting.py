"""Exceptions as text for reports and the log: types and places in the code.

The messages of exceptions are left out, because they may quote a card.
"""

import errno
import os
from collections.abc import Iterator

from studyapp.core.text.translatable import TranslatableError
from studyapp.diagnostics.anonymous_paths import hide_home, shorten_code_path

_MAX_OUTER_FRAMES, _MAX_INNER_FRAMES = 30, 50
"""The frames that are kept of a deep recursion."""

_MAX_CHAINED_EXCEPTIONS = 5


def format_exception(error: BaseException) -> str:
    """Return the exception and its causes, each with its frames, the innermost frame last."""
    lines: list[str] = []
    for chained in _exception_chain(error):
        if lines:
            lines += ["", "which happened while handling or because of:", ""]
        lines += [*_format_frames(chained), describe_error(chained)]
    return "\n".join(lines)


def describe_error(error: BaseException) -> str:
    """Return the type of the exception and what is known about it without its message, on one line."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    details = _describe_details(error)
    return f"{name}: {details}" if details else name


def error_identity(error: BaseException) -> tuple[object, ...]:
    """Return a value that is equal for exceptions of one type that were raised at the same place in the same way."""
    return (type(error), *(frame for chained in _exception_chain(error) for frame in _frames(chained)))


def _describe_details(error: BaseException) -> str:
    """Return details that come from the program or the system, not from the user's data."""
    if isinstance(error, TranslatableError):
        return " ".join(error.message_template.split())
    if isinstance(error, OSError):
        code = error.errno or 0
        return f"{errno.errorcode[code]}, {os.strerror(code)}" if code in errno.errorcode else ""
    if isinstance(error, AttributeError) and error.name:
        return f"{type(error.obj).__qualname__} has no attribute {error.name}"
    if isinstance(error, NameError):
        return error.name or ""
    if isinstance(error, ImportError):
        return hide_home(str(error))
    if isinstance(error, UnicodeEncodeError | UnicodeDecodeError):
        return f"{error.encoding}, {error.reason}"
    return str(getattr(error, "sqlite_errorname", ""))


def _exception_chain(error: BaseException) -> Iterator[BaseException]:
    chained: BaseException | None = error
    for _ in range(_MAX_CHAINED_EXCEPTIONS):
        if chained is None:
            return
        yield chained
        hidden = chained.__suppress_context__
        chained = chained.__cause__ or (None if hidden else chained.__context__)


def _format_frames(error: BaseException) -> list[str]:
    lines = [
        f"{shorten_code_path(file_name)}:{line}: {function}" for file_name, line, function in _frames(error)
    ]
    omitted = len(lines) - _MAX_OUTER_FRAMES - _MAX_INNER_FRAMES
    if omitted <= 0:
        return lines
    return [*lines[:_MAX_OUTER_FRAMES], f"… {omitted} more frames …", *lines[-_MAX_INNER_FRAMES:]]


def _frames(error: BaseException) -> Iterator[tuple[str, int, str]]:
    """Yield file, line and function of each frame, the innermost last."""
    traceback = error.__traceback__
    while traceback is not None:
        code = traceback.tb_frame.f_code
        yield code.co_filename, traceback.tb_lineno, code.co_qualname
        traceback = traceback.tb_next
