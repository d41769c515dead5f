"""The backlog of overdue cards, and spreading it over several days."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.options.study_options import ReviewOrder
from studyapp.core.rescheduling.backlog import allocate_to_days, spread_over_days
from studyapp.core.study.journal import EntryKind
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.journal.journal_writing import CardAction, append_actions
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_languages_by_deck
from studyapp.store import session_card_queries
from studyapp.store.collection import Collection

MAX_SPREAD_DAYS = 60


class Backlog(NamedTuple):
    """The overdue cards of some decks, highest retrievability first: cards that are still remembered benefit from a timely
    review, while forgotten ones lose nothing by waiting.

    `due_counts` is the number of other review cards due on each day from `today` on.
    """

    today: int
    overdue: tuple[CardId, ...]
    due_counts: tuple[int, ...]

    def daily_counts(self) -> tuple[int, ...]:
        """Return the number of cards on each day if the backlog is not spread."""
        return (self.due_counts[0] + len(self.overdue), *self.due_counts[1:])

    def daily_counts_if_spread(self, days: int) -> tuple[int, ...]:
        """Return the number of cards on each day if the overdue cards are spread over `days` days."""
        overdue_counts = allocate_to_days(len(self.overdue), self.due_counts[:days])
        return (*map(sum, zip(self.due_counts[:days], overdue_counts, strict=True)), *self.due_counts[days:])


def load_backlog(
    collection: Collection, decks: Sequence[str], clock: Clock, default_languages: CardLanguages
) -> Backlog:
    """Return the backlog of these decks as of today."""
    day = clock.today()
    with collection.read_transaction() as connection:
        languages_by_deck = load_languages_by_deck(collection, decks, default_languages)
        ranked = [
            ranked_card
            for deck, languages in languages_by_deck.items()
            for ranked_card in session_card_queries.due_reviews(
                connection, deck, day, languages, ReviewOrder.LOWEST_RETRIEVABILITY, days_ahead=-1
            )
        ]
        count_by_day = Counter[int]()
        for deck, languages in languages_by_deck.items():
            count_by_day.update(
                session_card_queries.due_forecast(connection, deck, day, day + MAX_SPREAD_DAYS - 1, languages)
            )
    overdue = tuple(card for rank, card in sorted(ranked, key=lambda each: (-each[0], each[1])))
    due_counts = [count_by_day[day + offset] for offset in range(MAX_SPREAD_DAYS)]
    due_counts[0] -= len(overdue)
    return Backlog(day, overdue, tuple(due_counts))


def spread_backlog(collection: Collection, backlog: Backlog, days: int, clock: Clock) -> None:
    """Reschedule the overdue cards over `days` days, as one action that is undone together.

    Raises StoreError if saving fails.
    """
    cards_by_day = spread_over_days(backlog.overdue, backlog.due_counts[:days])
    actions = [
        CardAction(card, EntryKind.SET_DUE, due_day=backlog.today + offset)
        for offset, cards in enumerate(cards_by_day)
        for card in cards
    ]
    append_actions(collection, actions, clock.now(), clock.today())
