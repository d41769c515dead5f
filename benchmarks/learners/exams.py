"""Plans for exams: cards that are due after an exam are brought forward, and new cards are introduced at the pace of the plan."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.learners.scheduling import FsrsScheduling
from benchmarks.learners.simulation import DailyPlan, StudiedDay
from studyapp.core.exam_plan.exam import plan_new_cards
from studyapp.core.rescheduling.backlog import allocate_to_days
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.study.schedule import ReviewPhase
from studyapp.core.workload.day_plan import DayLimits


class ExamSeries(DailyPlan):
    """Another plan, and exams: each is about the cards that are started between the last days of the exam before and its own."""

    def __init__(self, scheduling: FsrsScheduling, plan: DailyPlan, exams: Sequence[ExamDays]) -> None:
        self._scheduling, self._plan, self._exams = scheduling, plan, exams

    def limits(self, day: int, due_count: int) -> DayLimits:
        return self._plan.limits(day, due_count)

    def finish_day(self, day: int, studied: StudiedDay) -> None:
        self._plan.finish_day(day, studied)

    def move_cards(self, day: int) -> Mapping[int, int]:
        planned = [exam for exam in self._exams if exam.planned_on <= day < exam.last_days.start]
        self._scheduling.exam_of_new_cards = planned[0] if planned else None
        if not planned or planned[0].planned_on != day:
            return {}
        cards = [card for card in self._scheduling.schedules if card not in self._scheduling.exam_by_card]
        return plan_exam(self._scheduling, planned[0], cards)


class ExamPace(DailyPlan):
    """Another plan, within which new cards are introduced at the pace of the plan for an exam."""

    def __init__(self, plan: DailyPlan, exam: ExamDays, new_cards: int) -> None:
        self._plan, self._exam, self._new_cards = plan, exam, new_cards

    def limits(self, day: int, due_count: int) -> DayLimits:
        allowed = self._plan.limits(day, due_count)
        pace = plan_new_cards(self._exam, day, self._new_cards, 0).today
        return allowed._replace(new_cards=min(allowed.new_cards, pace))

    def finish_day(self, day: int, studied: StudiedDay) -> None:
        self._plan.finish_day(day, studied)
        self._new_cards -= studied.new_cards


def plan_exam(scheduling: FsrsScheduling, exam: ExamDays, cards: Iterable[int]) -> Mapping[int, int]:
    """Learn cards for an exam from its first day on. Returns those that are brought forward, with the days on which they are due."""
    late = []
    for card in cards:
        scheduling.exam_by_card[card] = exam
        schedule = scheduling.schedules[card]
        if isinstance(schedule.phase, ReviewPhase) and schedule.last_review_day is not None:
            elapsed = exam.day - schedule.last_review_day
            recall = scheduling.scheduler.retrievability(schedule.phase.memory, elapsed)
            if exam.days_for_last_review(exam.planned_on, schedule.phase.due_day, recall):
                late.append(card)
    due_counts = Counter(
        schedule.phase.due_day
        for schedule in scheduling.schedules.values()
        if isinstance(schedule.phase, ReviewPhase)
    )
    counts = allocate_to_days(len(late), [due_counts[day] for day in exam.last_days])
    days = [day for day, count in zip(exam.last_days, counts, strict=True) for _ in range(count)]
    moved = dict(zip(late, days, strict=True))
    for card, day in moved.items():
        scheduling.set_due(card, day, exam.planned_on)
    return moved
