"""The learner's progress in Anki's format.

Card types and queues follow Anki's scheduler version 2 with FSRS, as found in Anki's source
code and tested with Anki.
"""

import json
from enum import IntEnum
from typing import NamedTuple

from studyapp.anki.review_log import DEFAULT_EASE, build_review_log
from studyapp.core.cards.card_id import CardId
from studyapp.core.options.study_options import StudyOptions
from studyapp.core.study.journal import (
    IMPORTED_DEVICE_PREFIX,
    Entry,
    is_imported_entry,
)
from studyapp.core.study.schedule import (
    LearningPhase,
    NewPhase,
    RelearningPhase,
    ReviewPhase,
    Schedule,
    interday_step_due_day,
)
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.study.study_day import StudyDay
from studyapp.core.transfer.anki_review_log import ReviewLogRow


class AnkiCalendar(NamedTuple):
    """How Anki counts days.

    `first_day` is the study day that is Anki's day 0, and `created_at` is the time at which it started (unix
    seconds). `minutes_west` is the time zone in minutes west of UTC, and `rollover_hour` the hour at which days
    start.
    """

    first_day: int
    created_at: int
    minutes_west: int
    rollover_hour: int
    today: StudyDay


class CardState(IntEnum):
    """The `type` column of a card in Anki."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


class CardQueue(IntEnum):
    """The `queue` column of a card in Anki."""

    BURIED_BY_USER = -3
    BURIED_BY_SCHEDULER = -2
    SUSPENDED = -1
    NEW = 0
    LEARNING = 1
    REVIEW = 2
    INTERDAY_LEARNING = 3


class CardProgress(NamedTuple):
    """The schedule and all journal entries of a card."""

    schedule: Schedule
    entries: tuple[Entry, ...]


class AnkiCard(NamedTuple):
    """A card in Anki's format.

    `ordinal` counts from 0. `due` is the position of a new card, Unix seconds for a card in learning, and a
    day of the calendar for a card in review or in a step of a day or more.
    """

    ordinal: int
    state: CardState = CardState.NEW
    queue: CardQueue = CardQueue.NEW
    due: int | None = None
    """None stands for the position of the note."""

    interval: int = 0
    factor: int = 0
    review_count: int = 0
    lapse_count: int = 0
    remaining_steps: int = 0
    flag: int = 0
    data: str = ""
    review_log: tuple[ReviewLogRow, ...] = ()
    changed_at: int = 0
    """Unix seconds of the last change to the card."""

    imported_times: frozenset[int] = frozenset()
    """UTC ms of the journal entries that were imported from Anki."""

    @property
    def is_due_on_day(self) -> bool:
        """Whether `due` is a day of the calendar."""
        return self.state is CardState.REVIEW or (
            self.state in STEP_STATES and self.due is not None and is_day_number(self.due)
        )


STEP_STATES = (CardState.LEARNING, CardState.RELEARNING)
_MAX_DAY_NUMBER = 1_000_000_000


def is_day_number(due: int) -> bool:
    """Return whether the `due` of a card in its steps is a day rather than Unix seconds, by Anki's rule."""
    return due <= _MAX_DAY_NUMBER


def imported_entry_device_id(card_id: CardId) -> str:
    """Return the device id for journal entries of this card that are imported from Anki.

    The device id and the time of an entry identify it, so that a repeated import adds no duplicates.
    """
    return f"{IMPORTED_DEVICE_PREFIX}{card_id}"


def build_anki_card(
    ordinal: int, progress: CardProgress, options: StudyOptions, scheduler: Scheduler, calendar: AnkiCalendar
) -> AnkiCard:
    """Return a card with this progress and these study options in Anki's format."""
    schedule = progress.schedule
    card = _card_for_phase(ordinal, schedule, options, calendar)._replace(
        review_count=schedule.review_count,
        lapse_count=schedule.lapse_count,
        flag=schedule.flag,
        review_log=tuple(build_review_log(progress.entries, scheduler)),
        changed_at=max((entry.at for entry in progress.entries), default=0) // 1000 + 1,
        imported_times=frozenset(entry.at for entry in progress.entries if is_imported_entry(entry)),
    )
    if schedule.memory is not None:
        card = card._replace(data=_card_data_json(schedule.memory, schedule, options, scheduler))
    if schedule.is_suspended:
        return card._replace(queue=CardQueue.SUSPENDED)
    return (
        card._replace(queue=CardQueue.BURIED_BY_USER)
        if schedule.buried_on_day == calendar.today.number
        else card
    )


def _card_for_phase(
    ordinal: int, schedule: Schedule, options: StudyOptions, calendar: AnkiCalendar
) -> AnkiCard:
    match schedule.phase:
        case NewPhase():
            return AnkiCard(ordinal)
        case LearningPhase(steps_done=step, due_at=due_at):
            card = AnkiCard(ordinal, CardState.LEARNING, interval=0)
            return _set_step_due(card, options.learning_steps, step, due_at, schedule, calendar)
        case RelearningPhase(steps_done=step, due_at=due_at):
            card = AnkiCard(ordinal, CardState.RELEARNING, interval=1)
            return _set_step_due(card, options.relearning_steps, step, due_at, schedule, calendar)
        case ReviewPhase(due_day=due_day):
            interval = max(
                1, due_day - (schedule.last_review_day if schedule.last_review_day is not None else due_day)
            )
            due = due_day - calendar.first_day
            return AnkiCard(ordinal, CardState.REVIEW, CardQueue.REVIEW, due, interval, DEFAULT_EASE)


def _set_step_due(
    card: AnkiCard,
    steps: tuple[float, ...],
    steps_done: int,
    due_at: int,
    schedule: Schedule,
    calendar: AnkiCalendar,
) -> AnkiCard:
    due_day = interday_step_due_day(schedule, calendar.today.day_of)
    if due_day is None:
        queue, due = CardQueue.LEARNING, due_at // 1000
    else:
        queue, due = CardQueue.INTERDAY_LEARNING, due_day - calendar.first_day
    return card._replace(
        queue=queue, due=due, factor=DEFAULT_EASE, remaining_steps=_remaining_steps(steps, steps_done)
    )


def _remaining_steps(steps: tuple[float, ...], steps_done: int) -> int:
    """Return Anki's `left`: the remaining steps, plus 1000 times those that remain today."""
    return 1001 * max(1, len(steps) - steps_done)


def _card_data_json(memory: Memory, schedule: Schedule, options: StudyOptions, scheduler: Scheduler) -> str:
    """Return the FSRS memory state as JSON, rounded to the precision that Anki stores."""
    values: dict[str, float] = {
        "s": round(memory.stability, 4),
        "d": round(memory.difficulty, 3),
        "dr": round(options.desired_retention_percent / 100, 2),
        "decay": round(scheduler.parameters[20], 3),
    }
    if schedule.last_review_at is not None:
        values["lrt"] = schedule.last_review_at // 1000
    return json.dumps(values, separators=(",", ":"))
