"""What is to be asked today."""

from collections.abc import Iterable, Sequence
from functools import partial

from studyapp.core.card_id import CardId
from studyapp.core.queue import Candidates, Limits, Queue, build
from studyapp.core.study_day import MINUTE
from studyapp.core.study_options import DueOrder, NewOrder, StudyOptions
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
    with collection.reading():
        for_all = study_options(collection)
        found = []
        for deck in decks:
            options = study_options(collection, deck)
            if len(decks) > 1:
                options = options._replace(due_order=for_all.due_order)
            of_deck = _candidates(collection, deck, options, day, choice)
            found.append(of_deck._replace(limits=None) if limits else of_deck)
        queue = build(found, limits or _over_all(for_all), more_new)
        return queue._replace(learn_ahead=for_all.learn_ahead * MINUTE)


def _candidates(
    collection: Collection, deck: str, options: StudyOptions, day: int, choice: LanguageChoice
) -> Candidates:
    with collection.reading() as connection:
        rated = due.rated_on(connection, deck, day)
        done_new = sum(card.is_first for card in rated)
        reviews = due.due_reviews(connection, deck, day, choice, options.due_order)
        waits = options.new_order is NewOrder.REQUIREMENTS
        return Candidates(
            new=_new_in_order(due.new_cards(connection, deck, day, choice), options.new_order, day),
            reviews=_due_in_order(reviews, options.due_order, day),
            learning=tuple(due.learning(connection, deck, day, choice)),
            done_new=done_new,
            done_reviews=len(rated) - done_new,
            seen_notes=frozenset(each.card.note_key for each in rated if not each.is_due),
            limits=Limits(options.new_a_day, options.reviews_a_day),
            waits_for=partial(due.waits_for, connection) if waits else None,
        )


def _over_all(options: StudyOptions) -> Limits:
    return Limits(options.new_a_day, options.reviews_a_day, options.new_over_all, options.reviews_over_all)


def _new_in_order(cards: Iterable[CardId], order: NewOrder, day: int) -> Iterable[CardId]:
    return sorted(cards, key=lambda card: _chance(card, day)) if order is NewOrder.RANDOM else cards


def _due_in_order(
    ranked: Iterable[tuple[float, CardId]], order: DueOrder, day: int
) -> Iterable[tuple[float, CardId]]:
    return sorted((_chance(card, day), card) for _, card in ranked) if order is DueOrder.RANDOM else ranked


def _chance(card: CardId, day: int) -> float:
    """A number as good as drawn: the same all day, and another one tomorrow."""
    import hashlib  # few want it, and the start is spared its loading

    digest = hashlib.blake2b(f"{day}:{card}".encode(), digest_size=6).digest()
    return float(int.from_bytes(digest, "big"))
