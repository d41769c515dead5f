"""The cards of a node of a map, and their last reviews."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.browse.browse_rows import BrowseRow, load_rows
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection
from studyapp.store.statistics.review_facts import load_facts

_LAST_REVIEWS = 5


class NodeReview(NamedTuple):
    """A review of a card: the study day and the rating."""

    day: int
    rating: Rating


class NodeCard(NamedTuple):
    """A card and its last reviews, the newest first."""

    row: BrowseRow
    last_reviews: tuple[NodeReview, ...]


def load_node_cards(
    collection: Collection, cards: Sequence[CardId], clock: Clock, languages: CardLanguages
) -> tuple[NodeCard, ...]:
    """Return these cards as they are today, without those that are no longer there. The facts about reviews must be up to date.
    `languages` are those of decks without a choice of their own.

    Raises StoreError if the collection can't be read.
    """
    with collection.read_transaction() as connection:
        rows = load_rows(collection, cards, clock.study_day(), languages)
        facts_by_card = {card: load_facts(connection, card) for card in rows}
    return tuple(
        NodeCard(
            row,
            tuple(
                NodeReview(fact.day, fact.rating) for fact in facts_by_card[card][: -_LAST_REVIEWS - 1 : -1]
            ),
        )
        for card, row in rows.items()
    )
