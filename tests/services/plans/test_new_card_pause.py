"""While new cards pause, only those that the learner asks for are new."""

from random import Random

import pytest

from studyapp.core.exam_plan.exam import Exam
from studyapp.core.study.custom_study_selection import CustomStudySelection, StudyScope
from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.options.option_storage import set_option
from studyapp.services.overview.daily_overview import load_daily_overview
from studyapp.services.plans.backlog import BacklogPlan
from studyapp.services.plans.backlog_spreading import load_new_card_pause, resume_new_cards, spread_backlog
from studyapp.services.plans.exams import load_exam_plan, save_exam
from studyapp.services.study.custom.custom_study import create_custom_session
from studyapp.services.study.daily_queue import days_until_next_card
from studyapp.services.study.today_counts import TodayCounter
from studyapp.services.workload.simulating import simulate_days
from studyapp.services.workload.study_loading import load_study
from studyapp.store.stored_options import ALL_DECKS
from tests.services.plans.plan_driver import LIBRARY, card_of, set_due
from tests.services.study_driver import (
    DAY,
    EASY,
    StudyDriver,
    basic_notes,
    expect_prompt,
    rate_cards,
    save_deck,
)

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL


@pytest.fixture
def paused(driver: StudyDriver) -> StudyDriver:
    """Thirty new cards that pause for three days, and one card that is due on each of these."""
    save_deck(driver.collection, basic_notes(33))
    rate_cards(driver.start_session(), *[EASY] * 3)
    driver.time.now += 30 * DAY
    plan = BacklogPlan(driver.time.clock().today(), 10, [[card_of(number)] for number in range(3)])
    spread_backlog(driver.collection, plan, driver.time.clock(), pauses_new_cards=True)
    return driver


def new_cards_today(driver: StudyDriver) -> int:
    """The number of new cards in a session, which is the same in the counts."""
    day = driver.time.clock().study_day()
    counter = TodayCounter(driver.collection, ["deck"], day, BOTH)
    queued = driver.start_session()._queue.queue.counts
    assert counter.count(["deck"]) == queued
    return queued.new


def test_pause_ends_by_itself(paused: StudyDriver) -> None:
    today = paused.time.clock().today()
    for day in range(4):
        pause = load_new_card_pause(paused.collection, today + day)
        assert pause == (today + 3 if day < 3 else None)
        assert new_cards_today(paused) == (0 if day < 3 else 20)
        paused.time.now += DAY


def test_pause_is_ended(paused: StudyDriver) -> None:
    resume_new_cards(paused.collection)
    assert load_new_card_pause(paused.collection, paused.time.clock().today()) is None
    assert new_cards_today(paused) == 20
    paused.start_session().undo()
    paused.start_session().redo()
    assert new_cards_today(paused) == 20


def test_pause_is_part_of_the_overview(paused: StudyDriver) -> None:
    today = paused.time.clock().today()
    overview = load_daily_overview(paused.collection, LIBRARY, paused.time.clock(), BOTH)
    assert (overview.counts.new, overview.new_cards_paused_until) == (0, today + 3)
    assert load_daily_overview(paused.collection, Library(), paused.time.clock(), BOTH).break_days == 0


def test_new_cards_on_request_are_not_restricted(paused: StudyDriver) -> None:
    session = paused.start_session()
    expect_prompt(session.add_new_cards(5))
    assert session._queue.queue.counts.new == 5
    selection = CustomStudySelection(StudyScope.MORE_NEW, extra_new_cards=7)
    custom = create_custom_session(paused.collection, paused.time.clock(), ["deck"], BOTH, selection)
    assert custom._queue.queue.counts.new == 7
    assert paused.start_session(BOTH, DailyLimits(9, 200))._queue.queue.counts.new == 9


def test_next_card_is_new_when_the_pause_ends(paused: StudyDriver) -> None:
    set_due(paused, range(3), 50)
    days = days_until_next_card(paused.collection, ["deck"], paused.time.clock().study_day(), BOTH)
    assert days == 3


def test_simulation_has_no_new_cards_during_the_pause(paused: StudyDriver) -> None:
    for minutes in ("0", "20"):
        set_option(paused.collection, ALL_DECKS, "minutes_a_day", minutes)
        days = list(simulate_days(load_study(paused.collection, ["deck"], paused.time.clock(), BOTH), 5))
        assert [day.new_cards > 0 for day in days[:4]] == [False, False, False, True]


def test_exam_plan_begins_when_the_pause_ends(paused: StudyDriver) -> None:
    today = paused.time.clock().today()
    exam = Exam("Physics", today + 23, today - 100, "deck:deck")
    save_exam(paused.collection, LIBRARY, BOTH, paused.time.clock(), exam)
    plan = load_exam_plan(paused.collection, exam, paused.time.clock(), Random(1).random)
    assert (plan.pace.today, plan.pace.paused_until, plan.pace.per_day) == (0, today + 3, 3)
    soon = Exam("Soon", today + 2, today - 100, "deck:deck")
    save_exam(paused.collection, LIBRARY, BOTH, paused.time.clock(), soon)
    plan = load_exam_plan(paused.collection, soon, paused.time.clock(), Random(1).random)
    assert (plan.pace.today, plan.pace.per_day) == (0, 0)
