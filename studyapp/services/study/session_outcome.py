"""Results of a session's operations: the next card, or a summary if none is left."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from studyapp.core.cards.card import Card
from studyapp.core.cards.card_id import CardId
from studyapp.core.options.study_options import StudyOptions, TypedAnswerMatching
from studyapp.core.rendering.face import render_face
from studyapp.core.rendering.face_html import Face, LearnerResponse
from studyapp.core.study.journal import Entry
from studyapp.core.study.next_due import NextDue
from studyapp.core.study.rating import Confidence, Rating
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.errors import StoreError


@dataclass(frozen=True, slots=True)
class Prompt:
    """A card to show, and everything needed to show it.

    `face` is the card before an answer is typed or picked. `ratings` are the ratings offered, and
    `due_by_rating` is the due date that each would set; it is empty if ratings are not saved. `languages` and
    `options` are those of the card's deck. `flag` is 0 for no flag. `counts` are the cards left;
    `session_rating_count` is the number of ratings in this session.
    """

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

    def render(self, response: LearnerResponse) -> Face:
        """Return the card with the typed or picked response."""
        is_forgiving = self.options.typed_answer_matching is TypedAnswerMatching.FORGIVING
        checked_response = replace(response, is_forgiving=is_forgiving)
        return render_face(self.card, self.languages, self.review_count, checked_response)


class Calibration(NamedTuple):
    """How often the learner was right at one level of confidence."""

    confidence: Confidence
    correct_count: int
    total_count: int


@dataclass(frozen=True, slots=True)
class Finished:
    """The summary of a session in which no card is left for now.

    `next_learning_at` is when the next learning card is due, and `learning_available_at` is when it can be
    shown early (UTC ms); both are None without learning cards.
    """

    review_count: int
    correct_count: int
    total_duration_ms: int
    next_learning_at: int | None = None
    learning_available_at: int | None = None
    days_until_next: int | None = None
    """Days until the next card; 1 if any new cards are left. None if no card is scheduled."""

    extra_new_count: int = 0
    """Number of new cards available beyond today's limit, up to `daily_queue.EXTRA_NEW_COUNT`."""

    waiting_cards: tuple[CardId, ...] = ()
    """The due cards that wait for another day because the minutes of today are over."""

    calibration: tuple[Calibration, ...] = ()
    sure_but_wrong: tuple[CardId, ...] = ()
    """The cards rated Again in this session although the learner was sure."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of an operation of a session."""

    next_step: Prompt | Finished | None = None
    """What to show next; None to leave the screen as it is."""

    is_applied: bool = True
    """False if there was nothing to do, or if another program has changed the card; then nothing was written."""

    next_step_error: StoreError | None = None
    """Set if the operation was saved but the next card could not be read."""

    entry: Entry | None = None
    """The journal entry that was undone or redone."""

    leech: Card | None = None
    """The rated card, if this rating made it a leech."""

    is_leech_suspended: bool = False
    prerequisites: tuple[Card, ...] = ()
    """If the card was forgotten, one card of each note that its note requires."""

    flag: int = 0
    """The new flag after `toggle_flag`; 0 for none."""

    clock_leap_ms: int = 0
    """By how much the clock was set since the last rating; 0 for less than an hour."""


class SessionRating(NamedTuple):
    """A rating given in this session."""

    card: CardId
    rating: Rating
    duration_ms: int
    confidence: Confidence | None


class SessionTally:
    """The ratings of a session, and the undone ones that can be redone."""

    def __init__(self) -> None:
        self.ratings: list[SessionRating] = []
        self._undone: list[SessionRating] = []

    def add(self, rating: SessionRating) -> None:
        """Add a rating; undone ratings can no longer be redone."""
        self.ratings.append(rating)
        self._undone.clear()

    def undo_rating(self, card: CardId) -> None:
        """Undo the last rating if it is of this card."""
        if self.ratings and self.ratings[-1].card == card:
            self._undone.append(self.ratings.pop())

    def redo_rating(self, card: CardId) -> None:
        """Redo the last undone rating if it is of this card."""
        if self._undone and self._undone[-1].card == card:
            self.ratings.append(self._undone.pop())

    def clear_redo(self) -> None:
        """Discard the undone ratings, so that they can no longer be redone."""
        self._undone.clear()

    def summarize(self) -> Finished:
        """Return the summary of the ratings, without information about the next cards."""
        return Finished(
            review_count=len(self.ratings),
            correct_count=sum(rating.rating is not Rating.AGAIN for rating in self.ratings),
            total_duration_ms=sum(rating.duration_ms for rating in self.ratings),
            calibration=tuple(self._compute_calibration()),
            sure_but_wrong=tuple(dict.fromkeys(self._iter_sure_but_wrong())),
        )

    def _iter_sure_but_wrong(self) -> Iterator[CardId]:
        for rated in self.ratings:
            if rated.rating is Rating.AGAIN and rated.confidence is Confidence.SURE:
                yield rated.card

    def _compute_calibration(self) -> list[Calibration]:
        calibrations = []
        for confidence in reversed(Confidence):
            ratings = [
                session_rating.rating
                for session_rating in self.ratings
                if session_rating.confidence is confidence
            ]
            if ratings:
                correct_count = sum(rating is not Rating.AGAIN for rating in ratings)
                calibrations.append(Calibration(confidence, correct_count, len(ratings)))
        return calibrations
