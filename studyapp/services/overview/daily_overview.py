"""The day at a glance: what each deck asks, how much is learned, what the week brings."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from studyapp.core.notes.deck_tree import DeckNode
from studyapp.core.study.journal import effective_reviews
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.options.study_options import load_languages_by_deck
from studyapp.services.study.daily_queue import build_daily_queue, days_until_next_card
from studyapp.store import card_queries, journal_entries
from studyapp.store.collection import Collection

FORECAST_DAYS = 7
"""Days that the forecast shows, today among them."""


class DeckOverview(NamedTuple):
    """One deck today, or a place with several below it: what it asks, and how many of its cards are past their
    first steps."""

    node: DeckNode
    counts: CardCounts
    learned_count: int
    card_count: int
    days_until_next: int | None
    """Where nothing is left for today: in how many days the next card comes; None for never."""


class DailyOverview(NamedTuple):
    """All decks today; `counts` is what studying them together asks. `week` counts the cards due from today on, one number a day;
    what goes beyond today's limits stands with tomorrow."""

    decks: tuple[DeckOverview, ...]
    counts: CardCounts
    reviews_today: int
    time_today_ms: int
    week_forecast: tuple[int, ...]
    first_day: int
    overdue_count: int
    """How many review cards were due before today."""

    has_history: bool
    average_rating_ms: float | None
    """Milliseconds that a rating took of late; None before the first."""


def load_daily_overview(
    collection: Collection, library: Library, clock: Clock, default_languages: CardLanguages
) -> DailyOverview:
    """The decks page as the store stands now."""
    day = clock.today()
    with collection.read_transaction() as connection:
        languages = load_languages_by_deck(collection, library.deck_ids, default_languages)
        learned = {
            deck: card_queries.count_learned(connection, deck, shown) for deck, shown in languages.items()
        }
        coming = _load_forecast(collection, languages, day)
        done = effective_reviews(journal_entries.load_for_day(connection, day))
        has_history, pace = (
            journal_entries.count(connection) > 0,
            journal_entries.average_rating_ms(connection),
        )
        rows = []
        for place in library.deck_tree(default_languages):
            counts = build_daily_queue(collection, place.deck_ids, day, default_languages).counts
            waits = (
                None
                if counts.total
                else days_until_next_card(collection, place.deck_ids, day, default_languages)
            )
            known, cards = map(sum, zip(*(learned[deck] for deck in place.deck_ids), strict=True))
            rows.append(DeckOverview(place, counts, known, cards, waits))
        together = build_daily_queue(collection, library.deck_ids, day, default_languages).counts
    overdue = coming[-1]
    left_for_tomorrow = max(0, overdue + coming[0] - together.due)
    week = (
        together.total,
        coming[1] + left_for_tomorrow,
        *(coming[ahead] for ahead in range(2, FORECAST_DAYS)),
    )
    took = sum(entry.duration_ms for entry in done)
    return DailyOverview(tuple(rows), together, len(done), took, week, day, overdue, has_history, pace)


def _load_forecast(collection: Collection, languages: Mapping[str, CardLanguages], day: int) -> Counter[int]:
    """How many review cards come due in so many days; those that are overdue under -1."""
    found = Counter[int]()
    with collection.read_transaction() as connection:
        for deck, shown in languages.items():
            for due_day, cards in card_queries.due_forecast(
                connection, deck, day - 1, day + FORECAST_DAYS - 1, shown
            ).items():
                found[due_day - day] += cards
    return found
