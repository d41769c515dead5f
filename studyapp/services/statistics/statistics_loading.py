"""Loading the figures of the statistics page."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from operator import attrgetter, truediv
from typing import NamedTuple

from studyapp.core.statistics.calibration import calibrate_model
from studyapp.core.statistics.card_states import (
    count_cards,
    count_due,
    count_first_days,
    count_intervals,
    difficulty_share,
    distribute_days,
    distribute_shares,
    known_memory,
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
from studyapp.core.statistics.review_counts import count_buttons, totals_by_day
from studyapp.core.statistics.selection import AllCards, CardsOfDecks, Selection
from studyapp.core.statistics.streak import count_waiting, find_streaks
from studyapp.core.statistics.today import count_studied
from studyapp.core.statistics.true_retention import retention_by_day
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import study_day_at
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_study_options
from studyapp.store.collection import Collection
from studyapp.store.statistics import card_states, remembered, reviews
from studyapp.store.statistics import days_off as days_off_table
from studyapp.store.statistics.card_states import GroupMemory
from studyapp.store.statistics.review_facts import load_facts
from studyapp.store.statistics.selected_cards import choose_cards
from studyapp.store.stored_options import ALL_DECKS

_MOST_FORGOTTEN = 50


class Scope(NamedTuple):
    """Which cards, decks and time figures are about. `decks` are those that contain the selected cards."""

    selection: Selection
    decks: tuple[str, ...]
    period: Period = Period.ALL


def load_report(collection: Collection, scope: Scope, clock: Clock, scheduler: Scheduler) -> StatisticsReport:
    """Return all figures. The facts about reviews must be up to date. Raises StoreError if the collection can't be read or
    written."""
    reviews = load_review_figures(collection, scope, clock)
    cards = load_card_figures(collection, scope, clock, scheduler)
    return StatisticsReport(
        clock.today(), scope.period, reviews, cards, load_memory_figures(collection, scope, clock, scheduler)
    )


def load_review_figures(collection: Collection, scope: Scope, clock: Clock) -> ReviewFigures:
    """Return what was studied."""
    today = clock.today()
    since = first_day_of(scope.period, today)
    with collection.read_transaction() as connection:
        choose_cards(connection, scope.selection)
        days = reviews.load_days(connection, scope.selection)
        days_off = days_off_table.load(connection)
        by_day = totals_by_day(days)
        is_anything_due = _due_function(collection, scope.selection)
        streaks = find_streaks(by_day.keys(), today, days_off, is_anything_due)
        return ReviewFigures(
            count_studied(days, today),
            by_day,
            streaks.current,
            streaks.longest,
            days_off,
            retention_by_day(days),
            _desired_retention(collection, scope.decks),
            count_buttons(reviews.sum_days(connection, scope.selection, since)),
            reviews.load_hours(connection, scope.selection, since),
            calibrate_model(reviews.load_predictions(connection, scope.selection, since)),
            reviews.load_confidences(connection, scope.selection, since),
        )


def _due_function(collection: Collection, selection: Selection) -> Callable[[int], bool]:
    """Return the function that tells whether a card was due on a study day without reviews, and stayed so."""
    waiting = count_waiting(reviews.load_waiting_changes(collection.connection, selection))
    first_due_day = reviews.find_first_due_day(collection.connection, selection)
    return lambda day: waiting(day) > 0 or (first_due_day is not None and first_due_day <= day)


def _desired_retention(collection: Collection, decks: Iterable[str]) -> float | None:
    """Return the desired retention of these decks, from 0 to 1; None if they differ."""
    percents = {load_study_options(collection, deck).desired_retention_percent for deck in decks}
    return percents.pop() / 100 if len(percents) == 1 else None


def load_card_figures(
    collection: Collection, scope: Scope, clock: Clock, scheduler: Scheduler
) -> CardFigures:
    """Return the states of the cards as they are now."""
    day = clock.study_day()
    with collection.read_transaction() as connection:
        choose_cards(connection, scope.selection)
        states = card_states.count_states(connection, scope.selection, day.number)
        started = card_states.load_started(connection, scope.selection, day.number)
        step_ends = card_states.load_step_ends(connection, scope.selection, day.number)
        added = card_states.count_added(connection, scope.selection)
    due_by_day = count_due(states, day.number)
    due_by_day.update(map(day.day_of, step_ends))
    added_by_day: Counter[int] = Counter()
    for at, count in added:
        added_by_day[study_day_at(at, clock.zone, clock.day_start_hour())] += count
    memory = known_memory(started)
    recall_after = scheduler.recall_function()
    elapsed = map(truediv, memory.days, memory.stabilities)
    return CardFigures(
        count_cards(states, started),
        due_by_day,
        count_intervals(states, started),
        distribute_days(memory.stabilities),
        distribute_shares(map(difficulty_share, memory.difficulties)),
        distribute_shares(map(recall_after, elapsed)),
        added_by_day,
        count_first_days(started),
    )


def load_memory_figures(
    collection: Collection, scope: Scope, clock: Clock, scheduler: Scheduler
) -> MemoryFigures:
    """Return what is remembered, and which cards are not. Notes must be indexed."""
    today = clock.today()
    recall_after = scheduler.recall_function()
    remembered_by_day = _load_remembered(collection, scope, today, recall_after)
    with collection.read_transaction() as connection:
        choose_cards(connection, scope.selection)
        memories = card_states.load_memory_by_group(connection, scope.selection, today)
        forgotten = card_states.load_most_forgotten(connection, scope.selection, MIN_LAPSES, _MOST_FORGOTTEN)
        estimates = [estimate_lapses(load_facts(connection, one.card)) for one in forgotten]
    return MemoryFigures(
        remembered_by_day,
        _group(memories, attrgetter("section"), recall_after),
        _group(memories, attrgetter("evidence"), recall_after),
        tuple(
            ForgottenCard(card, lapses, estimate)
            for (card, lapses), estimate in zip(forgotten, estimates, strict=True)
        ),
    )


def _load_remembered(
    collection: Collection, scope: Scope, today: int, recall_after: Callable[[float], float]
) -> dict[int, float]:
    """Return the expected numbers of cards recalled, and keep those of all decks and of single ones."""
    kept_for = _kept_deck(scope.selection)
    with collection.read_transaction() as connection:
        choose_cards(connection, scope.selection)
        first = reviews.find_first_day(connection, scope.selection)
        if first is None:
            return {}
        known = {} if kept_for is None else remembered.load_remembered(connection, kept_for)
        days = sample_days(first, today)
        missing = [day for day in days if day not in known]
        if not missing:
            return {day: known[day] for day in days}
        periods = remembered.iterate_memory_periods(connection, scope.selection, missing[0])
        computed = dict(zip(missing, expected_recalled(periods, missing, recall_after), strict=True))
    if kept_for is not None:
        with collection.transaction() as connection:
            remembered.save_remembered(connection, kept_for, computed)
    return {day: computed[day] if day in computed else known[day] for day in days}


def _kept_deck(selection: Selection) -> str | None:
    """Return the deck for whose cards numbers are kept; None if this selection is another one."""
    if isinstance(selection, AllCards):
        return ALL_DECKS
    return selection.decks[0] if isinstance(selection, CardsOfDecks) and len(selection.decks) == 1 else None


def _group(
    memories: Iterable[GroupMemory],
    group_of: Callable[[GroupMemory], str],
    recall_after: Callable[[float], float],
) -> tuple[GroupRecall, ...]:
    """Return the groups by name."""
    by_name: dict[str, list[GroupMemory]] = defaultdict(list)
    for memory in memories:
        by_name[group_of(memory)].append(memory)
    return tuple(
        _recall_of_group(name, of_group, recall_after) for name, of_group in sorted(by_name.items()) if name
    )


def _recall_of_group(
    name: str, memories: list[GroupMemory], recall_after: Callable[[float], float]
) -> GroupRecall:
    expected = [
        recall_after(memory.days / memory.stability)
        for memory in memories
        if memory.stability is not None and memory.days is not None
    ]
    return GroupRecall(name, len(memories), len(expected), sum(expected))
