"""The days at the positions of the slider: each day of the last year and the coming ones, and one a week before."""

from math import ceil
from typing import NamedTuple

_DAILY, _WEEK = 365, 7


class SliderDays(NamedTuple):
    """Study days from the first to the last. Positions count from today, which is 0.

    After some years, the coming month would otherwise be too short to choose a day of it by mouse.
    """

    first: int
    today: int
    last: int

    @property
    def first_position(self) -> int:
        """The position of the first day."""
        return self.position_of(self.first)

    @property
    def last_position(self) -> int:
        """The position of the last day."""
        return self.position_of(self.last)

    def day_at(self, position: int) -> int:
        """Return the study day at a position."""
        if position >= -_DAILY:
            return self.today + position
        return max(self.first, self.today - _DAILY + (position + _DAILY) * _WEEK)

    def position_of(self, day: int) -> int:
        """Return the position of a study day, or of the last one before it that has a position."""
        back = self.today - day
        return -back if back <= _DAILY else -_DAILY - ceil((back - _DAILY) / _WEEK)
