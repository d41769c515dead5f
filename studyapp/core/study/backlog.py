"""After a holiday: what is overdue spread over days, so that each asks about the same."""

from collections.abc import Sequence
from heapq import heapify, heapreplace

from studyapp.core.cards.card_id import CardId


def room_on_days(cards: int, coming: Sequence[int]) -> list[int]:
    """How many of so many cards go on each day, given how many are due there anyway: the days with least to do fill
    first, as water fills a vessel, and no two that got some differ by more than one in the end."""
    taken = [0] * len(coming)
    days = [(due, day) for day, due in enumerate(coming)]
    heapify(days)
    for _ in range(cards):
        due, day = days[0]
        heapreplace(days, (due + 1, day))
        taken[day] += 1
    return taken


def spread(cards: Sequence[CardId], coming: Sequence[int]) -> list[Sequence[CardId]]:
    """The cards of each day, in their order: the first of them today."""
    found, start = [], 0
    for number in room_on_days(len(cards), coming):
        found.append(cards[start : start + number])
        start += number
    return found
