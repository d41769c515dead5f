"""Loading the backlog of overdue cards, with what plans for it depend on."""

from collections import Counter
from collections.abc import Mapping, Sequence

from studyapp.core.options.study_options import ReviewOrder, StudyOptions
from studyapp.core.rescheduling.catching_up import ComingDays, OverdueCard, expected_returns
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.load_balancing import DayShares
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import load_languages_by_deck, load_study_options
from studyapp.services.plans.backlog import MAX_SPREAD_DAYS, Backlog
from studyapp.services.plans.study_break import count_break_days, load_usual_day
from studyapp.services.workload.today_plan import load_card_times
from studyapp.store import schedules, session_card_queries
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.plans import days_off, exams

_SAMPLE = 50
"""Of so many overdue cards is computed when they come again if they are forgotten."""


def load_backlog(
    collection: Collection, decks: Sequence[str], clock: Clock, default_languages: CardLanguages
) -> Backlog:
    """Return the backlog of these decks as of today."""
    today = clock.today()
    with collection.read_transaction() as connection:
        languages_by_deck = load_languages_by_deck(collection, decks, default_languages)
        options = load_study_options(collection)
        scheduler = load_scheduler(connection).for_options(options)
        shares = _load_shares(collection, options, today)
        overdue = _load_overdue(collection, languages_by_deck, today, scheduler, shares)
        due_counts = _count_due(collection, languages_by_deck, today)
        due_counts[0] -= len(overdue)
        returns = _estimate_returns(collection, overdue, scheduler, today)
        return Backlog(
            today,
            overdue,
            ComingDays(due_counts, shares, scheduler.desired_retention, returns),
            load_card_times(collection, today).review,
            count_break_days(collection, today, len(overdue)),
            load_usual_day(collection, today),
            options.minutes_per_day,
        )


def _load_shares(collection: Collection, options: StudyOptions, today: int) -> list[float]:
    with collection.read_transaction() as connection:
        day_shares = DayShares(options.easy_days, days_off.load_after(connection, today - 1))
    shares = [day_shares.share_on(today + offset) for offset in range(MAX_SPREAD_DAYS)]
    return shares if any(shares) else [1.0] * MAX_SPREAD_DAYS


def _load_overdue(
    collection: Collection,
    languages_by_deck: Mapping[str, CardLanguages],
    today: int,
    scheduler: Scheduler,
    shares: Sequence[float],
) -> list[OverdueCard]:
    with collection.read_transaction() as connection:
        ranked = [
            ranked_card
            for deck, languages in languages_by_deck.items()
            for ranked_card in session_card_queries.due_reviews(
                connection, deck, today, languages, ReviewOrder.LOWEST_RETRIEVABILITY, days_ahead=-1
            )
        ]
        exam_by_card = exams.load_next_exams(connection, today)
    recall_after = scheduler.recall_function()
    return [
        OverdueCard(card, recall_after(-rank), _find_last_day(exam_by_card.get(card), today, shares))
        for rank, card in sorted(ranked, key=lambda each: (-each[0], each[1]))
    ]


def _find_last_day(exam: ExamDays | None, today: int, shares: Sequence[float]) -> int | None:
    """Return the last day before an exam on which cards may be due, as a number of days from today: no day off, if possible."""
    if exam is None or exam.day - today > MAX_SPREAD_DAYS:
        return None
    days = range(exam.day - today)
    return next((day for day in reversed(days) if shares[day]), days[-1])


def _count_due(
    collection: Collection, languages_by_deck: Mapping[str, CardLanguages], today: int
) -> list[int]:
    count_by_day = Counter[int]()
    with collection.read_transaction() as connection:
        for deck, languages in languages_by_deck.items():
            count_by_day.update(
                session_card_queries.due_forecast(
                    connection, deck, today, today + MAX_SPREAD_DAYS - 1, languages
                )
            )
    return [count_by_day[today + offset] for offset in range(MAX_SPREAD_DAYS)]


def _estimate_returns(
    collection: Collection, overdue: Sequence[OverdueCard], scheduler: Scheduler, today: int
) -> list[float]:
    """Return the mean of the expected returns of some of the cards, weighted by how likely they are forgotten."""
    sample = overdue[:: max(1, len(overdue) // _SAMPLE)]
    with collection.read_transaction() as connection:
        schedule_by_card = schedules.load_many(connection, [one.card for one in sample])
    total, weight = [0.0] * MAX_SPREAD_DAYS, 0.0
    for one in sample:
        schedule = schedule_by_card[one.card]
        if schedule.memory is None or schedule.last_review_day is None:
            continue
        elapsed = today - schedule.last_review_day
        returns = expected_returns(scheduler, schedule.memory, elapsed, MAX_SPREAD_DAYS)
        total = [so_far + (1 - one.recall) * number for so_far, number in zip(total, returns, strict=True)]
        weight += 1 - one.recall
    return [number / weight for number in total] if weight else total
