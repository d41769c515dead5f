"""The learner's time: handed down from where the program starts, so that nothing below asks the machine."""

from collections.abc import Callable
from datetime import tzinfo
from typing import NamedTuple

from studyapp.core.study_day import study_day


class Clock(NamedTuple):
    """`now` gives UTC milliseconds; `zone` None is the zone of this machine."""

    now: Callable[[], int]
    zone: tzinfo | None = None

    def day(self) -> int:
        """Today's study day."""
        return study_day(self.now(), self.zone)
