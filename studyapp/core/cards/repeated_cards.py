"""Cards that are asked again later in a session, each after some other cards."""

from dataclasses import dataclass
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId

CARDS_BEFORE_REPEAT = 6
"""Number of other cards shown before a card is asked again. An answer that was just seen says nothing about memory."""


class _Waiting(NamedTuple):
    card: CardId
    cards_before: int


@dataclass(frozen=True, slots=True)
class RepeatedCards:
    """The cards that are asked again, in their order, and how many other cards come before each. It never changes: the
    methods return what is left."""

    waiting: tuple[_Waiting, ...] = ()

    @property
    def cards(self) -> tuple[CardId, ...]:
        """All cards that are asked again."""
        return tuple(each.card for each in self.waiting)

    @property
    def due_cards(self) -> tuple[CardId, ...]:
        """The cards to show now, because enough other cards were shown before them."""
        return tuple(each.card for each in self.waiting if each.cards_before <= 0)

    def after_answer(self, card: CardId) -> "RepeatedCards":
        """Return the cards after `card` was answered: it is removed, and one card fewer has to precede the others."""
        others = self.without(card).waiting
        return RepeatedCards(tuple(each._replace(cards_before=each.cards_before - 1) for each in others))

    def without(self, card: CardId) -> "RepeatedCards":
        """Return the cards without this one."""
        return RepeatedCards(tuple(each for each in self.waiting if each.card != card))

    def with_first(self, card: CardId) -> "RepeatedCards":
        """Return the cards with this one first, to be shown now."""
        return RepeatedCards((_Waiting(card, 0), *self.without(card).waiting))

    def with_last(self, card: CardId) -> "RepeatedCards":
        """Return the cards with this one last, to be shown after `CARDS_BEFORE_REPEAT` other cards."""
        return RepeatedCards((*self.without(card).waiting, _Waiting(card, CARDS_BEFORE_REPEAT)))
