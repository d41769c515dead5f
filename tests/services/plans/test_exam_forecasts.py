"""The expected share of an exam depends on the limits of the learner."""

import pytest

from studyapp.core.exam_plan.exam import Exam
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.option_storage import set_option
from studyapp.store import stored_options
from studyapp.store.plans import days_off
from studyapp.store.stored_options import ALL_DECKS
from tests.services.plans.plan_driver import exam_in, plan, save
from tests.services.study_driver import (
    DAY,
    GOOD,
    StudyDriver,
    basic_note,
    basic_notes,
    rate_cards,
    save_deck,
)


def expected_share(driver: StudyDriver, exam: Exam) -> float:
    forecast = plan(driver, exam).forecast
    assert forecast is not None
    return forecast.expected


@pytest.mark.parametrize(("deck", "option"), [("deck", "new_a_day"), (ALL_DECKS, "new_over_all")])
def test_daily_limit_lowers_the_expected_share(driver: StudyDriver, deck: str, option: str) -> None:
    save_deck(driver.collection, basic_notes(90))
    save_deck(driver.collection, [basic_note("n00", "other")], "other")
    exam = exam_in(driver, 12)
    save(driver, exam)
    free = plan(driver, exam)
    set_option(driver.collection, deck, option, "2")
    limited = plan(driver, exam)
    assert free.forecast is not None and limited.forecast is not None
    assert (free.pace, free.new_limit, limited.new_limit) == (limited.pace, 20, 2)
    assert free.forecast.expected > 0.85
    assert limited.forecast.expected == pytest.approx(free.forecast.expected * 24 / 90, abs=0.03)


def test_hidden_deck_is_not_expected_to_be_studied(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(30))
    save_deck(driver.collection, [basic_note(f"n{number:02}", "other") for number in range(30)], "other")
    exam = exam_in(driver, 12, scope="deck:deck OR deck:other")
    save(driver, exam)
    both = expected_share(driver, exam)
    with driver.collection.transaction() as connection:
        stored_options.save(connection, "other", stored_options.HIDDEN, "1")
    assert expected_share(driver, exam) == pytest.approx(both / 2, abs=0.03)


def test_minutes_a_day_lower_the_expected_share(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(90))
    exam = exam_in(driver, 12)
    save(driver, exam)
    free = expected_share(driver, exam)
    set_option(driver.collection, ALL_DECKS, "minutes_a_day", "1")
    assert expected_share(driver, exam) < free / 3


def test_reviews_that_wait_behind_those_of_other_cards_lower_the_expected_share(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(20))
    save_deck(driver.collection, [basic_note(f"n{number:02}", "other") for number in range(20)], "other")
    for deck in ("deck", "other"):
        rate_cards(driver.start_session(CardLanguages.ENGLISH_AND_TRADITIONAL, None, deck), *[GOOD] * 40)
    driver.time.now += DAY
    exam = exam_in(driver, 20)
    save(driver, exam)
    free = expected_share(driver, exam)
    set_option(driver.collection, ALL_DECKS, "reviews_over_all", "1")
    with_others = expected_share(driver, exam)
    with driver.collection.transaction() as connection:
        connection.execute("UPDATE card SET present = 0 WHERE deck = 'other' AND note <> 'n00'")
    assert with_others < expected_share(driver, exam) - 0.02 < free


def test_days_off_before_the_exam_lower_the_expected_share(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(20))
    exam = exam_in(driver, 8)
    save(driver, exam)
    free = expected_share(driver, exam)
    today = driver.time.clock().today()
    with driver.collection.transaction() as connection:
        for day in range(today, today + 8):
            days_off.save(connection, day, is_off=True)
    assert free > 0.8
    assert expected_share(driver, exam) == 0
