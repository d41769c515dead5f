"""How a learner wants to study: what is kept as text by name, read with its type and bounds."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from studyapp.core.study_day import ROLLOVER_HOUR
from studyapp.core.text import LanguageChoice

MOST_CARDS = 9999
LEAST_RETENTION, MOST_RETENTION = 70, 99
"""Percent: below, FSRS asks too late to learn from; above, hardly anything else gets asked."""

MOST_STEPS = 10
LONGEST_STEP = 24 * 60
"""Minutes."""

MOST_SECONDS = 3600


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


NAMES = StudyOptions._fields
OVER_ALL = (
    "new_over_all", "mixing", "reviews_over_all", "learn_ahead", "day_begins", "leech_lapses", "suspend_leeches", "rating_choice", "confidence", "time_box", "auto_reveal", "auto_next",
)  # fmt: skip
"""Options that a deck by itself has not."""

OF_ONE_DECK = ("languages",)
"""Options that only a deck has."""

CHOICES: dict[str, type[StrEnum]] = {
    "new_order": NewOrder,
    "due_order": DueOrder,
    "mixing": Mixing,
    "languages": LanguageChoice,
    "typed_answers": TypedAnswers,
    "rating_choice": RatingChoice,
    "suspend_leeches": Switch,
    "confidence": Switch,
}
"""The options that are one of a few words."""

_BOUNDS = {
    "retention": (LEAST_RETENTION, MOST_RETENTION),
    "learn_ahead": (0, LONGEST_STEP),
    "day_begins": (0, 23),
    "leech_lapses": (0, 99),
    "time_box": (0, LONGEST_STEP),
    "auto_reveal": (0, MOST_SECONDS),
    "auto_next": (0, MOST_SECONDS),
}

Value = int | tuple[float, ...] | StrEnum


def read_option(name: str, text: str) -> Value:
    """The value that `text` stands for. ValueError when it is none of this option; KeyError for a name that
    is no option's."""
    if name not in NAMES:
        raise KeyError(name)
    if name in CHOICES:
        return CHOICES[name](text)
    if name.endswith("_steps"):
        return _steps(text)
    least, most = bounds(name)
    if not re.fullmatch(r"[0-9]{1,6}", text) or not least <= int(text) <= most:
        raise ValueError(f"{name}: from {least} to {most}")
    return int(text)


def bounds(name: str) -> tuple[int, int]:
    """The least and the most that an option which is a number may be."""
    return _BOUNDS.get(name, (0, MOST_CARDS))


def spelled(value: Value) -> str:
    """The text that `read_option` reads as this value."""
    return " ".join(f"{step:g}" for step in value) if isinstance(value, tuple) else str(value)


def options_from(*kept: Mapping[str, str]) -> StudyOptions:
    """The options with what is kept, the later before the earlier. What can't be read counts as not kept: a
    newer version may have written it."""
    values: dict[str, Value] = {}
    for texts in kept:
        for name, text in texts.items():
            try:
                values[name] = read_option(name, text)
            except (KeyError, ValueError):
                continue
    return StudyOptions(**values)  # type: ignore[arg-type]


_STEP = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)([mhd]?)")
_MINUTES = {"": 1, "m": 1, "h": 60, "d": 24 * 60}


def _steps(text: str) -> tuple[float, ...]:
    """Minutes, or with the letters that Anki knows: `10m 1h 1d`."""
    found = [_STEP.fullmatch(word) for word in text.replace(",", " ").split()]
    minutes = tuple(float(step[1]) * _MINUTES[step[2]] for step in found if step)
    if len(found) > MOST_STEPS or len(minutes) < len(found):
        raise ValueError("minutes with blanks between them")
    if not all(0 < step <= LONGEST_STEP for step in minutes):
        raise ValueError(f"each over 0 and up to {LONGEST_STEP}")
    return minutes
