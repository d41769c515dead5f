"""The schedule of a card: what its journal entries add up to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from studyapp.core.study.journal import Entry, EntryKind, Rating, effective_entries
from studyapp.core.study.scheduler import Memory, Scheduler


@dataclass(frozen=True, slots=True)
class NewPhase:
    """Never rated, or forgotten on purpose."""


@dataclass(frozen=True, slots=True)
class LearningPhase:
    """On its first steps of minutes; `step` counts those already taken, `due_at` is UTC ms."""

    memory: Memory
    steps_done: int
    due_at: int


@dataclass(frozen=True, slots=True)
class ReviewPhase:
    """Waits for a day: `due_day` is a study day."""

    memory: Memory
    due_day: int


@dataclass(frozen=True, slots=True)
class RelearningPhase:
    """Was forgotten in review and takes its steps again; `due_at` is UTC ms."""

    memory: Memory
    steps_done: int
    due_at: int


Phase = NewPhase | LearningPhase | ReviewPhase | RelearningPhase


@dataclass(frozen=True, slots=True)
class Schedule:
    """Where a card stands. Study days are None for a card that was never rated."""

    phase: Phase = NewPhase()
    review_count: int = 0
    lapse_count: int = 0
    first_review_day: int | None = None
    last_review_day: int | None = None
    last_review_at: int | None = None
    is_suspended: bool = False
    buried_on_day: int | None = None
    flag: int = 0

    @property
    def memory(self) -> Memory | None:
        """What FSRS knows of the card; None until it is rated: a day that was chosen says nothing of memory."""
        return None if isinstance(self.phase, NewPhase) or not self.review_count else self.phase.memory


def fold(entries: Iterable[Entry], scheduler: Scheduler) -> Schedule:
    """The schedule that one card's entries add up to, whatever order they come in."""
    schedule = Schedule()
    for entry in effective_entries(entries):
        schedule = apply_entry(schedule, entry, scheduler)
    return schedule


def apply_entry(schedule: Schedule, entry: Entry, scheduler: Scheduler) -> Schedule:
    """The schedule once `entry` (not an undo) has been added at its end."""
    match entry.kind:
        case EntryKind.REVIEW:
            return _apply_review(schedule, entry, scheduler)
        case EntryKind.SUSPEND | EntryKind.UNSUSPEND:
            suspended = entry.kind is EntryKind.SUSPEND
            return replace(
                schedule, is_suspended=suspended, buried_on_day=schedule.buried_on_day if suspended else None
            )
        case EntryKind.BURY:
            return replace(schedule, buried_on_day=entry.study_day)
        case EntryKind.FLAG:
            return replace(schedule, flag=entry.flag)
        case EntryKind.RESET:
            return Schedule(is_suspended=schedule.is_suspended, flag=schedule.flag)
        case EntryKind.SET_DUE:
            return _apply_set_due(schedule, entry, scheduler)
        case EntryKind.UNDO:
            raise ValueError("an undo has no effect of its own: see effective()")


def _apply_review(before: Schedule, entry: Entry, scheduler: Scheduler) -> Schedule:
    if entry.rating is None:
        raise ValueError(f"a review without a rating: {entry.id}")
    memory = scheduler.memory_after(before.memory, elapsed_days(before, entry.study_day), entry.rating)
    lapsed = isinstance(before.phase, ReviewPhase) and entry.rating is Rating.AGAIN
    return replace(
        before,
        phase=_phase_after(before.phase, entry, memory),
        review_count=before.review_count + 1,
        lapse_count=before.lapse_count + lapsed,
        first_review_day=entry.study_day if before.first_review_day is None else before.first_review_day,
        last_review_day=entry.study_day
        if before.last_review_day is None
        else max(entry.study_day, before.last_review_day),
        last_review_at=entry.at,
        buried_on_day=None,
    )


def _phase_after(phase: Phase, entry: Entry, memory: Memory) -> Phase:
    if entry.due_day is not None:
        return ReviewPhase(memory, entry.due_day)
    if entry.due_at is None or entry.rating is None:
        raise ValueError(f"a review without a due: {entry.id}")
    step = steps_done_after(phase, entry.rating)
    if isinstance(phase, ReviewPhase | RelearningPhase):
        return RelearningPhase(memory, step, entry.due_at)
    return LearningPhase(memory, step, entry.due_at)


def steps_done_after(phase: Phase, rating: Rating) -> int:
    """How many learning steps are taken after a rating that keeps the card in its steps."""
    taken = phase.steps_done if isinstance(phase, LearningPhase | RelearningPhase) else 0
    match rating:
        case Rating.AGAIN:
            return 0
        case Rating.HARD:
            return taken
        case Rating.GOOD | Rating.EASY:
            return taken + 1


def _apply_set_due(schedule: Schedule, entry: Entry, scheduler: Scheduler) -> Schedule:
    if entry.due_day is None:
        raise ValueError(f"a due was to be set, but none is named: {entry.id}")
    memory = schedule.memory or scheduler.memory_after(None, 0, Rating.GOOD)
    last_day = entry.study_day if schedule.last_review_day is None else schedule.last_review_day
    return replace(
        schedule, phase=ReviewPhase(memory, entry.due_day), last_review_day=last_day, buried_on_day=None
    )


def is_leech(schedule: Schedule, leech_threshold: int) -> bool:
    """Whether a card was forgotten so often, `lapses` times, that studying it as it is wastes time; never for 0."""
    return 0 < leech_threshold <= schedule.lapse_count


def is_leech_lapse(before: Schedule, after: Schedule, leech_threshold: int) -> bool:
    """Whether this very lapse is one to speak of: the one that makes it a leech, and each half as many from there;
    as Anki does."""
    lapsed = after.lapse_count > before.lapse_count
    return (
        lapsed
        and is_leech(after, leech_threshold)
        and (after.lapse_count - leech_threshold) % max(1, leech_threshold // 2) == 0
    )


def elapsed_days(schedule: Schedule, day: int) -> int:
    """Study days since the last review, as Anki counts; a clock set back never makes it negative."""
    return 0 if schedule.last_review_day is None else max(0, day - schedule.last_review_day)
