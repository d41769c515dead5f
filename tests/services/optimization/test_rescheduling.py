"""Rescheduling cards by the parameters in use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studyapp.core.exam_plan.exam import Exam
from studyapp.core.exam_plan.exam_scope import ALL_CARDS
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.journal.card_actions import suspend_cards
from studyapp.services.journal.journal_undo import undo_last_action
from studyapp.services.optimization.parameter_adoption import adopt_imported
from studyapp.services.optimization.rescheduling import preview_rescheduling, reschedule_cards
from studyapp.services.overview.doctor import check_collection
from studyapp.services.plans.days_off import set_day_off
from studyapp.services.plans.exams import (
    bring_forward,
    delete_exam,
    find_cards_due_too_late,
    save_exam,
)
from studyapp.store import schedules
from tests.services.plans.plan_driver import LIBRARY
from tests.services.random_actions import perform
from tests.services.study_driver import DAY, EASY, StudyDriver, basic_notes, save_deck

DEFAULTS = Scheduler().parameters
FASTER = (*(value / 3 for value in DEFAULTS[:4]), *DEFAULTS[4:])
"""Parameters of a learner who forgets new cards faster."""

SLOWER = (*(value * 3 for value in DEFAULTS[:4]), *DEFAULTS[4:])


@pytest.fixture
def driver(tmp_path: Path) -> Iterator[StudyDriver]:
    driver = StudyDriver.at(tmp_path / "collection.db")
    save_deck(driver.collection, basic_notes(5))
    session = driver.start_session()
    for _ in range(4):
        session = perform(driver, session, EASY)
    driver.time.now += DAY
    yield driver
    driver.close()


def due_days(driver: StudyDriver) -> dict[str, int]:
    with driver.collection.read_transaction() as connection:
        return {
            card.note_id: getattr(one.phase, "due_day", 0) for card, one in schedules.iterate_all(connection)
        }


def test_rescheduling_sets_the_previewed_days_in_one_step(driver: StudyDriver) -> None:
    clock, before = driver.time.clock(), due_days(driver)
    adopt_imported(driver.collection, FASTER, driver.time.now)
    suspended = next(card.card for card in preview_rescheduling(driver.collection, clock).changes)
    suspend_cards(driver.collection, [suspended], clock)
    assert due_days(driver) == before
    preview = preview_rescheduling(driver.collection, clock)
    assert len(preview.changes) == preview.summary.earlier == 3
    assert all(change.new_due_day < change.due_day for change in preview.changes)
    driver.time.now += 1000
    reschedule_cards(driver.collection, preview, clock)
    expected = {change.card.note_id: change.new_due_day for change in preview.changes}
    assert due_days(driver) == before | expected
    assert check_collection(driver.collection).mismatched_cards == ()
    assert preview_rescheduling(driver.collection, clock).changes == ()
    undone = undo_last_action(driver.collection, driver.time.now + 1, clock.today())
    assert [entry.kind for entry in undone] == [EntryKind.SET_DUE] * 3
    assert due_days(driver) == before


def test_cards_of_removed_decks_are_left_out(driver: StudyDriver) -> None:
    adopt_imported(driver.collection, FASTER, driver.time.now)
    save_deck(driver.collection, [])
    preview = preview_rescheduling(driver.collection, driver.time.clock())
    assert preview.changes == () and sum(preview.summary.counts) == 0


def test_cards_brought_forward_for_an_exam_stay_and_nothing_gets_a_day_off(driver: StudyDriver) -> None:
    clock = driver.time.clock()
    today = clock.today()
    exam = Exam("Physics", today + 6, today, ALL_CARDS, 99)
    save_exam(driver.collection, LIBRARY, CardLanguages.ENGLISH_AND_TRADITIONAL, clock, exam)
    bring_forward(driver.collection, exam, find_cards_due_too_late(driver.collection, exam, clock), clock)
    brought_forward = due_days(driver)
    assert all(day < exam.day for day in brought_forward.values() if day)
    adopt_imported(driver.collection, SLOWER, driver.time.now)
    assert preview_rescheduling(driver.collection, clock).changes == ()
    delete_exam(driver.collection, "Physics")
    later = [change.new_due_day for change in preview_rescheduling(driver.collection, clock).changes]
    assert len(later) == 4 and min(later) > exam.day
    for day in range(min(later), max(later) + 1):
        set_day_off(driver.collection, day, is_off=True)
    driver.time.now += 1000
    preview = preview_rescheduling(driver.collection, clock)
    assert {change.new_due_day for change in preview.changes}.isdisjoint(later)
    reschedule_cards(driver.collection, preview, clock)
    assert due_days(driver) == brought_forward | {
        change.card.note_id: change.new_due_day for change in preview.changes
    }
