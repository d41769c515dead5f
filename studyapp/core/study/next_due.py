"""What each rating would do: the due it chooses, before and when it is pressed."""

import hashlib
from dataclasses import dataclass

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Rating
from studyapp.core.study.schedule import (
    LearningPhase,
    NewPhase,
    RelearningPhase,
    ReviewPhase,
    Schedule,
    elapsed_days,
)
from studyapp.core.study.scheduler import Scheduler, fuzz_interval, round_half_up
from studyapp.core.study.study_day import MINUTE_MS


@dataclass(frozen=True, slots=True)
class StepMinutes:
    """Minutes to wait between the first ratings of a card, and after it was forgotten; as Anki's defaults."""

    learning: tuple[float, ...] = (1, 10)
    relearning: tuple[float, ...] = (10,)


@dataclass(frozen=True, slots=True)
class NextDue:
    """When a card is asked next: `at` (UTC ms) within its steps, else `day` (study day); and how long
    that is, in milliseconds or in days."""

    delay: int
    due_at: int | None = None
    due_day: int | None = None


def compute_fuzz_factor(card: CardId, reviews: int) -> float:
    """A number from 0 up to 1 that spreads intervals: fixed by the card and its number of reviews, so
    that the button says what will happen, here and on every machine."""
    digest = hashlib.blake2b(f"{card}:{reviews}".encode(), digest_size=6).digest()
    return int.from_bytes(digest, "big") / 2**48


def next_due_by_rating(
    schedule: Schedule,
    now_ms: int,
    day: int,
    scheduler: Scheduler,
    steps: StepMinutes,
    fuzz_factor: float | None,
) -> dict[Rating, NextDue]:
    """The due that each rating would choose. `now` is UTC ms, `day` the study day of now; `luck` None
    leaves intervals unspread."""
    chosen: dict[Rating, NextDue] = {}
    for rating, minutes in _step_minutes_by_rating(schedule, steps).items():
        wait = round(minutes * MINUTE_MS)
        chosen[rating] = NextDue(wait, due_at=now_ms + wait)
    for rating, days in _review_intervals(schedule, day, scheduler, fuzz_factor).items():
        chosen.setdefault(rating, NextDue(days, due_day=day + days))
    return {rating: chosen[rating] for rating in Rating}


def _step_minutes_by_rating(schedule: Schedule, steps: StepMinutes) -> dict[Rating, float]:
    """The ratings that keep a card in its steps or send it back there, with the wait in minutes."""
    match schedule.phase:
        case ReviewPhase():
            return {Rating.AGAIN: steps.relearning[0]} if steps.relearning else {}
        case RelearningPhase(steps_done=step):
            minutes = steps.relearning
        case LearningPhase(steps_done=step):
            minutes = steps.learning
        case NewPhase():
            step, minutes = 0, steps.learning
    if not minutes:
        return {}
    step = min(step, len(minutes) - 1)
    waits = {Rating.AGAIN: minutes[0], Rating.HARD: _hard_step_minutes(minutes, step)}
    if step + 1 < len(minutes):
        waits[Rating.GOOD] = minutes[step + 1]
    return waits


def _hard_step_minutes(minutes: tuple[float, ...], step: int) -> float:
    """On the first step halfway to the second, or half as long again where there is none; else the same
    step once more. As Anki does."""
    if step > 0:
        return minutes[step]
    return (minutes[0] + minutes[1]) / 2 if len(minutes) > 1 else minutes[0] * 1.5


def _review_intervals(
    schedule: Schedule, day: int, scheduler: Scheduler, fuzz_factor: float | None
) -> dict[Rating, int]:
    """Whole days for each rating, each longer than the one below it."""
    exact = scheduler.next_states(schedule.memory, elapsed_days(schedule, day))
    last = _last_interval(schedule)
    intervals: dict[Rating, int] = {}
    shortest = 1
    for rating in Rating:
        interval = exact[rating][1]
        longer_than_last = last + 1 if last is not None and round_half_up(interval) > last else 1
        if rating is Rating.AGAIN:
            intervals[rating] = fuzz_interval(interval, fuzz_factor)
            continue
        intervals[rating] = fuzz_interval(interval, fuzz_factor, max(shortest, longer_than_last))
        if rating is not Rating.HARD or isinstance(schedule.phase, ReviewPhase):
            shortest = intervals[rating] + 1
    return intervals


def _last_interval(schedule: Schedule) -> int | None:
    if isinstance(schedule.phase, ReviewPhase) and schedule.last_review_day is not None:
        return schedule.phase.due_day - schedule.last_review_day
    return None
