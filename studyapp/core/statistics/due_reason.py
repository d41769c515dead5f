"""Why a card comes back when it does."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from studyapp.core.study.fuzz import fuzz_bounds, round_half_up
from studyapp.core.study.journal import Entry, EntryKind, is_imported_entry
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import ReviewPhase, Schedule
from studyapp.core.study.scheduler import Scheduler


class DueOrigin(Enum):
    """What set the due time of a card."""

    NEVER_STUDIED = auto()
    STEP = auto()
    """A rating that keeps the card in its learning or relearning steps."""

    RATING = auto()
    ANKI = auto()
    """A rating in Anki."""

    SET_BY_USER = auto()


class Adjustment(Enum):
    """How the interval of a card differs from the one that FSRS proposes now."""

    NONE = auto()
    FUZZ = auto()
    """Varied, so that cards that were learned together don't stay together."""

    OTHER = auto()
    """Longer than the last interval or that of a lower rating, or set under other options."""


class DueReason(NamedTuple):
    """Why a card is due when it is.

    `at` is the moment (UTC ms) at which the due time was set, `rating` the rating that set it. `interval_days` is the number
    of study days between then and the due day. `proposed_days` is the interval after which the probability of recall falls
    to `desired_retention`, by the stability of the card and the options as they are now. They are None where they don't
    apply: for cards in their steps and for new ones.
    """

    origin: DueOrigin
    desired_retention: float
    at: int | None = None
    rating: Rating | None = None
    interval_days: int | None = None
    stability: float | None = None
    proposed_days: float | None = None
    adjustment: Adjustment = Adjustment.NONE


def explain_due(schedule: Schedule, history: Sequence[Entry], scheduler: Scheduler) -> DueReason:
    """Return why a card is due when it is. `history` are its entries in effect, in journal order; `scheduler` is that of
    its deck."""
    desired = scheduler.desired_retention
    last = _find_setter(history)
    if last is None:
        return DueReason(DueOrigin.NEVER_STUDIED, desired)
    if not isinstance(schedule.phase, ReviewPhase):
        return DueReason(DueOrigin.STEP, desired, last.at, last.rating)
    interval = schedule.phase.due_day - last.study_day
    if last.kind is EntryKind.SET_DUE or schedule.memory is None:
        return DueReason(DueOrigin.SET_BY_USER, desired, last.at, None, interval)
    stability = schedule.memory.stability
    proposed = stability * scheduler.relative_elapsed_until(desired)
    return DueReason(
        DueOrigin.ANKI if is_imported_entry(last) else DueOrigin.RATING,
        desired,
        last.at,
        last.rating,
        interval,
        stability,
        proposed,
        _classify(interval, proposed),
    )


def _find_setter(history: Sequence[Entry]) -> Entry | None:
    """Return the last entry that set a due time; None if the card is new."""
    for entry in reversed(history):
        if entry.kind is EntryKind.RESET:
            return None
        if entry.kind in (EntryKind.REVIEW, EntryKind.SET_DUE):
            return entry
    return None


def _classify(interval: int, proposed: float) -> Adjustment:
    if interval == max(1, round_half_up(proposed)):
        return Adjustment.NONE
    shortest, longest = fuzz_bounds(proposed)
    return Adjustment.FUZZ if shortest <= interval <= longest else Adjustment.OTHER
