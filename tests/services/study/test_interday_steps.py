"""Learning and relearning steps that end on a later study day: the card is due from the start of that day, as in Anki."""

from dataclasses import replace
from pathlib import Path

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.search.query_parsing import parse_query
from studyapp.core.study.custom_study_selection import CustomStudySelection
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.text.localized_text import CardLanguages, LocalizedText
from studyapp.services.browse.browse_rows import load_rows
from studyapp.services.library.deck_library import Library, LibraryDeck
from studyapp.services.options.option_storage import set_option
from studyapp.services.overview.daily_overview import DailyOverview, load_daily_overview
from studyapp.services.search.card_search import find_cards
from studyapp.services.search.search_context import load_search_context
from studyapp.services.study.card_info import load_card_info
from studyapp.services.study.custom.custom_study import create_custom_session
from studyapp.services.study.daily_queue import build_daily_queue
from studyapp.store.stored_options import ALL_DECKS
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    HOUR,
    MINUTE,
    StudyDriver,
    basic_note,
    basic_notes,
    expect_finished,
    expect_prompt,
    rate,
    rate_cards,
    save_deck,
)

BOTH = CardLanguages.ENGLISH_AND_TRADITIONAL
LIBRARY = Library(
    (LibraryDeck(DeckMetadata("deck", LocalizedText.language_neutral("Deck")), Path("deck.yaml")),)
)
CARD = CardId("deck", "n00", 1)
EVENING = 13 * HOUR
"""From 9:00, where the driver starts, to 22:00."""


@pytest.fixture
def evening(driver: StudyDriver) -> StudyDriver:
    """A new card at 22:00, with steps of 10 minutes, 1 day and 3 days."""
    save_deck(driver.collection, basic_notes(1))
    set_option(driver.collection, "deck", "learning_steps", "10 1440 4320")
    set_option(driver.collection, "deck", "relearning_steps", "1440")
    driver.time.now += EVENING
    return driver


def counts(driver: StudyDriver) -> CardCounts:
    return build_daily_queue(driver.collection, ("deck",), driver.time.clock().study_day(), BOTH).counts


def overview(driver: StudyDriver) -> DailyOverview:
    return load_daily_overview(driver.collection, LIBRARY, driver.time.clock(), BOTH)


def found(driver: StudyDriver, query: str) -> bool:
    context = load_search_context(driver.collection, LIBRARY, driver.time.clock())
    return CARD in list(find_cards(driver.collection, parse_query(query), context))


def test_step_of_one_day_is_asked_from_the_next_study_day_on(evening: StudyDriver) -> None:
    session = evening.start_session()
    rated = rate(session, expect_prompt(session.show_next()).card.id, GOOD)
    finished = expect_finished(rated)
    assert (finished.next_learning_at, finished.days_until_next) == (None, 1)
    assert counts(evening) == CardCounts()
    evening.time.now += 5 * HOUR + 59 * MINUTE  # 3:59
    assert counts(evening) == CardCounts()
    evening.time.now += MINUTE
    assert counts(evening) == CardCounts(learning=1)
    assert expect_prompt(session.show_next()).card.id == CARD


def test_step_of_three_days_waits_for_three_days(evening: StudyDriver) -> None:
    rate_cards(evening.start_session(), GOOD)
    evening.time.now += DAY
    session = evening.start_session()
    finished = expect_finished(rate(session, expect_prompt(session.show_next()).card.id, GOOD))
    assert finished.days_until_next == 3
    assert overview(evening).week_forecast == (0, 0, 0, 1, 0, 0, 0)
    assert overview(evening).decks[0].days_until_next == 3
    evening.time.now += 2 * DAY
    assert counts(evening) == CardCounts()
    evening.time.now += 10 * HOUR  # 8:00 of the day
    assert counts(evening) == overview(evening).counts == CardCounts(learning=1)


def test_relearning_step_of_one_day(evening: StudyDriver) -> None:
    session = evening.start_session()
    days = expect_prompt(session.show_next()).due_by_rating[EASY].delay
    rate_cards(session, EASY)
    evening.time.now += days * DAY
    rate_cards(evening.start_session(), AGAIN)
    assert counts(evening) == CardCounts()
    evening.time.now += 6 * HOUR
    assert counts(evening) == CardCounts(learning=1)


def test_short_step_over_the_start_of_a_day_ends_there(evening: StudyDriver) -> None:
    evening.time.now += 5 * HOUR + 55 * MINUTE  # 3:55
    session = evening.start_session()
    finished = expect_finished(rate(session, expect_prompt(session.show_next()).card.id, AGAIN))
    assert (finished.next_learning_at, finished.days_until_next) == (None, 1)
    evening.time.now += 5 * MINUTE
    assert counts(evening) == CardCounts(learning=1)
    assert expect_prompt(session.show_next()).card.id == CARD


def test_short_step_on_the_same_day_ends_at_its_minute(evening: StudyDriver) -> None:
    session = evening.start_session()
    outcome = rate(session, expect_prompt(session.show_next()).card.id, AGAIN)
    assert expect_prompt(outcome).card.id == CARD  # learned ahead
    assert counts(evening) == CardCounts(learning=1)
    assert not found(evening, "is:due prop:due=1")


def test_card_left_over_from_yesterday_is_due_at_once(evening: StudyDriver) -> None:
    rate_cards(evening.start_session(), AGAIN)
    evening.time.now += 20 * HOUR
    session = evening.start_session()
    assert session.show_next() and counts(evening) == CardCounts(learning=1)


def test_search_finds_it_on_its_day(evening: StudyDriver) -> None:
    rate_cards(evening.start_session(), GOOD)
    assert not found(evening, "is:due")
    assert found(evening, "is:learn prop:due=1")
    evening.time.now += 6 * HOUR
    assert found(evening, "is:due")
    assert found(evening, "prop:due=0")
    evening.time.now += 2 * DAY
    assert found(evening, "prop:due=-2")


def test_tables_and_card_info_show_the_day(evening: StudyDriver) -> None:
    rate_cards(evening.start_session(), GOOD)
    today = evening.time.clock().study_day()
    row = load_rows(evening.collection, [CARD], today, BOTH)[CARD]
    assert (row.due_day, row.due_at) == (today.number + 1, None)
    assert load_card_info(evening.collection, CARD, today).step_due_day == today.number + 1


def test_it_is_asked_between_the_reviews(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(5))
    set_option(driver.collection, "deck", "learning_steps", "1440")
    session = driver.start_session()
    rate_cards(session, *[EASY] * 4)
    driver.time.now += 90 * DAY
    save_deck(driver.collection, [*basic_notes(5)])
    set_option(driver.collection, ALL_DECKS, "mixing", "before")
    assert rate_cards(driver.start_session(), AGAIN) == ["n04"]
    driver.time.now += DAY
    queue = build_daily_queue(driver.collection, ("deck",), driver.time.clock().study_day(), BOTH)
    assert queue.counts == CardCounts(learning=1, review=4)
    assert [card.note_id for card in queue.upcoming_cards].index("n04") == 2


def test_custom_study_filters_it(evening: StudyDriver) -> None:
    save_deck(evening.collection, [replace(basic_note("n00"), tags=("x",))])
    rate_cards(evening.start_session(), GOOD)
    evening.time.now += DAY
    for tag, expected in (("x", CardCounts(learning=1)), ("y", CardCounts())):
        selection = CustomStudySelection(tags=frozenset((tag,)))
        session = create_custom_session(evening.collection, evening.time.clock(), ("deck",), BOTH, selection)
        prompt = session.show_next().next_step
        assert (getattr(prompt, "counts", CardCounts())) == expected
