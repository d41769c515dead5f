"""The plan of today, if the learner has set minutes a day."""

from collections.abc import Collection as Cards
from collections.abc import Mapping
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.study_day import StudyDay
from studyapp.core.study.study_queue import CardCounts, StudyQueue
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.workload.day_plan import (
    RECENT_REVIEWS,
    CardTimes,
    DayLimits,
    StudiedCards,
    cards_within,
    estimate_seconds,
    estimate_times,
    plan_day,
)
from studyapp.services.options.option_storage import load_languages_by_deck, load_study_options
from studyapp.store.collection import Collection
from studyapp.store.counts import day_numbers, review_counts
from studyapp.store.counts.day_numbers import DayNumbers


class TodayPlan(NamedTuple):
    """The limits of today over all decks that are not hidden, what was studied of them, and how long cards take."""

    limits: DayLimits
    studied: StudiedCards
    times: CardTimes

    def count_left(self, counts: CardCounts) -> CardCounts:
        """Return how many of these cards are left within the plan."""
        return cards_within(counts, self.limits, self.studied, self.times)

    def estimate_ms(self, counts: CardCounts) -> float:
        """Return how long these cards will probably take, in milliseconds."""
        return 1000 * estimate_seconds(counts, self.limits, self.studied, self.times)

    def restrict(self, queue: StudyQueue, requested: Cards[CardId] = ()) -> StudyQueue:
        """Return the queue without the last cards that exceed the plan. New cards that were requested stay."""
        left = self.count_left(queue.counts)
        if (left.new, left.review) == (queue.counts.new, queue.counts.review):
            return queue
        not_due = {*queue.new_cards, *queue.interday_learning_cards}
        due = [card for card in queue.upcoming_cards if card not in not_due]
        new_cards = [card for card in queue.new_cards if card not in requested]
        removed = [*due[left.review :], *new_cards[left.new :]]
        return queue._replace(
            upcoming_cards=queue.upcoming_cards.without(removed), new_cards=queue.new_cards.without(removed)
        )

    def after_rating(self, card: CardId, queue: StudyQueue, duration_ms: int) -> "TodayPlan":
        """Return the plan after a card of this queue was rated."""
        is_new = card in queue.new_cards
        is_due = not is_new and card in queue.upcoming_cards
        studied = self.studied._replace(
            new_cards=self.studied.new_cards + is_new,
            reviews=self.studied.reviews + is_due,
            review_seconds=self.studied.review_seconds + duration_ms / 1000,
        )
        return self._replace(studied=studied)


def load_today_plan(
    collection: Collection, day: StudyDay, default_languages: CardLanguages
) -> TodayPlan | None:
    """Return the plan of today; None if no minutes a day are set."""
    with collection.read_transaction() as connection:
        minutes = load_study_options(collection).minutes_per_day
        if not minutes:
            return None
        decks = day_numbers.visible_decks(connection)
        languages_by_deck = load_languages_by_deck(collection, decks, default_languages)
        numbers = day_numbers.load_day_numbers(connection, languages_by_deck, day, day.number)
    return plan_today(collection, day.number, minutes, numbers)


def plan_today(
    collection: Collection, day: int, minutes: int, numbers_by_deck: Mapping[str, DayNumbers]
) -> TodayPlan:
    """Return the plan of a day, given the numbers of all decks that are not hidden.

    The plan is for the cards that are due now and those that were studied today, so it stays the same during the day.
    """
    with collection.read_transaction() as connection:
        times = load_card_times(collection, day)
        today = review_counts.load_totals_of_day(connection, day)
    reviews_done = sum(numbers.reviews_done for numbers in numbers_by_deck.values())
    due_now = sum(numbers.due + numbers.interday for numbers in numbers_by_deck.values())
    studied = StudiedCards(
        sum(numbers.new_cards_done for numbers in numbers_by_deck.values()),
        reviews=reviews_done,
        review_seconds=today.duration_ms / 1000,
    )
    return TodayPlan(plan_day(minutes, due_now + reviews_done, times), studied, times)


def load_card_times(collection: Collection, day: int) -> CardTimes:
    """Return how long cards take, by those that were studied before a day."""
    with collection.read_transaction() as connection:
        new, due = review_counts.load_recent_cards(connection, day, RECENT_REVIEWS)
    return estimate_times(StudiedCards(new.cards, new.duration_ms / 1000, due.cards, due.duration_ms / 1000))
