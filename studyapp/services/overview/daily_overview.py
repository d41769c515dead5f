"""The day at a glance: what each deck asks, how much is learned, what the week brings."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from studyapp.core.notes.deck_tree import Place
from studyapp.core.study.journal import reviews_of
from studyapp.core.study.study_queue import Counts
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.services.options.study_options import shown_in
from studyapp.services.study.daily_queue import next_in, todays_queue
from studyapp.store import card_queries, journal_entries
from studyapp.store.collection import Collection

WEEK = 7
"""Days that the forecast shows, today among them."""


class DeckOverview(NamedTuple):
    """One deck today, or a place with several below it: what it asks, and how many of its cards are past their
    first steps."""

    place: Place
    counts: Counts
    learned: int
    cards: int
    next_in: int | None
    """Where nothing is left for today: in how many days the next card comes; None for never."""


class Overview(NamedTuple):
    """All decks today; `counts` is what studying them together asks. `week` counts the cards due from today on, one number a day;
    what goes beyond today's limits stands with tomorrow."""

    decks: tuple[DeckOverview, ...]
    counts: Counts
    reviews_today: int
    took_today: int
    week: tuple[int, ...]
    first_day: int
    overdue: int
    """How many review cards were due before today."""

    has_history: bool
    pace: float | None
    """Milliseconds that a rating took of late; None before the first."""


def overview(collection: Collection, library: Library, clock: Clock, choice: LanguageChoice) -> Overview:
    """The decks page as the store stands now."""
    day = clock.day()
    with collection.reading() as connection:
        languages = shown_in(collection, library.deck_ids, choice)
        learned = {deck: card_queries.learned(connection, deck, shown) for deck, shown in languages.items()}
        coming = _forecast(collection, languages, day)
        done = reviews_of(journal_entries.of_day(connection, day))
        has_history, pace = journal_entries.count(connection) > 0, journal_entries.pace(connection)
        rows = []
        for place in library.places(choice):
            counts = todays_queue(collection, place.decks, day, choice).counts
            waits = None if counts.total else next_in(collection, place.decks, day, choice)
            known, cards = map(sum, zip(*(learned[deck] for deck in place.decks), strict=True))
            rows.append(DeckOverview(place, counts, known, cards, waits))
        together = todays_queue(collection, library.deck_ids, day, choice).counts
    overdue = coming[-1]
    left_for_tomorrow = max(0, overdue + coming[0] - together.due)
    week = (together.total, coming[1] + left_for_tomorrow, *(coming[ahead] for ahead in range(2, WEEK)))
    took = sum(entry.took for entry in done)
    return Overview(tuple(rows), together, len(done), took, week, day, overdue, has_history, pace)


def _forecast(collection: Collection, languages: Mapping[str, LanguageChoice], day: int) -> Counter[int]:
    """How many review cards come due in so many days; those that are overdue under -1."""
    found = Counter[int]()
    with collection.reading() as connection:
        for deck, shown in languages.items():
            for due_day, cards in card_queries.forecast(
                connection, deck, day - 1, day + WEEK - 1, shown
            ).items():
                found[due_day - day] += cards
    return found
