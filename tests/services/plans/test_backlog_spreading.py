"""Spreading a backlog matches its preview, respects other plans, and is one undo step with the pause of new cards."""

import pytest

from studyapp.core.exam_plan.exam import Exam
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.options.option_storage import set_option
from studyapp.services.overview.daily_overview import load_daily_overview
from studyapp.services.plans.backlog import MAX_SPREAD_DAYS, Backlog, BacklogPlan
from studyapp.services.plans.backlog_loading import load_backlog
from studyapp.services.plans.backlog_spreading import spread_backlog
from studyapp.services.plans.days_off import set_day_off
from studyapp.services.plans.exams import save_exam
from studyapp.store.stored_options import ALL_DECKS
from tests.services.plans.plan_driver import LIBRARY, card_of, check_replay, due_day
from tests.services.study_driver import (
    DAY,
    EASY,
    GOOD,
    MINUTE,
    StudyDriver,
    basic_notes,
    expect_prompt,
    rate,
    rate_cards,
    save_deck,
)

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL


def learn_cards(driver: StudyDriver, cards: int) -> None:
    """Learn this many cards, half of them with higher stability."""
    save_deck(driver.collection, basic_notes(cards))
    driver.collection.connection.execute(
        "INSERT INTO setting VALUES ('', 'new_over_all', '999'), ('', 'new_a_day', '999')"
    )
    rate_cards(driver.start_session(), *([EASY, GOOD] * cards)[:cards])
    driver.time.now += DAY
    rate_cards(driver.start_session(), *[GOOD] * (cards // 2))


def backlog_of(driver: StudyDriver, *decks: str) -> Backlog:
    return load_backlog(driver.collection, decks or ("deck",), driver.time.clock(), BOTH)


def plan_for(backlog: Backlog, minutes: int) -> BacklogPlan:
    plan = backlog.plan(minutes)
    assert plan is not None
    return plan


def test_spreading_matches_preview_and_can_be_undone(driver: StudyDriver) -> None:
    learn_cards(driver, 20)
    driver.time.now += 90 * DAY
    before = list(driver.collection.connection.execute("SELECT * FROM schedule ORDER BY note"))
    found = backlog_of(driver)
    assert (len(found.overdue), found.daily_counts()[:3]) == (20, (20, 0, 0))
    plan = plan_for(found, 2)
    assert 2 < plan.days < 10
    today = driver.time.clock().today()
    assert (plan.minutes, plan.first_day_after) == (2, today + plan.days)
    spread_backlog(driver.collection, plan, driver.time.clock())
    check_replay(driver.collection)
    queue = driver.start_session()._queue.queue
    assert [*queue.upcoming_cards] == [one.card for one in found.overdue[: queue.counts.review]]
    now = backlog_of(driver)
    assert (now.overdue, now.daily_counts()) == ([], found.daily_counts_after(plan))
    assert sum(now.daily_counts()) == 20
    driver.start_session().undo()
    assert list(driver.collection.connection.execute("SELECT * FROM schedule ORDER BY note")) == before


def test_overdue_cards_are_ordered_by_retrievability(driver: StudyDriver) -> None:
    learn_cards(driver, 20)
    driver.time.now += 90 * DAY
    overdue = backlog_of(driver).overdue
    easy = {f"n{number:02}" for number in range(0, 20, 2)}
    assert {one.card.note_id for one in overdue[:10]} == easy
    assert all(0 < one.recall < 0.9 for one in overdue)


def test_overdue_cards_of_several_decks_are_ordered_together(driver: StudyDriver) -> None:
    learn_cards(driver, 6)
    driver.collection.connection.execute("UPDATE card SET deck = 'other' WHERE note IN ('n00', 'n01')")
    driver.collection.connection.execute("UPDATE schedule SET deck = 'other' WHERE note IN ('n00', 'n01')")
    driver.time.now += 90 * DAY
    overdue = backlog_of(driver, "deck", "other").overdue
    assert {one.card.note_id for one in overdue[:3]} == {"n00", "n02", "n04"}
    assert len(overdue) == 6


def test_only_cards_due_before_today_are_overdue(driver: StudyDriver) -> None:
    learn_cards(driver, 4)
    with driver.collection.read_transaction() as connection:
        (first,) = connection.execute("SELECT min(due_day) FROM schedule WHERE phase = 2").fetchone()
    driver.time.now += (first - driver.time.clock().today()) * DAY
    for days, has_overdue in ((0, False), (1, True)):
        driver.time.now += days * DAY
        assert bool(backlog_of(driver).overdue) == has_overdue
    assert load_daily_overview(driver.collection, Library(), driver.time.clock(), BOTH).overdue_count == 0


def test_more_minutes_take_fewer_days(driver: StudyDriver) -> None:
    learn_cards(driver, 40)
    driver.time.now += 90 * DAY
    backlog = backlog_of(driver)
    plans = [backlog.plan(minutes) for minutes in range(1, 30)]
    days = [MAX_SPREAD_DAYS + 1 if plan is None else plan.days for plan in plans]
    assert days == sorted(days, reverse=True)
    assert days[-1] == 1
    within = backlog.plan_within(5)
    assert within is not None and within.days <= 5 < plan_for(backlog, within.minutes - 1).days
    gentlest = backlog.gentlest_plan()
    assert gentlest.minutes == 1 or backlog.plan(gentlest.minutes - 1) is None


def test_days_off_and_days_with_the_least_load_get_no_cards(driver: StudyDriver) -> None:
    learn_cards(driver, 40)
    driver.time.now += 90 * DAY
    today = driver.time.clock().today()
    set_day_off(driver.collection, today, is_off=True)
    set_day_off(driver.collection, today + 2, is_off=True)
    set_option(driver.collection, ALL_DECKS, "easy_days", "normal " * 6 + "minimum")
    plan = plan_for(backlog_of(driver), 2)
    counts = [len(cards) for cards in plan.cards_by_day]
    assert plan.days > 7
    assert counts[0] == counts[2] == 0
    weekday_of_today = (driver.time.clock().today() + 3) % 7  # study day 0 was a Thursday
    sunday = (6 - weekday_of_today) % 7
    assert counts[sunday] == 0
    assert sum(count > 0 for count in counts) == plan.days - len(
        {0, 2, sunday, sunday + 7} & {*range(plan.days)}
    )


def test_no_plan_is_for_days_off_only(driver: StudyDriver) -> None:
    learn_cards(driver, 4)
    driver.time.now += 90 * DAY
    for offset in range(3):
        set_day_off(driver.collection, driver.time.clock().today() + offset, is_off=True)
    assert backlog_of(driver).plan_within(3) is None
    assert backlog_of(driver).plan_within(4) is not None


@pytest.mark.parametrize("days_until_exam", [1, 4, 30])
def test_cards_of_an_exam_are_due_before_it(driver: StudyDriver, days_until_exam: int) -> None:
    learn_cards(driver, 40)
    driver.time.now += 90 * DAY
    today = driver.time.clock().today()
    late = [one.card for one in backlog_of(driver).overdue[-8:]]
    scope = " OR ".join(f"nid:deck/{card.note_id}" for card in late)
    exam = Exam("Physics", today + days_until_exam, today, scope)
    assert save_exam(driver.collection, LIBRARY, BOTH, driver.time.clock(), exam) == 8
    plan = plan_for(backlog_of(driver), 2)
    spread_backlog(driver.collection, plan, driver.time.clock())
    assert all(today <= due_day(driver.collection, card) < exam.day for card in late)
    assert sum(map(len, plan.cards_by_day)) == 40


def test_cards_of_an_exam_avoid_a_day_off_before_it(driver: StudyDriver) -> None:
    learn_cards(driver, 20)
    driver.time.now += 90 * DAY
    today = driver.time.clock().today()
    set_day_off(driver.collection, today + 2, is_off=True)
    save_exam(
        driver.collection, LIBRARY, BOTH, driver.time.clock(), Exam("Physics", today + 3, today, "deck:deck")
    )
    spread_backlog(driver.collection, plan_for(backlog_of(driver), 1), driver.time.clock())
    days = {due_day(driver.collection, card_of(number)) for number in range(20)}
    assert days == {today, today + 1}


def test_nothing_is_written_without_overdue_cards(driver: StudyDriver) -> None:
    learn_cards(driver, 4)
    plan = backlog_of(driver).suggest_plan()
    before = driver.collection.own_write_count()
    spread_backlog(driver.collection, plan, driver.time.clock(), pauses_new_cards=True)
    assert driver.collection.own_write_count() == before


def test_minutes_are_suggested_from_the_usual_days_or_the_option(driver: StudyDriver) -> None:
    learn_cards(driver, 4)
    for count in (14, 18, 22):
        driver.time.now += 3 * DAY
        save_deck(driver.collection, basic_notes(100))
        session = driver.start_session()
        outcome = session.show_next()
        for _ in range(count):
            driver.time.now += MINUTE
            outcome = rate(session, expect_prompt(outcome).card.id, EASY)
    driver.time.now += 90 * DAY
    backlog = backlog_of(driver)
    assert backlog.usual is not None
    assert backlog.usual.reviews == pytest.approx(14)
    assert backlog.suggest_plan().minutes == round(backlog.usual.minutes) == 14
    set_option(driver.collection, ALL_DECKS, "minutes_a_day", "45")
    assert backlog_of(driver).suggest_plan().minutes == 45
