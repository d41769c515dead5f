"""Warnings that the clock disagrees with the journal."""

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.services.overview.clock_check import ClockProblem, ClockWarning, check_clock
from studyapp.store import journal_entries
from tests.services.study_driver import (
    DAY,
    EASY,
    HOUR,
    MORNING,
    StudyDriver,
    basic_notes,
    rate_cards,
    save_deck,
)


def check(driver: StudyDriver) -> ClockWarning | None:
    return check_clock(driver.collection, driver.time.clock())


@pytest.fixture(autouse=True)
def studied(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(9))


def test_no_warning_without_reviews_or_with_recent_ones(driver: StudyDriver) -> None:
    assert check(driver) is None
    rate_cards(driver.start_session(), EASY)
    for later in (0, -DAY, 400 * DAY):
        driver.time.now = MORNING + later
        assert check(driver) is None


def test_newest_review_in_the_future(driver: StudyDriver) -> None:
    rate_cards(driver.start_session(), EASY)
    driver.time.now -= DAY + 1
    assert check(driver) == ClockWarning(ClockProblem.JOURNAL_IN_FUTURE, MORNING - DAY - 1, MORNING)


def test_long_pause(driver: StudyDriver) -> None:
    rate_cards(driver.start_session(), EASY)
    driver.time.now += 401 * DAY
    assert check(driver) == ClockWarning(ClockProblem.LONG_PAUSE, driver.time.now, MORNING)


@pytest.mark.parametrize("days_back", [2, 3])
def test_study_days_out_of_order_beyond_time_zones(driver: StudyDriver, days_back: int) -> None:
    rate_cards(driver.start_session(), EASY)
    driver.time.now -= days_back * DAY
    rate_cards(driver.start_session(), EASY)
    driver.time.now += days_back * DAY + HOUR
    warning = check(driver)
    assert (warning and warning.problem) is (ClockProblem.DAYS_OUT_OF_ORDER if days_back == 3 else None)


def test_imported_history_causes_no_warning(driver: StudyDriver) -> None:
    rate_cards(driver.start_session(), EASY)
    with driver.collection.transaction() as connection:
        at = MORNING + 1000
        card = CardId("deck", "n01", 1)
        journal_entries.append(connection, [Entry(EntryId(f"anki:{card}", at), at, 0, card, EntryKind.FLAG)])
    assert check(driver) is None
