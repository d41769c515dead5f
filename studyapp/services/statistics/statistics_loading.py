"""Loading the figures of the statistics page."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from studyapp.core.statistics.calibration import calibrate_model, recall_by_confidence
from studyapp.core.statistics.card_states import difficulty_share, distribute, percent_bin
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
from studyapp.core.statistics.review_counts import count_buttons, count_by_hour, totals_by_day
from studyapp.core.statistics.review_totals import PredictionKey, ReviewKey
from studyapp.core.statistics.selection import AllCards, CardsOfDecks, Selection
from studyapp.core.statistics.streak import find_current_streak, find_longest_streak
from studyapp.core.statistics.today import count_studied
from studyapp.core.statistics.true_retention import retention_by_day
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import study_day_at
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_study_options
from studyapp.store.collection import Collection
from studyapp.store.statistics import card_states, totals
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
        found = totals.load_totals(connection, scope.selection)
        days_off = days_off_table.load(connection)
        by_day = totals_by_day(found.reviews)

        def is_anything_due(day: int) -> bool:
            return totals.has_waiting_card(connection, scope.selection, day)

        current = find_current_streak(by_day.keys(), today, days_off, is_anything_due)
        longest = find_longest_streak(by_day.keys(), today, days_off, is_anything_due)
        desired = _desired_retention(collection, scope.decks)
    in_period = _since(found.reviews, since)
    return ReviewFigures(
        count_studied(found.reviews, today),
        by_day,
        current,
        longest,
        days_off,
        retention_by_day(found.reviews),
        desired,
        count_buttons(in_period),
        count_by_hour(in_period),
        calibrate_model(_since(found.predictions, since)),
        recall_by_confidence(in_period),
    )


_Key = TypeVar("_Key", ReviewKey, PredictionKey)
_Value = TypeVar("_Value")


def _since(found: Mapping[_Key, _Value], day: int | None) -> Mapping[_Key, _Value]:
    return found if day is None else {key: value for key, value in found.items() if key.day >= day}


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
        counts = card_states.count_cards(connection, scope.selection, day.number)
        due = card_states.load_due(connection, scope.selection, day.number)
        intervals = card_states.count_intervals(connection, scope.selection)
        memory = card_states.load_memory(connection, scope.selection, day.number)
        added = card_states.count_added(connection, scope.selection)
        learned = card_states.count_learned(connection, scope.selection)
    due_by_day = Counter(due.by_day)
    due_by_day.update(map(day.day_of, due.step_ends))
    added_by_day: Counter[int] = Counter()
    for at, count in added:
        added_by_day[study_day_at(at, clock.zone, clock.day_start_hour())] += count
    recall_after = scheduler.recall_function()
    retrievabilities = [
        recall_after(days / stability)
        for stability, days in zip(memory.stabilities, memory.days, strict=True)
    ]
    return CardFigures(
        counts,
        due_by_day,
        intervals,
        distribute(memory.stabilities, int),
        distribute([difficulty_share(one) for one in memory.difficulties], percent_bin),
        distribute(retrievabilities, percent_bin),
        added_by_day,
        learned,
    )


def load_memory_figures(
    collection: Collection, scope: Scope, clock: Clock, scheduler: Scheduler
) -> MemoryFigures:
    """Return what is remembered, and which cards are not. Notes must be indexed."""
    today = clock.today()
    recall_after = scheduler.recall_function()
    remembered = _load_remembered(collection, scope, today, recall_after)
    with collection.read_transaction() as connection:
        choose_cards(connection, scope.selection)
        sections, evidence = (
            _group(card_states.load_memory_by_group(connection, scope.selection, today, column), recall_after)
            for column in card_states.GroupColumn
        )
        forgotten = card_states.load_most_forgotten(connection, scope.selection, MIN_LAPSES, _MOST_FORGOTTEN)
        estimates = [estimate_lapses(load_facts(connection, one.card)) for one in forgotten]
    return MemoryFigures(
        remembered,
        sections,
        evidence,
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
        first = totals.first_day(connection, scope.selection)
        if first is None:
            return {}
        known = {} if kept_for is None else totals.load_remembered(connection, kept_for)
        days = sample_days(first, today)
        missing = [day for day in days if day not in known]
        if not missing:
            return {day: known[day] for day in days}
        periods = totals.iterate_memory_periods(connection, scope.selection, missing[0])
        computed = dict(zip(missing, expected_recalled(periods, missing, recall_after), strict=True))
    if kept_for is not None:
        with collection.transaction() as connection:
            totals.save_remembered(connection, kept_for, computed)
    return {day: computed[day] if day in computed else known[day] for day in days}


def _kept_deck(selection: Selection) -> str | None:
    """Return the deck for whose cards numbers are kept; None if this selection is another one."""
    if isinstance(selection, AllCards):
        return ALL_DECKS
    return selection.decks[0] if isinstance(selection, CardsOfDecks) and len(selection.decks) == 1 else None


def _group(
    memories: Iterable[GroupMemory], recall_after: Callable[[float], float]
) -> tuple[GroupRecall, ...]:
    """Return the groups by name."""
    by_name: dict[str, list[GroupMemory]] = defaultdict(list)
    for memory in memories:
        by_name[memory.group].append(memory)
    return tuple(_recall_of_group(name, of_group, recall_after) for name, of_group in sorted(by_name.items()))


def _recall_of_group(
    name: str, memories: list[GroupMemory], recall_after: Callable[[float], float]
) -> GroupRecall:
    expected = [
        recall_after(memory.days / memory.stability)
        for memory in memories
        if memory.stability is not None and memory.days is not None
    ]
    return GroupRecall(name, len(memories), len(expected), sum(expected))
