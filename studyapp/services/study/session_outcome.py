"""What a session shows: a card to ask, or that nothing is left; and what it has come to so far."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from studyapp.core.cards.card import Card
from studyapp.core.cards.card_id import CardId
from studyapp.core.rendering.face import Face
from studyapp.core.study.journal import Confidence, Entry, Rating
from studyapp.core.study.next_due import Due
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.study.study_queue import Counts
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.store.errors import StoreError


@dataclass(frozen=True, slots=True)
class Prompt:
    """A card to ask: how it looks with nothing typed or picked, which ratings there are and what each would do
    (empty where nothing is kept), what is left. `languages` and `options` are those of the card's deck; `turn` is the card's number of reviews, `flag` its flag or 0;
    `done` counts the ratings of this session."""

    card: Card
    turn: int
    languages: LanguageChoice
    options: StudyOptions
    flag: int
    face: Face
    ratings: tuple[Rating, ...]
    dues: Mapping[Rating, Due]
    counts: Counts
    done: int


class Calibration(NamedTuple):
    """How often the learner was right when they were this confident."""

    confidence: Confidence
    right: int
    asked: int


@dataclass(frozen=True, slots=True)
class Finished:
    """Nothing left for now: what this session did, when a card on its steps comes back, and when it is asked
    at the earliest (UTC ms)."""

    rated: int
    remembered: int
    took: int
    next_learning_at: int | None = None
    asks_again_at: int | None = None
    next_in: int | None = None
    """In how many days the next card comes, counting on new ones tomorrow where any are left; None for never."""

    more_new: int = 0
    """How many new cards there are beyond today's limit, up to a handful."""

    calibration: tuple[Calibration, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of an operation of a session."""

    shown: Prompt | Finished | None = None
    """What to show next; None when the screen stays as it is."""

    is_done: bool = True
    """False when there was nothing to do, or another program had changed the card: then nothing was written."""

    failure: StoreError | None = None
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


class Rated(NamedTuple):
    """A rating of this session; `took` in milliseconds."""

    card: CardId
    rating: Rating
    took: int
    confidence: Confidence | None


class Tally:
    """The ratings of a session that stand, and those taken back that may come again."""

    def __init__(self) -> None:
        self.standing: list[Rated] = []
        self._taken_back: list[Rated] = []

    def add(self, rated: Rated) -> None:
        """One more; what was taken back can't come again."""
        self.standing.append(rated)
        self._taken_back.clear()

    def take_back(self, card: CardId) -> None:
        """The newest one, where it is of this card."""
        if self.standing and self.standing[-1].card == card:
            self._taken_back.append(self.standing.pop())

    def give_back(self, card: CardId) -> None:
        """What was taken back last, where it is of this card."""
        if self._taken_back and self._taken_back[-1].card == card:
            self.standing.append(self._taken_back.pop())

    def forget(self) -> None:
        """What was taken back can't come again."""
        self._taken_back.clear()

    def finished(self) -> Finished:
        """What the session came to, with nothing said of what comes next."""
        return Finished(
            rated=len(self.standing),
            remembered=sum(rated.rating is not Rating.AGAIN for rated in self.standing),
            took=sum(rated.took for rated in self.standing),
            calibration=tuple(self._calibration()),
        )

    def _calibration(self) -> list[Calibration]:
        found = []
        for confidence in reversed(Confidence):
            ratings = [rated.rating for rated in self.standing if rated.confidence is confidence]
            if ratings:
                right = sum(rating is not Rating.AGAIN for rating in ratings)
                found.append(Calibration(confidence, right, len(ratings)))
        return found
