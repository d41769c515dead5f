"""What each rating would do: the due it chooses, before and when it is pressed."""

import hashlib
from dataclasses import dataclass

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Rating
from studyapp.core.study.schedule import Learning, New, Relearning, Review, Schedule, elapsed_days
from studyapp.core.study.scheduler import Scheduler, rounded, whole_days
from studyapp.core.study.study_day import MINUTE


@dataclass(frozen=True, slots=True)
class Steps:
    """Minutes to wait between the first ratings of a card, and after it was forgotten; as Anki's defaults."""

    learning: tuple[float, ...] = (1, 10)
    relearning: tuple[float, ...] = (10,)


@dataclass(frozen=True, slots=True)
class Due:
    """When a card is asked next: `at` (UTC ms) within its steps, else `day` (study day); and how long
    that is, in milliseconds or in days."""

    wait: int
    at: int | None = None
    day: int | None = None


def luck_of(card: CardId, reviews: int) -> float:
    """A number from 0 up to 1 that spreads intervals: fixed by the card and its number of reviews, so
    that the button says what will happen, here and on every machine."""
    digest = hashlib.blake2b(f"{card}:{reviews}".encode(), digest_size=6).digest()
    return int.from_bytes(digest, "big") / 2**48


def dues(
    schedule: Schedule, now: int, day: int, scheduler: Scheduler, steps: Steps, luck: float | None
) -> dict[Rating, Due]:
    """The due that each rating would choose. `now` is UTC ms, `day` the study day of now; `luck` None
    leaves intervals unspread."""
    chosen: dict[Rating, Due] = {}
    for rating, minutes in _step_minutes(schedule, steps).items():
        wait = round(minutes * MINUTE)
        chosen[rating] = Due(wait, at=now + wait)
    for rating, days in _intervals(schedule, day, scheduler, luck).items():
        chosen.setdefault(rating, Due(days, day=day + days))
    return {rating: chosen[rating] for rating in Rating}


def _step_minutes(schedule: Schedule, steps: Steps) -> dict[Rating, float]:
    """The ratings that keep a card in its steps or send it back there, with the wait in minutes."""
    match schedule.phase:
        case Review():
            return {Rating.AGAIN: steps.relearning[0]} if steps.relearning else {}
        case Relearning(step=step):
            minutes = steps.relearning
        case Learning(step=step):
            minutes = steps.learning
        case New():
            step, minutes = 0, steps.learning
    if not minutes:
        return {}
    step = min(step, len(minutes) - 1)
    waits = {Rating.AGAIN: minutes[0], Rating.HARD: _hard_wait(minutes, step)}
    if step + 1 < len(minutes):
        waits[Rating.GOOD] = minutes[step + 1]
    return waits


def _hard_wait(minutes: tuple[float, ...], step: int) -> float:
    """On the first step halfway to the second, or half as long again where there is none; else the same
    step once more. As Anki does."""
    if step > 0:
        return minutes[step]
    return (minutes[0] + minutes[1]) / 2 if len(minutes) > 1 else minutes[0] * 1.5


def _intervals(schedule: Schedule, day: int, scheduler: Scheduler, luck: float | None) -> dict[Rating, int]:
    """Whole days for each rating, each longer than the one below it."""
    exact = scheduler.next_memories(schedule.memory, elapsed_days(schedule, day))
    last = _last_interval(schedule)
    intervals: dict[Rating, int] = {}
    shortest = 1
    for rating in Rating:
        interval = exact[rating][1]
        longer_than_last = last + 1 if last is not None and rounded(interval) > last else 1
        if rating is Rating.AGAIN:
            intervals[rating] = whole_days(interval, luck)
            continue
        intervals[rating] = whole_days(interval, luck, max(shortest, longer_than_last))
        if rating is not Rating.HARD or isinstance(schedule.phase, Review):
            shortest = intervals[rating] + 1
    return intervals


def _last_interval(schedule: Schedule) -> int | None:
    if isinstance(schedule.phase, Review) and schedule.last_day is not None:
        return schedule.phase.due_day - schedule.last_day
    return None
