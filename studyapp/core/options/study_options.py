"""Study options. `core/options/option_table.py` defines how each one is stored and shown."""

from enum import StrEnum
from typing import NamedTuple

from studyapp.core.text.localized_text import CardLanguages

DEFAULT_DAY_START_HOUR = 4
"""Anki's default. Reviews after midnight still count for the day before."""


class NewCardOrder(StrEnum):
    """The order of new cards."""

    VARIED = "varied"
    """Decks and kinds of cards in turn; a card waits until all prerequisites of its note are started."""

    DECK = "deck"
    RANDOM = "random"
    PREREQUISITES = "requirements"
    """Deck order, but a card waits until all prerequisites of its note are started."""


class ReviewOrder(StrEnum):
    """The order of due reviews."""

    MOST_OVERDUE = "due"
    """The earliest due date first."""

    LOWEST_RETRIEVABILITY = "retrievability"
    """The least likely to be recalled first."""

    RANDOM = "random"
    DECK = "deck"


class NewReviewOrder(StrEnum):
    """The position of new cards relative to reviews."""

    MIX_WITH_REVIEWS = "among"
    AFTER_REVIEWS = "after"
    BEFORE_REVIEWS = "before"


class TypedAnswerMatching(StrEnum):
    """When a typed answer is correct."""

    EXACT = "exact"
    FORGIVING = "forgiving"
    """Case, width, accents, punctuation and spaces are ignored."""


class SoundPlayback(StrEnum):
    """When the sounds of a card are played."""

    AUTOMATIC = "automatic"
    """When their side is shown."""

    ON_KEY = "key"
    """When the learner asks for them."""

    OFF = "off"


class RatingScale(StrEnum):
    """The ratings offered to the learner."""

    FOUR = "four"
    TWO = "two"
    """Again and Good, for learners who tend to use Hard instead of Again."""


class Switch(StrEnum):
    """A yes-no option."""

    OFF = "off"
    ON = "on"


class DayLoad(StrEnum):
    """How many cards should be due on a weekday."""

    NORMAL = "normal"
    REDUCED = "reduced"
    """Half as many as on other days."""

    MINIMUM = "minimum"
    """None that can be due on another day."""


class StudyOptions(NamedTuple):
    """The options of a deck, or of all decks. The options of all decks apply when several decks are studied
    together."""

    new_per_day: int = 20
    reviews_per_day: int = 200
    new_per_day_all_decks: int = 20
    reviews_per_day_all_decks: int = 200
    minutes_per_day: int = 0
    """How long to study each day; 0 for no plan. New cards fill the time that due cards leave."""

    desired_retention_percent: int = 90
    """Probability of recall, in percent, at which a card becomes due."""

    learning_steps: tuple[float, ...] = (1, 10)
    relearning_steps: tuple[float, ...] = (10,)
    """In minutes, like the learning steps."""

    new_card_order: NewCardOrder = NewCardOrder.VARIED
    review_order: ReviewOrder = ReviewOrder.MOST_OVERDUE
    new_review_order: NewReviewOrder = NewReviewOrder.MIX_WITH_REVIEWS
    languages: CardLanguages | None = None
    """Languages of a deck's cards; None for the default of all decks."""

    typed_answer_matching: TypedAnswerMatching = TypedAnswerMatching.FORGIVING
    play_sounds: SoundPlayback = SoundPlayback.AUTOMATIC
    learn_ahead_minutes: int = 20
    """When nothing else is left, learning cards due within this time are shown early. The default is Anki's."""

    day_start_hour: int = DEFAULT_DAY_START_HOUR
    """Hour at which a study day begins."""

    balance_load: Switch = Switch.ON
    """Whether cards become due on days with fewer cards, within the range of fuzz. On by default, as in Anki."""

    easy_days: tuple[DayLoad, ...] = (DayLoad.NORMAL,) * 7
    """The load of each weekday, from Monday on. Used for balancing."""

    leech_threshold: int = 8
    """Lapses that make a card a leech; 0 for never. The default is Anki's."""

    suspend_leeches: Switch = Switch.OFF
    optimize_automatically: Switch = Switch.ON
    """Whether parameters are fitted to new reviews in the background (ADR 40)."""

    rating_scale: RatingScale = RatingScale.FOUR
    ask_confidence: Switch = Switch.OFF
    """Whether the learner states their confidence before the answer is shown."""

    ask_until_right: Switch = Switch.OFF
    """Whether a session asks choice and typed cards again that were answered wrongly."""

    timebox_minutes: int = 0
    """Minutes after which a session reports its progress; 0 for never."""

    auto_reveal_seconds: int = 0
    auto_skip_seconds: int = 0
    """Seconds until the answer is shown, and until an unrated answer is skipped; 0 for never."""

    def without_new_cards(self) -> "StudyOptions":
        """Return the options with limits of no new cards."""
        return self._replace(new_per_day=0, new_per_day_all_decks=0)
