"""The clock: time, time zone and study day. It is passed to services, which never read the system clock
themselves."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import NamedTuple

from studyapp.core.options.study_options import DEFAULT_DAY_START_HOUR
from studyapp.core.study.study_day import StudyDay, study_day_at, study_day_start


class Clock(NamedTuple):
    """A source of the current time.

    `now` returns UTC milliseconds. `zone` is None for the time zone of the system. `day_start_hour` returns
    the hour at which a study day starts. `elapsed` returns the milliseconds since some fixed moment, whether or not
    the clock was set meanwhile; None if the system can't tell.
    """

    now: Callable[[], int]
    zone: tzinfo | None = None
    day_start_hour: Callable[[], int] = lambda: DEFAULT_DAY_START_HOUR
    elapsed: Callable[[], int] | None = None

    def day_start(self, day: int) -> datetime:
        """Return the moment at which a study day starts."""
        return study_day_start(day, self.zone, self.day_start_hour())

    def study_day(self, day: int | None = None) -> StudyDay:
        """Return a study day with its bounds; today by default."""
        number = self.today() if day is None else day
        starts_at, ends_at = (round(self.day_start(each).timestamp() * 1000) for each in (number, number + 1))
        return StudyDay(number, starts_at, ends_at)

    def today(self) -> int:
        """Return today's study day."""
        return study_day_at(self.now(), self.zone, self.day_start_hour())
