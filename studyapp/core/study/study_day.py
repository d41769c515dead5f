"""Study days, which begin at the rollover hour instead of midnight."""

from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from studyapp.core.options.study_options import DEFAULT_DAY_START_HOUR

MINUTE_MS = 60_000
"""A minute in milliseconds."""

HOUR_MS = 60 * MINUTE_MS
"""An hour in milliseconds."""

DAY_MS = 24 * HOUR_MS
"""A day in milliseconds."""

TRAVEL_DAYS = 2
"""How many study days a journey through time zones can set back: time zones are up to 26 hours apart."""

_EPOCH = date(1970, 1, 1).toordinal()


class StudyDay(NamedTuple):
    """A study day and the moments at which it starts and ends (UTC ms), the end excluded."""

    number: int
    starts_at: int
    ends_at: int

    def day_of(self, at: int) -> int:
        """Return the study day of a moment (UTC ms). Days before and after this one are taken to have 24 hours."""
        if at < self.starts_at:
            return self.number + (at - self.starts_at) // DAY_MS
        return self.number if at < self.ends_at else self.number + 1 + (at - self.ends_at) // DAY_MS


def study_day_at(at: int, zone: tzinfo | None, rollover_hour: int = DEFAULT_DAY_START_HOUR) -> int:
    """Return the study day of a moment: days since 1970-01-01 on the learner's calendar.

    `at` is UTC in milliseconds. A `zone` of None is the system's time zone.
    """
    local = datetime.fromtimestamp(at / 1000, zone)
    return (local - timedelta(hours=rollover_hour)).date().toordinal() - _EPOCH


def study_day_start(day: int, zone: tzinfo | None, rollover_hour: int = DEFAULT_DAY_START_HOUR) -> datetime:
    """Return the moment at which a study day begins, with the UTC offset in effect then."""
    local = datetime.combine(calendar_date(day), time(rollover_hour), zone)
    return local.astimezone(zone)


def calendar_date(day: int) -> date:
    """Return the calendar date of a study day."""
    return date.fromordinal(day + _EPOCH)


def study_day_of_date(day: date) -> int:
    """Return the study day of a calendar date: the inverse of `calendar_date`."""
    return day.toordinal() - _EPOCH
