"""Undo within a session and after a restart."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import Schedule
from studyapp.core.study.study_queue import CardCounts
from tests.services.study.session_records import load_journal, load_schedule
from tests.services.study_driver import (
    EASY,
    GOOD,
    StudyDriver,
    basic_notes,
    expect_prompt,
    rate,
    rate_cards,
    save_deck,
)


def test_undo_restores_previous_card(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    session = driver.start_session()
    shown = expect_prompt(session.show_next())
    rate(session, shown.card.id, GOOD)
    restored = expect_prompt(session.undo())
    assert (restored.card, restored.due_by_rating, restored.counts, restored.session_rating_count) == (
        shown.card,
        shown.due_by_rating,
        shown.counts,
        0,
    )
    assert not session.is_revealed
    assert load_schedule(driver, shown.card.id) == Schedule()
    assert not session.undo().is_applied
    assert [entry.kind for entry in load_journal(driver)] == [EntryKind.REVIEW, EntryKind.UNDO]


def test_undo_works_across_restart(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    rate_cards(driver.start_session(), EASY, EASY)
    session = driver.start_session()
    session.show_next()
    session.suspend()
    undone = [expect_prompt(session.undo()).card.note.id for _ in range(3)]
    assert undone == ["n02", "n01", "n00"]
    assert not session.undo().is_applied
    assert expect_prompt(session.show_next()).counts == CardCounts(new=3)


def test_undo_of_other_session_keeps_own_counts(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    session = driver.start_session()
    rate(session, expect_prompt(session.show_next()).card.id, EASY)
    rate_cards(driver.start_other_session(), EASY)
    assert expect_prompt(session.undo()).session_rating_count == 1
    assert expect_prompt(session.undo()).session_rating_count == 0


def test_undo_of_removed_note_shows_another_card(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    session = driver.start_session()
    rate(session, expect_prompt(session.show_next()).card.id, EASY)
    save_deck(driver.collection, basic_notes(2)[1:])
    assert expect_prompt(session.undo()).card.note.id == "n01"
    assert load_schedule(driver, CardId("deck", "n00", 1)) == Schedule()
