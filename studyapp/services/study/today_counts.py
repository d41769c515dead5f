"""Counting today's cards without building their queue."""

from collections.abc import Iterable, Sequence

from studyapp.core.options.study_options import NewCardOrder
from studyapp.core.study.queue_counts import DeckNumbers, count_study_queue
from studyapp.core.study.study_day import StudyDay
from studyapp.core.study.study_queue import CardCounts, DailyLimits
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.option_storage import load_options_by_deck
from studyapp.services.study.daily_queue import build_daily_queue, limits_of_all_decks
from studyapp.services.workload.today_plan import plan_today
from studyapp.store.collection import Collection
from studyapp.store.counts import day_numbers, queue_counts
from studyapp.store.counts.queue_counts import NewNotes
from studyapp.store.plans import new_card_pause
from studyapp.store.stored_options import ALL_DECKS


class TodayCounter:
    """Counts today's cards of groups of decks. All decks are read at once, so use it within one read transaction.

    `numbers_by_deck` has the numbers of each deck, with a forecast up to `days_ahead` days after today. `new_cards_paused_until` is
    the study day until which new cards pause, None if they don't.
    """

    def __init__(
        self,
        collection: Collection,
        decks: Iterable[str],
        day: StudyDay,
        default_languages: CardLanguages,
        days_ahead: int = 0,
    ) -> None:
        self._collection, self._day, self._default_languages = collection, day, default_languages
        self._options_by_deck = load_options_by_deck(collection, (ALL_DECKS, *decks))
        with collection.read_transaction() as connection:
            self.new_cards_paused_until = new_card_pause.load(connection, day.number)
        if self.new_cards_paused_until is not None:
            for deck, deck_options in self._options_by_deck.items():
                self._options_by_deck[deck] = deck_options.without_new_cards()
        options = self._options_by_deck.pop(ALL_DECKS)
        self._limits = limits_of_all_decks(options)
        self._languages_by_deck = {
            deck: options.languages or default_languages for deck, options in self._options_by_deck.items()
        }
        with collection.read_transaction() as connection:
            self.numbers_by_deck = day_numbers.load_day_numbers(
                connection, self._languages_by_deck, day, day.number + days_ahead
            )
        self._plan = None
        if options.minutes_per_day:
            self._plan = plan_today(collection, day.number, options.minutes_per_day, self.numbers_by_deck)
        self._queued_by_deck = {deck: self._count_queued(deck) for deck in self._options_by_deck}

    def count(self, decks: Sequence[str]) -> CardCounts:
        """Return the numbers of cards in today's queue of these decks, some of those given before.

        Minutes a day are planned for all decks that were given. With prerequisites in other decks whose limit is reached, the queue itself can have fewer new cards.
        """
        counts = count_study_queue([self._queued_by_deck[deck] for deck in decks], self._limits)
        if counts is None:
            counts = build_daily_queue(
                self._collection, decks, self._day, self._default_languages, varies_new_cards=False
            ).counts
        return counts if self._plan is None else self._plan.count_left(counts)

    def estimate_ms(self, counts: CardCounts) -> float | None:
        """Return how long these cards will probably take with minutes a day, in milliseconds; None if no minutes are set."""
        return None if self._plan is None else self._plan.estimate_ms(counts)

    def count_extra_new(self, decks: Sequence[str], at_most: int) -> int:
        """Return how many new cards of these decks are available beyond today's limits, up to `at_most`, if no card is left
        within them."""
        found, may_have_others = 0, False
        for deck in decks:
            new_notes = self._count_new_notes(deck, at_most - found)
            found += new_notes.note_count
            may_have_others |= new_notes.has_others
            if found == at_most:
                return found
        if not may_have_others:
            return found
        queue = build_daily_queue(
            self._collection, decks, self._day, self._default_languages, extra_new=at_most
        )
        return min(at_most, queue.counts.new)

    def _count_queued(self, deck: str) -> DeckNumbers:
        numbers, options = self.numbers_by_deck[deck], self._options_by_deck[deck]
        due_notes, new_notes = numbers.due, NewNotes()
        if numbers.has_siblings:
            with self._collection.read_transaction() as connection:
                due_notes = queue_counts.count_due_notes(
                    connection, deck, self._day, self._languages_by_deck[deck]
                )
        new_left = options.new_per_day - numbers.new_cards_done
        if new_left > 0:
            new_notes = self._count_new_notes(deck, new_left)
        return DeckNumbers(
            numbers.in_steps - numbers.interday,
            numbers.interday,
            due_notes,
            new_notes.note_count,
            new_notes.has_others,
            numbers.new_cards_done,
            numbers.reviews_done,
            DailyLimits(options.new_per_day, options.reviews_per_day),
        )

    def _count_new_notes(self, deck: str, at_most: int) -> NewNotes:
        order = self._options_by_deck[deck].new_card_order
        with self._collection.read_transaction() as connection:
            return queue_counts.count_new_notes(
                connection, deck, self._day, self._languages_by_deck[deck], at_most,
                has_prerequisites=order in (NewCardOrder.PREREQUISITES, NewCardOrder.VARIED),
            )  # fmt: skip
