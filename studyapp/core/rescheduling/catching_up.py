"""Working off overdue cards within a number of reviews a day.

Many overdue cards are forgotten. These take longer, and come again within days, so room is left for them: otherwise the days would
become longer than planned.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.rescheduling.backlog import spread_over_days
from studyapp.core.study.fuzz import round_half_up
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Memory, Scheduler

_TIME_TO_RELEARN = 1.9
"""How much longer a forgotten card takes on the day than a recalled one, in times of that: with the default habits and steps."""


class OverdueCard(NamedTuple):
    """An overdue card with its probability of recall. If it is learned for an exam, `last_day` is the last day on which it may
    be due, as a number of days from today."""

    card: CardId
    recall: float
    last_day: int | None = None


class ComingDays(NamedTuple):
    """What is known of the days over which overdue cards are spread, from today on.

    `due_counts` are the reviews due besides them, of which the share `recall` is recalled. `shares` say which share of a normal
    day's cards the days should have, from 0 to 1. `returns` are the reviews of a card that are expected on each day after one
    on which it was forgotten, the next day first.
    """

    due_counts: Sequence[int]
    shares: Sequence[float]
    recall: float
    returns: Sequence[float]


def expected_returns(scheduler: Scheduler, memory: Memory, elapsed: int, days: int) -> list[float]:
    """Return how many reviews of a card are expected on each of the days after one on which it is forgotten, if it is relearned
    on the same day and reviewed whenever it is due."""
    recall = scheduler.desired_retention
    relative = scheduler.relative_elapsed_until(recall)
    memory = scheduler.memory_after(memory, elapsed, Rating.AGAIN)
    memory = scheduler.memory_after(memory, 0, Rating.GOOD)
    days_if_recalled: list[int] = []
    day = interval = max(1, round_half_up(memory.stability * relative))
    while day <= days:
        days_if_recalled.append(day)
        memory = scheduler.memory_after(memory, interval, Rating.GOOD)
        interval = max(1, round_half_up(memory.stability * relative))
        day += interval
    returns = [0.0] * (days + 1)
    for day in range(1, days + 1):
        for number, review_day in enumerate(days_if_recalled):
            if review_day <= day:
                # After a further lapse on that day, everything begins again.
                after_lapse = (1 - recall) * returns[day - review_day]
                returns[day] += recall**number * (after_lapse + (review_day == day))
    return returns[1:]


def spread_cards(
    cards: Sequence[OverdueCard], reviews_a_day: float, days: ComingDays
) -> list[list[CardId]] | None:
    """Return the overdue cards to study on each day, in their order, so that no day is expected to take longer than
    `reviews_a_day` usual reviews in proportion to its share; None if there are not enough days.

    Cards whose last day would be missed come first. If there are too many of them, their days become longer.
    """
    urgent: set[CardId] = set()
    while True:
        ordered = sorted(cards, key=lambda one: one.last_day or 0 if one.card in urgent else math.inf)
        counts = _count_by_day([one.recall for one in ordered], reviews_a_day, days)
        if counts is None:
            return None
        day_of_place = [day for day, count in enumerate(counts) for _ in range(count)]
        late = {
            one.card
            for one, day in zip(ordered, day_of_place, strict=True)
            if one.last_day is not None and one.last_day < day
        }
        if late <= urgent:
            break
        urgent |= late
    cards_by_day: list[list[CardId]] = [[] for _ in counts]
    for one, day in zip(ordered, day_of_place, strict=True):
        if one.card not in late:
            cards_by_day[day].append(one.card)
    _bring_forward([one for one in ordered if one.card in late], cards_by_day, days)
    while len(cards_by_day) > 1 and not cards_by_day[-1]:
        cards_by_day.pop()
    return cards_by_day


def _bring_forward(
    late: Sequence[OverdueCard], cards_by_day: Sequence[list[CardId]], days: ComingDays
) -> None:
    """Add the cards to the days up to their last ones."""
    for last_day in sorted({one.last_day for one in late if one.last_day is not None}):
        possible_days = range(last_day + 1)
        due_counts = [days.due_counts[day] + len(cards_by_day[day]) for day in possible_days]
        shares = days.shares[: last_day + 1]
        cards = [one.card for one in late if one.last_day == last_day]
        added = spread_over_days(cards, due_counts, shares if any(shares) else None)
        for day in possible_days:
            cards_by_day[day] += added[day]


def _count_by_day(recalls: Sequence[float], reviews_a_day: float, days: ComingDays) -> list[int] | None:
    usual_time = _time(days.recall)
    loads = [float(due) for due in days.due_counts]
    counts: list[int] = []
    done = 0
    for day, share in enumerate(days.shares):
        left = reviews_a_day * share - loads[day]
        forgotten = days.due_counts[day] * (1 - days.recall)
        first = done
        while done < len(recalls) and left >= (time := _time(recalls[done]) / usual_time):
            left -= time
            forgotten += 1 - recalls[done]
            done += 1
        counts.append(done - first)
        if done == len(recalls):
            return counts
        for later in range(day + 1, len(loads)):
            loads[later] += forgotten * days.returns[later - day - 1]
    return None


def _time(recall: float) -> float:
    return 1 + _TIME_TO_RELEARN * (1 - recall)
