"""The day at a glance: what each deck asks, how much is learned, what the week brings."""

from typing import NamedTuple

from studyapp.core.deck_tree import Place
from studyapp.core.journal import reviews_of
from studyapp.core.queue import Counts
from studyapp.core.text import LanguageChoice
from studyapp.services.clock import Clock
from studyapp.services.library import Library
from studyapp.services.today import todays_queue
from studyapp.store import due, entries
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


class Overview(NamedTuple):
    """All decks today; `counts` is what studying them together asks. `week` counts the cards due from today on, one number a day."""

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
        learned = due.learned(connection, choice)
        week_ahead = due.forecast(connection, day, day + WEEK - 1, choice, library.deck_ids)
        done = reviews_of(entries.of_day(connection, day))
        has_history, pace = entries.count(connection) > 0, entries.pace(connection)
        overdue = due.forecast(connection, day - 1, day - 1, choice, library.deck_ids).get(day - 1, 0)
        rows = []
        for place in library.places(choice):
            counts = todays_queue(collection, place.decks, day, choice).counts
            known = [learned.get(deck, (0, 0)) for deck in place.decks]
            rows.append(
                DeckOverview(place, counts, sum(some for some, _ in known), sum(all_ for _, all_ in known))
            )
    week = [week_ahead.get(day + ahead, 0) for ahead in range(WEEK)]
    together = todays_queue(collection, library.deck_ids, day, choice).counts
    week[0] = together.total
    took = sum(entry.took for entry in done)
    return Overview(tuple(rows), together, len(done), took, tuple(week), day, overdue, has_history, pace)
