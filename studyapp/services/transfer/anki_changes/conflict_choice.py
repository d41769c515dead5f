"""The choices about notes that were changed differently here and in Anki."""

from enum import StrEnum


class ConflictChoice(StrEnum):
    """Which version of a note to keep if the same field was changed here and in Anki."""

    LEAVE = "leave"
    """Neither side changes, and the conflict comes up again."""

    HERE = "here"
    ANKI = "anki"
