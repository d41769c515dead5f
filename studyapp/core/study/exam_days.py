"""An exam that a card is learned for: the card is shown once more in the last days before it, if it needs that."""

from typing import NamedTuple

_MAX_LAST_DAYS = 7
_SHARE_OF_LAST_DAYS = 4
"""The last days are one of so many parts of the time from the plan to the exam."""


class ExamDays(NamedTuple):
    """The study day of an exam, the day on which it was planned, and the share of its cards that should be recalled, from 0
    to 1."""

    day: int
    planned_on: int
    target: float

    @property
    def last_days(self) -> range:
        """The study days of the last review: up to a week before the exam, less if it was planned shortly before."""
        days = (self.day - self.planned_on) // _SHARE_OF_LAST_DAYS
        return range(self.day - max(1, min(days, _MAX_LAST_DAYS)), self.day)

    def days_for_last_review(self, today: int, due_day: int, recall_on_exam: float) -> range | None:
        """Return the days on which a card that is rated today should be due instead of on `due_day`; None if it stays.

        `recall_on_exam` is the probability that it is recalled in the exam without another review. A card that is rated in
        the last days has had its last review.
        """
        is_seen_again = due_day < self.day
        if is_seen_again or today >= self.last_days.start or recall_on_exam >= self.target:
            return None
        return self.last_days
