"""On which days cards would be due by other parameters."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.optimization.new_due_days import (
    DueChange,
    find_new_due_day,
    summarize_due_changes,
)
from studyapp.core.study.fuzz import compute_fuzz_factor, fuzz_bounds
from studyapp.core.study.next_due import StepMinutes, next_due_by_rating
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import ReviewPhase, Schedule, apply_entry
from studyapp.core.study.scheduler import Scheduler
from tests.core.journals import CARD, SCHEDULER, entry


def rated_when_due(ratings: list[Rating]) -> Schedule:
    """A card without steps that was rated whenever it was due."""
    schedule, day = Schedule(), 100
    for seq, rating in enumerate(ratings, start=1):
        factor = compute_fuzz_factor(CARD, schedule.review_count)
        due = next_due_by_rating(schedule, 0, day, SCHEDULER, StepMinutes((), ()), factor)[rating]
        schedule = apply_entry(schedule, entry(seq, day=day, rating=rating, due_day=due.due_day), SCHEDULER)
        day = due.due_day or 0
    return schedule


@given(st.lists(st.sampled_from((Rating.AGAIN, Rating.GOOD)), min_size=1, max_size=12))
def test_the_same_parameters_give_the_day_of_the_rating(ratings: list[Rating]) -> None:
    schedule = rated_when_due(ratings)
    assert isinstance(schedule.phase, ReviewPhase) and schedule.last_review_day is not None
    today = schedule.last_review_day
    found = find_new_due_day(CARD, schedule, SCHEDULER, today)
    if ratings[-1] is Rating.AGAIN:
        assert found == schedule.phase.due_day
    else:  # unless Good had to be later than Hard or the last interval
        assert found is not None and found <= schedule.phase.due_day


def test_a_day_that_was_chosen_within_the_bounds_of_fuzz_stays() -> None:
    schedule = rated_when_due([Rating.GOOD] * 4)
    assert isinstance(schedule.phase, ReviewPhase) and schedule.last_review_day is not None
    assert schedule.memory is not None
    shortest, longest = fuzz_bounds(schedule.memory.stability)
    assert longest > shortest + 2
    for days in range(shortest - 1, longest + 2):
        due_day = schedule.last_review_day + days
        balanced = replace(schedule, phase=replace(schedule.phase, due_day=due_day))
        found = find_new_due_day(CARD, balanced, SCHEDULER, schedule.last_review_day)
        assert (found == due_day) is (shortest <= days <= longest)


def test_lower_retention_makes_cards_due_later_but_not_before_today() -> None:
    schedule = rated_when_due([Rating.GOOD] * 4)
    assert isinstance(schedule.phase, ReviewPhase)
    due_day = schedule.phase.due_day
    lower = Scheduler(desired_retention=0.8)
    higher = Scheduler(desired_retention=0.97)
    later = find_new_due_day(CARD, schedule, lower, due_day - 1)
    assert later is not None and later > due_day
    assert find_new_due_day(CARD, schedule, higher, due_day - 1) == due_day - 1


def test_cards_that_are_due_or_not_in_review_stay() -> None:
    schedule = rated_when_due([Rating.GOOD] * 4)
    assert isinstance(schedule.phase, ReviewPhase)
    assert find_new_due_day(CARD, schedule, SCHEDULER, schedule.phase.due_day) is None
    assert find_new_due_day(CARD, Schedule(), SCHEDULER, 100) is None


def test_summary_counts_overdue_cards_today() -> None:
    cards = [CardId("d", name, 1) for name in "ab"]
    changes = [DueChange(cards[0], 12, 10), DueChange(cards[1], 11, 14)]
    found = summarize_due_changes([7, 10, 11, 12, 12], changes, today=10, day_count=4)
    assert (found.earlier, found.later, found.mean_days) == (1, 1, 0.5)
    assert (found.counts, found.new_counts) == ((2, 1, 2, 0), (3, 0, 1, 0))
