"""How much there is, and how much was done."""

from collections.abc import Sequence

from studyapp.core.study.journal import reviews_of
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.options.clock import Clock
from studyapp.store import journal_entries, notes
from studyapp.store.collection import Collection


def statistics(
    collection: Collection, decks: Sequence[str], clock: Clock, choice: LanguageChoice
) -> dict[str, int]:
    """How many notes and cards these decks have, in which state they are, and how many reviews stand in
    the whole journal."""
    with collection.reading() as connection:
        totals = notes.totals(connection, decks, clock.day(), choice)
        reviews = sum(len(reviews_of(journal)) for _, journal in journal_entries.by_card(connection))
    return {
        "notes": totals.notes,
        "cards": totals.cards,
        "new": totals.new,
        "learning": totals.learning,
        "due": totals.due,
        "suspended": totals.suspended,
        "reviews": reviews,
    }
