"""Days off don't break a streak."""

from studyapp.core.statistics.selection import AllCards
from studyapp.core.statistics.streak import Streak
from studyapp.services.plans.days_off import set_day_off
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.services.statistics.statistics_loading import Scope, load_review_figures
from tests.services.study_driver import AGAIN, DAY, GOOD, StudyDriver, basic_notes, rate_cards, save_deck


def test_day_off_keeps_the_streak(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    first_day = driver.time.clock().today()
    rate_cards(driver.start_session(), AGAIN, GOOD)  # both are due again on that day
    driver.time.now += 2 * DAY
    rate_cards(driver.start_session(), GOOD)

    assert current_streak(driver) == Streak(1, first_day + 2)
    set_day_off(driver.collection, first_day + 1, is_off=True)
    assert current_streak(driver) == Streak(2, first_day)
    set_day_off(driver.collection, first_day + 1, is_off=False)
    assert current_streak(driver) == Streak(1, first_day + 2)


def test_coming_days_off_keep_the_streak_when_they_pass(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    first_day = driver.time.clock().today()
    rate_cards(driver.start_session(), AGAIN, GOOD)
    for day in (first_day + 1, first_day + 2, first_day + 4):
        set_day_off(driver.collection, day, is_off=True)
    assert current_streak(driver) == Streak(1, first_day)
    for streak in (1, 1):  # on the days off
        driver.time.now += DAY
        assert current_streak(driver) == Streak(streak, first_day)
    driver.time.now += DAY
    assert current_streak(driver) == Streak(1, first_day)  # today breaks none before it is over
    rate_cards(driver.start_session(), GOOD)
    assert current_streak(driver) == Streak(2, first_day)
    driver.time.now += 2 * DAY  # a day off, then one that isn't
    assert current_streak(driver) == Streak(2, first_day)
    driver.time.now += DAY
    assert current_streak(driver) == Streak(0, None)


def test_a_coming_day_off_that_is_no_longer_one_breaks_the_streak(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    day_off = driver.time.clock().today() + 1
    rate_cards(driver.start_session(), AGAIN, GOOD)
    set_day_off(driver.collection, day_off, is_off=True)
    driver.time.now += 2 * DAY
    assert current_streak(driver).studied_days == 1
    set_day_off(driver.collection, day_off, is_off=False)
    assert current_streak(driver).studied_days == 0


def current_streak(driver: StudyDriver) -> Streak:
    clock = driver.time.clock()
    update_facts(driver.collection, clock)
    return load_review_figures(driver.collection, Scope(AllCards(), ("deck",)), clock).current_streak
