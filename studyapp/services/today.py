"""What is to be asked today."""

from collections.abc import Iterable, Sequence
from functools import partial

from studyapp.core.card_id import CardId
from studyapp.core.queue import Candidates, Limits, Queue, build
from studyapp.core.study_options import NewOrder, StudyOptions
from studyapp.core.text import LanguageChoice
from studyapp.services.choosing import study_options
from studyapp.store import due
from studyapp.store.collection import Collection


def todays_queue(
    collection: Collection,
    decks: Sequence[str],
    day: int,
    choice: LanguageChoice,
    limits: Limits | None = None,
    more_new: int = 0,
) -> Queue:
    """What these decks ask today, as the store stands now: within their own limits, or those given, and so many
    new cards beyond them."""
    with collection.reading() as connection:
        found = []
        for deck in decks:
            options = study_options(collection, deck)
            rated = due.rated_on(connection, deck, day)
            done_new = sum(first for _, first in rated)
            found.append(
                Candidates(
                    new=_in_order(due.new_cards(connection, deck, day, choice), options, day),
                    reviews=due.due_reviews(connection, deck, day, choice),
                    learning=tuple(due.learning(connection, deck, day, choice)),
                    done_new=done_new,
                    done_reviews=len(rated) - done_new,
                    seen_notes=frozenset(card.note_key for card, _ in rated),
                    limits=None if limits else Limits(options.new_a_day, options.reviews_a_day),
                    waits_for=partial(due.waits_for, connection)
                    if options.new_order is NewOrder.REQUIREMENTS
                    else None,
                )
            )
        return build(found, limits or _over_all(study_options(collection)), more_new)


def _over_all(options: StudyOptions) -> Limits:
    return Limits(options.new_a_day, options.reviews_a_day, options.new_over_all, options.reviews_over_all)


def _in_order(cards: Iterable[CardId], options: StudyOptions, day: int) -> Iterable[CardId]:
    """The new cards in the order chosen; at random is the same all day, and another one tomorrow."""
    if options.new_order is not NewOrder.RANDOM:
        return cards
    import hashlib  # few want it, and the start is spared its loading

    return sorted(cards, key=lambda card: hashlib.blake2b(f"{day}:{card}".encode(), digest_size=8).digest())
