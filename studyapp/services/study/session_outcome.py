"""What a session shows: a card to ask, or that nothing is left; and what it has come to so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from studyapp.core.cards.card import Card
from studyapp.core.cards.card_id import CardId
from studyapp.core.rendering.face import Face
from studyapp.core.study.journal import Confidence, Entry, Rating
from studyapp.core.study.next_due import NextDue
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.errors import StoreError


@dataclass(frozen=True, slots=True)
class Prompt:
    """A card to ask: how it looks with nothing typed or picked, which ratings there are and what each would do
    (empty where nothing is kept), what is left. `languages` and `options` are those of the card's deck; `turn` is the card's number of reviews, `flag` its flag or 0;
    `done` counts the ratings of this session."""

    card: Card
    review_count: int
    languages: CardLanguages
    options: StudyOptions
    flag: int
    face: Face
    ratings: tuple[Rating, ...]
    due_by_rating: Mapping[Rating, NextDue]
    counts: CardCounts
    session_rating_count: int


class Calibration(NamedTuple):
    """How often the learner was right when they were this confident."""

    confidence: Confidence
    correct_count: int
    total_count: int


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing left for now: what this session did, when a card on its steps comes back, and when it is asked
    at the earliest (UTC ms)."""

    review_count: int
    correct_count: int
    total_time_ms: int
    next_learning_at: int | None = None
    learning_available_at: int | None = None
    days_until_next: int | None = None
    """In how many days the next card comes, counting on new ones tomorrow where any are left; None for never."""

    extra_new_count: int = 0
    """How many new cards there are beyond today's limit, up to a handful."""

    calibration: tuple[Calibration, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of an operation of a session."""

    next_step: Prompt | Finished | None = None
    """What to show next; None when the screen stays as it is."""

    is_applied: bool = True
    """False when there was nothing to do, or another program had changed the card: then nothing was written."""

    next_step_error: StoreError | None = None
    """Set when the operation was saved but the next card could not be read."""

    entry: Entry | None = None
    """The journal entry that was undone or redone."""

    leech: Card | None = None
    """The rated card, if this rating made it a leech."""

    is_leech_suspended: bool = False
    prerequisites: tuple[Card, ...] = ()
    """If the card was forgotten, one card of each note that it requires."""

    flag: int = 0
    """The new flag after `flag`; 0 for none."""


class SessionRating(NamedTuple):
    """A rating of this session; `took` in milliseconds."""

    card: CardId
    rating: Rating
    time_taken_ms: int
    confidence: Confidence | None


class SessionTally:
    """The ratings of a session that stand, and those taken back that may come again."""

    def __init__(self) -> None:
        self.ratings: list[SessionRating] = []
        self._undone: list[SessionRating] = []

    def add(self, rating: SessionRating) -> None:
        """One more; what was taken back can't come again."""
        self.ratings.append(rating)
        self._undone.clear()

    def undo_rating(self, card: CardId) -> None:
        """The newest one, where it is of this card."""
        if self.ratings and self.ratings[-1].card == card:
            self._undone.append(self.ratings.pop())

    def redo_rating(self, card: CardId) -> None:
        """What was taken back last, where it is of this card."""
        if self._undone and self._undone[-1].card == card:
            self.ratings.append(self._undone.pop())

    def clear_redo(self) -> None:
        """What was taken back can't come again."""
        self._undone.clear()

    def summarize(self) -> Finished:
        """What the session came to, with nothing said of what comes next."""
        return Finished(
            review_count=len(self.ratings),
            correct_count=sum(rated.rating is not Rating.AGAIN for rated in self.ratings),
            total_time_ms=sum(rated.time_taken_ms for rated in self.ratings),
            calibration=tuple(self._compute_calibration()),
        )

    def _compute_calibration(self) -> list[Calibration]:
        found = []
        for confidence in reversed(Confidence):
            ratings = [rated.rating for rated in self.ratings if rated.confidence is confidence]
            if ratings:
                right = sum(rating is not Rating.AGAIN for rating in ratings)
                found.append(Calibration(confidence, right, len(ratings)))
        return found
