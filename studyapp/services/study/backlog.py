"""A backlog after a holiday, and how it is spread over days."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.backlog import room_on_days, spread
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.services.options.clock import Clock
from studyapp.services.options.study_options import shown_in
from studyapp.services.study.journal_writing import Deed, record_together
from studyapp.store import card_queries
from studyapp.store.collection import Collection

MOST_DAYS = 60


class Backlog(NamedTuple):
    """The overdue cards, those most worth asking first, and how many more are due on each day from today on."""

    day: int
    overdue: tuple[CardId, ...]
    coming: tuple[int, ...]

    def as_it_is(self) -> tuple[int, ...]:
        """The cards of each day when nothing is done."""
        return (self.coming[0] + len(self.overdue), *self.coming[1:])

    def spread_over(self, days: int) -> tuple[int, ...]:
        """The cards of each day when the overdue ones are spread over so many."""
        more = room_on_days(len(self.overdue), self.coming[:days])
        return (*map(sum, zip(self.coming[:days], more, strict=True)), *self.coming[days:])


def backlog(collection: Collection, decks: Sequence[str], clock: Clock, choice: LanguageChoice) -> Backlog:
    """What has piled up in these decks by today."""
    day = clock.day()
    with collection.reading() as connection:
        languages = shown_in(collection, decks, choice)
        overdue = tuple(
            card
            for deck, shown in languages.items()
            for card in card_queries.overdue(connection, deck, day, shown)
        )
        by_day = Counter[int]()
        for deck, shown in languages.items():
            by_day.update(card_queries.forecast(connection, deck, day, day + MOST_DAYS - 1, shown))
    coming = [by_day[day + ahead] for ahead in range(MOST_DAYS)]
    coming[0] -= len(overdue)
    return Backlog(day, overdue, tuple(coming))


def spread_backlog(collection: Collection, found: Backlog, days: int, clock: Clock) -> None:
    """Let the overdue cards come over so many days, as one deed that one undo takes back. StoreError when that
    could not be kept."""
    by_day = spread(found.overdue, found.coming[:days])
    deeds = [
        Deed(card, EntryKind.SET_DUE, due_day=found.day + ahead)
        for ahead, cards in enumerate(by_day)
        for card in cards
    ]
    record_together(collection, deeds, clock.now(), clock.day(), Scheduler())
