"""Study days: a moment to the day the learner would call today."""

from datetime import date, datetime, time, timedelta, tzinfo

MINUTE_MS = 60_000
"""Milliseconds."""

DEFAULT_ROLLOVER_HOUR = 4
"""A night's session still belongs to the day before; Anki's default."""

_EPOCH = date(1970, 1, 1).toordinal()


def study_day_at(at: int, zone: tzinfo | None, rollover_hour: int = DEFAULT_ROLLOVER_HOUR) -> int:
    """The study day of a moment: days since 1970-01-01 on the learner's calendar.

    `at` is UTC in milliseconds; `zone` None stands for the zone of this machine.
    """
    local = datetime.fromtimestamp(at / 1000, zone)
    return (local - timedelta(hours=rollover_hour)).date().toordinal() - _EPOCH


def study_day_start(day: int, zone: tzinfo | None, rollover_hour: int = DEFAULT_ROLLOVER_HOUR) -> datetime:
    """The moment at which a study day begins, with the distance from UTC that holds then."""
    local = datetime.combine(calendar_date(day), time(rollover_hour), zone)
    return local.astimezone(zone)


def calendar_date(day: int) -> date:
    """The calendar date of a study day."""
    return date.fromordinal(day + _EPOCH)
