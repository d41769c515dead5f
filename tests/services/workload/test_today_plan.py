"""Minutes a day restrict sessions and the numbers of today's cards."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.rescheduling.due_range import DueRange
from studyapp.core.study.custom_study_selection import CustomStudySelection
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.workload.day_plan import DEFAULT_TIMES
from studyapp.services.journal.card_actions import set_due_dates
from studyapp.services.options.option_storage import set_option
from studyapp.services.study.custom.custom_study import create_custom_session
from studyapp.services.study.study_session import StudySession
from studyapp.services.study.today_counts import TodayCounter
from studyapp.store.counts import review_counts
from studyapp.store.counts.review_counts import CardTotals
from studyapp.store.stored_options import ALL_DECKS
from tests.services.study.session_records import BOTH
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    MINUTE,
    StudyDriver,
    basic_note,
    basic_notes,
    expect_finished,
    expect_prompt,
    rate,
    save_deck,
)

SECOND = 1000


def set_minutes(driver: StudyDriver, minutes: int) -> None:
    set_option(driver.collection, ALL_DECKS, "minutes_a_day", str(minutes))


def count_today(driver: StudyDriver, *decks: str) -> CardCounts:
    counter = TodayCounter(driver.collection, ("deck", "other"), driver.time.clock().study_day(), BOTH)
    return counter.count(decks or ("deck",))


def counts_of(session: StudySession) -> CardCounts:
    return expect_prompt(session.show_next()).counts


def study_card(driver: StudyDriver, session: StudySession, milliseconds: int) -> None:
    """Rate the next card Easy after this time."""
    prompt = expect_prompt(session.show_next())
    driver.time.now += milliseconds
    rate(session, prompt.card.id, EASY)


def make_cards_due(driver: StudyDriver, count: int) -> None:
    """Learn cards, each in 8 seconds, and make them due on the next day."""
    save_deck(driver.collection, basic_notes(count))
    set_option(driver.collection, ALL_DECKS, "new_a_day", "9999")
    session = driver.start_session()
    for _ in range(count):
        study_card(driver, session, 8 * SECOND)
    driver.time.now += DAY
    with driver.collection.read_transaction() as connection:
        rows = connection.execute("SELECT deck, note, ordinal FROM schedule").fetchall()
    cards = [CardId(*row) for row in rows]
    set_due_dates(driver.collection, cards, DueRange(0, 0), driver.time.clock(), lambda _: 0)


def test_new_cards_fill_the_minutes(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(20))
    save_deck(driver.collection, [basic_note(f"m{number}", "other") for number in range(20)], "other")
    set_minutes(driver, 5)
    expected = CardCounts(new=round(5 * 63 / DEFAULT_TIMES.new_card))
    assert (
        count_today(driver)
        == count_today(driver, "other")
        == count_today(driver, "deck", "other")
        == expected
    )
    assert counts_of(driver.start_session()) == expected, "the session of one deck is restricted too"
    assert counts_of(driver.start_session(BOTH, None, "deck", "other")) == expected
    set_minutes(driver, 0)
    assert counts_of(driver.start_session()).new == 20


def test_limits_of_a_deck_are_kept_as_well(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(20))
    set_minutes(driver, 60)
    set_option(driver.collection, "deck", "new_a_day", "3")
    assert counts_of(driver.start_session()) == count_today(driver) == CardCounts(new=3)


def test_plan_stays_the_same_during_the_day(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(20))
    save_deck(driver.collection, [basic_note(f"m{number}", "other") for number in range(20)], "other")
    set_minutes(driver, 5)
    for deck, left in (("deck", 8), ("other", 7), ("other", 6), ("deck", 5)):
        session = driver.start_session(BOTH, None, deck)
        assert counts_of(session) == CardCounts(new=left)
        study_card(driver, session, SECOND)
    assert count_today(driver, "deck", "other") == CardCounts(new=4)
    session = driver.start_session()
    for _ in range(4):
        study_card(driver, session, SECOND)
    expect_finished(session.show_next())
    expect_finished(driver.start_session().show_next())
    assert count_today(driver, "other") == CardCounts()


def test_session_ends_with_the_minutes(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(20))
    set_minutes(driver, 2)
    session = driver.start_session()
    assert counts_of(session) == CardCounts(new=3)
    study_card(driver, session, MINUTE)
    assert counts_of(session) == CardCounts(new=2) == count_today(driver)
    study_card(driver, session, MINUTE)
    expect_finished(session.show_next())
    assert count_today(driver) == CardCounts()


def test_undo_gives_the_time_back(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(20))
    set_minutes(driver, 5)
    session = driver.start_session()
    for _ in range(4):
        study_card(driver, session, MINUTE - SECOND)
    assert counts_of(session) == CardCounts(new=2)
    undone = expect_prompt(session.undo()).card.id
    rate(session, undone, EASY)
    assert counts_of(session) == CardCounts(new=3)


def test_fast_reviews_make_no_room_for_further_new_cards(driver: StudyDriver) -> None:
    make_cards_due(driver, 10)
    save_deck(driver.collection, basic_notes(40))
    set_minutes(driver, 5)
    planned = count_today(driver)
    assert planned.review == 10
    assert 3 <= planned.new <= 6
    set_option(driver.collection, ALL_DECKS, "mixing", "after")
    for left in (9, 8, 7):
        study_card(driver, driver.start_session(), SECOND)
        assert counts_of(driver.start_session()) == count_today(driver) == CardCounts(planned.new, 0, left)


def test_slow_cards_leave_less_room_for_new_ones(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(20))
    set_minutes(driver, 5)
    session = driver.start_session()
    for expected in (8, 7, 5, 4, 2):
        assert counts_of(session) == CardCounts(new=expected) == count_today(driver)
        study_card(driver, session, MINUTE - SECOND)
    session.undo()
    assert counts_of(session).new == 2
    rated = expect_prompt(session.show_next()).card.id
    rate(session, rated, EASY)
    assert counts_of(session).new == 1, "the card took no time now, but it was a new card"


def test_cards_in_their_steps_are_studied_after_the_minutes(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(5))
    set_minutes(driver, 1)
    session = driver.start_session()
    forgotten = expect_prompt(session.show_next()).card.id
    driver.time.now += MINUTE
    rate(session, forgotten, AGAIN)
    assert counts_of(session) == CardCounts(learning=1)


def test_requested_new_cards_are_added(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(20))
    set_minutes(driver, 1)
    session = driver.start_session()
    for _ in range(2):
        study_card(driver, session, SECOND)
    assert expect_finished(session.show_next()).extra_new_count == 10
    session.add_new_cards(4)
    assert counts_of(session) == CardCounts(new=4)
    study_card(driver, session, MINUTE)
    assert counts_of(session) == CardCounts(new=3)


def test_due_cards_beyond_the_minutes_wait_and_new_ones_pause(driver: StudyDriver) -> None:
    make_cards_due(driver, 40)
    save_deck(driver.collection, basic_notes(60))
    set_minutes(driver, 5)
    left = counts_of(driver.start_session())
    assert left == count_today(driver) == CardCounts(review=19)
    session = driver.start_session()
    for _ in range(10):
        study_card(driver, session, 16 * SECOND)
    assert counts_of(driver.start_session()) == CardCounts(review=9), "another session continues the plan"


def test_custom_study_is_not_restricted(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(20))
    set_minutes(driver, 1)
    session = create_custom_session(
        driver.collection, driver.time.clock(), ["deck"], BOTH, CustomStudySelection()
    )
    assert counts_of(session).new == 20


def test_hidden_decks_are_not_planned(driver: StudyDriver) -> None:
    make_cards_due(driver, 40)
    save_deck(driver.collection, [basic_note(f"m{number}", "other") for number in range(20)], "other")
    set_minutes(driver, 5)
    expect_finished(driver.start_session(BOTH, None, "other").show_next())
    with driver.collection.transaction() as connection:
        connection.execute("INSERT INTO setting VALUES ('deck', 'hidden', 'on')")
    assert counts_of(driver.start_session(BOTH, None, "other")).new > 5


def test_times_of_recent_cards(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    session = driver.start_session()
    prompt = expect_prompt(session.show_next())
    driver.time.now += 5 * SECOND
    rate(session, prompt.card.id, GOOD)
    for seconds in (3, 4, 6):
        study_card(driver, session, seconds * SECOND)
    day = driver.time.clock().today()

    def load(before: int, count: int) -> tuple[CardTotals, CardTotals]:
        with driver.collection.read_transaction() as connection:
            return review_counts.load_recent_cards(connection, before, count)

    nothing = CardTotals()
    assert load(day, 10) == (nothing, nothing)
    assert load(day + 1, 10) == (CardTotals(3, 18 * SECOND), nothing), "with the steps"
    driver.time.now += 60 * DAY
    study_card(driver, driver.start_session(), 7 * SECOND)
    assert load(day + 60, 10) == (CardTotals(3, 18 * SECOND), nothing)
    assert load(day + 61, 10) == (CardTotals(3, 18 * SECOND), CardTotals(1, 7 * SECOND))
    assert load(day + 61, 1) == (nothing, CardTotals(1, 7 * SECOND))
