"""How a learner wants to study: what is kept as text by name, read with its type and bounds."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

MOST_CARDS = 9999
LEAST_RETENTION, MOST_RETENTION = 70, 99
"""Percent: below, FSRS asks too late to learn from; above, hardly anything else gets asked."""

MOST_STEPS = 10
LONGEST_STEP = 24 * 60
"""Minutes."""


class NewOrder(StrEnum):
    """In which order new cards come."""

    DECK = "deck"
    RANDOM = "random"
    REQUIREMENTS = "requirements"
    """As in the deck, but a card waits until what its note requires was begun."""


class TypedAnswers(StrEnum):
    """When a typed answer is right."""

    EXACT = "exact"
    FORGIVING = "forgiving"
    """Case, width and punctuation do not count."""


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
    typed_answers: TypedAnswers = TypedAnswers.EXACT


NAMES = StudyOptions._fields
OVER_ALL = ("new_over_all", "reviews_over_all")
"""Options that a deck by itself has not."""

Value = int | tuple[float, ...] | NewOrder | TypedAnswers


def read_option(name: str, text: str) -> Value:
    """The value that `text` stands for. ValueError when it is none of this option; KeyError for a name that
    is no option's."""
    if name not in NAMES:
        raise KeyError(name)
    if name == "new_order":
        return NewOrder(text)
    if name == "typed_answers":
        return TypedAnswers(text)
    if name.endswith("_steps"):
        return _steps(text)
    least, most = (LEAST_RETENTION, MOST_RETENTION) if name == "retention" else (0, MOST_CARDS)
    if not re.fullmatch(r"[0-9]{1,6}", text) or not least <= int(text) <= most:
        raise ValueError(f"{name}: from {least} to {most}")
    return int(text)


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


def _steps(text: str) -> tuple[float, ...]:
    words = text.replace(",", " ").split()
    if len(words) > MOST_STEPS or not all(re.fullmatch(r"[0-9]{1,5}(\.[0-9]{1,3})?", word) for word in words):
        raise ValueError("minutes with blanks between them")
    minutes = tuple(float(word) for word in words)
    if not all(0 < step <= LONGEST_STEP for step in minutes):
        raise ValueError(f"each over 0 and up to {LONGEST_STEP}")
    return minutes
