"""Counting today's cards without building their queue."""

from collections.abc import Iterable, Sequence

from studyapp.core.study.queue_counts import DeckNumbers, count_study_queue
from studyapp.core.study.study_day import StudyDay
from studyapp.core.study.study_options import NewCardOrder, StudyOptions
from studyapp.core.study.study_queue import CardCounts, DailyLimits
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.option_storage import load_options_by_deck, load_study_options
from studyapp.services.study.daily_queue import build_daily_queue, limits_of_all_decks
from studyapp.store.collection import Collection
from studyapp.store.counts import queue_counts
from studyapp.store.counts.queue_counts import NewNotes


class TodayCounter:
    """Counts today's cards of groups of decks. Each deck is read once, so use it within one read transaction."""

    def __init__(
        self, collection: Collection, decks: Iterable[str], day: StudyDay, default_languages: CardLanguages
    ) -> None:
        self._collection, self._day, self._default_languages = collection, day, default_languages
        self._limits = limits_of_all_decks(load_study_options(collection))
        self._numbers_by_deck = {
            deck: self._load_numbers(deck, options)
            for deck, options in load_options_by_deck(collection, decks).items()
        }

    def count(self, decks: Sequence[str]) -> CardCounts:
        """Return the numbers of cards in today's queue of these decks, some of those given before.

        With prerequisites in other decks whose limit is reached, the queue itself can have fewer new cards.
        """
        counts = count_study_queue([self._numbers_by_deck[deck] for deck in decks], self._limits)
        if counts is not None:
            return counts
        return build_daily_queue(
            self._collection, decks, self._day, self._default_languages, varies_new_cards=False
        ).counts

    def _load_numbers(self, deck: str, options: StudyOptions) -> DeckNumbers:
        languages = options.languages or self._default_languages
        with self._collection.read_transaction() as connection:
            numbers = queue_counts.load_queue_numbers(connection, deck, self._day, languages)
            new_left = options.new_per_day - numbers.new_cards_done
            new_notes = NewNotes()
            if new_left > 0:
                new_notes = queue_counts.count_new_notes(
                    connection, deck, self._day, languages, new_left,
                    has_prerequisites=options.new_card_order in (NewCardOrder.PREREQUISITES, NewCardOrder.VARIED),
                )  # fmt: skip
        return DeckNumbers(
            numbers.in_steps - numbers.interday,
            numbers.interday,
            numbers.due_notes,
            new_notes.note_count,
            new_notes.has_others,
            numbers.new_cards_done,
            numbers.reviews_done,
            DailyLimits(options.new_per_day, options.reviews_per_day),
        )
