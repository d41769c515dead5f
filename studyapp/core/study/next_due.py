"""When a card becomes due after each rating, for the answer buttons and for the rating itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.fuzz import WeighDays, choose_by_weight, fuzz_interval, round_half_up
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import (
    LearningPhase,
    NewPhase,
    RelearningPhase,
    ReviewPhase,
    Schedule,
    elapsed_days,
)
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import DAY_MS, MINUTE_MS

_MINUTES_A_DAY = DAY_MS / MINUTE_MS


@dataclass(frozen=True, slots=True)
class StepMinutes:
    """Learning and relearning steps in minutes. The defaults are Anki's."""

    learning: tuple[float, ...] = (1, 10)
    relearning: tuple[float, ...] = (10,)


@dataclass(frozen=True, slots=True)
class NextDue:
    """When a card is due next: `due_at` (UTC ms) within its steps, else `due_day` (study day). `delay` is the time
    until then, in milliseconds or in days."""

    delay: int
    due_at: int | None = None
    due_day: int | None = None


def next_due_by_rating(
    schedule: Schedule,
    now_ms: int,
    day: int,
    scheduler: Scheduler,
    steps: StepMinutes,
    fuzz_factor: float | None,
    weigh_days: WeighDays | None = None,
    exam: ExamDays | None = None,
) -> dict[Rating, NextDue]:
    """Return when the card is due after each rating. `now_ms` is UTC milliseconds, `day` the study day at that time.
    A `fuzz_factor` of None disables fuzz. `weigh_days` says which study days are preferred within its bounds.
    `exam` is the next exam for which the card is learned."""
    due_by_rating: dict[Rating, NextDue] = {}
    for rating, minutes in _step_minutes_by_rating(schedule, steps).items():
        delay_ms = round(minutes * MINUTE_MS)
        due_by_rating[rating] = NextDue(delay_ms, due_at=now_ms + delay_ms)
    exact_intervals = scheduler.intervals(schedule.memory, elapsed_days(schedule, day))
    intervals = _review_intervals(exact_intervals, schedule, day, fuzz_factor, weigh_days)
    for rating, interval in intervals.items():
        days = interval
        if exam is not None:
            recall = scheduler.recall_at(exam.day - day, exact_intervals[rating])
            last_days = exam.days_for_last_review(day, day + days, recall)
            if last_days is not None:
                weights = weigh_days(last_days) if weigh_days else [1.0] * len(last_days)
                days = last_days[choose_by_weight(weights, fuzz_factor or 0.0)] - day
        due_by_rating.setdefault(rating, NextDue(days, due_day=day + days))
    return {rating: due_by_rating[rating] for rating in Rating}


def _step_minutes_by_rating(schedule: Schedule, steps: StepMinutes) -> dict[Rating, float]:
    """Return the delay in minutes for each rating that keeps a card in its steps or moves it back to them."""
    match schedule.phase:
        case ReviewPhase():
            return {Rating.AGAIN: steps.relearning[0]} if steps.relearning else {}
        case RelearningPhase(steps_done=step):
            steps_minutes = steps.relearning
        case LearningPhase(steps_done=step):
            steps_minutes = steps.learning
        case NewPhase():
            step, steps_minutes = 0, steps.learning
    return minutes_within_steps(steps_minutes, step)


def minutes_within_steps(steps_minutes: tuple[float, ...], step: int) -> dict[Rating, float]:
    """Return the delay in minutes for each rating that keeps a card in these steps, of which `step` are completed. Other
    ratings complete them."""
    if not steps_minutes:
        return {}
    step = min(step, len(steps_minutes) - 1)
    minutes_by_rating = {Rating.AGAIN: steps_minutes[0], Rating.HARD: _hard_step_minutes(steps_minutes, step)}
    if step + 1 < len(steps_minutes):
        minutes_by_rating[Rating.GOOD] = steps_minutes[step + 1]
    return minutes_by_rating


def _hard_step_minutes(minutes: tuple[float, ...], step: int) -> float:
    """Return the wait after Hard, as in Anki: on the first step the mean of the first two, or 1.5 times the step but at
    most a day more if it is the only one; later the same step again. What is longer than a day is rounded to days."""
    if step > 0:
        return minutes[step]
    if len(minutes) > 1:
        wait = (minutes[0] + minutes[1]) / 2
    else:
        wait = min(minutes[0] * 1.5, minutes[0] + _MINUTES_A_DAY)
    return wait if wait <= _MINUTES_A_DAY else round_half_up(wait / _MINUTES_A_DAY) * _MINUTES_A_DAY


def _review_intervals(
    interval_by_rating: Mapping[Rating, float],
    schedule: Schedule,
    day: int,
    fuzz_factor: float | None,
    weigh_days: WeighDays | None,
) -> dict[Rating, int]:
    def weigh_intervals(intervals: range) -> Sequence[float]:
        assert weigh_days is not None, "not called without weights"
        return weigh_days(range(day + intervals.start, day + intervals.stop))

    return separate_intervals(
        interval_by_rating,
        _last_interval(schedule),
        fuzz_factor,
        is_in_review=isinstance(schedule.phase, ReviewPhase),
        weigh_intervals=weigh_intervals if weigh_days else None,
    )


def separate_intervals(
    interval_by_rating: Mapping[Rating, float],
    last_interval: int | None,
    fuzz_factor: float | None,
    *,
    is_in_review: bool,
    weigh_intervals: WeighDays | None = None,
) -> dict[Rating, int]:
    """Return the interval in whole days for each rating, given the unrounded ones from Again to Easy. Easy is longer than Good
    and, for a card in review, Good is longer than Hard. `weigh_intervals` says which intervals are preferred within the bounds of fuzz."""
    intervals: dict[Rating, int] = {}
    minimum = 1
    for rating, interval in interval_by_rating.items():
        longer_than_last = (
            last_interval + 1 if last_interval is not None and round_half_up(interval) > last_interval else 1
        )
        if rating is Rating.AGAIN:
            intervals[rating] = fuzz_interval(interval, fuzz_factor, 1, weigh_intervals)
            continue
        intervals[rating] = fuzz_interval(
            interval, fuzz_factor, max(minimum, longer_than_last), weigh_intervals
        )
        if rating is not Rating.HARD or is_in_review:
            minimum = intervals[rating] + 1
    return intervals


def _last_interval(schedule: Schedule) -> int | None:
    if isinstance(schedule.phase, ReviewPhase) and schedule.last_review_day is not None:
        return schedule.phase.due_day - schedule.last_review_day
    return None
