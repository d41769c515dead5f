"""Days off don't break a streak."""

from studyapp.core.statistics.selection import AllCards
from studyapp.core.statistics.streak import Streak
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.statistics.days_off import set_day_off
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.services.statistics.statistics_loading import Scope, load_review_figures
from tests.services.study_driver import AGAIN, DAY, GOOD, StudyDriver, basic_notes, rate_cards, save_deck


def test_day_off_keeps_the_streak(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    first_day = driver.time.clock().today()
    rate_cards(driver.start_session(), AGAIN, GOOD)  # both are due again on that day
    driver.time.now += 2 * DAY
    rate_cards(driver.start_session(), GOOD)

    def current_streak() -> Streak:
        clock = driver.time.clock()
        update_facts(driver.collection, Scheduler(), clock)
        return load_review_figures(driver.collection, Scope(AllCards(), ("deck",)), clock).current_streak

    assert current_streak() == Streak(1, first_day + 2)
    set_day_off(driver.collection, first_day + 1, is_off=True)
    assert current_streak() == Streak(2, first_day)
    set_day_off(driver.collection, first_day + 1, is_off=False)
    assert current_streak() == Streak(1, first_day + 2)
