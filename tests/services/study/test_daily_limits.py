"""The daily limits of new cards and of reviews are counted separately."""

from studyapp.core.study.study_queue import CardCounts
from studyapp.services.options.option_storage import set_option
from studyapp.services.study.daily_queue import build_daily_queue
from studyapp.store.stored_options import ALL_DECKS
from tests.services.study.session_records import BOTH
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    StudyDriver,
    basic_note,
    basic_notes,
    expect_prompt,
    rate,
    rate_cards,
    save_deck,
)


def rate_first_of_kind(driver: StudyDriver, *decks: str, is_new: bool) -> None:
    """Rate the first new card, or the first review, Easy."""
    session = driver.start_session(BOTH, None, *decks)
    while True:
        shown = expect_prompt(session.show_next())
        if (shown.review_count == 0) is is_new:
            break
        session.skip()
    rate(session, shown.card.id, EASY)


def counts_today(driver: StudyDriver, *decks: str) -> CardCounts:
    clock = driver.time.clock()
    return build_daily_queue(driver.collection, decks or ("deck",), clock.study_day(), BOTH).counts


def prepare_reviews_and_new_cards(driver: StudyDriver) -> None:
    """Five reviews that are due and five new cards, of which three reviews and two new cards a day are allowed."""
    save_deck(driver.collection, basic_notes(5))
    rate_cards(driver.start_session(), *[EASY] * 5)
    driver.time.now += 90 * DAY
    save_deck(driver.collection, basic_notes(10))
    set_option(driver.collection, "deck", "reviews_a_day", "3")
    set_option(driver.collection, "deck", "new_a_day", "2")


def test_new_cards_do_not_count_as_reviews(driver: StudyDriver) -> None:
    prepare_reviews_and_new_cards(driver)
    assert counts_today(driver) == CardCounts(new=2, review=3)
    rate_first_of_kind(driver, is_new=True)
    assert counts_today(driver) == CardCounts(new=1, review=3)
    rate_first_of_kind(driver, is_new=True)
    assert counts_today(driver) == CardCounts(new=0, review=3)


def test_reviews_do_not_count_as_new_cards(driver: StudyDriver) -> None:
    prepare_reviews_and_new_cards(driver)
    for left in (2, 1, 0):
        rate_first_of_kind(driver, is_new=False)
        assert counts_today(driver) == CardCounts(new=2, review=left)


def test_card_rated_several_times_counts_once(driver: StudyDriver) -> None:
    prepare_reviews_and_new_cards(driver)
    set_option(driver.collection, ALL_DECKS, "mixing", "before")
    session = driver.start_session()
    first = expect_prompt(session.show_next()).card.id
    rate(session, first, AGAIN)
    assert counts_today(driver) == CardCounts(new=1, learning=1, review=3)
    driver.time.now += 5 * 60_000
    again = driver.start_session()
    assert expect_prompt(again.show_next()).card.id == first
    rate(again, first, EASY)
    assert counts_today(driver) == CardCounts(new=1, review=3)


def test_limits_of_all_decks_are_counted_separately_too(driver: StudyDriver) -> None:
    for deck in ("one", "two"):
        save_deck(driver.collection, [basic_note(f"n{number}", deck) for number in range(3)], deck)
        rate_cards(driver.start_session(BOTH, None, deck), *[EASY] * 3)
    driver.time.now += 90 * DAY
    for deck in ("one", "two"):
        save_deck(driver.collection, [basic_note(f"n{number}", deck) for number in range(6)], deck)
    set_option(driver.collection, ALL_DECKS, "reviews_over_all", "4")
    set_option(driver.collection, ALL_DECKS, "new_over_all", "3")
    assert counts_today(driver, "one", "two") == CardCounts(new=3, review=4)
    rate_first_of_kind(driver, "one", "two", is_new=True)
    assert counts_today(driver, "one", "two") == CardCounts(new=2, review=4)
    rate_first_of_kind(driver, "one", "two", is_new=False)
    assert counts_today(driver, "one", "two") == CardCounts(new=2, review=3)
