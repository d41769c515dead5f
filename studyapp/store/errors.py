"""Errors of the collection file, with messages for the user."""

import sqlite3
from pathlib import Path

from studyapp.core.text.translatable import QT_TRANSLATE_NOOP, TranslatableError
from studyapp.diagnostics.program_log import log_error


class StoreError(TranslatableError):
    """An error with an external cause: the disk, permissions, another program or damage. Committed writes are never
    lost. The template may use {path} and {detail}."""

    def __init__(self, message_template: str, path: Path, detail: str = "") -> None:
        super().__init__(message_template, path=path, detail=detail)


class StoreInterrupted(StoreError):
    """A query was ended because its result is no longer needed."""


class StoreBusy(StoreError):
    """Another program is using the file."""


class StoreDamaged(StoreError):
    """The file is damaged or missing."""


class StoreMoved(StoreError):
    """The open file is no longer at its path."""


class StoreTooNew(StoreError):
    """A newer version of StudyApp wrote the file."""


BUSY = QT_TRANSLATE_NOOP(
    "Problem",
    "Can't use {path} right now: another program or a running import is writing to it. Nothing was changed. Try again when it has finished.",
)
DAMAGED = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} is damaged ({detail}). Restore a backup (on the command line, “studyapp restore”). Newer reviews that can still be read are recovered.",
)
MISSING = QT_TRANSLATE_NOOP(
    "Problem",
    "{path}, which stores your reviews, is missing. Put it back if you moved it, or restore a backup (on the command line, “studyapp restore”).",
)
MOVED = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} was moved, deleted or replaced while StudyApp was running, so the last change was not saved. Put the file back, or close StudyApp and open it again.",
)
NOT_A_COLLECTION = QT_TRANSLATE_NOOP("Problem", "{path} is not a StudyApp file. Choose another data folder.")
TOO_NEW = QT_TRANSLATE_NOOP(
    "Problem",
    "{path} was written by a newer version of StudyApp ({detail}) and was left unchanged. Update StudyApp.",
)
DISK_FULL = QT_TRANSLATE_NOOP("Problem", "Can't write {path}: the disk is full. Free up space and try again.")
NOT_WRITABLE = QT_TRANSLATE_NOOP(
    "Problem", "Can't write {path}. Allow writing to its folder, or choose another data folder with --data."
)
UNUSABLE = QT_TRANSLATE_NOOP("Problem", "Can't use {path}: {detail}")


def to_store_error(error: sqlite3.Error, path: Path) -> StoreError:
    """Log an SQLite error, unless the program has interrupted a query itself, and return the StoreError for it if it has an external cause. Raise the SQLite error again if
    the cause is a bug."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_INTERRUPT:
        return StoreInterrupted(UNUSABLE, path, str(error))
    from studyapp.store.integrity.disk_space import is_disk_full  # most starts have no error

    log_error("the collection can't be used", error)
    detail = str(error)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreBusy(BUSY, path)
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return StoreDamaged(DAMAGED, path, detail)
    if code == sqlite3.SQLITE_FULL:
        return StoreError(DISK_FULL, path)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and is_disk_full(path):
        return StoreError(DISK_FULL, path)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return StoreError(NOT_WRITABLE, path, detail)
    if code in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PROTOCOL):
        return StoreError(UNUSABLE, path, detail)
    raise error
