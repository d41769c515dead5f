"""The schedule of a card: what its journal entries add up to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from studyapp.core.study.journal import Entry, EntryKind, Rating, effective
from studyapp.core.study.scheduler import Memory, Scheduler


@dataclass(frozen=True, slots=True)
class New:
    """Never rated, or forgotten on purpose."""


@dataclass(frozen=True, slots=True)
class Learning:
    """On its first steps of minutes; `step` counts those already taken, `due_at` is UTC ms."""

    memory: Memory
    step: int
    due_at: int


@dataclass(frozen=True, slots=True)
class Review:
    """Waits for a day: `due_day` is a study day."""

    memory: Memory
    due_day: int


@dataclass(frozen=True, slots=True)
class Relearning:
    """Was forgotten in review and takes its steps again; `due_at` is UTC ms."""

    memory: Memory
    step: int
    due_at: int


Phase = New | Learning | Review | Relearning


@dataclass(frozen=True, slots=True)
class Schedule:
    """Where a card stands. Study days are None for a card that was never rated."""

    phase: Phase = New()
    reviews: int = 0
    lapses: int = 0
    first_day: int | None = None
    last_day: int | None = None
    last_at: int | None = None
    suspended: bool = False
    buried_on: int | None = None
    flag: int = 0

    @property
    def memory(self) -> Memory | None:
        """What FSRS knows of the card; None until it is rated: a day that was chosen says nothing of memory."""
        return None if isinstance(self.phase, New) or not self.reviews else self.phase.memory


def fold(entries: Iterable[Entry], scheduler: Scheduler) -> Schedule:
    """The schedule that one card's entries add up to, whatever order they come in."""
    schedule = Schedule()
    for entry in effective(entries):
        schedule = after(schedule, entry, scheduler)
    return schedule


def after(schedule: Schedule, entry: Entry, scheduler: Scheduler) -> Schedule:
    """The schedule once `entry` (not an undo) has been added at its end."""
    match entry.kind:
        case EntryKind.REVIEW:
            return _after_review(schedule, entry, scheduler)
        case EntryKind.SUSPEND | EntryKind.UNSUSPEND:
            suspended = entry.kind is EntryKind.SUSPEND
            return replace(schedule, suspended=suspended, buried_on=schedule.buried_on if suspended else None)
        case EntryKind.BURY:
            return replace(schedule, buried_on=entry.day)
        case EntryKind.FLAG:
            return replace(schedule, flag=entry.flag)
        case EntryKind.FORGET:
            return Schedule(suspended=schedule.suspended, flag=schedule.flag)
        case EntryKind.SET_DUE:
            return _after_set_due(schedule, entry, scheduler)
        case EntryKind.UNDO:
            raise ValueError("an undo has no effect of its own: see effective()")


def _after_review(schedule: Schedule, entry: Entry, scheduler: Scheduler) -> Schedule:
    if entry.rating is None:
        raise ValueError(f"a review without a rating: {entry.id}")
    memory = scheduler.memory_after(schedule.memory, elapsed_days(schedule, entry.day), entry.rating)
    lapsed = isinstance(schedule.phase, Review) and entry.rating is Rating.AGAIN
    return replace(
        schedule,
        phase=_phase_after(schedule.phase, entry, memory),
        reviews=schedule.reviews + 1,
        lapses=schedule.lapses + lapsed,
        first_day=entry.day if schedule.first_day is None else schedule.first_day,
        last_day=entry.day if schedule.last_day is None else max(entry.day, schedule.last_day),
        last_at=entry.at,
        buried_on=None,
    )


def _phase_after(phase: Phase, entry: Entry, memory: Memory) -> Phase:
    if entry.due_day is not None:
        return Review(memory, entry.due_day)
    if entry.due_at is None or entry.rating is None:
        raise ValueError(f"a review without a due: {entry.id}")
    step = step_after(phase, entry.rating)
    if isinstance(phase, Review | Relearning):
        return Relearning(memory, step, entry.due_at)
    return Learning(memory, step, entry.due_at)


def step_after(phase: Phase, rating: Rating) -> int:
    """How many learning steps are taken after a rating that keeps the card in its steps."""
    taken = phase.step if isinstance(phase, Learning | Relearning) else 0
    match rating:
        case Rating.AGAIN:
            return 0
        case Rating.HARD:
            return taken
        case Rating.GOOD | Rating.EASY:
            return taken + 1


def _after_set_due(schedule: Schedule, entry: Entry, scheduler: Scheduler) -> Schedule:
    if entry.due_day is None:
        raise ValueError(f"a due was to be set, but none is named: {entry.id}")
    memory = schedule.memory or scheduler.memory_after(None, 0, Rating.GOOD)
    last_day = entry.day if schedule.last_day is None else schedule.last_day
    return replace(schedule, phase=Review(memory, entry.due_day), last_day=last_day, buried_on=None)


def is_leech(schedule: Schedule, lapses: int) -> bool:
    """Whether a card was forgotten so often, `lapses` times, that studying it as it is wastes time; never for 0."""
    return 0 < lapses <= schedule.lapses


def makes_a_leech(before: Schedule, later: Schedule, lapses: int) -> bool:
    """Whether this very lapse is one to speak of: the one that makes it a leech, and each half as many from there;
    as Anki does."""
    lapsed = later.lapses > before.lapses
    return lapsed and is_leech(later, lapses) and (later.lapses - lapses) % max(1, lapses // 2) == 0


def elapsed_days(schedule: Schedule, day: int) -> int:
    """Study days since the last review, as Anki counts; a clock set back never makes it negative."""
    return 0 if schedule.last_day is None else max(0, day - schedule.last_day)
