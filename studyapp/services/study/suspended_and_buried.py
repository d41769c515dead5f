"""Suspended and buried cards, and restoring them."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card import Card
from studyapp.core.study.journal import EntryKind
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.options.clock import Clock
from studyapp.services.study.card_loading import load_card
from studyapp.store import session_card_queries
from studyapp.store.collection import Collection


class InactiveCard(NamedTuple):
    """A card that is suspended, or else buried until tomorrow."""

    card: Card
    is_suspended: bool


def load_inactive_cards(collection: Collection, decks: Sequence[str], clock: Clock) -> list[InactiveCard]:
    """Return the cards of these decks that are suspended, or buried today."""
    with collection.read_transaction() as connection:
        inactive = [
            pair
            for deck in decks
            for pair in session_card_queries.suspended_and_buried_cards(connection, deck, clock.today())
        ]
        cards = [(load_card(collection, card), is_suspended) for card, is_suspended in inactive]
    return [InactiveCard(card, is_suspended) for card, is_suspended in cards if card is not None]


def restore_cards(collection: Collection, cards: Sequence[Card], clock: Clock) -> None:
    """Unsuspend and unbury these cards, as one undoable action. Raises StoreError if saving fails."""
    actions = [CardAction(card.id, EntryKind.RESTORE) for card in cards]
    append_actions(collection, actions, clock.now(), clock.today())
