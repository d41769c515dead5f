"""Numbers of notes, cards and reviews."""

from collections.abc import Sequence

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection
from studyapp.store.counts import review_counts
from studyapp.store.counts.collection_totals import CollectionTotals, count_totals


def load_deck_totals(
    collection: Collection, deck: str, clock: Clock, default_languages: CardLanguages
) -> CollectionTotals:
    """Return the numbers of notes and cards of a deck, and of its cards by state."""
    with collection.read_transaction() as connection:
        return count_totals(connection, [deck], clock.today(), default_languages)


def load_statistics(
    collection: Collection, decks: Sequence[str], clock: Clock, default_languages: CardLanguages
) -> dict[str, int]:
    """Return the numbers of notes, cards and cards by state in these decks, and of all reviews in the
    journal."""
    with collection.read_transaction() as connection:
        totals = count_totals(connection, decks, clock.today(), default_languages)
        review_count = review_counts.count_reviews(connection)
    return {
        "notes": totals.notes,
        "cards": totals.cards,
        "new": totals.new,
        "learning": totals.learning,
        "due": totals.due,
        "suspended": totals.suspended,
        "reviews": review_count,
    }
