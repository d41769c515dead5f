"""How a learner rates a card, and how confident they were before they saw the answer.

The values are stored in the journal. A rating also has one of the four states of FSRS (`core/study/scheduler.py`), a place in the learning
steps (`core/study/next_due.py`), a button (`ui/review/rating_buttons.py`), a shortcut (`ui/actions/action_table.py`) and a value in
Anki's review log (`anki/card_progress.py`).
"""

from collections.abc import Collection
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


def preselected_rating(is_response_correct: bool | None, offered: Collection[Rating]) -> Rating:
    """Return the preselected rating: Again after a wrong response, otherwise Good.

    `is_response_correct` is None if the learner neither typed nor picked anything. If the rating is not among those
    offered, of which there must be at least one, the next lower one is returned, or else the lowest.
    """
    wanted = Rating.AGAIN if is_response_correct is False else Rating.GOOD
    return max((rating for rating in offered if rating <= wanted), default=min(offered))
