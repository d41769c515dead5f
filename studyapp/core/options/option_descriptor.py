"""Descriptors of study options: stored name, field in `StudyOptions`, allowed values, and where the option is shown."""

import re
from collections.abc import Mapping
from enum import Enum, StrEnum, auto
from typing import NamedTuple, assert_never

from studyapp.core.options.study_options import StudyOptions
from studyapp.core.text.translatable import QT_TRANSLATE_NOOP

MINUTES_A_DAY = 24 * 60
MAX_STEP_MINUTES = 60 * MINUTES_A_DAY

OptionValue = int | tuple[float, ...] | tuple[StrEnum, ...] | StrEnum


class WholeNumberType(NamedTuple):
    """A whole number from `minimum` to `maximum`, inclusive."""

    minimum: int
    maximum: int


class StepListType(NamedTuple):
    """A list of steps in minutes, at most `max_steps` of them."""

    max_steps: int


class EnumType(NamedTuple):
    """One of a fixed set of values. `labels_by_value` has their labels, or is None if the dialog provides them."""

    enum: type[StrEnum]
    labels_by_value: Mapping[StrEnum, str] | None


class WeekdaysType(NamedTuple):
    """One of a fixed set of values for each weekday, from Monday on. `labels_by_value` has their labels."""

    enum: type[StrEnum]
    labels_by_value: Mapping[StrEnum, str]


OptionType = WholeNumberType | StepListType | EnumType | WeekdaysType


class OptionScope(Enum):
    """Whether an option can be set for all decks, for one deck, or both."""

    GLOBAL_AND_DECK = auto()
    """Set for all decks, and can be overridden per deck."""

    GLOBAL = auto()
    DECK = auto()


class OptionGroup(StrEnum):
    """The sections of the options dialog."""

    DAILY = QT_TRANSLATE_NOOP("OptionsDialog", "Daily limits and order")
    MEMORY = QT_TRANSLATE_NOOP("OptionsDialog", "Scheduling")
    STUDYING = QT_TRANSLATE_NOOP("OptionsDialog", "While studying")


class StudyOption(NamedTuple):
    """One option: its name in storage, its field in `StudyOptions`, which has its default, and how it is shown."""

    stored_name: str
    field: str
    label: str
    explanation: str
    value_type: OptionType
    group: OptionGroup
    scope: OptionScope = OptionScope.GLOBAL_AND_DECK
    capped_by: str = ""
    """The stored name of the option whose value limits this one when several decks are studied together."""

    def value_in(self, options: StudyOptions) -> OptionValue:
        """The value of this option."""
        value: OptionValue = getattr(options, self.field)
        return value

    def parse(self, text: str) -> OptionValue:
        """Parse a stored value. Raises ValueError if it is not valid for this option."""
        match self.value_type:
            case EnumType(enum):
                return enum(text)
            case StepListType(max_steps):
                return _parse_steps(text, max_steps)
            case WeekdaysType(enum):
                return _parse_weekdays(text, enum)
            case WholeNumberType(minimum, maximum):
                if not re.fullmatch(r"[0-9]{1,6}", text) or not minimum <= int(text) <= maximum:
                    raise ValueError(f"{self.stored_name}: from {minimum} to {maximum}")
                return int(text)
            case _:
                assert_never(self.value_type)


def format_value(value: OptionValue) -> str:
    """Return the stored form of a value, as read by `StudyOption.parse`."""
    if not isinstance(value, tuple):
        return str(value)
    return " ".join(part if isinstance(part, StrEnum) else f"{part:g}" for part in value)


_STEP_PATTERN = re.compile(r"([0-9]{1,5}(?:\.[0-9]{1,3})?)([mhd]?)")


_MINUTES_BY_UNIT = {"": 1, "m": 1, "h": 60, "d": 24 * 60}


def _parse_steps(text: str, max_steps: int) -> tuple[float, ...]:
    """Parse steps given in minutes or with Anki's unit suffixes, such as `10m 1h 1d`."""
    found = [_STEP_PATTERN.fullmatch(word) for word in text.replace(",", " ").split()]
    minutes = tuple(float(step[1]) * _MINUTES_BY_UNIT[step[2]] for step in found if step)
    if len(found) > max_steps or len(minutes) < len(found):
        raise ValueError("minutes separated by spaces")
    if not all(0 < step <= MAX_STEP_MINUTES for step in minutes):
        raise ValueError(f"each over 0 and up to {MAX_STEP_MINUTES}")
    return minutes


_WEEKDAYS = 7


def _parse_weekdays(text: str, enum: type[StrEnum]) -> tuple[StrEnum, ...]:
    values = tuple(map(enum, text.split()))
    if len(values) != _WEEKDAYS:
        raise ValueError("seven values, from Monday on")
    return values
