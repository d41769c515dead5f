"""What is planned together with an action on cards is in force while the action is: over plans, undo and redo."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import example, given
from hypothesis import strategies as st

from studyapp.core.days_off.shifted_reviews import ShiftDirection
from studyapp.services.journal.journal_undo import redo_last_action, undo_last_action
from studyapp.services.plans.backlog import BacklogPlan
from studyapp.services.plans.backlog_spreading import load_new_card_pause, resume_new_cards, spread_backlog
from studyapp.services.plans.days_off import list_days_off, plan_days_off, preview_days_off, set_day_off
from tests.services.plans.plan_driver import card_of, check_replay, set_due
from tests.services.study_driver import DAY, EASY, StudyDriver, basic_notes, rate_cards, save_deck

Step = tuple[str, int]
steps = st.lists(
    st.tuples(
        st.sampled_from(
            ("days off", "pause", "no pause", "bury", "undo", "undo", "redo", "mark", "unmark", "resume")
        ),
        st.integers(1, 8),
    ),
    max_size=14,
)


class Plans:
    """The same steps with plain lists. An action is what it plans and for which day."""

    def __init__(self, today: int) -> None:
        self.today = today
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.marked: set[int] = set()

    def act(self, action: Step) -> None:
        self.done.append(action)
        self.undone.clear()

    def undo(self) -> None:
        if self.done:
            self.undone.append(self.done.pop())

    def redo(self) -> None:
        if self.undone:
            self.done.append(self.undone.pop())

    def days_off(self) -> set[int]:
        return self.marked | {day for kind, day in self.done if kind == "days off"}

    def pause(self) -> int | None:
        days = [day for kind, day in self.done if kind == "pause"]
        return days[-1] if days and days[-1] > self.today else None

    def forget(self, kind: str, day: int | None = None) -> None:
        for actions in (self.done, self.undone):
            actions[:] = [
                ("other", 0) if found == kind and day in (None, found_day) else (found, found_day)
                for found, found_day in actions
            ]


def take(driver: StudyDriver, plans: Plans, kind: str, number: int) -> None:
    collection, clock = driver.collection, driver.time.clock()
    today, day = plans.today, plans.today + number
    match kind:
        case "days off":
            set_due(driver, range(2 * number, 2 * number + 1), number)
            plans.act(("other", 0))
            preview = preview_days_off(collection, range(day, day + 1), clock)
            assert preview.reviews
            plan_days_off(collection, preview, clock, ShiftDirection.AFTER)
            plans.act(("days off", day))
        case "pause" | "no pause":
            plan = BacklogPlan(today, 10, [[card_of(number)]] * number)
            spread_backlog(collection, plan, clock, pauses_new_cards=kind == "pause")
            plans.act(("pause", day if kind == "pause" else today))
        case "bury":
            set_due(driver, range(number, number + 2), 3)
            plans.act(("other", 0))
        case "undo":
            undo_last_action(collection, clock.now(), clock.today())
            plans.undo()
        case "redo":
            redo_last_action(collection, clock.now(), clock.today())
            plans.redo()
        case "mark":
            set_day_off(collection, day, is_off=True)
            plans.marked.add(day)
        case "unmark":
            set_day_off(collection, day, is_off=False)
            plans.marked.discard(day)
            plans.forget("days off", day)
        case "resume":
            resume_new_cards(collection)
            plans.forget("pause")


@given(steps)
@example([("days off", 2), ("pause", 3), ("undo", 1), ("undo", 1), ("redo", 1), ("redo", 1), ("undo", 1)])
@example([("pause", 3), ("no pause", 2), ("undo", 1), ("resume", 1), ("redo", 1)])
def test_plans_are_in_force_while_their_actions_are(chosen: list[Step]) -> None:
    with TemporaryDirectory() as folder:
        driver = StudyDriver.at(Path(folder) / "collection.db")
        save_deck(driver.collection, basic_notes(30))
        rate_cards(driver.start_session(), *[EASY] * 20)
        driver.time.now += DAY
        plans = Plans(driver.time.clock().today())
        plans.done = [("other", 0)] * 20
        for kind, number in chosen:
            driver.time.now += 1000
            take(driver, plans, kind, number)
            listed = {day for days in list_days_off(driver.collection, plans.today) for day in days}
            assert listed == plans.days_off()
            assert load_new_card_pause(driver.collection, plans.today) == plans.pause()
        check_replay(driver.collection)
        driver.close()
