"""Cards that were suspended or buried, and how they come back."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card import Card
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.options.clock import Clock
from studyapp.services.study.card_loading import card_of
from studyapp.services.study.journal_writing import Deed, record_together
from studyapp.store import card_queries
from studyapp.store.collection import Collection


class PutAway(NamedTuple):
    """A card that is not asked: suspended, else buried until tomorrow."""

    card: Card
    is_suspended: bool


def put_away(collection: Collection, decks: Sequence[str], clock: Clock) -> list[PutAway]:
    """The cards of these decks that are put away today."""
    with collection.reading() as connection:
        found = [pair for deck in decks for pair in card_queries.put_away(connection, deck, clock.day())]
        cards = [(card_of(collection, card), is_suspended) for card, is_suspended in found]
    return [PutAway(card, is_suspended) for card, is_suspended in cards if card is not None]


def bring_back(collection: Collection, cards: Sequence[Card], clock: Clock) -> None:
    """Let these cards be asked again, as one deed. StoreError when that could not be kept."""
    deeds = [Deed(card.id, EntryKind.UNSUSPEND) for card in cards]
    record_together(collection, deeds, clock.now(), clock.day(), Scheduler())
