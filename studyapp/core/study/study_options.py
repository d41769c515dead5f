"""How a learner wants to study. `core/option_table.py` says how each option is read and what it is called."""

from enum import StrEnum
from typing import NamedTuple

from studyapp.core.study.study_day import DEFAULT_ROLLOVER_HOUR
from studyapp.core.text.localized_text import CardLanguages


class NewCardOrder(StrEnum):
    """In which order new cards come."""

    DECK = "deck"
    RANDOM = "random"
    PREREQUISITES = "requirements"
    """As in the deck, but a card waits until what its note requires was begun."""


class ReviewOrder(StrEnum):
    """In which order cards that are due come."""

    MOST_OVERDUE = "due"
    """The longest due first."""

    LOWEST_RETRIEVABILITY = "retrievability"
    """The least likely to be recalled first."""

    RANDOM = "random"
    DECK = "deck"


class NewReviewOrder(StrEnum):
    """Where new cards stand beside those that are due."""

    MIX_WITH_REVIEWS = "among"
    AFTER_REVIEWS = "after"
    BEFORE_REVIEWS = "before"


class TypedAnswerMatching(StrEnum):
    """When a typed answer is right."""

    EXACT = "exact"
    FORGIVING = "forgiving"
    """Case, width and punctuation do not count."""


class RatingScale(StrEnum):
    """Between how many ratings the learner chooses."""

    FOUR = "four"
    TWO = "two"
    """Again and good: for those whom hard tempts to be kind to themselves."""


class Switch(StrEnum):
    """What is either done or not."""

    OFF = "off"
    ON = "on"


class StudyOptions(NamedTuple):
    """The options of a deck, or of all decks; those over all hold where several decks are studied at once."""

    new_per_day: int = 20
    reviews_per_day: int = 200
    new_per_day_all_decks: int = 20
    reviews_per_day_all_decks: int = 200
    desired_retention_percent: int = 90
    """Percent of recall at which a card comes due."""

    learning_steps: tuple[float, ...] = (1, 10)
    relearning_steps: tuple[float, ...] = (10,)
    """Minutes."""

    new_card_order: NewCardOrder = NewCardOrder.DECK
    review_order: ReviewOrder = ReviewOrder.MOST_OVERDUE
    new_review_order: NewReviewOrder = NewReviewOrder.MIX_WITH_REVIEWS
    languages: CardLanguages | None = None
    """In which a deck's cards are shown; None as all others are."""

    typed_answer_matching: TypedAnswerMatching = TypedAnswerMatching.EXACT
    learn_ahead_minutes: int = 20
    """Minutes: with nothing else to do, a learning card due within this time is shown early. As Anki."""

    day_start_hour: int = DEFAULT_ROLLOVER_HOUR
    """The hour at which a study day begins."""

    leech_threshold: int = 8
    """Lapses that make a card a leech, a note to be written anew; 0 for never. Anki's figure."""

    suspend_leeches: Switch = Switch.OFF
    rating_scale: RatingScale = RatingScale.FOUR
    ask_confidence: Switch = Switch.OFF
    """Whether the learner says before the reveal how sure they are."""

    timebox_minutes: int = 0
    """Minutes after which a session says how long it went; 0 for never."""

    auto_reveal_seconds: int = 0
    auto_skip_seconds: int = 0
    """Seconds after which the answer is shown, and after which an answer that nobody rated makes room; 0 for never."""
