"""The queue of cards to study today."""

from collections.abc import Iterable, Sequence
from functools import partial

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.custom_study_selection import CustomStudySelection, StudyScope
from studyapp.core.study.journal import effective_reviews
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_day import MINUTE_MS
from studyapp.core.study.study_options import NewCardOrder, ReviewOrder, StudyOptions
from studyapp.core.study.study_queue import (
    UNLIMITED,
    DailyLimits,
    DeckCandidates,
    StudyQueue,
    build_study_queue,
)
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.option_storage import load_languages_by_deck, load_study_options
from studyapp.store import journal_entries, session_card_queries
from studyapp.store.collection import Collection


def build_daily_queue(
    collection: Collection,
    decks: Sequence[str],
    day: int,
    default_languages: CardLanguages,
    limits: DailyLimits | None = None,
    extra_new: int = 0,
    selection: CustomStudySelection | None = None,
) -> StudyQueue:
    """Return today's queue of these decks, from the current contents of the collection.

    The decks' own limits apply, or `limits` if given; `extra_new` new cards are added beyond them. A
    selection that studies ahead has no limits.
    """
    if selection is not None and selection.scope is StudyScope.AHEAD:
        limits = UNLIMITED
    with collection.read_transaction():
        global_options = load_study_options(collection)
        deck_candidates = []
        for deck in decks:
            options = load_study_options(collection, deck)
            if len(decks) > 1:
                options = options._replace(review_order=global_options.review_order)
            languages = options.languages or default_languages
            candidates = _load_candidates(collection, deck, options, day, languages)
            if selection is not None:
                candidates = _filter_candidates(collection, deck, candidates, selection, day, languages)
            deck_candidates.append(candidates._replace(limits=None) if limits else candidates)
        queue = build_study_queue(
            deck_candidates,
            limits or _global_limits(global_options),
            extra_new,
            global_options.new_review_order,
        )
        return queue._replace(learn_ahead_ms=global_options.learn_ahead_minutes * MINUTE_MS)


def days_until_next_card(
    collection: Collection, decks: Sequence[str], day: int, default_languages: CardLanguages
) -> int | None:
    """Return the number of days until these decks have a card to study again; None if they never do.

    New cards that are left count as available tomorrow.
    """
    with collection.read_transaction() as connection:
        languages_by_deck = load_languages_by_deck(collection, decks, default_languages)
        if any(
            next(session_card_queries.new_cards(connection, deck, day + 1, languages), None)
            for deck, languages in languages_by_deck.items()
        ):
            return 1
        next_days = [
            session_card_queries.next_due_day(connection, deck, day, languages)
            for deck, languages in languages_by_deck.items()
        ]
    return min((next_day - day for next_day in next_days if next_day is not None), default=None)


def _filter_candidates(
    collection: Collection,
    deck: str,
    candidates: DeckCandidates,
    selection: CustomStudySelection,
    day: int,
    languages: CardLanguages,
) -> DeckCandidates:
    """Return the candidates that match the selection."""
    from studyapp.store import card_filters  # imported late: few sessions are custom

    with collection.read_transaction() as connection:
        if selection.scope is StudyScope.AHEAD:
            reviews = session_card_queries.due_reviews(
                connection, deck, day, languages, days_ahead=selection.days_ahead
            )
            candidates = candidates._replace(new_cards=(), reviews=reviews)
        if not selection.has_filters:
            return candidates
        matching = card_filters.cards_matching_filters(connection, deck, selection)
        return candidates._replace(
            new_cards=[card for card in candidates.new_cards if card in matching],
            reviews=[(rank, card) for rank, card in candidates.reviews if card in matching],
            learning_cards=[card for card in candidates.learning_cards if card.card_id in matching],
        )


def list_practice_cards(
    collection: Collection,
    decks: Sequence[str],
    selection: CustomStudySelection,
    day: int,
    default_languages: CardLanguages,
) -> list[CardId]:
    """Return the cards of a practice session, in an order that is pseudo-random but stable for the day."""
    from studyapp.store import card_filters

    with collection.read_transaction() as connection:
        cards = [
            card
            for deck, languages in load_languages_by_deck(collection, decks, default_languages).items()
            for card in session_card_queries.available_cards(connection, deck, day, languages)
        ]
        if selection.scope is StudyScope.FORGOTTEN_TODAY:
            entries_today = effective_reviews(journal_entries.load_for_day(connection, day))
            forgotten = {entry.card_id for entry in entries_today if entry.rating is Rating.AGAIN}
            cards = [card for card in cards if card in forgotten]
        if selection.has_filters:
            matching = {
                card
                for deck in decks
                for card in card_filters.cards_matching_filters(connection, deck, selection)
            }
            cards = [card for card in cards if card in matching]
    return sorted(cards, key=lambda card: _daily_shuffle_key(card, day))


def _load_candidates(
    collection: Collection, deck: str, options: StudyOptions, day: int, languages: CardLanguages
) -> DeckCandidates:
    with collection.read_transaction() as connection:
        rated_cards = session_card_queries.cards_rated_on(connection, deck, day)
        new_cards_done = sum(card.is_first_review for card in rated_cards)
        reviews = session_card_queries.due_reviews(connection, deck, day, languages, options.review_order)
        requires_prerequisites = options.new_card_order is NewCardOrder.PREREQUISITES
        return DeckCandidates(
            new_cards=_order_new_cards(
                session_card_queries.new_cards(connection, deck, day, languages), options.new_card_order, day
            ),
            reviews=_order_due_cards(reviews, options.review_order, day),
            learning_cards=tuple(session_card_queries.learning_cards(connection, deck, day, languages)),
            new_cards_done=new_cards_done,
            reviews_done=len(rated_cards) - new_cards_done,
            notes_rated_today=frozenset(
                rated.card_id.note_key for rated in rated_cards if not rated.is_due_again
            ),
            limits=DailyLimits(options.new_per_day, options.reviews_per_day),
            unmet_prerequisites=partial(session_card_queries.unmet_prerequisites, connection)
            if requires_prerequisites
            else None,
        )


def _global_limits(options: StudyOptions) -> DailyLimits:
    return DailyLimits(
        options.new_per_day,
        options.reviews_per_day,
        options.new_per_day_all_decks,
        options.reviews_per_day_all_decks,
    )


def _order_new_cards(cards: Iterable[CardId], order: NewCardOrder, day: int) -> Iterable[CardId]:
    return (
        sorted(cards, key=lambda card: _daily_shuffle_key(card, day))
        if order is NewCardOrder.RANDOM
        else cards
    )


def _order_due_cards(
    ranked: Iterable[tuple[float, CardId]], order: ReviewOrder, day: int
) -> Iterable[tuple[float, CardId]]:
    return (
        sorted((_daily_shuffle_key(card, day), card) for _, card in ranked)
        if order is ReviewOrder.RANDOM
        else ranked
    )


def _daily_shuffle_key(card: CardId, day: int) -> float:
    """Return a sort key that is pseudo-random but stable for the day."""
    import hashlib  # imported late: rarely needed, and slow to load

    digest = hashlib.blake2b(f"{day}:{card}".encode(), digest_size=6).digest()
    return float(int.from_bytes(digest, "big"))
