"""A learner's progress as Anki has it: the state of a card, and its lines in the review log.

Types, queues and the review log follow Anki's scheduler version 2 with FSRS; read in its source, tested against it.
"""

import json
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryKind, effective
from studyapp.core.study.schedule import Learning, New, Relearning, Review, Schedule, after
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.study.study_options import StudyOptions
from studyapp.core.transfer.review_log import LogKind, LogLine

_USUAL_EASE = 2500
_ANKI = "anki:"
_NO_EASE = 0
"""In the review log it tells a card that was forgotten on purpose from one whose day was chosen."""


class Calendar(NamedTuple):
    """Anki's days: counted from the study day `first_day`, which began at `began_at` (unix seconds), so many
    minutes west of Greenwich, `rollover` hours after midnight. `today` is a study day."""

    first_day: int
    began_at: int
    minutes_west: int
    rollover: int
    today: int


class CardState(IntEnum):
    """Anki's `type` of a card."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


class Queue(IntEnum):
    """Anki's `queue` of a card."""

    BURIED = -3
    BURIED_BY_ANKI = -2
    SUSPENDED = -1
    NEW = 0
    LEARNING = 1
    REVIEW = 2
    LEARNING_BY_DAYS = 3


class CardProgress(NamedTuple):
    """Where a card stands, and all of its entries."""

    schedule: Schedule
    entries: tuple[Entry, ...]


class AnkiCard(NamedTuple):
    """A card in Anki; `ordinal` counts from 0, `due` is a place for a new card, unix seconds while it is learned, else a
    day of the calendar."""

    ordinal: int
    state: CardState = CardState.NEW
    queue: Queue = Queue.NEW
    due: int | None = None
    """None for the place of its note."""

    interval: int = 0
    factor: int = 0
    reviews: int = 0
    lapses: int = 0
    left: int = 0
    flag: int = 0
    data: str = ""
    log: tuple[LogLine, ...] = ()
    changed_at: int = 0
    """Unix seconds of the last thing done to it."""

    came: frozenset[int] = frozenset()
    """The moments of what was done to it in Anki, from where it came."""


def device_of(card: CardId) -> str:
    """In whose name the entries of a card from Anki stand: with the moment, that tells each from all others."""
    return f"{_ANKI}{card}"


def is_from_anki(entry: Entry) -> bool:
    """Whether it came from there."""
    return entry.id.device.startswith(_ANKI)


def anki_card(
    ordinal: int, progress: CardProgress, options: StudyOptions, scheduler: Scheduler, calendar: Calendar
) -> AnkiCard:
    """The card with this progress, studied by these options."""
    schedule = progress.schedule
    found = _in_its_phase(ordinal, schedule, options, calendar)._replace(
        reviews=schedule.reviews,
        lapses=schedule.lapses,
        flag=schedule.flag,
        log=tuple(log_lines(progress.entries, scheduler)),
        changed_at=max((entry.at for entry in progress.entries), default=0) // 1000 + 1,
        came=frozenset(entry.at for entry in progress.entries if is_from_anki(entry)),
    )
    if schedule.memory is not None:
        found = found._replace(data=_data(schedule.memory, schedule, options, scheduler))
    if schedule.suspended:
        return found._replace(queue=Queue.SUSPENDED)
    return found._replace(queue=Queue.BURIED) if schedule.buried_on == calendar.today else found


def _in_its_phase(ordinal: int, schedule: Schedule, options: StudyOptions, calendar: Calendar) -> AnkiCard:
    match schedule.phase:
        case New():
            return AnkiCard(ordinal)
        case Learning(step=step, due_at=due_at):
            left = _left(options.learning_steps, step)
            return AnkiCard(
                ordinal, CardState.LEARNING, Queue.LEARNING, due_at // 1000, 0, _USUAL_EASE, left=left
            )
        case Relearning(step=step, due_at=due_at):
            left = _left(options.relearning_steps, step)
            return AnkiCard(
                ordinal, CardState.RELEARNING, Queue.LEARNING, due_at // 1000, 1, _USUAL_EASE, left=left
            )
        case Review(due_day=due_day):
            interval = max(1, due_day - (schedule.last_day if schedule.last_day is not None else due_day))
            due = due_day - calendar.first_day
            return AnkiCard(ordinal, CardState.REVIEW, Queue.REVIEW, due, interval, _USUAL_EASE)


def _left(steps: tuple[float, ...], taken: int) -> int:
    """The steps that are left, today's in the thousands."""
    return 1001 * max(1, len(steps) - taken)


def _data(memory: Memory, schedule: Schedule, options: StudyOptions, scheduler: Scheduler) -> str:
    """FSRS's memory with as many digits as Anki keeps."""
    values: dict[str, float] = {
        "s": round(memory.stability, 4),
        "d": round(memory.difficulty, 3),
        "dr": round(options.retention / 100, 2),
        "decay": round(scheduler.parameters[20], 3),
    }
    if schedule.last_at is not None:
        values["lrt"] = schedule.last_at // 1000
    return json.dumps(values, separators=(",", ":"))


def log_lines(entries: Iterable[Entry], scheduler: Scheduler) -> Iterator[LogLine]:
    """The entries that stand and have a place in the review log, in their order."""
    schedule, last = Schedule(), 0
    for entry in effective(entries):
        before, schedule = schedule, after(schedule, entry, scheduler)
        if entry.kind is EntryKind.REVIEW and entry.rating is not None:
            interval = _interval(entry)
            factor = _factor(schedule)
            yield LogLine(entry.at, int(entry.rating), interval, last, factor, entry.took, _kind(before))
            last = interval
        elif entry.kind is EntryKind.SET_DUE:
            last = _interval(entry)
            yield LogLine(entry.at, 0, last, last, _factor(schedule), 0, LogKind.MANUAL)
        elif entry.kind is EntryKind.FORGET:
            last = 0
            yield LogLine(entry.at, 0, 0, 0, _NO_EASE, 0, LogKind.MANUAL)


def _kind(before: Schedule) -> LogKind:
    """FSRS in Anki reads a history from a line of learning on, so the first rating is one whatever the card was."""
    if before.memory is None or isinstance(before.phase, Learning):
        return LogKind.LEARNING
    return LogKind.RELEARNING if isinstance(before.phase, Relearning) else LogKind.REVIEW


def _interval(entry: Entry) -> int:
    if entry.due_day is not None:
        return entry.due_day - entry.day
    return -max(1, round(((entry.due_at or entry.at) - entry.at) / 1000))


def _factor(schedule: Schedule) -> int:
    """What FSRS in Anki writes in place of an ease: the difficulty, from 100 to 1100."""
    if schedule.memory is None:
        return _USUAL_EASE
    return round(((schedule.memory.difficulty - 1) / 9 + 0.1) * 1000)
