"""Reading the reviews of all cards."""

from collections.abc import Iterator

from studyapp.core.cards.card_id import CardId
from studyapp.core.optimization.review_history import ReviewHistory, find_review_history
from studyapp.store.collection import Collection
from studyapp.store.statistics import journal_position
from studyapp.store.statistics.card_histories import load_histories

_CARDS_PER_QUERY = 500


def iterate_review_histories(collection: Collection) -> Iterator[tuple[CardId, ReviewHistory]]:
    """Yield each card of the journal with its reviews, in the order of the cards. Call it in a transaction."""
    connection = collection.connection
    cards = journal_position.load_all_cards(connection)
    for start in range(0, len(cards), _CARDS_PER_QUERY):
        for card, entries in load_histories(connection, cards[start : start + _CARDS_PER_QUERY]).items():
            yield card, find_review_history(entries)
