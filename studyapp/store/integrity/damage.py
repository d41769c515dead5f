"""Which errors of SQLite mean that a file is damaged."""

import sqlite3

_OTHER_CAUSES = frozenset(
    (
        sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_NOMEM, sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_INTERRUPT, sqlite3.SQLITE_ABORT,
    )
)  # fmt: skip


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether an error while reading means damage, and not a full disk, missing permissions or the like."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF not in _OTHER_CAUSES
