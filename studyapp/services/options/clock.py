"""The learner's time: handed down from where the program starts, so that nothing below asks the machine."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import NamedTuple

from studyapp.core.study.study_day import DEFAULT_ROLLOVER_HOUR, study_day_at, study_day_start


class Clock(NamedTuple):
    """`now` gives UTC milliseconds; `zone` None is the zone of this machine; `day_begins` the hour at which the
    learner's study day does."""

    now: Callable[[], int]
    zone: tzinfo | None = None
    day_start_hour: Callable[[], int] = lambda: DEFAULT_ROLLOVER_HOUR

    def day_start(self, day: int) -> datetime:
        """The moment at which a study day begins."""
        return study_day_start(day, self.zone, self.day_start_hour())

    def today(self) -> int:
        """Today's study day."""
        return study_day_at(self.now(), self.zone, self.day_start_hour())
