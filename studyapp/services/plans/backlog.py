"""The backlog of overdue cards, and the plans by which it can be worked off."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.rescheduling.catching_up import ComingDays, OverdueCard, spread_cards
from studyapp.core.rescheduling.study_break import StudyTotals, suggest_minutes

MAX_SPREAD_DAYS = 60
_ANY_MINUTES = 1_000_000
"""More than any backlog takes."""


class BacklogPlan(NamedTuple):
    """The overdue cards to study on each of the days from `today` on, with these minutes of reviews a day."""

    today: int
    minutes: int
    cards_by_day: Sequence[Sequence[CardId]]

    @property
    def days(self) -> int:
        """The number of days until all of them were studied."""
        return len(self.cards_by_day)

    @property
    def first_day_after(self) -> int:
        """The study day after them."""
        return self.today + self.days


class Backlog(NamedTuple):
    """The overdue cards of some decks, highest retrievability first: cards that are still remembered benefit from a timely
    review, while forgotten ones lose nothing by waiting.

    `coming_days` are those from `today` on. `break_days` is how many study days before today were without reviews if that was a
    break, otherwise 0. `usual` is a usual study day before today, `review_seconds` how long a due card takes, `minutes_a_day`
    what the learner has set, 0 for none.
    """

    today: int
    overdue: Sequence[OverdueCard]
    coming_days: ComingDays
    review_seconds: float
    break_days: int
    usual: StudyTotals | None
    minutes_a_day: int

    def daily_counts(self) -> tuple[int, ...]:
        """Return the number of cards on each day if the backlog is not spread."""
        first, *later = self.coming_days.due_counts
        return (first + len(self.overdue), *later)

    def daily_counts_after(self, plan: BacklogPlan) -> tuple[int, ...]:
        """Return the number of cards on each day if the backlog is spread."""
        counts = list(self.coming_days.due_counts)
        for day, cards in enumerate(plan.cards_by_day):
            counts[day] += len(cards)
        return tuple(counts)

    def plan(self, minutes: int) -> BacklogPlan | None:
        """Return the plan for so many minutes of reviews a day; None if it would have more than `MAX_SPREAD_DAYS` days."""
        cards_by_day = spread_cards(self.overdue, minutes * 60 / self.review_seconds, self.coming_days)
        return None if cards_by_day is None else BacklogPlan(self.today, minutes, cards_by_day)

    def plan_within(self, days: int) -> BacklogPlan | None:
        """Return the plan with the fewest minutes a day that has at most so many days; None if all of these are days off."""

        def is_enough(minutes: int) -> bool:
            plan = self.plan(minutes)
            return plan is not None and plan.days <= days

        if not any(self.coming_days.shares[:days]):
            return None
        return self.plan(bisect_left(range(_ANY_MINUTES), True, lo=1, key=is_enough))

    def suggest_plan(self) -> BacklogPlan:
        """Return the plan for the minutes that the learner has set or is used to, or more if these are too few."""
        return self.plan(suggest_minutes(self.usual, self.minutes_a_day)) or self.gentlest_plan()

    def gentlest_plan(self) -> BacklogPlan:
        """Return the plan with the fewest minutes a day."""
        plan = self.plan_within(MAX_SPREAD_DAYS)
        assert plan is not None, "some of the coming days are not off"
        return plan
