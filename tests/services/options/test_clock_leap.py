"""Noticing that the clock was set."""

from studyapp.services.options.clock import Clock
from studyapp.services.options.clock_leap import ClockLeapDetector
from studyapp.system_dependencies import system_clock
from tests.services.study_driver import DAY, HOUR


class SettableTime:
    """A clock that can be set, next to one that can't."""

    def __init__(self) -> None:
        self.shown, self.elapsed = 5000, 70

    def wait(self, milliseconds: int) -> None:
        self.shown += milliseconds
        self.elapsed += milliseconds

    def clock(self) -> Clock:
        return Clock(lambda: self.shown, elapsed=lambda: self.elapsed)


def test_leaps_of_more_than_an_hour_are_detected_once() -> None:
    time = SettableTime()
    detector = ClockLeapDetector(time.clock())
    time.wait(9 * DAY)
    assert detector.detect_leap() == 0
    time.shown += 400 * DAY
    time.wait(1000)
    assert detector.detect_leap() == 400 * DAY
    assert detector.detect_leap() == 0
    time.shown -= 2 * HOUR
    assert detector.detect_leap() == -2 * HOUR
    time.shown += HOUR
    assert detector.detect_leap() == 0


def test_nothing_is_detected_without_a_second_clock() -> None:
    time = SettableTime()
    detector = ClockLeapDetector(time.clock()._replace(elapsed=None))
    time.shown += DAY
    assert detector.detect_leap() == 0


def test_system_clock_counts_elapsed_time() -> None:
    clock = system_clock()
    assert clock.elapsed is not None
    first = clock.elapsed()
    assert clock.elapsed() >= first > 0
    assert ClockLeapDetector(clock).detect_leap() == 0
