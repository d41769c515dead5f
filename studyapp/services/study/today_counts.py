"""Counting today's cards without building their queue."""

from collections.abc import Iterable, Sequence

from studyapp.core.study.queue_counts import DeckNumbers, count_study_queue
from studyapp.core.study.study_day import StudyDay
from studyapp.core.study.study_options import NewCardOrder, StudyOptions
from studyapp.core.study.study_queue import CardCounts, DailyLimits
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.option_storage import load_options_by_deck
from studyapp.services.study.daily_queue import build_daily_queue, limits_of_all_decks
from studyapp.store.collection import Collection
from studyapp.store.counts import day_numbers, queue_counts
from studyapp.store.counts.queue_counts import NewNotes
from studyapp.store.stored_options import ALL_DECKS


class TodayCounter:
    """Counts today's cards of groups of decks. All are read at once, so use it within one read transaction.

    `numbers_by_deck` is what is stored of each deck, with a forecast up to `days_ahead` days after today.
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
        options_by_deck = load_options_by_deck(collection, (ALL_DECKS, *decks))
        self._limits = limits_of_all_decks(options_by_deck.pop(ALL_DECKS))
        languages_by_deck = {
            deck: options.languages or default_languages for deck, options in options_by_deck.items()
        }
        with collection.read_transaction() as connection:
            self.numbers_by_deck = day_numbers.load_day_numbers(
                connection, languages_by_deck, day, day.number + days_ahead
            )
        self._queued_by_deck = {
            deck: self._count_queued(deck, options, languages_by_deck[deck])
            for deck, options in options_by_deck.items()
        }

    def count(self, decks: Sequence[str]) -> CardCounts:
        """Return the numbers of cards in today's queue of these decks, some of those given before.

        With prerequisites in other decks whose limit is reached, the queue itself can have fewer new cards.
        """
        counts = count_study_queue([self._queued_by_deck[deck] for deck in decks], self._limits)
        if counts is not None:
            return counts
        return build_daily_queue(
            self._collection, decks, self._day, self._default_languages, varies_new_cards=False
        ).counts

    def _count_queued(self, deck: str, options: StudyOptions, languages: CardLanguages) -> DeckNumbers:
        numbers, new_notes = self.numbers_by_deck[deck], NewNotes()
        due_notes = numbers.due
        new_left = options.new_per_day - numbers.new_cards_done
        with self._collection.read_transaction() as connection:
            if numbers.has_siblings:
                due_notes = queue_counts.count_due_notes(connection, deck, self._day, languages)
            if new_left > 0:
                new_notes = queue_counts.count_new_notes(
                    connection, deck, self._day, languages, new_left,
                    has_prerequisites=options.new_card_order in (NewCardOrder.PREREQUISITES, NewCardOrder.VARIED),
                )  # fmt: skip
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
