"""The learner's time: handed down from where the program starts, so that nothing below asks the machine."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import NamedTuple

from studyapp.core.study.study_day import ROLLOVER_HOUR, beginning, study_day


class Clock(NamedTuple):
    """`now` gives UTC milliseconds; `zone` None is the zone of this machine; `day_begins` the hour at which the
    learner's study day does."""

    now: Callable[[], int]
    zone: tzinfo | None = None
    day_begins: Callable[[], int] = lambda: ROLLOVER_HOUR

    def beginning(self, day: int) -> datetime:
        """The moment at which a study day begins."""
        return beginning(day, self.zone, self.day_begins())

    def day(self) -> int:
        """Today's study day."""
        return study_day(self.now(), self.zone, self.day_begins())
