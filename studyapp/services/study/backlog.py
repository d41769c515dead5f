"""A backlog after a holiday, and how it is spread over days."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.backlog import allocate_to_days, spread_over_days
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.services.options.study_options import load_languages_by_deck
from studyapp.services.study.journal_writing import CardAction, append_actions
from studyapp.store import card_queries
from studyapp.store.collection import Collection

MAX_SPREAD_DAYS = 60


class Backlog(NamedTuple):
    """The overdue cards, those most worth asking first, and how many more are due on each day from today on."""

    today: int
    overdue: tuple[CardId, ...]
    due_counts: tuple[int, ...]

    def daily_counts(self) -> tuple[int, ...]:
        """The cards of each day when nothing is done."""
        return (self.due_counts[0] + len(self.overdue), *self.due_counts[1:])

    def daily_counts_if_spread(self, days: int) -> tuple[int, ...]:
        """The cards of each day when the overdue ones are spread over so many."""
        more = allocate_to_days(len(self.overdue), self.due_counts[:days])
        return (*map(sum, zip(self.due_counts[:days], more, strict=True)), *self.due_counts[days:])


def load_backlog(
    collection: Collection, decks: Sequence[str], clock: Clock, default_languages: CardLanguages
) -> Backlog:
    """What has piled up in these decks by today."""
    day = clock.today()
    with collection.read_transaction() as connection:
        languages = load_languages_by_deck(collection, decks, default_languages)
        overdue = tuple(
            card
            for deck, shown in languages.items()
            for card in card_queries.overdue_cards(connection, deck, day, shown)
        )
        by_day = Counter[int]()
        for deck, shown in languages.items():
            by_day.update(card_queries.due_forecast(connection, deck, day, day + MAX_SPREAD_DAYS - 1, shown))
    coming = [by_day[day + ahead] for ahead in range(MAX_SPREAD_DAYS)]
    coming[0] -= len(overdue)
    return Backlog(day, overdue, tuple(coming))


def spread_backlog(collection: Collection, backlog: Backlog, days: int, clock: Clock) -> None:
    """Let the overdue cards come over so many days, as one deed that one undo takes back. StoreError when that
    could not be kept."""
    by_day = spread_over_days(backlog.overdue, backlog.due_counts[:days])
    deeds = [
        CardAction(card, EntryKind.SET_DUE, due_day=backlog.today + ahead)
        for ahead, cards in enumerate(by_day)
        for card in cards
    ]
    append_actions(collection, deeds, clock.now(), clock.today(), Scheduler())
