"""What is remembered of the concepts of a map on a day."""

from enum import StrEnum
from typing import NamedTuple

KNOWN_SHARE, FADING_SHARE = 0.9, 0.7
"""The expected shares of reviewed cards that would be recalled, from which on a concept is known, or fading."""


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


def level_of(memory: NodeMemory) -> MemoryLevel:
    """Return how well a concept is known, by those of its cards that were reviewed."""
    if not memory.cards:
        return MemoryLevel.NO_CARDS
    if not memory.reviewed:
        return MemoryLevel.NEW
    share = memory.expected / memory.reviewed
    if share >= KNOWN_SHARE:
        return MemoryLevel.KNOWN
    return MemoryLevel.FADING if share >= FADING_SHARE else MemoryLevel.FORGOTTEN
