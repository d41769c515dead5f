"""A card's review log and state in Anki as entries of the journal.

What is made of a line depends on that line and its card alone, names included: so the same package twice, or a later
one of the same collection, gives entries that are there already.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta, timezone, tzinfo
from typing import NamedTuple

from studyapp.anki.card_progress import CardState, Queue, device_of, is_from_anki
from studyapp.anki.reading.log_matching import mark_of_entry, mark_of_line, unmatched
from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind, Rating, effective
from studyapp.core.study.schedule import New, Review, Schedule, fold
from studyapp.core.study.scheduler import LONGEST_INTERVAL, Scheduler
from studyapp.core.study.study_day import study_day
from studyapp.core.transfer.import_losses import LossKind
from studyapp.core.transfer.package_model import Found, FoundCard
from studyapp.core.transfer.review_log import LogKind, LogLine

_SECOND = 1000
_DAY = 86_400_000
_LONGEST_LOOK = 3_600_000
"""Milliseconds that a rating may have taken."""

_USUAL_EASES = (0, 2500)


class Days(NamedTuple):
    """How days are counted: `day_of` gives the study day of a moment (UTC ms), `first_day` is Anki's day 0; `now` is
    the moment of the import."""

    day_of: Callable[[int], int]
    first_day: int
    now: int


def days_of(found: Found, zone: tzinfo | None, day_of: Callable[[int], int], now: int) -> Days:
    """The days of a package for a learner in this zone, whose study days are `day_of`."""
    west = found.minutes_west
    there = zone if west is None else timezone(timedelta(minutes=-west))
    # Anki counts from the date on which it began, whatever the hour.
    return Days(day_of, study_day(found.began_at * _SECOND, there, 0), now)


class Carried(NamedTuple):
    """Entries of a card, and what could not be carried."""

    entries: tuple[Entry, ...]
    losses: tuple[LossKind, ...]


def history(card: CardId, found: FoundCard, days: Days) -> Carried:
    """The lines of the review log."""
    entries: list[Entry] = []
    losses: list[LossKind] = []
    for line in found.log:
        entry = _entry(card, line, days)
        if isinstance(entry, Entry):
            entries.append(entry)
        else:
            losses.append(entry)
    if entries and entries[-1].kind is EntryKind.REVIEW and entries[-1].due_at is not None:
        due_at = _step_due(found, days)
        if due_at is not None:  # Anki spreads the wait a little after it has written it down
            entries[-1] = entries[-1]._replace(due_at=due_at)
    return Carried(tuple(entries), tuple(losses))


class NewerHere(NamedTuple):
    """What was done to a card here that Anki has not: to its schedule, by putting it away, or by a flag."""

    schedule: bool
    away: bool
    flag: bool


def newer_here(found: FoundCard, entries: Sequence[Entry], met_at: int | None) -> NewerHere:
    """What of these entries Anki can't have. Of the schedule its log tells; the rest was done since both had the same at
    `met_at` (UTC ms), or where that is not known, since the card was last changed there."""
    since = (found.changed_at + 1) * _SECOND if met_at is None else met_at
    ours = [
        mark_of_entry(entry) for entry in effective(entries) if has_line(entry) and not is_from_anki(entry)
    ]
    came = {entry.at for entry in entries if is_from_anki(entry)}
    missing, _ = unmatched(ours, [mark_of_line(line) for line in found.log if line.at not in came])
    done = {entry.kind for entry in entries if not is_from_anki(entry) and entry.at >= since}
    undone = EntryKind.UNDO in done
    return NewerHere(
        bool(missing) or undone,
        undone or not done.isdisjoint((EntryKind.SUSPEND, EntryKind.UNSUSPEND, EntryKind.BURY)),
        undone or EntryKind.FLAG in done,
    )


def has_line(entry: Entry) -> bool:
    """Whether Anki's log has a place for it."""
    return entry.kind in (EntryKind.REVIEW, EntryKind.FORGET, EntryKind.SET_DUE)


def state(
    card: CardId,
    found: FoundCard,
    days: Days,
    standing: Sequence[Entry],
    newer: NewerHere,
    scheduler: Scheduler,
) -> Carried:
    """What is needed beyond these entries of the card, until it stands where it stands in Anki; nothing of what is
    `newer` here."""
    schedule = fold(standing, scheduler)
    losses: list[LossKind] = []
    changed_at = min(
        max(0, found.changed_at) * _SECOND, days.now
    )  # the journal never runs ahead of the clock
    at = max([changed_at, *(entry.at + 1 for entry in standing)])
    day = days.day_of(at)
    needed: list[Entry] = []

    def need(kind: EntryKind, *, due_day: int | None = None, flag: int = 0) -> None:
        moment = at + len(needed)
        name = EntryId(device_of(card), moment)
        needed.append(Entry(name, moment, day, card, kind, due_day=due_day, flag=flag))

    due_day = _due_day(found, days)
    if newer.schedule:
        pass
    elif found.state == CardState.NEW and not isinstance(schedule.phase, New):
        need(EntryKind.FORGET)
    elif due_day is not None and _due_of(schedule) != due_day:
        if schedule.memory is None:
            losses.append(LossKind.NO_HISTORY)
        need(EntryKind.SET_DUE, due_day=due_day)
    if newer.away:
        pass
    elif (found.queue == Queue.SUSPENDED) is not schedule.suspended:
        need(EntryKind.SUSPEND if found.queue == Queue.SUSPENDED else EntryKind.UNSUSPEND)
    elif found.queue in (Queue.BURIED, Queue.BURIED_BY_ANKI) and schedule.buried_on != day:
        need(EntryKind.BURY)
    if found.flag != schedule.flag and not newer.flag:
        need(EntryKind.FLAG, flag=found.flag)
    if '"s"' not in found.data and found.factor not in _USUAL_EASES:
        losses.append(LossKind.EASE)
    return Carried(tuple(needed), tuple(losses))


def _entry(card: CardId, line: LogLine, days: Days) -> Entry | LossKind:
    if not 0 < line.at <= days.now + _DAY or line.ease < 0:
        return LossKind.LOG_LINE
    day = days.day_of(line.at)
    made = Entry(
        EntryId(device_of(card), line.at),
        line.at,
        day,
        card,
        EntryKind.REVIEW,
        took=min(max(0, line.took), _LONGEST_LOOK),
    )
    if line.kind in (LogKind.MANUAL, LogKind.RESCHEDULED) or line.ease == 0:
        if line.kind is LogKind.MANUAL and line.factor == 0:
            return made._replace(kind=EntryKind.FORGET, took=0)
        return made._replace(kind=EntryKind.SET_DUE, due_day=day + _days(line.interval), took=0)
    if line.kind is LogKind.FILTERED and line.factor == 0:
        return LossKind.PRACTICE
    if not 1 <= line.ease <= 4:
        return LossKind.LOG_LINE
    made = made._replace(rating=Rating(line.ease))
    if line.interval > 0:
        return made._replace(due_day=day + _days(line.interval))
    return made._replace(due_at=line.at + min(-line.interval * _SECOND, _DAY * LONGEST_INTERVAL))


def _days(interval: int) -> int:
    return min(max(0, interval), LONGEST_INTERVAL)


def _due_of(schedule: Schedule) -> int | None:
    return schedule.phase.due_day if isinstance(schedule.phase, Review) else None


def _due_day(found: FoundCard, days: Days) -> int | None:
    """The study day on which a card in review comes; None for others."""
    due = max(-LONGEST_INTERVAL, min(found.due, 2 * LONGEST_INTERVAL))
    return days.first_day + due if found.state == CardState.REVIEW else None


def _step_due(found: FoundCard, days: Days) -> int | None:
    """The moment (UTC ms) at which a card on its steps comes; None for one that is not, or waits for a day."""
    if found.state not in (CardState.LEARNING, CardState.RELEARNING) or found.queue == Queue.LEARNING_BY_DAYS:
        return None
    is_moment = 1_000_000_000 < found.due < days.now // _SECOND + LONGEST_INTERVAL * 86_400
    return found.due * _SECOND if is_moment else None
