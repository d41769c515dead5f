"""A learner's progress as Anki has it: the state of a card, and its lines in the review log.

Types, queues and the review log follow Anki's scheduler version 2 with FSRS; read in its source, tested against it.
"""

import json
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryKind, effective_entries
from studyapp.core.study.schedule import (
    LearningPhase,
    NewPhase,
    RelearningPhase,
    ReviewPhase,
    Schedule,
    apply_entry,
)
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.transfer.review_log import ReviewLogKind, ReviewLogRow

_DEFAULT_EASE = 2500
_DEVICE_PREFIX = "anki:"
_FORGET_FACTOR = 0
"""In the review log it tells a card that was forgotten on purpose from one whose day was chosen."""


class AnkiCalendar(NamedTuple):
    """Anki's days: counted from the study day `first_day`, which began at `began_at` (unix seconds), so many
    minutes west of Greenwich, `rollover` hours after midnight. `today` is a study day."""

    first_day: int
    created_at: int
    minutes_west: int
    rollover_hour: int
    today: int


class CardState(IntEnum):
    """Anki's `type` of a card."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


class CardQueue(IntEnum):
    """Anki's `queue` of a card."""

    BURIED_BY_USER = -3
    BURIED_BY_SCHEDULER = -2
    SUSPENDED = -1
    NEW = 0
    LEARNING = 1
    REVIEW = 2
    INTERDAY_LEARNING = 3


class CardProgress(NamedTuple):
    """Where a card stands, and all of its entries."""

    schedule: Schedule
    entries: tuple[Entry, ...]


class AnkiCard(NamedTuple):
    """A card in Anki; `ordinal` counts from 0, `due` is a place for a new card, unix seconds while it is learned, else a
    day of the calendar."""

    ordinal: int
    state: CardState = CardState.NEW
    queue: CardQueue = CardQueue.NEW
    due: int | None = None
    """None for the place of its note."""

    interval: int = 0
    factor: int = 0
    reviews: int = 0
    lapses: int = 0
    left: int = 0
    flag: int = 0
    data: str = ""
    log: tuple[ReviewLogRow, ...] = ()
    changed_at: int = 0
    """Unix seconds of the last thing done to it."""

    imported_times: frozenset[int] = frozenset()
    """The moments of what was done to it in Anki, from where it came."""


def import_device_id(card_id: CardId) -> str:
    """In whose name the entries of a card from Anki stand: with the moment, that tells each from all others."""
    return f"{_DEVICE_PREFIX}{card_id}"


def is_imported_entry(entry: Entry) -> bool:
    """Whether it came from there."""
    return entry.id.device.startswith(_DEVICE_PREFIX)


def build_anki_card(
    ordinal: int, progress: CardProgress, options: StudyOptions, scheduler: Scheduler, calendar: AnkiCalendar
) -> AnkiCard:
    """The card with this progress, studied by these options."""
    schedule = progress.schedule
    found = _card_for_phase(ordinal, schedule, options, calendar)._replace(
        reviews=schedule.review_count,
        lapses=schedule.lapse_count,
        flag=schedule.flag,
        log=tuple(build_review_log(progress.entries, scheduler)),
        changed_at=max((entry.at for entry in progress.entries), default=0) // 1000 + 1,
        imported_times=frozenset(entry.at for entry in progress.entries if is_imported_entry(entry)),
    )
    if schedule.memory is not None:
        found = found._replace(data=_card_data_json(schedule.memory, schedule, options, scheduler))
    if schedule.is_suspended:
        return found._replace(queue=CardQueue.SUSPENDED)
    return (
        found._replace(queue=CardQueue.BURIED_BY_USER) if schedule.buried_on_day == calendar.today else found
    )


def _card_for_phase(
    ordinal: int, schedule: Schedule, options: StudyOptions, calendar: AnkiCalendar
) -> AnkiCard:
    match schedule.phase:
        case NewPhase():
            return AnkiCard(ordinal)
        case LearningPhase(steps_done=step, due_at=due_at):
            left = _remaining_steps(options.learning_steps, step)
            return AnkiCard(
                ordinal, CardState.LEARNING, CardQueue.LEARNING, due_at // 1000, 0, _DEFAULT_EASE, left=left
            )
        case RelearningPhase(steps_done=step, due_at=due_at):
            left = _remaining_steps(options.relearning_steps, step)
            return AnkiCard(
                ordinal, CardState.RELEARNING, CardQueue.LEARNING, due_at // 1000, 1, _DEFAULT_EASE, left=left
            )
        case ReviewPhase(due_day=due_day):
            interval = max(
                1, due_day - (schedule.last_review_day if schedule.last_review_day is not None else due_day)
            )
            due = due_day - calendar.first_day
            return AnkiCard(ordinal, CardState.REVIEW, CardQueue.REVIEW, due, interval, _DEFAULT_EASE)


def _remaining_steps(steps: tuple[float, ...], steps_done: int) -> int:
    """The steps that are left, today's in the thousands."""
    return 1001 * max(1, len(steps) - steps_done)


def _card_data_json(memory: Memory, schedule: Schedule, options: StudyOptions, scheduler: Scheduler) -> str:
    """FSRS's memory with as many digits as Anki keeps."""
    values: dict[str, float] = {
        "s": round(memory.stability, 4),
        "d": round(memory.difficulty, 3),
        "dr": round(options.desired_retention_percent / 100, 2),
        "decay": round(scheduler.parameters[20], 3),
    }
    if schedule.last_review_at is not None:
        values["lrt"] = schedule.last_review_at // 1000
    return json.dumps(values, separators=(",", ":"))


def build_review_log(entries: Iterable[Entry], scheduler: Scheduler) -> Iterator[ReviewLogRow]:
    """The entries that stand and have a place in the review log, in their order."""
    schedule, last = Schedule(), 0
    for entry in effective_entries(entries):
        before, schedule = schedule, apply_entry(schedule, entry, scheduler)
        if entry.kind is EntryKind.REVIEW and entry.rating is not None:
            interval = _interval(entry)
            factor = _difficulty_factor(schedule)
            yield ReviewLogRow(
                entry.at, int(entry.rating), interval, last, factor, entry.duration_ms, _review_kind(before)
            )
            last = interval
        elif entry.kind is EntryKind.SET_DUE:
            last = _interval(entry)
            yield ReviewLogRow(entry.at, 0, last, last, _difficulty_factor(schedule), 0, ReviewLogKind.MANUAL)
        elif entry.kind is EntryKind.RESET:
            last = 0
            yield ReviewLogRow(entry.at, 0, 0, 0, _FORGET_FACTOR, 0, ReviewLogKind.MANUAL)


def _review_kind(schedule_before: Schedule) -> ReviewLogKind:
    """FSRS in Anki reads a history from a line of learning on, so the first rating is one whatever the card was."""
    if schedule_before.memory is None or isinstance(schedule_before.phase, LearningPhase):
        return ReviewLogKind.LEARNING
    return (
        ReviewLogKind.RELEARNING
        if isinstance(schedule_before.phase, RelearningPhase)
        else ReviewLogKind.REVIEW
    )


def _interval(entry: Entry) -> int:
    if entry.due_day is not None:
        return entry.due_day - entry.study_day
    return -max(1, round(((entry.due_at or entry.at) - entry.at) / 1000))


def _difficulty_factor(schedule: Schedule) -> int:
    """What FSRS in Anki writes in place of an ease: the difficulty, from 100 to 1100."""
    if schedule.memory is None:
        return _DEFAULT_EASE
    return round(((schedule.memory.difficulty - 1) / 9 + 0.1) * 1000)
