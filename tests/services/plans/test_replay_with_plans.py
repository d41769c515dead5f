"""Whatever is planned, schedules follow from the journal alone: without exams, days off and options, on any device."""

import random
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from studyapp.core.cards.card_id import CardId
from studyapp.core.days_off.shifted_reviews import ShiftDirection
from studyapp.core.options.study_options import DayLoad
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import Schedule
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.optimization.parameter_adoption import adopt_imported
from studyapp.services.overview.doctor import check_collection, rebuild_schedules
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler
from tests.core.optimization.simulated_learner import draw_parameters
from tests.services.plans.plan_driver import LIBRARY
from tests.services.plans.planned_study import PlannedStudy, without_memory
from tests.services.study.repeated_cards import RIGHT, WRONG, choice_note, typed_note
from tests.services.study_driver import DAY, HOUR, StudyDriver, basic_note, basic_notes, save_deck

PARAMETERS = [draw_parameters(random.Random(seed)) for seed in (3, 4)]

EFFECTS = (
    "rating", "repetition", "last days", "brought forward", "BEFORE", "AFTER", "rescheduled", "spread", "undo", "redo",
    "parameters adopted", "previous parameters",
)  # fmt: skip
"""What must happen in some of the runs, as counted by `PlannedStudy`."""

ratings = st.lists(st.sampled_from([*Rating, Rating.GOOD, Rating.EASY]), min_size=1, max_size=12)
responses = st.sampled_from([RIGHT, WRONG])
exam_names = st.sampled_from(["Physics", "Chemistry"])
exam_days = st.integers(2, 30)
pauses = st.sampled_from([HOUR, DAY, DAY, 2 * DAY, 5 * DAY])
scopes = st.sampled_from(["deck:Deck", "deck:Other", "-deck:none", "front:n0*"])
easy_days = st.lists(st.sampled_from([load.value for load in DayLoad]), min_size=7, max_size=7).map(" ".join)
options = (
    st.tuples(st.just("easy_days"), easy_days)
    | st.tuples(st.just("balance_load"), st.sampled_from(["on", "off"]))
    | st.tuples(st.just("minutes_a_day"), st.sampled_from(["0", "1", "5"]))
    | st.tuples(st.just("ask_until_right"), st.sampled_from(["on", "off"]))
    | st.tuples(st.just("retention"), st.sampled_from(["80", "95"]))
)


class PlannedStudyMachine(RuleBasedStateMachine):
    """Studies and plans, and compares the schedules with replays of the journal."""

    done: ClassVar[Counter[str]] = Counter()
    """What had an effect, in all runs."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.driver = StudyDriver.at(Path(self.folder.name) / "here.db")
        save_deck(self.driver.collection, [*basic_notes(8), typed_note(), choice_note()])
        save_deck(self.driver.collection, [basic_note(f"m{number}", "other") for number in range(4)], "other")
        time = self.driver.time
        self.study = PlannedStudy(self.driver.collection, time, time.clock(), LIBRARY)
        self.study.set_option("ask_until_right", "on")

    @initialize(
        given=ratings,
        days=exam_days,
        scope=scopes,
        parameters=st.sampled_from(PARAMETERS),
        brings_forward=st.booleans(),
    )
    def start(
        self,
        given: list[Rating],
        days: int,
        scope: str,
        parameters: tuple[float, ...],
        brings_forward: bool,
    ) -> None:
        """Begin with cards that were studied before the exam is planned, and with parameters that can be taken back."""
        self.study.rate_cards([*given, Rating.EASY, Rating.EASY])
        self.driver.time.now += DAY
        self.study.adopt(parameters)
        self.study.plan_exam("Physics", days, scope, 99)
        if brings_forward:
            self.study.bring_forward()

    @rule(given=ratings, response=responses, pause=pauses, times=st.integers(1, 4))
    def rate_cards(self, given: list[Rating], response: LearnerResponse, pause: int, times: int) -> None:
        for _ in range(times):
            self.study.rate_cards(given, response)
            self.driver.time.now += pause

    @rule(time=st.sampled_from([HOUR, DAY, 4 * DAY, 30 * DAY, -HOUR]), starts_session=st.booleans())
    def wait(self, time: int, starts_session: bool) -> None:
        self.driver.time.now += time
        if starts_session:
            self.study.start_session()

    @rule(times=st.integers(1, 3), redoes=st.booleans())
    def undo(self, times: int, redoes: bool) -> None:
        for _ in range(times):
            self.study.undo()
        if redoes:
            self.study.redo()

    @rule(name=exam_names, days=exam_days, scope=scopes, percent=st.sampled_from([50, 90, 99]))
    def plan_exam(self, name: str, days: int, scope: str, percent: int) -> None:
        self.study.plan_exam(name, days, scope, percent)

    @rule()
    def bring_forward(self) -> None:
        self.study.bring_forward()

    @rule(name=exam_names)
    def delete_exam(self, name: str) -> None:
        self.study.delete_exam(name)

    @rule(first=st.integers(0, 12), length=st.integers(1, 14), direction=st.sampled_from(ShiftDirection))
    def plan_days_off(self, first: int, length: int, direction: ShiftDirection) -> None:
        self.study.plan_days_off(first, length, direction)

    @rule()
    def remove_days_off(self) -> None:
        self.study.remove_days_off()

    @rule(option=options)
    def set_option(self, option: tuple[str, str]) -> None:
        self.study.set_option(*option)

    @rule(parameters=st.sampled_from([*PARAMETERS, None]))
    def change_parameters(self, parameters: tuple[float, ...] | None) -> None:
        if parameters is None:
            self.study.use_previous_parameters()
        else:
            self.study.adopt(parameters)

    @rule(days=st.sampled_from([0, 0, 2, 9]))
    def set_due_dates(self, days: int) -> None:
        """Spread the backlog over days, or reschedule all cards."""
        if days:
            self.study.spread_backlog(days)
        else:
            self.study.reschedule()

    @invariant()
    def stored_schedules_follow_from_the_journal(self) -> None:
        assert check_collection(self.driver.collection).mismatched_cards == ()

    def teardown(self) -> None:
        try:
            check_rebuild(self.driver.collection)
            check_other_device(self.driver.collection, Path(self.folder.name) / "other.db")
        finally:
            self.done.update(self.study.done)
            self.driver.close()
            self.folder.cleanup()


def load_schedules(collection: Collection) -> dict[CardId, Schedule]:
    with collection.read_transaction() as connection:
        return dict(schedules.iterate_all(connection))


def check_rebuild(collection: Collection) -> None:
    """A rebuild in place, as by `studyapp doctor --rebuild`, changes no schedule."""
    before = load_schedules(collection)
    rebuild_schedules(collection)
    assert load_schedules(collection) == before


def check_other_device(collection: Collection, path: Path) -> None:
    """A collection that gets only the entries, in any order, has the same schedules. Memory states depend on the
    parameters, and are the same with the same ones."""
    expected = load_schedules(collection)
    with collection.read_transaction() as connection:
        entries = [pair.recorded for pair in journal_entries.load_recorded(connection)]
        parameters = load_scheduler(connection).parameters
    random.Random(1).shuffle(entries)
    with Collection(path, lambda: "other") as other:
        with other.transaction() as connection:
            journal_entries.append_missing(connection, entries)
        rebuild_schedules(other)
        replayed = load_schedules(other)
        assert {card: without_memory(one) for card, one in replayed.items()} == {
            card: without_memory(one) for card, one in expected.items()
        }
        if parameters != Scheduler().parameters:
            adopt_imported(other, parameters, 1)
        assert load_schedules(other) == expected


def test_schedules_follow_from_the_journal_whatever_is_planned() -> None:
    PlannedStudyMachine.done.clear()
    run_state_machine_as_test(PlannedStudyMachine, settings=settings(max_examples=40, stateful_step_count=40))
    without_effect = {name for name in EFFECTS if not PlannedStudyMachine.done[name]}
    assert without_effect == set()
