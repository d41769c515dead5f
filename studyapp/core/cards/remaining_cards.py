"""Cards in order, of which some are removed one after the other without copying the others."""

from collections.abc import Collection, Iterable, Iterator
from typing import Self

from studyapp.core.cards.card_id import CardId


class RemainingCards(Collection[CardId]):
    """The cards of a list that were not removed from it, in order. It never changes: `without` returns what is left, and
    shares the list. Removing the first cards takes the same time for any length."""

    __slots__ = ("_cards", "_positions_by_note", "_removed", "_start")

    def __init__(self, cards: Iterable[CardId] = ()) -> None:
        self._cards = tuple(cards)
        self._positions_by_note: dict[tuple[str, str], list[int]] = {}
        for position, card in enumerate(self._cards):
            self._positions_by_note.setdefault((card.deck_id, card.note_id), []).append(position)
        self._start = 0
        self._removed: frozenset[int] = frozenset()  # the positions of removed cards after the start

    def __len__(self) -> int:
        return len(self._cards) - self._start - len(self._removed)

    def __iter__(self) -> Iterator[CardId]:
        positions = range(self._start, len(self._cards))
        return (self._cards[position] for position in positions if position not in self._removed)

    def __contains__(self, card: object) -> bool:
        return isinstance(card, CardId) and card in self.cards_of_same_note(card)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RemainingCards) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def cards_of_same_note(self, card: CardId) -> list[CardId]:
        """Return the cards that are left of the note of `card`."""
        positions = self._positions_by_note.get((card.deck_id, card.note_id), ())
        return [self._cards[position] for position in positions if self._has(position)]

    def without(self, cards: Collection[CardId]) -> Self:
        """Return these cards without some of them."""
        removed = set(self._removed)
        for card in cards:
            positions = self._positions_by_note.get((card.deck_id, card.note_id), ())
            removed.update(one for one in positions if self._cards[one] == card and self._has(one))
        left = self.__class__()
        left._cards, left._positions_by_note, left._start = self._cards, self._positions_by_note, self._start
        while left._start in removed:
            removed.remove(left._start)
            left._start += 1
        left._removed = frozenset(removed)
        return left

    def _has(self, position: int) -> bool:
        return position >= self._start and position not in self._removed
