"""Card info: the schedule, retrievability, forgetting curve and history of a card."""

from dataclasses import dataclass
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.due_reason import DueReason, explain_due
from studyapp.core.statistics.leeches import LapseEstimate, estimate_lapses
from studyapp.core.statistics.review_facts import ReviewFact, find_review_facts
from studyapp.core.study.journal import Entry, EntryKind, effective_entries
from studyapp.core.study.schedule import (
    Schedule,
    elapsed_days,
    interday_step_due_day,
    is_leech,
)
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.study.study_day import StudyDay
from studyapp.services.options.option_storage import load_study_options
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler

CURVE_POINTS = 60
"""Number of points of the forgetting curve."""

_MARKED_SHARES = (0.9, 0.8, 0.7, 0.5)
"""The probabilities of recall for which the card info tells when they are reached."""


class HistoryRow(NamedTuple):
    """An entry in effect, and what is known of the memory of the card if it is a review."""

    entry: Entry
    fact: ReviewFact | None


class CurveMark(NamedTuple):
    """The number of days after the last review at which the probability of recall has fallen to `share`."""

    share: float
    days: int


class ForgettingCurve(NamedTuple):
    """The probability of recall since the last review.

    `shares` are the probabilities at `CURVE_POINTS` evenly spaced points from the last review to `days` days after it;
    `days_since_review` is where today is, and `share_today` the probability then. `desired_retention` is the share at which the deck's cards become due.
    """

    shares: tuple[float, ...]
    days: int
    days_since_review: int
    share_today: float
    desired_retention: float
    marks: tuple[CurveMark, ...]


@dataclass(frozen=True, slots=True)
class CardInfo:
    """A card on one study day.

    `history` has the journal entries in effect, oldest first. `curve` is None while the card is new, and `lapses` until FSRS
    has predicted a review. `is_leech` is True if the lapses have reached the
    deck's leech threshold. `step_due_day` is the study day on which a step of a day or more ends; None for other cards.
    """

    card: CardId
    schedule: Schedule
    history: tuple[HistoryRow, ...]
    reason: DueReason
    is_leech: bool
    curve: ForgettingCurve | None = None
    lapses: LapseEstimate | None = None
    step_due_day: int | None = None


def load_card_info(collection: Collection, card: CardId, study_day: StudyDay) -> CardInfo:
    """Return the info of a card on a study day. Raises StoreError if it can't be read."""
    with collection.read_transaction() as connection:
        schedule = schedules.load(connection, card)
        entries = effective_entries(journal_entries.load_for_card(connection, card))
        options = load_study_options(collection, card.deck_id)
        scheduler = load_scheduler(connection).for_options(options)
    facts = find_review_facts(entries, scheduler, lambda _: 0)  # hours are not shown
    remaining_facts = iter(facts)
    history = tuple(
        HistoryRow(entry, next(remaining_facts) if entry.kind is EntryKind.REVIEW else None)
        for entry in entries
    )
    memory, days = schedule.memory, elapsed_days(schedule, study_day.number)
    return CardInfo(
        card,
        schedule,
        history,
        explain_due(schedule, entries, scheduler),
        is_leech(schedule, options.leech_threshold),
        None if memory is None else _build_curve(memory, days, scheduler),
        estimate_lapses(facts),
        interday_step_due_day(schedule, study_day.day_of),
    )


def _build_curve(memory: Memory, days_since_review: int, scheduler: Scheduler) -> ForgettingCurve:
    # The stability is the time until recall falls to 90 %. The curve shows twice as much, and at least until today.
    days = max(round(2 * memory.stability), days_since_review, 1)
    return ForgettingCurve(
        tuple(
            scheduler.retrievability(memory, days * point / (CURVE_POINTS - 1))
            for point in range(CURVE_POINTS)
        ),
        days,
        days_since_review,
        scheduler.retrievability(memory, days_since_review),
        scheduler.desired_retention,
        tuple(
            CurveMark(share, round(memory.stability * scheduler.relative_elapsed_until(share)))
            for share in _MARKED_SHARES
        ),
    )
