"""Changes made by another session, a locked store and deck updates during a session."""

import pytest

from studyapp.core.study.journal import EntryKind
from studyapp.core.study.study_queue import CardCounts
from studyapp.store.errors import StoreBusy
from tests.services.study.session_records import load_journal
from tests.services.study_driver import (
    AGAIN,
    EASY,
    GOOD,
    StudyDriver,
    basic_notes,
    expect_prompt,
    rate,
    save_deck,
)


def test_card_rated_by_other_session_is_not_rated_twice(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    session, other_session = driver.start_session(), driver.start_other_session()
    card = expect_prompt(session.show_next()).card.id
    assert expect_prompt(other_session.show_next()).card.id == card
    rate(other_session, card, EASY)
    shown = expect_prompt(rate(session, card, AGAIN))
    assert (shown.card.note.id, shown.counts, shown.session_rating_count) == ("n01", CardCounts(new=1), 0)
    assert [(entry.card_id, entry.rating) for entry in load_journal(driver)] == [(card, EASY)]


def test_card_suspended_by_other_session_is_not_buried(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    session, other_session = driver.start_session(), driver.start_other_session()
    session.show_next(), other_session.show_next()
    other_session.suspend()
    assert expect_prompt(session.bury()).card.note.id == "n01"
    assert [entry.kind for entry in load_journal(driver)] == [EntryKind.SUSPEND]


def test_rating_can_be_retried_after_store_error(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    session = driver.start_session()
    driver.start_other_session()
    driver.collection.connection.execute("PRAGMA busy_timeout = 1")
    card = expect_prompt(session.show_next()).card.id
    session.reveal()
    with driver.other_collections[0].transaction():
        with pytest.raises(StoreBusy):
            session.rate(card, GOOD)
        assert session.is_revealed
    assert expect_prompt(session.rate(card, GOOD)).session_rating_count == 1
    assert len(load_journal(driver)) == 1


def test_note_removed_during_session_is_not_shown(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(4))
    session = driver.start_session()
    first = expect_prompt(session.show_next())
    save_deck(driver.collection, [basic_notes(4)[0], basic_notes(4)[3]])
    assert expect_prompt(rate(session, first.card.id, EASY)).card.note.id == "n03"


def test_actions_of_other_session_on_upcoming_cards_are_respected(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(4))
    session = driver.start_session()
    first = expect_prompt(session.show_next()).card.id
    other = driver.start_other_session()
    expect_prompt(other.show_next())
    expect_prompt(other.bury())
    expect_prompt(other.suspend())
    assert expect_prompt(rate(session, first, EASY)).card.note.id in ("n02", "n03")
