"""What is to be asked today."""

from collections.abc import Iterable, Sequence
from functools import partial

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.custom_study_selection import Asked, Selection
from studyapp.core.study.journal import Rating, reviews_of
from studyapp.core.study.study_day import MINUTE
from studyapp.core.study.study_options import DueOrder, NewOrder, StudyOptions
from studyapp.core.study.study_queue import UNLIMITED, Candidates, Limits, Queue, build
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.options.study_options import shown_in, study_options
from studyapp.store import card_queries, journal_entries
from studyapp.store.collection import Collection


def todays_queue(
    collection: Collection,
    decks: Sequence[str],
    day: int,
    choice: LanguageChoice,
    limits: Limits | None = None,
    more_new: int = 0,
    selection: Selection | None = None,
) -> Queue:
    """What these decks ask today, as the store stands now: within their own limits, or those given, and so many
    new cards beyond them. A selection that looks ahead asks as much as there is."""
    if selection is not None and selection.asked is Asked.AHEAD:
        limits = UNLIMITED
    with collection.reading():
        for_all = study_options(collection)
        found = []
        for deck in decks:
            options = study_options(collection, deck)
            if len(decks) > 1:
                options = options._replace(due_order=for_all.due_order)
            languages = options.languages or choice
            of_deck = _candidates(collection, deck, options, day, languages)
            if selection is not None:
                of_deck = _narrowed(collection, deck, of_deck, selection, day, languages)
            found.append(of_deck._replace(limits=None) if limits else of_deck)
        queue = build(found, limits or _over_all(for_all), more_new, for_all.mixing)
        return queue._replace(learn_ahead=for_all.learn_ahead * MINUTE)


def next_in(collection: Collection, decks: Sequence[str], day: int, choice: LanguageChoice) -> int | None:
    """In how many days these decks ask a card again, counting on new ones tomorrow where any are left; None for
    never."""
    with collection.reading() as connection:
        languages = shown_in(collection, decks, choice)
        if any(
            next(card_queries.new_cards(connection, deck, day + 1, shown), None)
            for deck, shown in languages.items()
        ):
            return 1
        found = [card_queries.next_day(connection, deck, day, shown) for deck, shown in languages.items()]
    return min((next_day - day for next_day in found if next_day is not None), default=None)


def _narrowed(
    collection: Collection,
    deck: str,
    found: Candidates,
    selection: Selection,
    day: int,
    choice: LanguageChoice,
) -> Candidates:
    """The candidates that a selection names."""
    from studyapp.store import card_filters  # few sessions are of the learner's own making

    with collection.reading() as connection:
        if selection.asked is Asked.AHEAD:
            ahead = card_queries.due_reviews(connection, deck, day, choice, ahead=selection.days)
            found = found._replace(new=(), reviews=ahead)
        if not selection.narrows:
            return found
        wanted = card_filters.of_selection(connection, deck, selection)
        return found._replace(
            new=[card for card in found.new if card in wanted],
            reviews=[(rank, card) for rank, card in found.reviews if card in wanted],
            learning=[(moment, card) for moment, card in found.learning if card in wanted],
        )


def practice_cards(
    collection: Collection, decks: Sequence[str], selection: Selection, day: int, choice: LanguageChoice
) -> list[CardId]:
    """The cards that a selection asks out of their time, in an order as good as drawn."""
    from studyapp.store import card_filters

    with collection.reading() as connection:
        cards = [
            card
            for deck, languages in shown_in(collection, decks, choice).items()
            for card in card_queries.askable(connection, deck, day, languages)
        ]
        if selection.asked is Asked.FORGOTTEN:
            entries_today = reviews_of(journal_entries.of_day(connection, day))
            forgotten = {entry.card for entry in entries_today if entry.rating is Rating.AGAIN}
            cards = [card for card in cards if card in forgotten]
        if selection.narrows:
            wanted = {
                card for deck in decks for card in card_filters.of_selection(connection, deck, selection)
            }
            cards = [card for card in cards if card in wanted]
    return sorted(cards, key=lambda card: _chance(card, day))


def _candidates(
    collection: Collection, deck: str, options: StudyOptions, day: int, choice: LanguageChoice
) -> Candidates:
    with collection.reading() as connection:
        rated = card_queries.rated_on(connection, deck, day)
        done_new = sum(card.is_first for card in rated)
        reviews = card_queries.due_reviews(connection, deck, day, choice, options.due_order)
        waits = options.new_order is NewOrder.REQUIREMENTS
        return Candidates(
            new=_new_in_order(card_queries.new_cards(connection, deck, day, choice), options.new_order, day),
            reviews=_due_in_order(reviews, options.due_order, day),
            learning=tuple(card_queries.learning(connection, deck, day, choice)),
            done_new=done_new,
            done_reviews=len(rated) - done_new,
            seen_notes=frozenset(each.card.note_key for each in rated if not each.is_due),
            limits=Limits(options.new_a_day, options.reviews_a_day),
            waits_for=partial(card_queries.waits_for, connection) if waits else None,
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
