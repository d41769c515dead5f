"""After a holiday: what is overdue spread over days, so that each asks about the same."""

from collections.abc import Sequence
from heapq import heapify, heapreplace

from studyapp.core.cards.card_id import CardId


def allocate_to_days(cards: int, due_counts: Sequence[int]) -> list[int]:
    """How many of so many cards go on each day, given how many are due there anyway: the days with least to do fill
    first, as water fills a vessel, and no two that got some differ by more than one in the end."""
    taken = [0] * len(due_counts)
    days = [(due, day) for day, due in enumerate(due_counts)]
    heapify(days)
    for _ in range(cards):
        due, day = days[0]
        heapreplace(days, (due + 1, day))
        taken[day] += 1
    return taken


def spread_over_days(cards: Sequence[CardId], due_counts: Sequence[int]) -> list[Sequence[CardId]]:
    """The cards of each day, in their order: the first of them today."""
    found, start = [], 0
    for number in allocate_to_days(len(cards), due_counts):
        found.append(cards[start : start + number])
        start += number
    return found
