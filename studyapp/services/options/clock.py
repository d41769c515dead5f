"""The clock: time, time zone and study day. It is passed to services, which never read the system clock
themselves."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import NamedTuple

from studyapp.core.study.study_day import DEFAULT_ROLLOVER_HOUR, study_day_at, study_day_start


class Clock(NamedTuple):
    """A source of the current time.

    `now` returns UTC milliseconds. `zone` is None for the time zone of the system. `day_start_hour` returns
    the hour at which a study day starts. `elapsed` returns the milliseconds since some fixed moment, whether or not
    the clock was set meanwhile; None if the system can't tell.
    """

    now: Callable[[], int]
    zone: tzinfo | None = None
    day_start_hour: Callable[[], int] = lambda: DEFAULT_ROLLOVER_HOUR
    elapsed: Callable[[], int] | None = None

    def day_start(self, day: int) -> datetime:
        """Return the moment at which a study day starts."""
        return study_day_start(day, self.zone, self.day_start_hour())

    def today(self) -> int:
        """Return today's study day."""
        return study_day_at(self.now(), self.zone, self.day_start_hour())
