"""What is remembered of the concepts of a map on a day."""

from enum import StrEnum
from typing import NamedTuple


class MemoryLevel(StrEnum):
    """How well a concept is known. A map shows each level by a tint and by a shape or a word."""

    NO_CARDS = "no-cards"
    NEW = "new"
    FORGOTTEN = "forgotten"
    FADING = "fading"
    KNOWN = "known"


class NodeMemory(NamedTuple):
    """The cards of a concept on a study day: how many there are, how many had been reviewed, and how many of these would be
    recalled (the sum of their probabilities)."""

    cards: int
    reviewed: int
    expected: float
