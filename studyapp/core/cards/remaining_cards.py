"""Cards in order, of which some are removed or moved one after the other without copying the others."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from typing import Self

from studyapp.core.cards.card_id import CardId


class RemainingCards(Collection[CardId]):
    """The cards of a list that were not removed from it, in order. It never changes: the methods return what is left, and
    share the list. Removing or moving the first cards takes the same time for any length, except that moved cards are
    copied."""

    __slots__ = ("_cards", "_first", "_last", "_positions_by_note", "_removed", "_start")

    def __init__(self, cards: Iterable[CardId] = ()) -> None:
        self._cards = tuple(cards)
        self._positions_by_note: dict[tuple[str, str], list[int]] = {}
        for position, card in enumerate(self._cards):
            self._positions_by_note.setdefault((card.deck_id, card.note_id), []).append(position)
        self._start = 0
        self._removed: frozenset[int] = frozenset()  # the positions of removed cards after the start
        # Cards that were moved before or after the others. Their positions in the list count as removed.
        self._first: tuple[CardId, ...] = ()
        self._last: tuple[CardId, ...] = ()

    def __len__(self) -> int:
        return len(self._first) + len(self._cards) - self._start - len(self._removed) + len(self._last)

    def __iter__(self) -> Iterator[CardId]:
        positions = range(self._start, len(self._cards))
        unmoved = (self._cards[position] for position in positions if position not in self._removed)
        return chain(self._first, unmoved, self._last)

    def __contains__(self, card: object) -> bool:
        return isinstance(card, CardId) and card in self.cards_of_same_note(card)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, RemainingCards) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def cards_of_same_note(self, card: CardId) -> list[CardId]:
        """Return the cards that are left of the note of `card`."""
        note = (card.deck_id, card.note_id)
        unmoved = (self._cards[one] for one in self._positions_by_note.get(note, ()) if self._has(one))
        moved_first, moved_last = (
            [other for other in cards if (other.deck_id, other.note_id) == note]
            for cards in (self._first, self._last)
        )
        return [*moved_first, *unmoved, *moved_last]

    def without(self, cards: Collection[CardId]) -> Self:
        """Return these cards without some of them. Unchanged if none of those is among them."""
        return self._copy_without(cards) if any(card in self for card in cards) else self

    def _copy_without(self, cards: Collection[CardId]) -> Self:
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
        removed_cards = frozenset(cards)
        left._first = tuple(card for card in self._first if card not in removed_cards)
        left._last = tuple(card for card in self._last if card not in removed_cards)
        return left

    def with_first(self, cards: Collection[CardId]) -> Self:
        """Return these cards with some cards, which may be among them, before all others."""
        moved = self._copy_without(cards)
        moved._first = (*cards, *moved._first)
        return moved

    def with_last(self, card: CardId) -> Self:
        """Return these cards with one of them after all others. Unchanged if the card is not among them."""
        if card not in self:
            return self
        moved = self._copy_without([card])
        moved._last = (*moved._last, card)
        return moved

    def _has(self, position: int) -> bool:
        return position >= self._start and position not in self._removed
