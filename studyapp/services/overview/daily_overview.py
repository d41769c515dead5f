"""The daily overview: today's cards per deck, learned cards and a forecast for the week."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from studyapp.core.notes.deck_tree import DeckNode
from studyapp.core.study.study_day import StudyDay
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_languages_by_deck
from studyapp.services.overview.clock_check import ClockWarning, check_clock
from studyapp.services.study.daily_queue import (
    EXTRA_NEW_COUNT,
    build_daily_queue,
    days_until_next_card,
)
from studyapp.services.study.today_counts import TodayCounter
from studyapp.store import session_card_queries
from studyapp.store.collection import Collection
from studyapp.store.counts import review_counts

FORECAST_DAYS = 7
"""Number of days in the forecast, including today."""


class DeckOverview(NamedTuple):
    """Today's numbers for a deck, or for a parent node of the deck tree with several decks.

    `counts` are the cards left for today. `learned_count` is the number of cards past their learning steps,
    out of `card_count`.
    """

    node: DeckNode
    counts: CardCounts
    learned_count: int
    card_count: int
    days_until_next: int | None
    """If no card is left for today, days until the next one. None if cards are left or none is scheduled."""


class DailyOverview(NamedTuple):
    """Today's numbers for all decks that are not hidden.

    `counts` are the cards left when all decks are studied together. `week_forecast` is the number of cards on
    each day from `first_day` (today) on; reviews beyond today's limits are counted for tomorrow.
    """

    decks: tuple[DeckOverview, ...]
    counts: CardCounts
    reviews_today: int
    time_today_ms: int
    week_forecast: tuple[int, ...]
    first_day: int
    overdue_count: int
    """Number of review cards that were due before today."""

    has_history: bool
    average_rating_ms: float | None
    """Average time of recent ratings, in milliseconds; None before the first rating."""

    clock_warning: ClockWarning | None = None
    """Set if the clock disagrees with the journal."""

    hidden_decks: tuple[tuple[str, str], ...] = ()
    """The ids and titles of the hidden decks."""

    extra_new_count: int = 0
    """If no card is left for today, the number of new cards available beyond today's limit, up to `EXTRA_NEW_COUNT`."""


def load_daily_overview(
    collection: Collection, library: Library, clock: Clock, default_languages: CardLanguages
) -> DailyOverview:
    """Return the overview of today from the current contents of the collection."""
    study_day = clock.study_day()
    day = study_day.number
    with collection.read_transaction() as connection:
        languages_by_deck = load_languages_by_deck(collection, library.visible_deck_ids, default_languages)
        learned_by_deck = {
            deck: session_card_queries.count_learned(connection, deck, languages)
            for deck, languages in languages_by_deck.items()
        }
        forecast = _load_forecast(collection, languages_by_deck, study_day)
        reviews = review_counts.load_totals_of_day(connection, day)
        has_history = review_counts.has_entries(connection)
        average_rating_ms = review_counts.average_rating_ms(connection)
        today = TodayCounter(collection, library.visible_deck_ids, study_day, default_languages)
        rows = []
        for node in library.deck_tree(default_languages):
            counts = today.count(node.deck_ids)
            days_until_next = (
                None
                if counts.total
                else days_until_next_card(collection, node.deck_ids, study_day, default_languages)
            )
            learned, card_count = map(
                sum, zip(*(learned_by_deck[deck] for deck in node.deck_ids), strict=True)
            )
            rows.append(DeckOverview(node, counts, learned, card_count, days_until_next))
        clock_warning = check_clock(collection, clock)
        together = today.count(library.visible_deck_ids)
    overdue = forecast[-1]
    left_for_tomorrow = max(0, overdue + forecast[0] - together.review)
    week = (
        together.total,
        forecast[1] + left_for_tomorrow,
        *(forecast[offset] for offset in range(2, FORECAST_DAYS)),
    )
    title_by_deck = library.title_by_deck(default_languages) if library.hidden_deck_ids else {}
    return DailyOverview(
        tuple(rows), together, reviews.review_count, reviews.duration_ms, week, day, overdue, has_history, average_rating_ms,
        clock_warning, tuple((deck, title_by_deck[deck]) for deck in library.deck_ids if deck in library.hidden_deck_ids),
        extra_new_count=0 if together.total else _count_extra_new(collection, library, study_day, default_languages),
    )  # fmt: skip


def _count_extra_new(
    collection: Collection, library: Library, day: StudyDay, default_languages: CardLanguages
) -> int:
    decks = library.visible_deck_ids
    queue = build_daily_queue(collection, decks, day, default_languages, extra_new=EXTRA_NEW_COUNT)
    return queue.counts.new


def _load_forecast(
    collection: Collection, languages_by_deck: Mapping[str, CardLanguages], study_day: StudyDay
) -> Counter[int]:
    """Return the number of due cards by days from today: reviews, with overdue ones under -1, and from tomorrow on those
    in their steps."""
    day = study_day.number
    last = day + FORECAST_DAYS - 1
    forecast = Counter[int]()
    with collection.read_transaction() as connection:
        for deck, languages in languages_by_deck.items():
            for due_day, card_count in session_card_queries.due_forecast(
                connection, deck, day - 1, last, languages
            ).items():
                forecast[due_day - day] += card_count
            steps = session_card_queries.steps_forecast(connection, deck, study_day, last, languages)
            for due_day, card_count in steps.items():
                forecast[due_day - day] += card_count
    return forecast
