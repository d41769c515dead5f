"""What is to be asked today."""

from collections.abc import Sequence

from studyapp.core.queue import Candidates, Limits, Queue, build
from studyapp.core.text import LanguageChoice
from studyapp.store import due
from studyapp.store.collection import Collection


def todays_queue(
    collection: Collection, decks: Sequence[str], day: int, choice: LanguageChoice, limits: Limits
) -> Queue:
    """What these decks ask today, as the store stands now."""
    with collection.reading() as connection:
        found = []
        for deck in decks:
            rated = due.rated_on(connection, deck, day)
            done_new = sum(first for _, first in rated)
            found.append(
                Candidates(
                    new=due.new_cards(connection, deck, day, choice),
                    reviews=due.due_reviews(connection, deck, day, choice),
                    learning=tuple(due.learning(connection, deck, day, choice)),
                    done_new=done_new,
                    done_reviews=len(rated) - done_new,
                    seen_notes=frozenset(card.note_key for card, _ in rated),
                )
            )
        return build(found, limits)
