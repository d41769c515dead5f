"""The table of study options: for each its stored name, label, kind, group and scope.

The options dialog and the reading of stored options are driven by this table. To add an option, add a field with a default
to `StudyOptions` and a row here. Names are stored: never change one.
"""

import re
from collections.abc import Mapping
from enum import Enum, StrEnum, auto
from typing import NamedTuple, assert_never

from studyapp.core.study.study_options import (
    DueOrder,
    Mixing,
    NewOrder,
    RatingChoice,
    StudyOptions,
    Switch,
    TypedAnswers,
)
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

MOST_CARDS = 9999
LEAST_RETENTION, MOST_RETENTION = 70, 99
"""Percent: below, FSRS asks too late to learn from; above, hardly anything else gets asked."""

MOST_STEPS = 10
LONGEST_STEP = 24 * 60
"""Minutes."""

MOST_SECONDS = 3600

Value = int | tuple[float, ...] | StrEnum


class Number(NamedTuple):
    """A whole number from `least` to `most`, inclusive."""

    least: int
    most: int


class Steps(NamedTuple):
    """A list of steps in minutes, at most `most` of them."""

    most: int


class Words(NamedTuple):
    """One of a set of words. `labels` are their labels in the window; None if the dialog names them itself."""

    words: type[StrEnum]
    labels: Mapping[StrEnum, str] | None


Kind = Number | Steps | Words


class Scope(Enum):
    """Whether an option can be set for all decks, for one deck, or both."""

    ALL_AND_EACH = auto()
    """Set for all decks, and can be overridden per deck."""

    ALL = auto()
    EACH = auto()


class Group(StrEnum):
    """The sections of the options dialog."""

    DAILY = QT_TRANSLATE_NOOP("OptionsDialog", "Each day")
    MEMORY = QT_TRANSLATE_NOOP("OptionsDialog", "Memory")
    STUDYING = QT_TRANSLATE_NOOP("OptionsDialog", "While studying")


class Option(NamedTuple):
    """One option. Its default is that of the `StudyOptions` field of the same name."""

    name: str
    label: str
    kind: Kind
    group: Group
    scope: Scope = Scope.ALL_AND_EACH

    def read(self, text: str) -> Value:
        """Parse a stored value. ValueError if it is not valid for this option."""
        match self.kind:
            case Words(words):
                return words(text)
            case Steps(most):
                return _steps(text, most)
            case Number(least, most):
                if not re.fullmatch(r"[0-9]{1,6}", text) or not least <= int(text) <= most:
                    raise ValueError(f"{self.name}: from {least} to {most}")
                return int(text)
            case _:
                assert_never(self.kind)


_CARDS, _SECONDS, _STEPS = Number(0, MOST_CARDS), Number(0, MOST_SECONDS), Steps(MOST_STEPS)
_ON_OR_OFF = Words(
    Switch,
    {
        Switch.OFF: QT_TRANSLATE_NOOP("OptionsDialog", "no"),
        Switch.ON: QT_TRANSLATE_NOOP("OptionsDialog", "yes"),
    },
)

OPTIONS: tuple[Option, ...] = (
    Option("new_a_day", QT_TRANSLATE_NOOP("OptionsDialog", "New cards a day"), _CARDS, Group.DAILY),
    Option("reviews_a_day", QT_TRANSLATE_NOOP("OptionsDialog", "Reviews a day"), _CARDS, Group.DAILY),
    Option(
        "new_over_all",
        QT_TRANSLATE_NOOP("OptionsDialog", "New cards a day, all decks together"),
        _CARDS,
        Group.DAILY,
        Scope.ALL,
    ),
    Option(
        "reviews_over_all",
        QT_TRANSLATE_NOOP("OptionsDialog", "Reviews a day, all decks together"),
        _CARDS,
        Group.DAILY,
        Scope.ALL,
    ),
    Option(
        "new_order",
        QT_TRANSLATE_NOOP("OptionsDialog", "New cards come"),
        Words(
            NewOrder,
            {
                NewOrder.DECK: QT_TRANSLATE_NOOP("OptionsDialog", "as in the deck"),
                NewOrder.RANDOM: QT_TRANSLATE_NOOP("OptionsDialog", "at random"),
                NewOrder.REQUIREMENTS: QT_TRANSLATE_NOOP("OptionsDialog", "after what they require"),
            },
        ),
        Group.DAILY,
    ),
    Option(
        "due_order",
        QT_TRANSLATE_NOOP("OptionsDialog", "Due cards come"),
        Words(
            DueOrder,
            {
                DueOrder.DUE: QT_TRANSLATE_NOOP("OptionsDialog", "the longest due first"),
                DueOrder.RETRIEVABILITY: QT_TRANSLATE_NOOP("OptionsDialog", "the least remembered first"),
                DueOrder.RANDOM: QT_TRANSLATE_NOOP("OptionsDialog", "at random"),
                DueOrder.DECK: QT_TRANSLATE_NOOP("OptionsDialog", "as in the deck"),
            },
        ),
        Group.DAILY,
    ),
    Option(
        "mixing",
        QT_TRANSLATE_NOOP("OptionsDialog", "New cards stand"),
        Words(
            Mixing,
            {
                Mixing.AMONG: QT_TRANSLATE_NOOP("OptionsDialog", "among those that are due"),
                Mixing.AFTER: QT_TRANSLATE_NOOP("OptionsDialog", "after those that are due"),
                Mixing.BEFORE: QT_TRANSLATE_NOOP("OptionsDialog", "before those that are due"),
            },
        ),
        Group.DAILY,
        Scope.ALL,
    ),
    Option(
        "day_begins",
        QT_TRANSLATE_NOOP("OptionsDialog", "Hour at which the day begins"),
        Number(0, 23),
        Group.DAILY,
        Scope.ALL,
    ),
    Option(
        "retention",
        QT_TRANSLATE_NOOP("OptionsDialog", "Percent to be recalled when a card comes"),
        Number(LEAST_RETENTION, MOST_RETENTION),
        Group.MEMORY,
    ),
    Option(
        "learning_steps",
        QT_TRANSLATE_NOOP("OptionsDialog", "Minutes between the first ratings"),
        _STEPS,
        Group.MEMORY,
    ),
    Option(
        "relearning_steps",
        QT_TRANSLATE_NOOP("OptionsDialog", "Minutes after a card was forgotten"),
        _STEPS,
        Group.MEMORY,
    ),
    Option(
        "leech_lapses",
        QT_TRANSLATE_NOOP("OptionsDialog", "Lapses after which a card should be rewritten"),
        Number(0, 99),
        Group.MEMORY,
        Scope.ALL,
    ),
    Option(
        "suspend_leeches",
        QT_TRANSLATE_NOOP("OptionsDialog", "Then suspend it"),
        _ON_OR_OFF,
        Group.MEMORY,
        Scope.ALL,
    ),
    Option(
        "learn_ahead",
        QT_TRANSLATE_NOOP("OptionsDialog", "Minutes that a learning card may come early"),
        Number(0, LONGEST_STEP),
        Group.MEMORY,
        Scope.ALL,
    ),
    Option(
        "languages",
        QT_TRANSLATE_NOOP("OptionsDialog", "Languages of the cards"),
        Words(LanguageChoice, None),
        Group.STUDYING,
        Scope.EACH,
    ),
    Option(
        "typed_answers",
        QT_TRANSLATE_NOOP("OptionsDialog", "Typed answers"),
        Words(
            TypedAnswers,
            {
                TypedAnswers.EXACT: QT_TRANSLATE_NOOP("OptionsDialog", "are right letter by letter"),
                TypedAnswers.FORGIVING: QT_TRANSLATE_NOOP(
                    "OptionsDialog", "may differ in case, width and punctuation"
                ),
            },
        ),
        Group.STUDYING,
    ),
    Option(
        "rating_choice",
        QT_TRANSLATE_NOOP("OptionsDialog", "Ratings"),
        Words(
            RatingChoice,
            {
                RatingChoice.FOUR: QT_TRANSLATE_NOOP("OptionsDialog", "again, hard, good, easy"),
                RatingChoice.TWO: QT_TRANSLATE_NOOP("OptionsDialog", "again and good only"),
            },
        ),
        Group.STUDYING,
        Scope.ALL,
    ),
    Option(
        "confidence",
        QT_TRANSLATE_NOOP("OptionsDialog", "Before the answer, say how sure you are"),
        _ON_OR_OFF,
        Group.STUDYING,
        Scope.ALL,
    ),
    Option(
        "time_box",
        QT_TRANSLATE_NOOP("OptionsDialog", "Say after so many minutes how long it went"),
        Number(0, LONGEST_STEP),
        Group.STUDYING,
        Scope.ALL,
    ),
    Option(
        "auto_reveal",
        QT_TRANSLATE_NOOP("OptionsDialog", "Show the answer by itself after seconds"),
        _SECONDS,
        Group.STUDYING,
        Scope.ALL,
    ),
    Option(
        "auto_next",
        QT_TRANSLATE_NOOP("OptionsDialog", "Leave an unrated answer after seconds"),
        _SECONDS,
        Group.STUDYING,
        Scope.ALL,
    ),
)
"""In the order of the dialog."""

BY_NAME = {option.name: option for option in OPTIONS}


def spelled(value: Value) -> str:
    """The stored form of a value; `Option.read` parses it."""
    return " ".join(f"{step:g}" for step in value) if isinstance(value, tuple) else str(value)


def options_from(*kept: Mapping[str, str]) -> StudyOptions:
    """The options for some stored settings; later mappings override earlier ones. Values that can't be parsed are ignored:
    a newer version may have written them."""
    values: dict[str, Value] = {}
    for texts in kept:
        for name, text in texts.items():
            try:
                values[name] = BY_NAME[name].read(text)
            except (KeyError, ValueError):
                continue
    return StudyOptions(**values)  # type: ignore[arg-type]


_STEP = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)([mhd]?)")
_MINUTES = {"": 1, "m": 1, "h": 60, "d": 24 * 60}


def _steps(text: str, most: int) -> tuple[float, ...]:
    """Minutes, or with the letters that Anki knows: `10m 1h 1d`."""
    found = [_STEP.fullmatch(word) for word in text.replace(",", " ").split()]
    minutes = tuple(float(step[1]) * _MINUTES[step[2]] for step in found if step)
    if len(found) > most or len(minutes) < len(found):
        raise ValueError("minutes separated by spaces")
    if not all(0 < step <= LONGEST_STEP for step in minutes):
        raise ValueError(f"each over 0 and up to {LONGEST_STEP}")
    return minutes
