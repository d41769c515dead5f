"""Spreading of overdue cards over several days, so that the days have similar workloads."""

from collections.abc import Sequence
from heapq import heapify, heapreplace

from studyapp.core.cards.card_id import CardId


def allocate_to_days(cards: int, due_counts: Sequence[int]) -> list[int]:
    """Return how many of `cards` cards to add to each day, given how many are due there already. Each card goes to
    the day with the fewest cards, so the totals of the days that receive cards differ by at most one."""
    added = [0] * len(due_counts)
    days = [(due, day) for day, due in enumerate(due_counts)]
    heapify(days)
    for _ in range(cards):
        due, day = days[0]
        heapreplace(days, (due + 1, day))
        added[day] += 1
    return added


def spread_over_days(cards: Sequence[CardId], due_counts: Sequence[int]) -> list[Sequence[CardId]]:
    """Return the cards of each day in their order, the first for today."""
    cards_by_day, start = [], 0
    for count in allocate_to_days(len(cards), due_counts):
        cards_by_day.append(cards[start : start + count])
        start += count
    return cards_by_day
