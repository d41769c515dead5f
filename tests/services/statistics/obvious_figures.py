"""The figures of the statistics, computed in the most obvious way from the whole journal."""

import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import datetime

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.calibration import Calibration, CalibrationBin
from studyapp.core.statistics.card_states import CardCounts, distribute_days, distribute_shares
from studyapp.core.statistics.remembered import sample_days
from studyapp.core.statistics.report import CardFigures, ReviewFigures
from studyapp.core.statistics.review_counts import ButtonGroup, CardGroup, RecallCount
from studyapp.core.statistics.review_facts import (
    MATURE_DAYS,
    IntervalClass,
    ReviewFact,
    ReviewKind,
    find_review_facts,
)
from studyapp.core.statistics.review_totals import ReviewTotal
from studyapp.core.statistics.streak import find_streaks
from studyapp.core.statistics.today import StudiedToday
from studyapp.core.statistics.true_retention import Retention
from studyapp.core.study.rating import Confidence, Rating
from studyapp.core.study.schedule import (
    LearningPhase,
    NewPhase,
    RelearningPhase,
    ReviewPhase,
    Schedule,
)
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import study_day_at
from studyapp.services.options.clock import Clock
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection

Facts = list[ReviewFact]


def find_facts(collection: Collection, scheduler: Scheduler, clock: Clock) -> dict[CardId, Facts]:
    """The facts about each card with reviews."""

    def hour_at(at: int) -> int:
        return datetime.fromtimestamp(at / 1000, clock.zone).hour

    with collection.read_transaction() as connection:
        found = {
            card: find_review_facts(entries, scheduler, hour_at)
            for card, entries in journal_entries.iterate_by_card(connection)
        }
    return {card: facts for card, facts in found.items() if facts}


def count(facts: Facts) -> RecallCount:
    """How many reviews there were, and how many recalled the card."""
    return RecallCount(len(facts), sum(fact.rating > Rating.AGAIN for fact in facts))


def group(fact: ReviewFact) -> CardGroup:
    """What the card was."""
    if fact.kind is ReviewKind.REVIEW:
        return CardGroup.MATURE if fact.interval is IntervalClass.MATURE else CardGroup.YOUNG
    return CardGroup.LEARNING if fact.kind is ReviewKind.LEARNING else CardGroup.RELEARNING


def obvious_review_figures(
    facts_by_card: Mapping[CardId, Facts], today: int, since: int | None, present: frozenset[CardId]
) -> ReviewFigures:
    """What was studied. `present` are the cards that aren't removed."""
    facts = [fact for of_card in facts_by_card.values() for fact in of_card]
    recent = [fact for fact in facts if since is None or fact.day >= since]
    days = sorted({fact.day for fact in facts})
    streaks = find_streaks(set(days), today, frozenset(), lambda day: _is_due(facts_by_card, day, present))
    by_day = {day: [fact for fact in facts if fact.day == day] for day in days}
    retention = {day: _retention(of_day) for day, of_day in by_day.items()}
    return ReviewFigures(
        _studied([fact for fact in facts if fact.day == today]),
        {day: _by_group(of_day) for day, of_day in by_day.items()},
        streaks.current,
        streaks.longest,
        frozenset(),
        {day: found for day, found in retention.items() if found != Retention()},
        0.9,
        {button_group: _buttons(recent, button_group) for button_group in ButtonGroup},
        tuple(count([fact for fact in recent if fact.hour == hour]) for hour in range(24)),
        _calibration(recent),
        {one: count([fact for fact in recent if fact.confidence is one]) for one in Confidence},
    )


def _is_due(facts_by_card: Mapping[CardId, Facts], day: int, present: frozenset[CardId]) -> bool:
    return any(
        fact.due_day is not None
        and fact.due_day <= day
        and (day < fact.next_day if fact.next_day is not None else card in present)
        for card, facts in facts_by_card.items()
        for fact in facts
    )


def _studied(facts: Facts) -> StudiedToday:
    kinds = [fact.kind for fact in facts]
    return StudiedToday(
        sum(fact.duration_ms for fact in facts),
        count(facts),
        count([fact for fact in facts if fact.interval is IntervalClass.MATURE]),
        kinds.count(ReviewKind.LEARNING),
        kinds.count(ReviewKind.REVIEW),
        kinds.count(ReviewKind.RELEARNING),
    )


def _by_group(facts: Facts) -> dict[CardGroup, ReviewTotal]:
    durations: dict[CardGroup, list[int]] = defaultdict(list)
    for fact in facts:
        durations[group(fact)].append(fact.duration_ms)
    return {one: ReviewTotal(len(found), sum(found)) for one, found in durations.items()}


def _retention(facts: Facts) -> Retention:
    return Retention(
        count([fact for fact in facts if fact.interval is IntervalClass.YOUNG]),
        count([fact for fact in facts if fact.interval is IntervalClass.MATURE]),
    )


def _buttons(facts: Facts, button_group: ButtonGroup) -> dict[Rating, int]:
    groups = {
        ButtonGroup.LEARNING: {CardGroup.LEARNING, CardGroup.RELEARNING},
        ButtonGroup.YOUNG: {CardGroup.YOUNG},
        ButtonGroup.MATURE: {CardGroup.MATURE},
    }[button_group]
    return {
        rating: sum(fact.rating is rating and group(fact) in groups for fact in facts) for rating in Rating
    }


def _calibration(facts: Facts) -> Calibration:
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for fact in facts:
        if fact.predicted is not None:
            bins[min(19, math.floor(fact.predicted * 20))].append((fact.predicted, fact.is_recalled))
    pairs = [pair for of_bin in bins.values() for pair in of_bin]
    if not pairs:
        return Calibration((), 0, None, None)
    found = tuple(
        CalibrationBin(
            number,
            len(of_bin),
            sum(predicted for predicted, _ in of_bin) / len(of_bin),
            sum(is_recalled for _, is_recalled in of_bin) / len(of_bin),
        )
        for number, of_bin in sorted(bins.items())
    )
    losses = [
        -math.log(min(1 - 1e-6, max(1e-6, predicted if is_recalled else 1 - predicted)))
        for predicted, is_recalled in pairs
    ]
    squares = [one.reviews * (one.predicted - one.observed) ** 2 for one in found]
    return Calibration(found, len(pairs), sum(losses) / len(pairs), math.sqrt(sum(squares) / len(pairs)))


def obvious_remembered(
    facts_by_card: Mapping[CardId, Facts], today: int, scheduler: Scheduler
) -> dict[int, float]:
    """The expected number of cards recalled on each day that is shown."""
    facts = [fact for of_card in facts_by_card.values() for fact in of_card]
    if not facts:
        return {}
    recall_after = scheduler.recall_function()
    return {
        day: sum(
            recall_after((day - fact.day) / fact.stability)
            for fact in facts
            if fact.day <= day and (fact.next_day is None or day < fact.next_day)
        )
        for day in sample_days(min(fact.day for fact in facts), today)
    }


def obvious_card_figures(
    collection: Collection, cards: frozenset[CardId], clock: Clock, scheduler: Scheduler
) -> CardFigures:
    """The states of these cards, which are present."""
    day = clock.study_day()
    with collection.read_transaction() as connection:
        stored = [schedules.load(connection, card) for card in sorted(cards)]
        moments = [_added_at(connection, card) for card in sorted(cards)]
    in_review = [(one, one.phase.due_day) for one in stored if isinstance(one.phase, ReviewPhase)]
    intervals = [max(1, due - (one.last_review_day or due)) for one, due in in_review]
    relearning = [1 for one in stored if isinstance(one.phase, RelearningPhase)]
    memories = [(one.memory, one.last_review_day) for one in stored if one.review_count]
    due_days = [
        due
        for one, due in in_review
        if not one.is_suspended and not (one.buried_on_day == day.number and due <= day.number)
    ]
    for one in stored:
        if isinstance(one.phase, LearningPhase | RelearningPhase) and _is_active(one, day.number):
            due_days.append(day.day_of(one.phase.due_at))
    return CardFigures(
        _count_states(stored, day.number),
        Counter(due_days),
        Counter([*intervals, *relearning]),
        distribute_days([memory.stability for memory, _ in memories if memory]),
        distribute_shares([(memory.difficulty - 1) / 9 for memory, _ in memories if memory]),
        distribute_shares(
            scheduler.retrievability(memory, day.number - last_day)
            for memory, last_day in memories
            if memory and last_day is not None
        ),
        Counter(study_day_at(at * 1000, clock.zone, clock.day_start_hour()) for at in moments),
        Counter(one.first_review_day for one in stored if one.first_review_day is not None),
    )


def _added_at(connection: sqlite3.Connection, card: CardId) -> int:
    row = connection.execute("SELECT at FROM note_added WHERE (deck, note) = (?, ?)", card[:2]).fetchone()
    return int(row[0])


def _is_active(schedule: Schedule, today: int) -> bool:
    return not schedule.is_suspended and schedule.buried_on_day != today


def _count_states(stored: list[Schedule], today: int) -> CardCounts:
    names = []
    for one in stored:
        match one.phase:
            case _ if one.is_suspended:
                names.append("suspended")
            case _ if one.buried_on_day == today:
                names.append("buried")
            case ReviewPhase(_, due_day):
                interval = due_day - (one.last_review_day or due_day)
                names.append("mature" if interval >= MATURE_DAYS else "young")
            case NewPhase():
                names.append("new")
            case LearningPhase():
                names.append("learning")
            case RelearningPhase():
                names.append("relearning")
    return CardCounts(**Counter(names))
