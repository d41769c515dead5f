"""A long list of cards that takes little time to make."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from studyapp.core.cards.card_id import CardId


class CardColumns(NamedTuple):
    """The parts of many card ids, each as a list. `note_numbers` are equal for cards of the same note."""

    decks: list[str]
    notes: list[str]
    ordinals: "array[int]"
    note_numbers: "array[int]"


class CardList(Sequence[CardId]):
    """Some of the cards in columns, in their order, by ascending positions.

    IDs are created on access. With 100,000 stored objects, garbage collection would block the window for 80 ms.
    """

    def __init__(self, columns: CardColumns, positions: Sequence[int]) -> None:
        self._columns, self._positions = columns, positions

    def __len__(self) -> int:
        return len(self._positions)

    @overload
    def __getitem__(self, index: int) -> CardId: ...
    @overload
    def __getitem__(self, index: slice) -> list[CardId]: ...
    def __getitem__(self, index: int | slice) -> CardId | list[CardId]:
        if isinstance(index, slice):
            return list(self._cards_at(self._positions[index]))
        return next(self._cards_at([self._positions[index]]))

    def __iter__(self) -> Iterator[CardId]:
        return self._cards_at(self._positions)

    def __contains__(self, card: object) -> bool:
        return isinstance(card, CardId) and self._find(card) is not None

    def index(self, card: CardId, start: int = 0, stop: int | None = None) -> int:
        """Return the index of a card. Raises ValueError if it is not in the list."""
        found = self._find(card)
        if found is None or found < start or (stop is not None and found >= stop):
            raise ValueError(f"not in the list: {card}")
        return found

    def first_of_notes(self) -> "CardList":
        """Return the first card of each note."""
        numbers = self._columns.note_numbers
        first_by_note: dict[int, int] = {}
        for position in self._positions:
            first_by_note.setdefault(numbers[position], position)
        return CardList(self._columns, list(first_by_note.values()))

    def _cards_at(self, positions: Iterable[int]) -> Iterator[CardId]:
        decks, notes, ordinals, _ = self._columns
        return (CardId(decks[one], notes[one], ordinals[one]) for one in positions)

    def _find(self, card: CardId) -> int | None:
        decks, notes, ordinals, _ = self._columns
        position = -1
        while True:
            try:
                position = notes.index(card.note_id, position + 1)  # in C
            except ValueError:
                return None
            if (decks[position], ordinals[position]) == (card.deck_id, card.ordinal):
                break
        found = bisect_left(self._positions, position)
        is_found = found < len(self._positions) and self._positions[found] == position
        return found if is_found else None
