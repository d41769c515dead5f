"""On which days cards would be due by the parameters and the desired retention as they are now."""

from collections import Counter
from collections.abc import Iterable, Set
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.days_off.shifted_reviews import ShiftDirection, days_off_around, target_days
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.fuzz import (
    WeighDays,
    choose_by_weight,
    compute_fuzz_factor,
    fuzz_bounds,
    fuzz_interval,
)
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.study.scheduler import Scheduler


class CardPlans(NamedTuple):
    """What the learner has planned that a card's due day depends on: all days off, past ones too, and the next exam that it is
    learned for."""

    days_off: Set[int] = frozenset()
    exam: ExamDays | None = None

    def weigh_days_from(self, day: int) -> WeighDays:
        """Return the function that says how likely each interval after a day is to be chosen: not at all if it ends on a day off."""
        return lambda intervals: [float(day + interval not in self.days_off) for interval in intervals]

    def avoid_days_off(self, day: int, today: int) -> int:
        """Return the day from `today` on that is nearest to a study day and no day off; the earlier one of two."""
        if day not in self.days_off:
            return day
        days = days_off_around(day, self.days_off)
        before, after = days.start - 1, days.stop
        return before if today <= before and day - before <= after - day else after


NO_PLANS = CardPlans()


class DueChange(NamedTuple):
    """A card that would be due on another study day."""

    card: CardId
    due_day: int
    new_due_day: int


class DueChangeSummary(NamedTuple):
    """What due changes amount to. `mean_days` is the mean of the days that a card would be due later; earlier ones count as
    negative. `counts` and `new_counts` are the numbers of cards due on each day from today on, with the overdue ones
    on the first, as it is and as it would be."""

    earlier: int
    later: int
    mean_days: float
    counts: tuple[int, ...]
    new_counts: tuple[int, ...]


def find_new_due_day(
    card: CardId, schedule: Schedule, scheduler: Scheduler, today: int, plans: CardPlans = NO_PLANS
) -> int | None:
    """Return the study day on which a card in review would be due, counted from its last review; at the earliest today.

    None for cards that are not in review, due already, or suspended. `scheduler` is that of the card's deck. A card whose due
    day is within the bounds of fuzz stays on it: load balancing may have chosen any day there. The fuzz of others is that of the last
    rating. Cards that need a review in the last days of an exam are due in them. No card gets a day off, and a card that was
    moved because of days off stays.
    """
    phase, last_day = schedule.phase, schedule.last_review_day
    if not isinstance(phase, ReviewPhase) or phase.due_day <= today or schedule.is_suspended:
        return None
    if schedule.memory is None or last_day is None:
        return None
    interval = schedule.memory.stability * scheduler.relative_elapsed_until(scheduler.desired_retention)
    factor = compute_fuzz_factor(card, schedule.review_count - 1)
    shortest, longest = fuzz_bounds(interval)
    possible_days = range(last_day + shortest, last_day + longest + 1)
    if phase.due_day in possible_days or _is_moved_from_days_off(phase.due_day, possible_days, today, plans):
        due_day = phase.due_day
    else:
        weigh = plans.weigh_days_from(last_day) if plans.days_off else None
        due_day = plans.avoid_days_off(
            max(today, last_day + fuzz_interval(interval, factor, 1, weigh)), today
        )
    if plans.exam is None:
        return due_day
    recall = scheduler.retrievability(schedule.memory, plans.exam.day - last_day)
    last_days = plans.exam.days_for_last_review(last_day, due_day, recall)
    if last_days is None:
        return due_day
    coming_days = range(max(today, last_days.start), last_days.stop)
    if phase.due_day in coming_days:
        return phase.due_day
    chosen = coming_days[choose_by_weight(plans.weigh_days_from(0)(coming_days), factor)]
    return plans.avoid_days_off(chosen, today)


def _is_moved_from_days_off(due_day: int, possible_days: range, today: int, plans: CardPlans) -> bool:
    """Return whether a card is due on one of the days to which reviews of days off are moved, and would be due on these days off."""
    off = [day for day in possible_days if day in plans.days_off]
    if not off or due_day in plans.days_off:
        return False
    for days in {days_off_around(day, plans.days_off) for day in off}:
        for direction in (ShiftDirection.BEFORE, ShiftDirection.AFTER):
            if due_day in target_days(direction, days, today, plans.days_off):
                return True
    return False


def summarize_due_changes(
    due_days: Iterable[int], changes: Iterable[DueChange], today: int, day_count: int
) -> DueChangeSummary:
    """Return what changes amount to. `due_days` are those of all cards in review that are not suspended."""
    moved = list(changes)
    before = Counter(max(today, day) for day in due_days)
    after = before.copy()
    for change in moved:
        after[max(today, change.due_day)] -= 1
        after[change.new_due_day] += 1
    days = [change.new_due_day - change.due_day for change in moved]
    return DueChangeSummary(
        sum(day < 0 for day in days),
        sum(day > 0 for day in days),
        sum(days) / len(days) if days else 0.0,
        tuple(before[today + offset] for offset in range(day_count)),
        tuple(after[today + offset] for offset in range(day_count)),
    )
