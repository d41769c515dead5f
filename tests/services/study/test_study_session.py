"""Showing, revealing and rating cards in a session."""

from dataclasses import replace

import pytest

from studyapp.core.cards.card import cards_of
from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Cloze, Note
from studyapp.core.rendering.face_html import LearnerResponse
from studyapp.core.study.custom_study_selection import CustomStudySelection, StudyScope
from studyapp.core.study.rating import Rating
from studyapp.core.study.schedule import LearningPhase, RelearningPhase, ReviewPhase
from studyapp.core.study.study_queue import CardCounts, DailyLimits
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.options.option_storage import set_option
from studyapp.services.study.daily_queue import list_practice_cards
from studyapp.services.study.session_outcome import Finished
from studyapp.services.study.suspended_and_buried import load_inactive_cards
from studyapp.store import journal_entries
from studyapp.store.stored_options import ALL_DECKS
from tests.services.study.session_records import BOTH, load_journal, load_schedule
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


def test_card_is_rated_once_and_only_after_reveal(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    session = driver.start_session()
    first = expect_prompt(session.show_next()).card.id
    assert not session.rate(first, GOOD).is_applied
    session.reveal()
    second = expect_prompt(session.rate(first, GOOD)).card.id
    assert not session.rate(first, GOOD).is_applied
    assert not session.rate(second, GOOD).is_applied
    assert [(entry.card_id, entry.rating) for entry in load_journal(driver)] == [(first, GOOD)]


def test_actions_without_a_card_do_nothing(driver: StudyDriver) -> None:
    session = driver.start_session()
    assert session.show_next().next_step == Finished(0, 0, 0, None)
    session.reveal()
    assert not session.is_revealed
    assert not session.rate(CardId("deck", "n00", 1), GOOD).is_applied
    assert not session.undo().is_applied
    assert not session.bury().is_applied
    with pytest.raises(ValueError, match="no card"):
        session.render_face(LearnerResponse())
    assert load_journal(driver) == []


@pytest.mark.parametrize("rating", [AGAIN, HARD, GOOD, EASY])
def test_previewed_due_is_written(driver: StudyDriver, rating: Rating) -> None:
    save_deck(driver.collection, basic_notes(1))
    rate_cards(driver.start_session(), EASY)
    driver.time.now += 40 * DAY
    session = driver.start_session()
    shown = expect_prompt(session.show_next())
    driver.time.now += 7_000
    due = shown.due_by_rating[rating]
    rate(session, shown.card.id, rating)
    entry, phase = load_journal(driver)[-1], load_schedule(driver, shown.card.id).phase
    assert entry.duration_ms == 7_000
    if due.due_at is None:
        assert entry.due_day == due.due_day
        assert isinstance(phase, ReviewPhase) and phase.due_day == due.due_day
    else:
        assert entry.due_at == driver.time.now + due.delay
        assert isinstance(phase, RelearningPhase) and phase.due_at == entry.due_at


def test_card_left_on_screen_overnight_counts_for_new_day(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    session = driver.start_session()
    shown = expect_prompt(session.show_next())
    driver.time.now += 20 * HOUR
    today = driver.time.clock().today()
    rate(session, shown.card.id, EASY)
    entry = load_journal(driver)[-1]
    assert (entry.study_day, entry.due_day) == (today, today + shown.due_by_rating[EASY].delay)
    assert entry.duration_ms == 60_000


def test_counts_decrease_and_summary_reports_session(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    session = driver.start_session()
    shown = expect_prompt(session.show_next())
    assert (shown.counts, shown.session_rating_count) == (CardCounts(new=3), 0)
    driver.time.now += 2_000
    shown = expect_prompt(rate(session, shown.card.id, AGAIN))
    assert (shown.counts, shown.session_rating_count) == (CardCounts(new=2, learning=1), 1)
    driver.time.now += 3_000
    shown = expect_prompt(rate(session, shown.card.id, EASY))
    assert (shown.counts, shown.session_rating_count) == (CardCounts(new=1, learning=1), 2)
    shown = expect_prompt(rate(session, shown.card.id, EASY))
    assert (shown.counts, shown.card.note.id) == (CardCounts(learning=1), "n00")
    assert expect_finished(rate(session, shown.card.id, EASY)) == Finished(
        4, 3, 5_000, None, days_until_next=2
    )


def test_learning_card_returns_when_due(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    session = driver.start_session()
    shown = expect_prompt(rate(session, expect_prompt(session.show_next()).card.id, AGAIN))
    assert shown.card.note.id == "n01"
    driver.time.now += 2 * MINUTE
    shown = expect_prompt(rate(session, shown.card.id, EASY))
    assert shown.card.note.id == "n00"
    assert shown.review_count == 1


def test_finished_session_reports_next_learning_time(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    session = driver.start_session()
    shown = expect_prompt(session.show_next())
    shown = expect_prompt(
        rate(session, shown.card.id, GOOD)
    )  # ten minutes: shown early, for there is nothing else
    rate(session, shown.card.id, AGAIN)
    driver.time.now -= HOUR
    phase = load_schedule(driver, shown.card.id).phase
    assert isinstance(phase, LearningPhase)
    assert expect_finished(driver.start_session().show_next()).next_learning_at == phase.due_at


def test_daily_limits_apply_across_sessions_of_a_day(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(9))
    limits = DailyLimits(new_cards=3, reviews=2)
    assert rate_cards(driver.start_session(BOTH, limits), EASY, EASY) == ["n00", "n01"]
    assert rate_cards(driver.start_session(BOTH, limits), EASY) == ["n02"]
    expect_finished(driver.start_session(BOTH, limits).show_next())
    driver.time.now += DAY
    assert expect_prompt(driver.start_session(BOTH, limits).show_next()).counts == CardCounts(new=3)
    driver.time.now += 100 * DAY
    assert expect_prompt(driver.start_session(BOTH, limits).show_next()).counts == CardCounts(new=3, review=2)


def test_siblings_are_shown_on_another_day(driver: StudyDriver) -> None:
    save_deck(
        driver.collection,
        [Note("deck", "a", Cloze(LocalizedText.language_neutral("{{c1::x}} {{c2::y}} {{c3::z}}")))],
    )
    session = driver.start_session()
    assert expect_prompt(session.show_next()).counts == CardCounts(new=1)
    expect_finished(rate(session, CardId("deck", "a", 1), EASY))
    expect_finished(driver.start_session().show_next())
    driver.time.now += DAY
    assert expect_prompt(driver.start_session().show_next()).card.ordinal == 2


def test_day_change_continues_open_session(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(4))
    session = driver.start_session(BOTH, DailyLimits(new_cards=1))
    expect_finished(rate(session, expect_prompt(session.show_next()).card.id, EASY))
    expect_finished(session.show_next())
    driver.time.now += DAY
    assert expect_prompt(session.show_next()).card.note.id == "n01"


def test_buried_card_returns_tomorrow_and_suspended_card_never(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    session = driver.start_session()
    session.show_next()
    assert expect_prompt(session.bury()).card.note.id == "n01"
    expect_finished(session.suspend())
    driver.time.now += DAY
    assert expect_prompt(session.show_next()).card.note.id == "n00"
    assert expect_prompt(session.show_next()).counts == CardCounts(new=1)


@pytest.mark.parametrize("earlier_ratings", [(), (AGAIN,)])
def test_card_buried_on_a_day_of_the_future_is_not_lost(
    driver: StudyDriver, earlier_ratings: tuple[Rating, ...]
) -> None:
    save_deck(driver.collection, basic_notes(1))
    rate_cards(driver.start_session(), *earlier_ratings)
    driver.time.now += 36_500 * DAY
    session = driver.start_session()
    session.show_next()
    expect_finished(session.bury())
    driver.time.now -= 36_500 * DAY
    clock = driver.time.clock()
    assert load_inactive_cards(driver.collection, ["deck"], clock) == []
    assert expect_prompt(driver.start_session().show_next()).card.note.id == "n00"
    selection = CustomStudySelection(StudyScope.ALL)
    assert list_practice_cards(driver.collection, ["deck"], selection, clock.today(), BOTH)


def test_several_decks_can_be_studied_together(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    save_deck(driver.collection, [replace(note, deck_id="more") for note in basic_notes(2)], "more")
    assert expect_prompt(driver.start_session(BOTH, None, "deck", "more").show_next()).counts == CardCounts(
        new=4
    )
    assert expect_prompt(driver.start_session(BOTH, None, "more").show_next()).card.note.deck_id == "more"


def test_clock_set_back_is_harmless(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    rate_cards(driver.start_session(), EASY)
    driver.time.now -= 30 * DAY
    session = driver.start_session()
    rate(session, expect_prompt(session.show_next()).card.id, EASY)
    first, second = load_journal(driver)
    assert second.at > first.at and second.study_day == first.study_day - 30
    assert expect_prompt(session.undo()).card.id == second.card_id


def test_card_set_due_today_is_shown_again(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(1))
    session = driver.start_session()
    rate_cards(session, AGAIN)
    assert expect_prompt(session.show_next()).card.note.id == "n00"
    session.set_due(0)
    assert expect_prompt(session.show_next()).counts == CardCounts(review=1)


def test_forgotten_card_offers_its_prerequisites(driver: StudyDriver) -> None:
    base, other = basic_note("base"), basic_note("other")
    set_option(driver.collection, ALL_DECKS, "new_order", "deck")
    save_deck(
        driver.collection,
        [
            basic_note("top", prerequisites=("deck/base", "deck/gone", "deck/away")),
            other,
            base,
            basic_note("away"),
        ],
    )
    session = driver.start_session()
    suspended_note = expect_prompt(
        session.review_first([card for note in (basic_note("away"),) for card in cards_of(note)])
    )
    assert suspended_note.card.note.id == "away"
    session.suspend()
    forgotten = rate(session, expect_prompt(session.show_next()).card.id, AGAIN)
    assert [card.note.id for card in forgotten.prerequisites] == ["base"]
    shown = expect_prompt(session.review_first(forgotten.prerequisites))
    assert shown.card.note.id == "base"
    after = rate(session, shown.card.id, GOOD)
    assert (expect_prompt(after).card.note.id, after.prerequisites) == ("other", ())


def test_skipped_card_moves_to_end_without_journal_entry(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    session = driver.start_session()
    session.show_next()
    shown = [expect_prompt(session.skip()).card.note.id for _ in range(3)]
    assert shown == ["n01", "n02", "n00"]
    with driver.collection.read_transaction() as connection:
        assert journal_entries.count(connection) == 0
