"""Loading the figures of the statistics page."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import NamedTuple, assert_never

from studyapp.core.statistics.calibration import calibrate_model
from studyapp.core.statistics.card_states import (
    count_cards,
    count_due,
    count_intervals,
    difficulty_shares,
    distribute_days,
    distribute_shares,
    group_by_first_day,
)
from studyapp.core.statistics.leeches import MIN_LAPSES, estimate_lapses
from studyapp.core.statistics.periods import Period, first_day_of
from studyapp.core.statistics.remembered import expected_recalled, sample_days
from studyapp.core.statistics.report import (
    CardFigures,
    ForgottenCard,
    GroupRecall,
    MemoryFigures,
    ReviewFigures,
    StatisticsReport,
)
from studyapp.core.statistics.review_counts import count_buttons, reviews_by_day
from studyapp.core.statistics.selection import AllCards, CardsOfDecks, FoundCards, Selection
from studyapp.core.statistics.streak import count_waiting, find_streaks
from studyapp.core.statistics.today import count_studied
from studyapp.core.statistics.true_retention import retention_by_day
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import study_day_at
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_options_by_deck
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.plans import days_off as days_off_table
from studyapp.store.statistics import card_states, journal_position, remembered, reviews
from studyapp.store.statistics.card_states import GroupMemory
from studyapp.store.statistics.selected_cards import choose_cards, choose_present_cards
from studyapp.store.stored_options import ALL_DECKS

_MOST_FORGOTTEN = 50


class Scope(NamedTuple):
    """Which cards, decks and time figures are about. `decks` are those that contain the selected cards."""

    selection: Selection
    decks: tuple[str, ...]
    period: Period = Period.ALL


def load_report(collection: Collection, scope: Scope, clock: Clock) -> StatisticsReport:
    """Return all figures. The facts about reviews must be up to date, and notes must be indexed. Raises StoreError if the
    collection can't be read or written."""
    remembered_by_day = _load_remembered(collection, scope.selection, clock.today())
    with collection.read_transaction() as connection:
        choose_cards(connection, scope.selection)
        choose_present_cards(connection)
        return StatisticsReport(
            clock.today(),
            scope.period,
            _review_figures(collection, scope, clock),
            _card_figures(collection, scope, clock),
            _memory_figures(collection, scope, clock, remembered_by_day),
        )


def load_review_figures(collection: Collection, scope: Scope, clock: Clock) -> ReviewFigures:
    """Return what was studied. The facts about reviews must be up to date."""
    with collection.read_transaction() as connection:
        choose_cards(connection, scope.selection)
        return _review_figures(collection, scope, clock)


def _review_figures(collection: Collection, scope: Scope, clock: Clock) -> ReviewFigures:
    connection, selection, today = collection.connection, scope.selection, clock.today()
    since = first_day_of(scope.period, today)
    totals = reviews.load_days(connection, selection)
    days_off = days_off_table.load(connection)
    is_anything_due = _due_function(collection, selection)
    streaks = find_streaks(dict.fromkeys(totals.days).keys(), today, days_off, is_anything_due)
    return ReviewFigures(
        count_studied(totals, today),
        reviews_by_day(totals),
        streaks.current,
        streaks.longest,
        days_off,
        retention_by_day(totals),
        _desired_retention(collection, scope.decks),
        count_buttons(reviews.count_buttons_pressed(connection, selection, since)),
        reviews.load_hours(connection, selection, since),
        calibrate_model(reviews.load_predictions(connection, selection, since)),
        reviews.load_confidences(connection, selection, since),
    )


def _due_function(collection: Collection, selection: Selection) -> Callable[[int], bool]:
    """Return the function that tells whether a card was due on a study day without reviews, and stayed so."""
    waiting = count_waiting(reviews.load_waiting_changes(collection.connection, selection))
    first_due_day = reviews.find_first_due_day(collection.connection, selection)
    return lambda day: waiting(day) > 0 or (first_due_day is not None and first_due_day <= day)


def _desired_retention(collection: Collection, decks: Iterable[str]) -> float | None:
    """Return the desired retention of these decks, from 0 to 1; None if they differ."""
    options = load_options_by_deck(collection, decks)
    percents = {of_deck.desired_retention_percent for of_deck in options.values()}
    return percents.pop() / 100 if len(percents) == 1 else None


def load_card_figures(collection: Collection, scope: Scope, clock: Clock) -> CardFigures:
    """Return the states of the cards as they are now."""
    with collection.read_transaction() as connection:
        choose_cards(connection, scope.selection)
        choose_present_cards(connection)
        return _card_figures(collection, scope, clock)


def _card_figures(collection: Collection, scope: Scope, clock: Clock) -> CardFigures:
    connection = collection.connection
    scheduler = load_scheduler(connection)
    selection, day = scope.selection, clock.study_day()
    states = card_states.count_states(connection, selection, day.number)
    intervals = card_states.count_intervals(connection, selection, day.number)
    memories = card_states.load_memories(connection, selection, day.number)
    recalls = scheduler.recalls_after(memories.elapsed)
    due_by_day = count_due(states, day.number)
    due_by_day.update(map(day.day_of, card_states.load_step_ends(connection, selection, day.number)))
    return CardFigures(
        count_cards(states, intervals),
        due_by_day,
        count_intervals(states, intervals),
        distribute_days(memories.stabilities),
        distribute_shares(difficulty_shares(memories.difficulties)),
        distribute_shares(recalls),
        _added_by_day(card_states.count_added(connection, selection), clock),
        group_by_first_day(memories.first_days, recalls),
    )


def _added_by_day(added: Mapping[int, int], clock: Clock) -> dict[int, int]:
    day_start_hour = clock.day_start_hour()
    by_day: Counter[int] = Counter()
    for at, cards in added.items():
        by_day[study_day_at(at, clock.zone, day_start_hour)] += cards
    return by_day


def load_memory_figures(collection: Collection, scope: Scope, clock: Clock) -> MemoryFigures:
    """Return what is remembered, and which cards are not. The facts about reviews must be up to date, and notes must be
    indexed."""
    remembered_by_day = _load_remembered(collection, scope.selection, clock.today())
    with collection.read_transaction() as connection:
        choose_cards(connection, scope.selection)
        choose_present_cards(connection)
        return _memory_figures(collection, scope, clock, remembered_by_day)


def _memory_figures(
    collection: Collection,
    scope: Scope,
    clock: Clock,
    remembered_by_day: Mapping[int, float],
) -> MemoryFigures:
    connection = collection.connection
    scheduler = load_scheduler(connection)
    memories = card_states.load_memory_by_group(connection, scope.selection, clock.today())
    forgotten = card_states.load_most_forgotten(connection, scope.selection, MIN_LAPSES, _MOST_FORGOTTEN)
    return MemoryFigures(
        remembered_by_day,
        _group(memories, attrgetter("section"), scheduler),
        _group(memories, attrgetter("evidence"), scheduler),
        tuple(ForgottenCard(one.card, one.lapses, estimate_lapses(one.predicted)) for one in forgotten),
    )


def _load_remembered(collection: Collection, selection: Selection, today: int) -> dict[int, float]:
    """Return the expected numbers of cards recalled, and keep those of all decks and of each of some decks."""
    computed_by_deck: dict[str, dict[int, float]] = {}
    with collection.read_transaction() as connection:
        choose_cards(connection, selection)
        first = reviews.find_first_day(connection, selection)
        if first is None:
            return {}
        expected = dict.fromkeys(sample_days(first, today), 0.0)
        for deck, cards in _parts(selection).items():
            known = {} if deck is None else remembered.load_remembered(connection, deck)
            missing = [day for day in expected if day not in known]
            computed = _expect_recalled(collection, cards, missing) if missing else {}
            if deck is not None and computed:
                computed_by_deck[deck] = computed
            for day in expected:
                expected[day] += computed[day] if day in computed else known[day]
    if computed_by_deck:
        with collection.transaction() as connection:
            for deck, computed in computed_by_deck.items():
                remembered.save_remembered(connection, deck, computed)
    return expected


def _parts(selection: Selection) -> dict[str | None, Selection]:
    """Return the parts of a selection by the deck for which their numbers are kept: None if they aren't kept."""
    match selection:
        case AllCards():
            return {ALL_DECKS: selection}
        case CardsOfDecks(decks):
            return {deck: CardsOfDecks((deck,)) for deck in decks}
        case FoundCards():
            return {None: selection}
        case _:
            assert_never(selection)


def _expect_recalled(collection: Collection, selection: Selection, days: Sequence[int]) -> dict[int, float]:
    """Return the expected numbers of cards recalled on study days, in ascending order."""
    connection = collection.connection
    scheduler = load_scheduler(connection)
    if journal_position.newest_day(connection) <= days[0]:
        elapsed_by_day = {day: remembered.load_elapsed(connection, selection, day) for day in days}
        return {day: sum(scheduler.recalls_after(elapsed)) for day, elapsed in elapsed_by_day.items()}
    periods = remembered.iterate_memory_periods(connection, selection, days[0])
    return dict(zip(days, expected_recalled(periods, days, scheduler.recall_function()), strict=True))


def _group(
    memories: Iterable[GroupMemory], name_of: Callable[[GroupMemory], str], scheduler: Scheduler
) -> tuple[GroupRecall, ...]:
    """Return the groups by name."""
    by_name: dict[str, list[GroupMemory]] = defaultdict(list)
    for memory in memories:
        by_name[name_of(memory)].append(memory)
    return tuple(
        _recall_of_group(name, of_group, scheduler) for name, of_group in sorted(by_name.items()) if name
    )


def _recall_of_group(name: str, memories: Sequence[GroupMemory], scheduler: Scheduler) -> GroupRecall:
    recalls = scheduler.recalls_after(chain.from_iterable(memory.elapsed for memory in memories))
    return GroupRecall(name, sum(memory.cards for memory in memories), len(recalls), sum(recalls))
