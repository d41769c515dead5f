"""The schema, step by step. A step that was released never changes; a new one is added at the end."""

import sqlite3
from collections.abc import Callable

from studyapp.store.migrations import fifth, first, fourth, second, third

Step = str | Callable[[sqlite3.Connection], None]

STEPS: tuple[Step, ...] = (first.SQL, second.SQL, third.SQL, fourth.SQL, fifth.migrate)
"""Step n takes a file from `user_version` n to n + 1: by SQL, or by a function that is called inside the transaction."""

VERSION = len(STEPS)
