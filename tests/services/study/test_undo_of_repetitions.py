"""Undo and redo of answers to cards that are asked until they are right."""

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import EntryKind
from tests.services.study.repeated_cards import (
    RIGHT,
    TYPED,
    WRONG,
    answer,
    is_repetition,
    shown,
    start_with_wrong_answer,
)
from tests.services.study.session_records import load_journal
from tests.services.study_driver import (
    AGAIN,
    GOOD,
    StudyDriver,
    expect_finished,
    expect_prompt,
)


def test_undo_and_redo_of_the_wrong_answer(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=0)
    assert expect_prompt(session.undo()).card.id == TYPED
    assert not is_repetition(session)
    assert expect_prompt(session.redo()).card.id == TYPED
    assert is_repetition(session)
    session.undo()
    expect_finished(answer(session, GOOD, RIGHT))
    assert not session.redo().is_applied


def test_undo_and_redo_of_repetitions(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=1)
    answer(session, GOOD)
    answer(session, AGAIN, WRONG)
    expect_finished(answer(session, GOOD))
    assert expect_prompt(session.undo()).card.id == TYPED
    assert is_repetition(session)
    expect_finished(session.redo())
    session.undo()
    session.undo()
    assert is_repetition(session)
    assert shown(session) == "a-typed"
    assert len(load_journal(driver)) == 2
    assert expect_prompt(session.undo()).card.id == CardId("deck", "n00", 1)
    assert load_journal(driver)[-1].kind is EntryKind.UNDO


def test_after_something_was_saved_undo_concerns_only_that(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=8)
    for _ in range(7):
        answer(session, GOOD)
    assert shown(session) == "n06"
    session.toggle_flag(1)
    undone = session.undo()
    assert undone.entry is not None
    assert undone.entry.kind is EntryKind.FLAG
    undone = session.undo()
    assert undone.entry is not None
    assert undone.entry.card_id == CardId("deck", "n05", 1)


def test_redo_does_nothing_after_an_answer_to_a_repeated_card(driver: StudyDriver) -> None:
    session = start_with_wrong_answer(driver, other_count=1)
    answer(session, GOOD)
    session.undo()
    answer(session, GOOD)
    session.toggle_flag(1)
    session.undo()
    assert is_repetition(session)
    answer(session, AGAIN, WRONG)
    assert not session.redo().is_applied
