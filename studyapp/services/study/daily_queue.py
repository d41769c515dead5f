"""What is to be asked today."""

from collections.abc import Iterable, Sequence
from functools import partial

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.custom_study_selection import CustomStudySelection, StudyScope
from studyapp.core.study.journal import Rating, effective_reviews
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
from studyapp.services.options.study_options import load_languages_by_deck, load_study_options
from studyapp.store import card_queries, journal_entries
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
    """What these decks ask today, as the store stands now: within their own limits, or those given, and so many
    new cards beyond them. A selection that looks ahead asks as much as there is."""
    if selection is not None and selection.scope is StudyScope.AHEAD:
        limits = UNLIMITED
    with collection.read_transaction():
        for_all = load_study_options(collection)
        found = []
        for deck in decks:
            options = load_study_options(collection, deck)
            if len(decks) > 1:
                options = options._replace(review_order=for_all.review_order)
            languages = options.languages or default_languages
            of_deck = _load_candidates(collection, deck, options, day, languages)
            if selection is not None:
                of_deck = _filter_candidates(collection, deck, of_deck, selection, day, languages)
            found.append(of_deck._replace(limits=None) if limits else of_deck)
        queue = build_study_queue(
            found, limits or _global_limits(for_all), extra_new, for_all.new_review_order
        )
        return queue._replace(learn_ahead_ms=for_all.learn_ahead_minutes * MINUTE_MS)


def days_until_next_card(
    collection: Collection, decks: Sequence[str], day: int, default_languages: CardLanguages
) -> int | None:
    """In how many days these decks ask a card again, counting on new ones tomorrow where any are left; None for
    never."""
    with collection.read_transaction() as connection:
        languages = load_languages_by_deck(collection, decks, default_languages)
        if any(
            next(card_queries.new_cards(connection, deck, day + 1, shown), None)
            for deck, shown in languages.items()
        ):
            return 1
        found = [card_queries.next_due_day(connection, deck, day, shown) for deck, shown in languages.items()]
    return min((next_day - day for next_day in found if next_day is not None), default=None)


def _filter_candidates(
    collection: Collection,
    deck: str,
    candidates: DeckCandidates,
    selection: CustomStudySelection,
    day: int,
    languages: CardLanguages,
) -> DeckCandidates:
    """The candidates that a selection names."""
    from studyapp.store import card_filters  # few sessions are of the learner's own making

    with collection.read_transaction() as connection:
        if selection.scope is StudyScope.AHEAD:
            ahead = card_queries.due_reviews(
                connection, deck, day, languages, days_ahead=selection.days_ahead
            )
            candidates = candidates._replace(new_cards=(), reviews=ahead)
        if not selection.has_filters:
            return candidates
        wanted = card_filters.matching_cards(connection, deck, selection)
        return candidates._replace(
            new_cards=[card for card in candidates.new_cards if card in wanted],
            reviews=[(rank, card) for rank, card in candidates.reviews if card in wanted],
            learning_cards=[(moment, card) for moment, card in candidates.learning_cards if card in wanted],
        )


def list_practice_cards(
    collection: Collection,
    decks: Sequence[str],
    selection: CustomStudySelection,
    day: int,
    default_languages: CardLanguages,
) -> list[CardId]:
    """The cards that a selection asks out of their time, in an order as good as drawn."""
    from studyapp.store import card_filters

    with collection.read_transaction() as connection:
        cards = [
            card
            for deck, languages in load_languages_by_deck(collection, decks, default_languages).items()
            for card in card_queries.available_cards(connection, deck, day, languages)
        ]
        if selection.scope is StudyScope.FORGOTTEN_TODAY:
            entries_today = effective_reviews(journal_entries.load_for_day(connection, day))
            forgotten = {entry.card_id for entry in entries_today if entry.rating is Rating.AGAIN}
            cards = [card for card in cards if card in forgotten]
        if selection.has_filters:
            wanted = {
                card for deck in decks for card in card_filters.matching_cards(connection, deck, selection)
            }
            cards = [card for card in cards if card in wanted]
    return sorted(cards, key=lambda card: _daily_shuffle_key(card, day))


def _load_candidates(
    collection: Collection, deck: str, options: StudyOptions, day: int, languages: CardLanguages
) -> DeckCandidates:
    with collection.read_transaction() as connection:
        rated = card_queries.cards_rated_on(connection, deck, day)
        done_new = sum(card.is_first_review for card in rated)
        reviews = card_queries.due_reviews(connection, deck, day, languages, options.review_order)
        waits = options.new_card_order is NewCardOrder.PREREQUISITES
        return DeckCandidates(
            new_cards=_order_new_cards(
                card_queries.new_cards(connection, deck, day, languages), options.new_card_order, day
            ),
            reviews=_order_due_cards(reviews, options.review_order, day),
            learning_cards=tuple(card_queries.learning_cards(connection, deck, day, languages)),
            new_cards_done=done_new,
            reviews_done=len(rated) - done_new,
            notes_done=frozenset(each.card_id.note_key for each in rated if not each.is_due),
            limits=DailyLimits(options.new_per_day, options.reviews_per_day),
            unmet_prerequisites=partial(card_queries.unmet_prerequisites, connection) if waits else None,
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
    """A number as good as drawn: the same all day, and another one tomorrow."""
    import hashlib  # few want it, and the start is spared its loading

    digest = hashlib.blake2b(f"{day}:{card}".encode(), digest_size=6).digest()
    return float(int.from_bytes(digest, "big"))
