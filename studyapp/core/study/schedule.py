"""The schedule of a card: the result of folding its journal entries."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from studyapp.core.study.journal import Entry, EntryKind, effective_entries
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Memory, Scheduler


@dataclass(frozen=True, slots=True)
class NewPhase:
    """The phase of a card that was never rated, or was reset."""


@dataclass(frozen=True, slots=True)
class LearningPhase:
    """The phase of a card in the learning steps. `steps_done` counts the completed steps; `due_at` is in UTC ms."""

    memory: Memory
    steps_done: int
    due_at: int


@dataclass(frozen=True, slots=True)
class ReviewPhase:
    """The phase of a card in review, which is due on a study day."""

    memory: Memory
    due_day: int


@dataclass(frozen=True, slots=True)
class RelearningPhase:
    """The phase of a card in the relearning steps after a lapse. `due_at` is in UTC milliseconds."""

    memory: Memory
    steps_done: int
    due_at: int


Phase = NewPhase | LearningPhase | ReviewPhase | RelearningPhase


@dataclass(frozen=True, slots=True)
class Schedule:
    """The state of a card. Days are study days. They are None before the first review, except that setting the due date
    of a card without reviews also sets `last_review_day`."""

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
        """The card's FSRS memory state. None before the first rating: a due date that the user set says nothing about
        memory."""
        return None if isinstance(self.phase, NewPhase) or not self.review_count else self.phase.memory


def fold(entries: Iterable[Entry], scheduler: Scheduler) -> Schedule:
    """Return the schedule that results from the entries of a card, given in any order."""
    schedule = Schedule()
    for entry in effective_entries(entries):
        schedule = apply_entry(schedule, entry, scheduler)
    return schedule


def apply_entry(schedule: Schedule, entry: Entry, scheduler: Scheduler) -> Schedule:
    """Return the schedule after a further entry, which must not be an undo."""
    match entry.kind:
        case EntryKind.REVIEW:
            return _apply_review(schedule, entry, scheduler)
        case EntryKind.SUSPEND | EntryKind.RESTORE:
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
        case EntryKind.CORRECT_TIME:
            return schedule  # it takes effect in the time of its target
        case EntryKind.MOVE_NOTE | EntryKind.EDIT_TEXT:
            return schedule
        case EntryKind.UNDO:
            raise ValueError("an undo has no effect of its own: see effective_entries()")


def _apply_review(schedule: Schedule, entry: Entry, scheduler: Scheduler) -> Schedule:
    if entry.rating is None:
        raise ValueError(f"a review without a rating: {entry.id}")
    memory = scheduler.memory_after(schedule.memory, elapsed_days(schedule, entry.study_day), entry.rating)
    is_lapse = isinstance(schedule.phase, ReviewPhase) and entry.rating is Rating.AGAIN
    first_day, last_day = schedule.first_review_day, schedule.last_review_day
    # Not by `replace`, which takes a multiple of the time: whole journals are folded.
    return Schedule(
        _phase_after(schedule.phase, entry, memory),
        schedule.review_count + 1,
        schedule.lapse_count + is_lapse,
        entry.study_day if first_day is None else first_day,
        entry.study_day if last_day is None else max(entry.study_day, last_day),
        entry.at,
        schedule.is_suspended,
        None,
        schedule.flag,
    )


def _phase_after(phase: Phase, entry: Entry, memory: Memory) -> Phase:
    if entry.due_day is not None:
        return ReviewPhase(memory, entry.due_day)
    if entry.due_at is None or entry.rating is None:
        raise ValueError(f"a review without a due: {entry.id}")
    steps_done = steps_done_after(phase, entry.rating)
    if isinstance(phase, ReviewPhase | RelearningPhase):
        return RelearningPhase(memory, steps_done, entry.due_at)
    return LearningPhase(memory, steps_done, entry.due_at)


def steps_done_after(phase: Phase, rating: Rating) -> int:
    """Return how many steps are completed after a rating that keeps the card in its steps."""
    steps_done = phase.steps_done if isinstance(phase, LearningPhase | RelearningPhase) else 0
    match rating:
        case Rating.AGAIN:
            return 0
        case Rating.HARD:
            return steps_done
        case Rating.GOOD | Rating.EASY:
            return steps_done + 1


def _apply_set_due(schedule: Schedule, entry: Entry, scheduler: Scheduler) -> Schedule:
    memory = schedule.memory or scheduler.memory_after(None, 0, Rating.GOOD)
    last_review_day = entry.study_day if schedule.last_review_day is None else schedule.last_review_day
    phase: Phase
    if entry.due_day is not None:
        phase = ReviewPhase(memory, entry.due_day)
    elif entry.due_at is None:
        raise ValueError(f"a due was to be set, but none is named: {entry.id}")
    elif isinstance(schedule.phase, ReviewPhase | RelearningPhase):
        phase = RelearningPhase(memory, entry.steps_done, entry.due_at)
    else:
        phase = LearningPhase(memory, entry.steps_done, entry.due_at)
    return replace(
        schedule,
        phase=phase,
        last_review_day=last_review_day,
        buried_on_day=None,
    )


def is_leech(schedule: Schedule, leech_threshold: int) -> bool:
    """Return whether a card has at least `leech_threshold` lapses. False for a threshold of 0."""
    return 0 < leech_threshold <= schedule.lapse_count


def is_leech_lapse(before: Schedule, after: Schedule, leech_threshold: int) -> bool:
    """Return whether this lapse must be reported: the one that reaches the threshold, and then one every half
    threshold, as in Anki."""
    is_lapse = after.lapse_count > before.lapse_count
    return (
        is_lapse
        and is_leech(after, leech_threshold)
        and (after.lapse_count - leech_threshold) % max(1, leech_threshold // 2) == 0
    )


def interday_step_due_day(schedule: Schedule, day_of: Callable[[int], int]) -> int | None:
    """Return the study day from whose start a card in its steps is due: as in Anki, if the step ends on a later study day
    than the one on which it began. None if it is due at a moment or not in its steps. `day_of` returns the study day of a
    moment (UTC ms)."""
    if not isinstance(schedule.phase, LearningPhase | RelearningPhase) or schedule.last_review_day is None:
        return None
    due_day = day_of(schedule.phase.due_at)
    return due_day if due_day > schedule.last_review_day else None


def elapsed_days(schedule: Schedule, day: int) -> int:
    """Return the study days since the last review, as Anki counts them. Never negative, even if the clock was set
    back."""
    return 0 if schedule.last_review_day is None else max(0, day - schedule.last_review_day)
