"""Languages, orders, limits and other options that apply to a session."""

from dataclasses import replace

from studyapp.core.notes.note import Note, Term
from studyapp.core.study.rating import Confidence
from studyapp.core.study.study_queue import CardCounts
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.library.deck_arrangement import set_hidden
from studyapp.services.options.option_storage import make_study_clock, set_option
from studyapp.store import journal_entries, schedules
from studyapp.store.stored_options import ALL_DECKS
from tests.services.study.session_records import BOTH, CHINESE, ENGLISH
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    HARD,
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

TERM = Note(
    "deck",
    "a",
    Term(
        LocalizedText.language_neutral("word"),
        LocalizedText.language_neutral("meaning"),
        LocalizedText((("zh-Hant", "字"),)),
    ),
)


def test_cards_depend_on_selected_languages(driver: StudyDriver) -> None:
    save_deck(driver.collection, [TERM])
    assert expect_prompt(driver.start_session(ENGLISH).show_next()).card.ordinal == 2
    assert expect_prompt(driver.start_session(CHINESE).show_next()).card.ordinal == 1
    assert expect_prompt(driver.start_session(BOTH).show_next()).card.ordinal == 1


def test_language_change_keeps_card_if_available(driver: StudyDriver) -> None:
    save_deck(driver.collection, [TERM, replace(TERM, id="b")])
    session = driver.start_session(BOTH)
    assert expect_prompt(session.show_next()).card.ordinal == 1
    assert expect_prompt(session.set_default_languages(CHINESE)).card.ordinal == 1
    assert expect_prompt(session.set_default_languages(ENGLISH)).card.ordinal == 2
    assert expect_prompt(session.set_default_languages(BOTH)).card.ordinal == 2


def test_extra_new_cards_are_offered_after_daily_limit(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(14))
    set_option(driver.collection, "deck", "new_a_day", "2")
    session = driver.start_session()
    rate_cards(session, EASY, EASY)
    assert expect_finished(session.show_next()).extra_new_count == 10
    assert expect_prompt(session.add_new_cards()).counts == CardCounts(new=10)
    rate_cards(session, *[EASY] * 10)
    assert expect_finished(session.show_next()).extra_new_count == 2
    assert expect_finished(driver.start_session().show_next()).extra_new_count == 2
    assert expect_prompt(session.add_new_cards()).counts == CardCounts(new=2)
    rate_cards(session, EASY, EASY)
    assert expect_finished(session.show_next()).extra_new_count == 0
    assert expect_finished(session.add_new_cards()).review_count == 14


def test_extra_new_cards_apply_to_today_only(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(30))
    set_option(driver.collection, "deck", "new_a_day", "1")
    session = driver.start_session()
    rate_cards(session, EASY)
    expect_prompt(session.add_new_cards())
    driver.time.now += DAY
    assert expect_prompt(session.show_next()).counts.new == 1


def test_extra_new_cards_count_down_across_actions(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(40))
    set_option(driver.collection, "deck", "new_a_day", "2")
    session = driver.start_session()
    rate_cards(session, EASY, EASY)
    session.add_new_cards()
    rate_cards(session, *[EASY] * 5)
    assert expect_prompt(session.bury()).counts.new == 4
    rate_cards(session, *[EASY] * 4)
    assert expect_finished(session.show_next()).extra_new_count == 10


def test_dependent_card_is_shown_after_its_prerequisite(driver: StudyDriver) -> None:
    dependent = Note("deck", "a", basic_notes(1)[0].content, prerequisites=("deck/n00",))
    save_deck(driver.collection, [dependent, *basic_notes(1)])
    set_option(driver.collection, "deck", "new_order", "requirements")
    session = driver.start_session()
    assert rate_cards(session, EASY, EASY) == ["n00", "a"]


def test_prerequisite_in_a_hidden_deck_does_not_hold_back_a_card(driver: StudyDriver) -> None:
    dependent = Note("deck", "a", basic_notes(1)[0].content, prerequisites=("other/n00",))
    save_deck(driver.collection, [dependent])
    save_deck(driver.collection, [basic_note("n00", deck="other")], deck="other")
    set_option(driver.collection, "deck", "new_order", "requirements")
    expect_finished(driver.start_session().show_next())
    set_hidden(driver.collection, ["other"], is_hidden=True)
    assert expect_prompt(driver.start_session().show_next()).card.id.note_id == "a"


def test_prerequisite_in_the_same_hidden_deck_comes_first(driver: StudyDriver) -> None:
    dependent = Note("deck", "a", basic_notes(1)[0].content, prerequisites=("deck/n00",))
    save_deck(driver.collection, [dependent, *basic_notes(1)])
    set_option(driver.collection, "deck", "new_order", "requirements")
    set_hidden(driver.collection, ["deck"], is_hidden=True)
    assert rate_cards(driver.start_session(), EASY, EASY) == ["n00", "a"]


def test_reviews_follow_selected_order(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(6))
    ratings = (GOOD, EASY) * 3
    rate_cards(driver.start_session(), *ratings, GOOD, GOOD, GOOD)
    driver.time.now += 60 * DAY

    def shown(order: str) -> list[str]:
        set_option(driver.collection, "deck", "due_order", order)
        return [card.note_id for card in driver.start_session()._queue.queue.upcoming_cards]

    assert sorted(shown("due")[:3]) == ["n00", "n02", "n04"]
    assert shown("deck") == ["n00", "n01", "n02", "n03", "n04", "n05"]
    assert shown("random") == shown("random")
    assert sorted(shown("random")) == sorted(shown("deck"))
    assert shown("random") != shown("deck")


def test_learn_ahead_limit_is_respected(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    set_option(driver.collection, ALL_DECKS, "learn_ahead", "0")
    session = driver.start_session()
    shown = expect_finished(rate(session, expect_prompt(session.show_next()).card.id, AGAIN))
    assert shown.next_learning_at == shown.learning_available_at == driver.time.now + MINUTE
    set_option(driver.collection, ALL_DECKS, "learn_ahead", "1")
    assert expect_prompt(driver.start_session().show_next()).card.note.id == "n00"


def test_two_rating_mode_rejects_other_ratings(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    set_option(driver.collection, ALL_DECKS, "rating_choice", "two")
    session = driver.start_session()
    shown = expect_prompt(session.show_next())
    assert shown.ratings == (AGAIN, GOOD)
    session.reveal()
    assert not session.rate(shown.card.id, HARD).is_applied
    assert session.rate(shown.card.id, GOOD).is_applied


def test_confidence_is_stored_and_summarized(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(4))
    session = driver.start_session()
    outcome = session.show_next()
    for confidence, rating in (
        (Confidence.SURE, EASY),
        (Confidence.SURE, EASY),
        (Confidence.GUESS, EASY),
        (None, EASY),
    ):
        session.reveal(confidence)
        outcome = session.rate(expect_prompt(outcome).card.id, rating)
    assert expect_finished(outcome).calibration == ((Confidence.SURE, 2, 2), (Confidence.GUESS, 1, 1))
    with driver.collection.read_transaction() as connection:
        kept = [entry.confidence for entry in journal_entries.iterate_newest_first(connection)]
    assert kept == [None, Confidence.GUESS, Confidence.SURE, Confidence.SURE]


def test_leech_is_suspended_if_enabled(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    set_option(driver.collection, ALL_DECKS, "leech_lapses", "1")
    set_option(driver.collection, ALL_DECKS, "suspend_leeches", "on")
    rate_cards(driver.start_session(), EASY, EASY)
    driver.time.now += 90 * DAY
    session = driver.start_session()
    first = expect_prompt(session.show_next()).card.id
    outcome = rate(session, first, AGAIN)
    shown = expect_prompt(outcome)
    assert outcome.leech is not None
    assert (outcome.leech.id, outcome.is_leech_suspended, shown.card.id == first) == (first, True, False)
    assert expect_finished(rate(session, shown.card.id, EASY)).next_learning_at is None
    with driver.collection.read_transaction() as connection:
        assert schedules.load(connection, first).is_suspended


def test_day_start_option_is_respected(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    clock = make_study_clock(driver.collection, driver.time.clock())
    today = clock.today()
    driver.time.now += 15 * HOUR  # midnight
    assert clock.today() == today
    set_option(driver.collection, ALL_DECKS, "day_begins", "0")
    assert clock.today() == today + 1
    set_option(driver.collection, ALL_DECKS, "day_begins", "23")
    driver.time.now -= 15 * HOUR
    assert clock.today() == today - 1
