"""Spreading of overdue cards over several days, so that the days have similar workloads."""

from collections.abc import Sequence
from heapq import heapify, heapreplace

from studyapp.core.cards.card_id import CardId


def allocate_to_days(
    cards: int, due_counts: Sequence[int], shares: Sequence[float] | None = None
) -> list[int]:
    """Return how many of `cards` cards to add to each day, given how many are due there already.

    Each card goes to the day with the fewest cards in proportion to its share, so the totals of the days with the same share
    that receive cards differ by at most one. `shares` are from 0 to 1, by default 1; a day with 0 gets none. At least one must be
    above 0.
    """
    added = [0] * len(due_counts)
    days = [
        ((due + 1) / share, day)
        for day, (due, share) in enumerate(zip(due_counts, shares or [1] * len(due_counts), strict=True))
        if share > 0
    ]
    heapify(days)
    for _ in range(cards):
        _, day = days[0]
        added[day] += 1
        share = shares[day] if shares else 1
        heapreplace(days, ((due_counts[day] + added[day] + 1) / share, day))
    return added


def spread_over_days(
    cards: Sequence[CardId], due_counts: Sequence[int], shares: Sequence[float] | None = None
) -> list[Sequence[CardId]]:
    """Return the cards of each day in their order, the first for today."""
    cards_by_day, start = [], 0
    for count in allocate_to_days(len(cards), due_counts, shares):
        cards_by_day.append(cards[start : start + count])
        start += count
    return cards_by_day
