"""How a learner rates a card, and how confident they were before they saw the answer."""

from enum import IntEnum


class Rating(IntEnum):
    """How well the learner remembered a card."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


class Confidence(IntEnum):
    """How certain the learner was before the answer was shown."""

    GUESS = 1
    UNSURE = 2
    SURE = 3
