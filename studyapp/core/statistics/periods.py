"""The periods of time that statistics are about."""

from enum import Enum
from typing import assert_never


class Period(Enum):
    """How far back statistics go."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


def days_of(period: Period) -> int | None:
    """Return the number of study days of a period up to today, as in Anki; None for all."""
    match period:
        case Period.MONTH:
            return 30
        case Period.QUARTER:
            return 90
        case Period.YEAR:
            return 365
        case Period.ALL:
            return None
        case _:
            assert_never(period)


def first_day_of(period: Period, today: int) -> int | None:
    """Return the first study day of a period that ends today; None if it has no beginning."""
    days = days_of(period)
    return None if days is None else today - days + 1
