"""The queue of cards to study today."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.options.study_options import NewCardOrder, ReviewOrder, StudyOptions
from studyapp.core.study.custom_study_selection import CustomStudySelection, StudyScope, is_sure_but_wrong
from studyapp.core.study.journal import effective_reviews
from studyapp.core.study.rating import Confidence, Rating
from studyapp.core.study.study_day import MINUTE_MS, StudyDay
from studyapp.core.study.study_queue import (
    UNLIMITED,
    DailyLimits,
    DeckCandidates,
    StudyQueue,
    build_study_queue,
)
from studyapp.core.study.varied_new_cards import single_kind
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.option_storage import load_languages_by_deck, load_study_options
from studyapp.services.plans.planned_new_cards import count_planned_new_cards
from studyapp.store import journal_entries, session_card_queries
from studyapp.store.collection import Collection
from studyapp.store.plans import exams, new_card_pause

EXTRA_NEW_COUNT = 10
"""Number of new cards added on request when today's cards are done."""


def build_daily_queue(
    collection: Collection,
    decks: Sequence[str],
    day: StudyDay,
    default_languages: CardLanguages,
    limits: DailyLimits | None = None,
    extra_new: int = 0,
    selection: CustomStudySelection | None = None,
    *,
    varies_new_cards: bool = True,
) -> StudyQueue:
    """Return today's queue of these decks, from the current contents of the collection.

    The decks' own limits apply, without new cards while these pause, or `limits` if given; `extra_new` new cards are added beyond
    them. A selection that studies ahead has no limits. Without `varies_new_cards`, cards in varied order keep the order of
    their file.
    """
    if selection is not None and selection.scope is StudyScope.AHEAD:
        limits = UNLIMITED
    with collection.read_transaction() as connection:
        is_paused = new_card_pause.load(connection, day.number) is not None
        global_options = _respect_pause(load_study_options(collection), is_paused)
        deck_candidates = []
        for deck in decks:
            options = _respect_pause(load_study_options(collection, deck), is_paused)
            if len(decks) > 1:
                options = options._replace(review_order=global_options.review_order)
            languages = options.languages or default_languages
            candidates = _load_candidates(
                collection, deck, options, day, languages, decks, varies_new_cards=varies_new_cards
            )
            if selection is not None:
                candidates = _filter_candidates(
                    collection, deck, candidates, selection, day.number, languages
                )
            deck_candidates.append(candidates._replace(limits=None) if limits else candidates)
        queue = build_study_queue(
            deck_candidates,
            limits or limits_of_all_decks(global_options),
            extra_new,
            global_options.new_review_order,
            count_planned_new_cards(collection, day.number),
        )
        return queue._replace(learn_ahead_ms=global_options.learn_ahead_minutes * MINUTE_MS)


def _respect_pause(options: StudyOptions, is_paused: bool) -> StudyOptions:
    return options.without_new_cards() if is_paused else options


def days_until_next_card(
    collection: Collection, decks: Sequence[str], day: StudyDay, default_languages: CardLanguages
) -> int | None:
    """Return the number of days until these decks have a card to study again; None if they never do.

    New cards that are left count as available tomorrow, or when their pause ends.
    """
    tomorrow = day.number + 1
    with collection.read_transaction() as connection:
        languages_by_deck = load_languages_by_deck(collection, decks, default_languages)
        paused_until = new_card_pause.load(connection, day.number) or tomorrow
        has_new_cards = any(
            next(session_card_queries.new_cards(connection, deck, tomorrow, languages), None)
            for deck, languages in languages_by_deck.items()
        )
        if has_new_cards and paused_until == tomorrow:
            return 1
        next_days = [
            session_card_queries.next_due_day(connection, deck, day, languages)
            for deck, languages in languages_by_deck.items()
        ]
        if has_new_cards:
            next_days.append(paused_until)
    return min((next_day - day.number for next_day in next_days if next_day is not None), default=None)


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
            candidates = candidates._replace(new_cards=(), exam_cards=(), reviews=reviews)
        if not selection.has_filters:
            return candidates
        matching = card_filters.cards_matching_filters(connection, deck, selection)
        return candidates._replace(
            new_cards=[card for card in candidates.new_cards if card in matching],
            exam_cards=[card for card in candidates.exam_cards if card in matching],
            reviews=[(rank, card) for rank, card in candidates.reviews if card in matching],
            learning_cards=[card for card in candidates.learning_cards if card.card_id in matching],
            interday_learning_cards=[
                card for card in candidates.interday_learning_cards if card.card_id in matching
            ],
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
        if selection.scope is StudyScope.SURE_BUT_WRONG:
            rated = card_filters.cards_rated(connection, Rating.AGAIN, Confidence.SURE)
            entries = journal_entries.load_for_cards(
                connection, {*cards}.intersection(rated), skips_undone=True
            )
            cards = [card for card in cards if card in entries and is_sure_but_wrong(entries[card])]
        if selection.has_filters:
            matching = {
                card
                for deck in decks
                for card in card_filters.cards_matching_filters(connection, deck, selection)
            }
            cards = [card for card in cards if card in matching]
    return sorted(cards, key=lambda card: _daily_shuffle_key(card, day))


def _load_candidates(
    collection: Collection,
    deck: str,
    options: StudyOptions,
    study_day: StudyDay,
    languages: CardLanguages,
    studied_decks: Sequence[str],
    *,
    varies_new_cards: bool,
) -> DeckCandidates:
    day = study_day.number
    with collection.read_transaction() as connection:
        cards_in_steps = session_card_queries.cards_in_steps(connection, deck, study_day, languages)
        rated_cards = session_card_queries.cards_rated_on(connection, deck, day)
        new_cards_done = sum(card.is_first_review for card in rated_cards)
        reviews = session_card_queries.due_reviews(connection, deck, day, languages, options.review_order)
        new_cards = _load_new_cards(
            collection, deck, options.new_card_order, day, languages, reads_kinds=varies_new_cards
        )
        return DeckCandidates(
            new_cards=new_cards.cards,
            reviews=_order_due_cards(reviews, options.review_order, day),
            learning_cards=cards_in_steps.learning,
            interday_learning_cards=cards_in_steps.interday,
            new_cards_done=new_cards_done,
            reviews_done=len(rated_cards) - new_cards_done,
            notes_rated_today=frozenset(
                rated.card_id.note_key for rated in rated_cards if not rated.is_due_again
            ),
            limits=DailyLimits(options.new_per_day, options.reviews_per_day),
            unmet_prerequisites=_prerequisite_check(collection, options.new_card_order, studied_decks),
            kind_of_new_card=new_cards.kind_of,
            exam_cards=exams.new_cards(connection, deck, day, languages),
        )


class _NewCards(NamedTuple):
    """New cards in order, and what kind a card that was read is; None if it doesn't matter."""

    cards: Iterable[CardId]
    kind_of: Callable[[CardId], str] | None = None


def _prerequisite_check(
    collection: Collection, order: NewCardOrder, studied_decks: Sequence[str]
) -> Callable[[CardId], Sequence[str]] | None:
    """Return what tells the unmet prerequisites of a card, or None if cards don't wait. In varied order, a card waits
    only for notes of the decks that are studied: nothing else would bring them up."""
    with collection.read_transaction() as connection:
        unmet = partial(session_card_queries.unmet_prerequisites, connection)
    if order is NewCardOrder.PREREQUISITES:
        return unmet
    if order is NewCardOrder.VARIED:
        decks = frozenset(studied_decks)
        return lambda card: [key for key in unmet(card) if key.partition("/")[0] in decks]
    return None


def _load_new_cards(
    collection: Collection,
    deck: str,
    order: NewCardOrder,
    day: int,
    languages: CardLanguages,
    *,
    reads_kinds: bool,
) -> _NewCards:
    with collection.read_transaction() as connection:
        if order is NewCardOrder.VARIED and not reads_kinds:
            return _NewCards(session_card_queries.new_cards(connection, deck, day, languages), single_kind)
        if order is not NewCardOrder.VARIED:
            cards = session_card_queries.new_cards(connection, deck, day, languages)
            if order is NewCardOrder.RANDOM:
                return _NewCards(sorted(cards, key=lambda card: _daily_shuffle_key(card, day)))
            return _NewCards(cards)
        rows = session_card_queries.new_cards_with_kinds(connection, deck, day, languages)
    kind_by_card: dict[CardId, str] = {}

    def read_cards() -> Iterator[CardId]:
        for kind, card in rows:
            kind_by_card[card] = kind
            yield card

    return _NewCards(read_cards(), kind_by_card.__getitem__)


def limits_of_all_decks(options: StudyOptions) -> DailyLimits:
    """Return the limits for studying several decks, from the options of all decks."""
    return DailyLimits(
        options.new_per_day,
        options.reviews_per_day,
        options.new_per_day_all_decks,
        options.reviews_per_day_all_decks,
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
