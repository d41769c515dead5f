"""How a learner wants to study. `core/option_table.py` says how each option is read and what it is called."""

from enum import StrEnum
from typing import NamedTuple

from studyapp.core.study.study_day import ROLLOVER_HOUR
from studyapp.core.text.localized_text import LanguageChoice


class NewOrder(StrEnum):
    """In which order new cards come."""

    DECK = "deck"
    RANDOM = "random"
    REQUIREMENTS = "requirements"
    """As in the deck, but a card waits until what its note requires was begun."""


class DueOrder(StrEnum):
    """In which order cards that are due come."""

    DUE = "due"
    """The longest due first."""

    RETRIEVABILITY = "retrievability"
    """The least likely to be recalled first."""

    RANDOM = "random"
    DECK = "deck"


class Mixing(StrEnum):
    """Where new cards stand beside those that are due."""

    AMONG = "among"
    AFTER = "after"
    BEFORE = "before"


class TypedAnswers(StrEnum):
    """When a typed answer is right."""

    EXACT = "exact"
    FORGIVING = "forgiving"
    """Case, width and punctuation do not count."""


class RatingChoice(StrEnum):
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

    new_a_day: int = 20
    reviews_a_day: int = 200
    new_over_all: int = 20
    reviews_over_all: int = 200
    retention: int = 90
    """Percent of recall at which a card comes due."""

    learning_steps: tuple[float, ...] = (1, 10)
    relearning_steps: tuple[float, ...] = (10,)
    """Minutes."""

    new_order: NewOrder = NewOrder.DECK
    due_order: DueOrder = DueOrder.DUE
    mixing: Mixing = Mixing.AMONG
    languages: LanguageChoice | None = None
    """In which a deck's cards are shown; None as all others are."""

    typed_answers: TypedAnswers = TypedAnswers.EXACT
    learn_ahead: int = 20
    """Minutes: with nothing else to do, a learning card due within this time is shown early. As Anki."""

    day_begins: int = ROLLOVER_HOUR
    """The hour at which a study day begins."""

    leech_lapses: int = 8
    """Lapses that make a card a leech, a note to be written anew; 0 for never. Anki's figure."""

    suspend_leeches: Switch = Switch.OFF
    rating_choice: RatingChoice = RatingChoice.FOUR
    confidence: Switch = Switch.OFF
    """Whether the learner says before the reveal how sure they are."""

    time_box: int = 0
    """Minutes after which a session says how long it went; 0 for never."""

    auto_reveal: int = 0
    auto_next: int = 0
    """Seconds after which the answer is shown, and after which an answer that nobody rated makes room; 0 for never."""
