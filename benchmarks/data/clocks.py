"""Clocks of simulated days."""

from studyapp.core.study.study_day import DAY_MS
from studyapp.services.options.clock import Clock
from studyapp.system_dependencies import system_clock

_BREAK_DAYS = 400
"""Longer than every interval of the simulated histories."""


def clock_after_break() -> Clock:
    """Return a clock that is far ahead, so that every card that was ever reviewed is due."""
    clock = system_clock()
    return Clock(lambda: clock.now() + _BREAK_DAYS * DAY_MS)
