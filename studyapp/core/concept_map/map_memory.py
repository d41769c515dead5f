"""What is remembered of the concepts of a map, day by day."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.concept_map.node_memory import NodeMemory
from studyapp.core.statistics.remembered import MemoryPeriod

FUTURE_DAYS = 30
"""How many days after today are shown."""


class CardHistory(NamedTuple):
    """The memory states of a card: the study days on which they begin, in ascending order, and their stabilities in days, None
    from a reset on."""

    days: tuple[int, ...]
    stabilities: tuple[float | None, ...]


class MapCards(NamedTuple):
    """How many cards a node has, and which of the histories are those of its cards."""

    card_count: int
    histories: tuple[int, ...]


class MapMemory(NamedTuple):
    """The memory of the cards of a map on the study days from `first_day`, that of the first review or today, to `last_day`.

    `recall_after` returns the probability of recall after a number of days, given in multiples of the stability.
    """

    first_day: int
    today: int
    last_day: int
    cards_by_node: tuple[MapCards, ...]
    histories: tuple[CardHistory, ...]
    recall_after: Callable[[float], float]

    def on_day(self, day: int) -> tuple[NodeMemory, ...]:
        """Return what is remembered of each node at the end of a study day; on a coming one, as if nothing were studied until
        then."""
        recall_after = self.recall_after
        recalls: list[float | None] = []
        for days, stabilities in self.histories:
            place = bisect_right(days, day) - 1
            stability = stabilities[place] if place >= 0 else None
            recalls.append(None if stability is None else recall_after((day - days[place]) / stability))
        memories = []
        for card_count, histories in self.cards_by_node:
            known = [recall for one in histories if (recall := recalls[one]) is not None]
            memories.append(NodeMemory(card_count, len(known), sum(known)))
        return tuple(memories)


def build_map_memory(
    cards_by_node: Sequence[Sequence[CardId]],
    periods_by_card: Mapping[CardId, Sequence[MemoryPeriod]],
    today: int,
    recall_after: Callable[[float], float],
) -> MapMemory:
    """Return the memory of the nodes, given by their cards. The memory states of a card are in journal order."""
    number_by_card: dict[CardId, int] = {}
    for cards in cards_by_node:
        for card in cards:
            if periods_by_card.get(card):
                number_by_card.setdefault(card, len(number_by_card))
    histories = tuple(_build_history(periods_by_card[card]) for card in number_by_card)
    return MapMemory(
        min([today, *(history.days[0] for history in histories)]),
        today,
        today + FUTURE_DAYS,
        tuple(
            MapCards(len(cards), tuple(number_by_card[card] for card in cards if card in number_by_card))
            for cards in cards_by_node
        ),
        histories,
        recall_after,
    )


def _build_history(periods: Sequence[MemoryPeriod]) -> CardHistory:
    states: list[tuple[int, float | None]] = []
    for day, next_day, stability in periods:
        _add_state(states, day, stability)
        if next_day is not None:  # a reset, unless a review on that day follows
            _add_state(states, next_day, None)
    days, stabilities = zip(*states, strict=True)
    return CardHistory(days, stabilities)


def _add_state(states: list[tuple[int, float | None]], day: int, stability: float | None) -> None:
    """Add a state that lasts from this day on. It replaces those before it in the journal that begin on the same day, or on a
    later one, as after a journey through time zones."""
    while states and states[-1][0] >= day:
        states.pop()
    states.append((day, stability))
