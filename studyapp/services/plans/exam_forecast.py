"""What is expected of an exam within the limits of all decks."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from studyapp.core.exam_plan.card_reviews import CardReviews
from studyapp.core.exam_plan.exam import Exam
from studyapp.core.exam_plan.expected_days import NewCardsOfDeck, StudyLimits
from studyapp.core.exam_plan.forecast import ExamForecast, forecast_exam
from studyapp.core.options.study_options import StudyOptions
from studyapp.core.workload.day_plan import RECENT_REVIEWS, CardTimes, StudiedCards, estimate_times
from studyapp.services.options.option_storage import load_options_by_deck
from studyapp.store.collection import Collection
from studyapp.store.counts import day_numbers, review_counts
from studyapp.store.counts.review_counts import CardTotals
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.plans import days_off, exam_cards, new_card_pause
from studyapp.store.plans.exam_cards import CardsOfExam
from studyapp.store.stored_options import ALL_DECKS


class ExamLimits(NamedTuple):
    """The options of all decks, and those of each deck that isn't hidden."""

    of_all_decks: StudyOptions
    by_deck: Mapping[str, StudyOptions]

    @property
    def new_cards(self) -> int:
        """How many new cards may be introduced on a day: the limit of all decks counts if there are several."""
        if len(self.by_deck) > 1:
            return self.of_all_decks.new_per_day_all_decks
        return sum(options.new_per_day for options in self.by_deck.values())

    @property
    def reviews(self) -> int:
        """The same for reviews."""
        if len(self.by_deck) > 1:
            return self.of_all_decks.reviews_per_day_all_decks
        return sum(options.reviews_per_day for options in self.by_deck.values())

    def new_cards_of_deck(self, deck: str) -> int:
        """How many new cards of a deck may be introduced on a day: none of a hidden one."""
        return self.by_deck[deck].new_per_day if deck in self.by_deck else 0

    def new_cards_of_exam(self, cards: CardsOfExam) -> int:
        """How many new cards of an exam may be introduced on a day, while there are enough."""
        return min(self.new_cards, sum(map(self.new_cards_of_deck, cards.new_by_deck)))


def load_exam_limits(collection: Collection) -> ExamLimits:
    """Return the limits."""
    with collection.read_transaction() as connection:
        by_deck = load_options_by_deck(collection, (ALL_DECKS, *day_numbers.visible_decks(connection)))
    return ExamLimits(by_deck.pop(ALL_DECKS), by_deck)


def load_forecast(
    collection: Collection,
    exam: Exam,
    cards: CardsOfExam,
    limits: ExamLimits,
    today: int,
    random_number: Callable[[], float],
) -> ExamForecast | None:
    """Return the forecast of an exam after `today`; None without cards.

    `random_number` returns numbers from 0 up to 1.
    """
    with collection.read_transaction() as connection:
        scheduler = load_scheduler(connection).for_options(limits.of_all_decks)
        others = exam_cards.load_other_cards(connection, exam.name, exam.day, limits.by_deck)
        study_limits = StudyLimits(
            limits.new_cards,
            limits.reviews,
            limits.of_all_decks.minutes_per_day,
            _estimate_times(*review_counts.load_recent_cards(connection, today, RECENT_REVIEWS)),
            days_off.load(connection),
            new_card_pause.load(connection, today),
        )
    studied = list(cards.studied.values())
    reviews = CardReviews(exam.days, scheduler, random_number, study_limits.days_off)
    new_by_deck = [
        NewCardsOfDeck(numbers.left, limits.new_cards_of_deck(deck), numbers.introduced_today)
        for deck, numbers in cards.new_by_deck.items()
    ]
    return forecast_exam(exam.days, today, studied, new_by_deck, others, study_limits, reviews)


def _estimate_times(new: CardTotals, due: CardTotals) -> CardTimes:
    return estimate_times(StudiedCards(new.cards, new.duration_ms / 1000, due.cards, due.duration_ms / 1000))
