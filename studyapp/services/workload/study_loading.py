"""Loading what a simulation of the coming days begins with: cards, limits, and the learner's habits."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from studyapp.core.options.study_options import StudyOptions
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.statistics.review_facts import ReviewKind
from studyapp.core.study.next_due import StepMinutes
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Memory
from studyapp.core.study.study_day import StudyDay
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.workload.day_plan import DayLimits
from studyapp.core.workload.habits import Habits, RatingTotals, estimate_habits
from studyapp.core.workload.simulated_study import SimulatedCard, SimulatedStudy
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_options_by_deck
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.plans import days_off, new_card_pause
from studyapp.store.statistics import workload
from studyapp.store.statistics.workload import StudiedCard
from studyapp.store.stored_options import ALL_DECKS

_HABIT_DAYS = 365
"""Earlier reviews say little about how fast a learner is now."""

_MAX_CARDS = 6000
"""If more cards are studied within a year, one of several is simulated: 10,000 take a second or two."""


class LoadedStudy(NamedTuple):
    """What to simulate from `today` on, with the limits of a day.

    Only one of `share` cards is in `study`. `minutes` are those a day that the learner has set, 0 for none. New cards pause
    before `first_new_day`. `rating_count` is the number of
    ratings from which the habits were estimated.
    """

    study: SimulatedStudy
    limits: DayLimits
    minutes: int
    today: int
    rating_count: int
    share: int = 1
    first_new_day: int = 0


def load_study(
    collection: Collection,
    decks: Sequence[str],
    clock: Clock,
    default_languages: CardLanguages,
    progress: ProgressCallback | None = None,
) -> LoadedStudy:
    """Return what to simulate for these decks, with the desired retention of all decks.

    `progress` is called while the facts about reviews are updated. Raises StoreError if the collection can't be read.
    """
    update_facts(collection, clock, progress)
    day = clock.study_day()
    options_by_deck = load_options_by_deck(collection, (ALL_DECKS, *decks))
    options = options_by_deck.pop(ALL_DECKS)
    cards = _load_cards(collection, options_by_deck, day, default_languages)
    limits = DayLimits(
        sum(min(numbers, options_by_deck[deck].new_per_day) for deck, numbers in cards.new_by_deck.items()),
        sum(deck_options.reviews_per_day for deck_options in options_by_deck.values()),
    )
    if len(decks) > 1:
        limits = DayLimits(
            min(limits.new_cards, options.new_per_day_all_decks),
            min(limits.reviews, options.reviews_per_day_all_decks),
        )
    with collection.read_transaction() as connection:
        scheduler = load_scheduler(connection).for_options(options)
        totals = workload.load_rating_totals(connection, day.number - _HABIT_DAYS)
        coming_days_off = days_off.load_after(connection, day.number - 1)
        first_new_day = new_card_pause.load(connection, day.number) or day.number
    new_cards = sum(cards.new_by_deck.values())
    share = 1 + (len(cards.studied) + min(new_cards, 365 * limits.new_cards)) // _MAX_CARDS
    study = SimulatedStudy(
        scheduler,
        [_simulated(card) for card in sorted(cards.studied, key=lambda one: one.due_day)[::share]],
        new_cards // share,
        _habits(totals),
        StepMinutes(options.learning_steps, options.relearning_steps),
        options.review_order,
        coming_days_off,
    )
    rating_count = sum(total.number for total in totals)
    return LoadedStudy(study, limits, options.minutes_per_day, day.number, rating_count, share, first_new_day)


class _Cards(NamedTuple):
    studied: list[StudiedCard]
    new_by_deck: dict[str, int]


def _load_cards(
    collection: Collection,
    options_by_deck: Mapping[str, StudyOptions],
    day: StudyDay,
    default_languages: CardLanguages,
) -> _Cards:
    cards = _Cards([], {})
    with collection.read_transaction() as connection:
        for deck, options in options_by_deck.items():
            languages = options.languages or default_languages
            cards.studied.extend(workload.load_studied_cards(connection, deck, day, languages))
            cards.new_by_deck[deck] = workload.count_new_cards(connection, deck, languages)
    return cards


def _simulated(card: StudiedCard) -> SimulatedCard:
    return SimulatedCard(Memory(card.stability, card.difficulty), card.last_day, card.due_day)


def _habits(totals: Sequence[workload.RatingTotal]) -> Habits:
    return estimate_habits(
        RatingTotals(
            ReviewKind(total.kind),
            None if total.previous is None else Rating(total.previous),
            Rating(total.rating),
            total.number,
            total.duration_ms / 1000,
        )
        for total in totals
    )
