"""The figures of cards as they are now, computed in the most obvious way from the whole journal."""

import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Note
from studyapp.core.statistics.card_states import CardCounts, Distribution, Quantiles, StudiedCards
from studyapp.core.statistics.report import CardFigures, GroupRecall
from studyapp.core.study.schedule import (
    LearningPhase,
    NewPhase,
    RelearningPhase,
    ReviewPhase,
    Schedule,
    fold,
)
from studyapp.core.study.scheduler import Memory, Scheduler
from studyapp.core.study.study_day import study_day_at
from studyapp.services.options.clock import Clock
from studyapp.store import journal_entries
from studyapp.store.collection import Collection

_MATURE_DAYS = 21


def find_schedules(
    collection: Collection, scheduler: Scheduler, present: Iterable[CardId]
) -> dict[CardId, Schedule]:
    """The schedule of each card that is present."""
    with collection.read_transaction() as connection:
        folded = {
            card: fold(entries, scheduler) for card, entries in journal_entries.iterate_by_card(connection)
        }
    return {card: folded.get(card, Schedule()) for card in present}


def obvious_card_figures(
    schedules: list[Schedule], added_at: int, clock: Clock, scheduler: Scheduler
) -> CardFigures:
    """The cards with these schedules, whose notes were all added at `added_at` (UTC ms)."""
    today = clock.today()
    recall_after = scheduler.recall_function()
    remembered = [
        (memory, days) for one in schedules if (memory := _memory(one)) for days in [_days(one, today)]
    ]
    started = [one for one in schedules if not isinstance(one.phase, NewPhase)]
    return CardFigures(
        CardCounts(**Counter(_state(one, today) for one in schedules)),
        Counter(day for one in schedules if (day := _due_day(one, clock)) is not None),
        Counter(interval for one in schedules if (interval := _interval(one)) is not None),
        _distribute([memory.stability for memory, _ in remembered], lambda days: int(days + 0.5)),
        _distribute([(memory.difficulty - 1) / 9 for memory, _ in remembered], _twentieth),
        _distribute([recall_after(days / memory.stability) for memory, days in remembered], _twentieth),
        Counter(study_day_at(added_at, clock.zone, clock.day_start_hour()) for _ in schedules),
        _by_first_day(started, lambda memory, one: recall_after(_days(one, today) / memory.stability)),
    )


def _by_first_day(
    started: list[Schedule], recall: Callable[[Memory, Schedule], float]
) -> dict[int, StudiedCards]:
    first_days = {one.first_review_day for one in started if one.first_review_day is not None}
    return {
        day: StudiedCards(
            len(of_day := [one for one in started if one.first_review_day == day]),
            sum(recall(memory, one) for one in of_day if (memory := _memory(one))),
        )
        for day in first_days
    }


def _state(schedule: Schedule, today: int) -> str:
    if schedule.is_suspended:
        return "suspended"
    if schedule.buried_on_day == today:
        return "buried"
    match schedule.phase:
        case NewPhase():
            return "new"
        case LearningPhase():
            return "learning"
        case RelearningPhase():
            return "relearning"
        case ReviewPhase():
            return "mature" if (_interval(schedule) or 0) >= _MATURE_DAYS else "young"


def _due_day(schedule: Schedule, clock: Clock) -> int | None:
    is_buried = schedule.buried_on_day == clock.today()
    match schedule.phase:
        case _ if schedule.is_suspended:
            return None
        case ReviewPhase(due_day=day):
            return None if is_buried and day <= clock.today() else day
        case LearningPhase(due_at=at) | RelearningPhase(due_at=at):
            return None if is_buried else study_day_at(at, clock.zone, clock.day_start_hour())
        case _:
            return None


def _interval(schedule: Schedule) -> int | None:
    match schedule.phase:
        case ReviewPhase(due_day=day):
            return 1 if schedule.last_review_day is None else max(1, day - schedule.last_review_day)
        case RelearningPhase():
            return 1
        case _:
            return None


def _memory(schedule: Schedule) -> Memory | None:
    return schedule.memory if schedule.review_count else None


def _days(schedule: Schedule, today: int) -> int:
    return max(0, today - (schedule.last_review_day or 0))


def _twentieth(share: float) -> int:
    return min(95, int(share * 20) * 5)


def _distribute(values: list[float], bin_of: Callable[[float], int]) -> Distribution:
    counts = Counter(map(bin_of, values))
    if not values:
        return Distribution(counts, None, None)
    cuts = statistics.quantiles(values * (1 if len(values) > 1 else 2), n=20, method="inclusive")
    return Distribution(
        counts, Quantiles(*(cuts[place] for place in (1, 4, 9, 14, 17))), statistics.fmean(values)
    )


def obvious_groups(
    schedule_by_card: Mapping[CardId, Schedule],
    notes: Iterable[Note],
    group_of: Callable[[Note], str],
    today: int,
    scheduler: Scheduler,
) -> list[GroupRecall]:
    """What is remembered of each group of notes."""
    note_by_key = {note.key: note for note in notes}
    recall_after = scheduler.recall_function()
    groups: dict[str, list[float | None]] = {}
    for card, schedule in schedule_by_card.items():
        memory = _memory(schedule)
        recall = recall_after(_days(schedule, today) / memory.stability) if memory else None
        groups.setdefault(group_of(note_by_key[card.note_key]), []).append(recall)
    return [
        GroupRecall(name, len(recalls), len(known), sum(known))
        for name, recalls in sorted(groups.items())
        for known in [[recall for recall in recalls if recall is not None]]
        if name
    ]
