"""The schema, step by step. A step that was released never changes; a new one is added at the end."""

from studyapp.store.migrations import first, fourth, second, third

STEPS: tuple[str, ...] = (first.SQL, second.SQL, third.SQL, fourth.SQL)
"""Step n takes a file from `user_version` n to n + 1."""

VERSION = len(STEPS)
