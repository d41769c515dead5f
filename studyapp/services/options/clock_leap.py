"""Noticing that the clock was set."""

from studyapp.core.study.study_day import HOUR_MS
from studyapp.services.options.clock import Clock


class ClockLeapDetector:
    """Compares the clock with the time that has really passed."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lead = self._compute_lead()

    def detect_leap(self) -> int:
        """Return by how many milliseconds the clock was set since the last call, negative if it was set back. Returns
        0 for less than an hour, and if the system can't tell."""
        previous, self._lead = self._lead, self._compute_lead()
        leap = self._lead - previous
        return leap if abs(leap) > HOUR_MS else 0

    def _compute_lead(self) -> int:
        return 0 if self._clock.elapsed is None else self._clock.now() - self._clock.elapsed()
