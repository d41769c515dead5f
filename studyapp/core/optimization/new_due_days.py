"""On which days cards would be due by the parameters and the desired retention as they are now."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.fuzz import compute_fuzz_factor, fuzz_bounds, fuzz_interval
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.study.scheduler import Scheduler


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


def find_new_due_day(card: CardId, schedule: Schedule, scheduler: Scheduler, today: int) -> int | None:
    """Return the study day on which a card in review would be due, counted from its last review; at the earliest today.

    None for cards that are not in review, due already, or suspended. `scheduler` is that of the card's deck. A card whose due
    day is within the bounds of fuzz stays on it: load balancing may have chosen any day there. The fuzz of others is that of the last
    rating.
    """
    phase, last_day = schedule.phase, schedule.last_review_day
    if not isinstance(phase, ReviewPhase) or phase.due_day <= today or schedule.is_suspended:
        return None
    if schedule.memory is None or last_day is None:
        return None
    interval = schedule.memory.stability * scheduler.relative_elapsed_until(scheduler.desired_retention)
    shortest, longest = fuzz_bounds(interval)
    if shortest <= phase.due_day - last_day <= longest:
        return phase.due_day
    days = fuzz_interval(interval, compute_fuzz_factor(card, schedule.review_count - 1))
    return max(today, last_day + days)


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
