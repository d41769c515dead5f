"""The daily overview: today's cards per deck, learned cards and a forecast for the week."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from studyapp.core.notes.deck_tree import DeckNode
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.overview.clock_check import ClockWarning, check_clock
from studyapp.services.plans.study_break import count_break_days
from studyapp.services.study.daily_queue import (
    EXTRA_NEW_COUNT,
    days_until_next_card,
)
from studyapp.services.study.today_counts import TodayCounter
from studyapp.store.collection import Collection
from studyapp.store.counts import review_counts
from studyapp.store.plans import exams

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

    has_exams: bool = False
    """Whether any exam is to come."""

    waiting_count: int = 0
    """Number of due cards that wait for tomorrow because of the limits or the minutes of today."""

    planned_ms: float | None = None
    """Estimated time for the cards left today, in milliseconds, if minutes a day are set; otherwise None."""

    break_days: int = 0
    """If the learner comes back after a break and has a backlog, the study days before today without reviews."""

    new_cards_paused_until: int | None = None
    """The study day until which new cards pause; None if they don't."""


def load_daily_overview(
    collection: Collection, library: Library, clock: Clock, default_languages: CardLanguages
) -> DailyOverview:
    """Return the overview of today from the current contents of the collection."""
    study_day = clock.study_day()
    day = study_day.number
    decks = library.visible_deck_ids
    with collection.read_transaction() as connection:
        today = TodayCounter(collection, decks, study_day, default_languages, FORECAST_DAYS - 1)
        forecast = _add_up(numbers.due_by_day for numbers in today.numbers_by_deck.values())
        reviews = review_counts.load_totals_of_day(connection, day)
        has_history = review_counts.has_entries(connection)
        average_rating_ms = review_counts.average_rating_ms(connection)
        rows = []
        for node in library.deck_tree(default_languages):
            counts = today.count(node.deck_ids)
            days_until_next = (
                None
                if counts.total
                else days_until_next_card(collection, node.deck_ids, study_day, default_languages)
            )
            numbers = [today.numbers_by_deck[deck] for deck in node.deck_ids]
            learned, card_count = sum(one.learned for one in numbers), sum(one.cards for one in numbers)
            rows.append(DeckOverview(node, counts, learned, card_count, days_until_next))
        clock_warning = check_clock(collection, clock)
        has_exams = exams.has_exam_after(connection, day)
        together = today.count(decks)
        extra_new_count = 0 if together.total else today.count_extra_new(decks, EXTRA_NEW_COUNT)
    overdue = forecast[day - 1]
    break_days = count_break_days(collection, day, overdue)
    left_for_tomorrow = max(0, overdue + forecast[day] - together.review)
    week = (
        together.total,
        forecast[day + 1] + left_for_tomorrow,
        *(forecast[day + offset] for offset in range(2, FORECAST_DAYS)),
    )
    title_by_deck = library.title_by_deck(default_languages) if library.hidden_deck_ids else {}
    return DailyOverview(
        tuple(rows), together, reviews.review_count, reviews.duration_ms, week, day, overdue, has_history, average_rating_ms,
        clock_warning, tuple((deck, title_by_deck[deck]) for deck in library.deck_ids if deck in library.hidden_deck_ids),
        extra_new_count=extra_new_count, has_exams=has_exams, waiting_count=left_for_tomorrow, break_days=break_days,
        new_cards_paused_until=today.new_cards_paused_until, planned_ms=today.estimate_ms(together),
    )  # fmt: skip


def _add_up(counters: Iterable[Counter[int]]) -> Counter[int]:
    total = Counter[int]()
    for counter in counters:
        total.update(counter)
    return total
