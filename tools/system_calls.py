"""Reading a log of strace: which system calls are not allowed."""

import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

_CALL = re.compile(r"(?:\d+ +)?(?:<\.\.\. )?(\w+)(?:\((.*)| resumed>(.*))$")
_FOLDER = re.compile(r"(?:AT_FDCWD|-?\d+)(?:<([^>]*)>)?, ")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_FAMILY = re.compile(r"(?:AF|PF)_(\w+)")
_WRITE_FLAGS = re.compile(r"\bO_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND)\b")

_NEW_PROCESS = frozenset(("fork", "vfork", "execveat", "execve", "clone", "clone3"))
_OPENING = frozenset(("open", "openat", "openat2", "creat"))
_ADDRESSED = frozenset(("connect", "bind", "sendto", "sendmsg"))


class Allowed(NamedTuple):
    """Folders and files that may be read or written, and folders with local sockets that may be used."""

    readable: tuple[Path, ...]
    writable: tuple[Path, ...]
    socket_folders: tuple[Path, ...]


def find_violations(calls: Iterable[str], allowed: Allowed, cwd: Path) -> list[str]:
    """Return the lines of a log that show a call that is not allowed. The first program that is started is the one
    that was traced; relative paths start at `cwd` unless the log names their folder."""
    return list(_violations(calls, allowed, cwd))


def _violations(calls: Iterable[str], allowed: Allowed, cwd: Path) -> Iterator[str]:
    is_started = False
    for line in calls:
        call = _CALL.match(line)
        if call is None:
            yield line
            continue
        name, arguments = call[1], call[2] or ""
        if name == "execve" and not is_started:
            is_started = True
        elif not _is_allowed(name, arguments, allowed, cwd):
            yield line


def _is_allowed(name: str, arguments: str, allowed: Allowed, cwd: Path) -> bool:
    if name in _NEW_PROCESS:
        return not arguments or "CLONE_THREAD" in arguments
    if name in ("socket", "socketpair"):
        return not arguments or arguments.startswith(("AF_UNIX", "AF_LOCAL"))
    if name in _ADDRESSED:
        return _is_address_allowed(arguments, allowed)
    return name not in _OPENING or not arguments or _is_opening_allowed(arguments, allowed, cwd)


def _is_address_allowed(arguments: str, allowed: Allowed) -> bool:
    family = _FAMILY.search(arguments)
    if family is None:
        return True  # a connected socket, which was checked when it was connected
    path = _QUOTED.search(arguments)
    return family[1] in ("UNIX", "LOCAL") and path is not None and _is_below(path[1], allowed.socket_folders)


def _is_opening_allowed(arguments: str, allowed: Allowed, cwd: Path) -> bool:
    path = _QUOTED.search(arguments)
    if path is None:
        return False
    folder = _FOLDER.match(arguments)
    absolute = os.path.normpath(Path(folder[1] if folder and folder[1] else cwd) / _unescape(path[1]))
    is_writing = _WRITE_FLAGS.search(arguments) is not None
    return _is_below(absolute, allowed.writable if is_writing else allowed.readable)


def _is_below(path: str, folders: Iterable[Path]) -> bool:
    return any(Path(path).is_relative_to(folder) for folder in folders)


def _unescape(text: str) -> str:
    """Return the path that strace shows with escape sequences."""
    return (
        text.encode("latin-1", "backslashreplace")
        .decode("unicode_escape")
        .encode("latin-1")
        .decode("utf-8", "replace")
    )
