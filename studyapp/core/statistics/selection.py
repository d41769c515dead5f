"""Which cards statistics are about."""

from typing import NamedTuple

from studyapp.core.cards.card_id import CardId


class AllCards(NamedTuple):
    """All cards. Reviews of cards that were deleted are counted too."""


class CardsOfDecks(NamedTuple):
    """The cards of some decks."""

    decks: tuple[str, ...]


class FoundCards(NamedTuple):
    """The cards that a search found."""

    cards: tuple[CardId, ...]


Selection = AllCards | CardsOfDecks | FoundCards
