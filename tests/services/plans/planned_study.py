"""A learner who uses every plan and option that chooses due dates."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from studyapp.core.days_off.shifted_reviews import ShiftDirection
from studyapp.core.exam_plan.exam import Exam
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import NewPhase, Schedule
from studyapp.core.study.scheduler import Memory
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.optimization.parameter_adoption import adopt_imported, use_previous_parameters
from studyapp.services.optimization.rescheduling import preview_rescheduling, reschedule_cards
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import set_option
from studyapp.services.plans.backlog_loading import load_backlog
from studyapp.services.plans.backlog_spreading import spread_backlog
from studyapp.services.plans.days_off import list_days_off, plan_days_off, preview_days_off, remove_days_off
from studyapp.services.plans.exams import (
    bring_forward,
    delete_exam,
    find_cards_due_too_late,
    list_exams,
    save_exam,
)
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.study_session import StudySession
from studyapp.store.collection import Collection
from studyapp.store.stored_options import ALL_DECKS
from tests.services.study_driver import FakeTime

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL


@dataclass
class PlannedStudy:
    """Sessions over all decks of a collection, and plans. `done` counts what had an effect."""

    collection: Collection
    time: FakeTime
    clock: Clock
    library: Library
    session: StudySession = field(init=False)
    done: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.start_session()

    def start_session(self) -> None:
        self.session = create_session(self.collection, self.clock, self.library.deck_ids, BOTH)

    def rate_cards(self, ratings: Sequence[Rating], response: LearnerResponse | None = None) -> None:
        """Rate the next cards, one every ten seconds, until none is left."""
        self.session.refresh()
        for rating in ratings:
            prompt = self.session.prompt
            if prompt is None:
                return
            self.time.now += 10_000
            self.session.reveal(response=response)
            if rating not in prompt.ratings:  # a repetition offers two
                rating = Rating.GOOD
            assert self.session.rate(prompt.card.id, rating).is_applied
            if not prompt.due_by_rating:
                self.done["repetition"] += 1
            elif prompt.due_by_rating[rating].due_day in self._last_days():
                self.done["last days"] += 1
            else:
                self.done["rating"] += 1

    def _last_days(self) -> set[int]:
        """The last days before coming exams that haven't begun."""
        today = self.clock.today()
        return {
            day
            for exam in list_exams(self.collection)
            if today < exam.days.last_days.start
            for day in exam.days.last_days
        }

    def undo(self) -> None:
        self.done["undo"] += self.session.undo().is_applied

    def redo(self) -> None:
        self.done["redo"] += self.session.redo().is_applied

    def plan_exam(self, name: str, days_ahead: int, scope: str, target_percent: int) -> Exam:
        """Plan an exam, or change the one of this name."""
        today = self.clock.today()
        exam = Exam(name, today + days_ahead, today, scope, target_percent)
        save_exam(self.collection, self.library, BOTH, self.clock, exam, replaces=name)
        return exam

    def delete_exam(self, name: str) -> None:
        self.done["exam deleted"] += delete_exam(self.collection, name)

    def bring_forward(self) -> None:
        """Bring cards forward that are due after the next exam and would be forgotten by then."""
        exams = (exam for exam in list_exams(self.collection) if exam.day > self.clock.today())
        for exam in islice(exams, 1):
            cards = find_cards_due_too_late(self.collection, exam, self.clock)
            if cards:
                bring_forward(self.collection, exam, cards, self.clock)
            self.done["brought forward"] += len(cards)

    def plan_days_off(self, first: int, length: int, direction: ShiftDirection) -> None:
        """Plan days off, the first of them in so many days. Reviews are left if they can't be moved before the days."""
        start = self.clock.today() + first
        preview = preview_days_off(self.collection, range(start, start + length), self.clock)
        chosen = direction if direction in preview.shifts else ShiftDirection.NOT_MOVED
        plan_days_off(self.collection, preview, self.clock, chosen)
        self.done[chosen.name] += preview.reviews

    def remove_days_off(self) -> None:
        for days in list_days_off(self.collection, self.clock.today()):
            remove_days_off(self.collection, days)
            self.done["days off removed"] += 1

    def set_option(self, name: str, value: str) -> None:
        set_option(self.collection, ALL_DECKS, name, value)

    def adopt(self, parameters: tuple[float, ...]) -> None:
        adopt_imported(self.collection, parameters, self.time.now)
        self.done["parameters adopted"] += 1

    def use_previous_parameters(self) -> None:
        self.done["previous parameters"] += use_previous_parameters(self.collection)

    def reschedule(self) -> None:
        found = preview_rescheduling(self.collection, self.clock)
        reschedule_cards(self.collection, found, self.clock)
        self.done["rescheduled"] += len(found.changes)

    def spread_backlog(self, days: int) -> None:
        backlog = load_backlog(self.collection, self.library.deck_ids, self.clock, BOTH)
        if backlog.overdue:
            plan = backlog.plan_within(days) or backlog.gentlest_plan()
            spread_backlog(self.collection, plan, self.clock, pauses_new_cards=days % 2 == 0)
        self.done["spread"] += len(backlog.overdue)


def without_memory(schedule: Schedule) -> Schedule:
    """The schedule with the same memory state for all parameters."""
    if isinstance(schedule.phase, NewPhase):
        return schedule
    return replace(schedule, phase=replace(schedule.phase, memory=Memory(1, 1)))
