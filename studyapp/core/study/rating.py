"""How a learner rates a card, and how confident they were before they saw the answer.

The values are stored in the journal. A rating also has one of the four states of FSRS (`core/study/scheduler.py`), a place in the learning
steps (`core/study/next_due.py`), a button (`ui/review/rating_buttons.py`), a shortcut (`ui/kit/actions.py`) and a value in
Anki's review log (`anki/card_progress.py`).
"""

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
