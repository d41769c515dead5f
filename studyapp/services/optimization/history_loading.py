"""Reading the reviews of cards."""

from collections.abc import Iterator, Sequence

from studyapp.core.cards.card_id import CardId
from studyapp.core.optimization.review_history import ReviewHistory, find_review_history
from studyapp.store.collection import Collection
from studyapp.store.statistics import journal_position
from studyapp.store.statistics.card_histories import load_histories

_CARDS_PER_QUERY = 500


def iterate_review_histories(collection: Collection) -> Iterator[tuple[CardId, ReviewHistory]]:
    """Yield each card of the journal with its reviews, in the order of the cards. Call it in a transaction."""
    cards = journal_position.load_all_cards(collection.connection)
    for start in range(0, len(cards), _CARDS_PER_QUERY):
        yield from load_review_histories(collection, cards[start : start + _CARDS_PER_QUERY]).items()


def load_review_histories(collection: Collection, cards: Sequence[CardId]) -> dict[CardId, ReviewHistory]:
    """Return the reviews of each of these cards, which are given as `load_histories` takes them."""
    entries_by_card = load_histories(collection.connection, cards)
    return {card: find_review_history(entries) for card, entries in entries_by_card.items()}
