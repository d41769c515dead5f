"""Unlimited undo and redo across actions and sessions."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.core.cards.card_id import CardId
from studyapp.core.notes.note import Cloze, Note
from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import Schedule
from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.options.option_storage import set_option
from studyapp.services.study.session_outcome import Outcome
from studyapp.store import journal_entries, schedules
from studyapp.store.stored_options import ALL_DECKS
from tests.services.random_actions import Action, actions_without_undo, perform
from tests.services.study_driver import (
    AGAIN,
    DAY,
    EASY,
    GOOD,
    StudyDriver,
    basic_notes,
    expect_finished,
    expect_prompt,
    rate_cards,
    save_deck,
)

CLOZE_PAIR = Note("deck", "x", Cloze(LocalizedText.language_neutral("{{c1::x}} {{c2::y}}")))


def changed_schedules(driver: StudyDriver) -> dict[CardId, Schedule]:
    """The schedules that differ from a new card's."""
    rows = schedules.iterate_all(driver.collection.connection)
    return {card: schedule for card, schedule in rows if schedule != Schedule()}


@settings(max_examples=60)
@given(
    st.lists(actions_without_undo, max_size=15), st.lists(actions_without_undo, max_size=15), st.booleans()
)
def test_undo_all_and_redo_all_restore_schedules(
    first: list[Action], second: list[Action], suspends_leeches: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        driver = StudyDriver.at(Path(folder) / "collection.db")
        save_deck(driver.collection, [*basic_notes(3), CLOZE_PAIR])
        if suspends_leeches:
            suspend_at_first_lapse(driver)
        session = driver.start_session()
        for step in first:
            session = perform(driver, session, step)
        before, count = changed_schedules(driver), journal_entries.count(driver.collection.connection)
        for step in second:
            session = perform(driver, session, step)
        after = changed_schedules(driver)
        session = driver.start_session()
        undo_count = 0
        while _is_effective_after(driver, count):
            assert session.undo().is_applied
            undo_count += 1
        assert changed_schedules(driver) == before
        for _ in range(undo_count):
            assert session.redo().is_applied
        assert changed_schedules(driver) == after
        assert not session.redo().is_applied
        driver.close()


def suspend_at_first_lapse(driver: StudyDriver) -> None:
    set_option(driver.collection, ALL_DECKS, "leech_lapses", "1")
    set_option(driver.collection, ALL_DECKS, "suspend_leeches", "on")


def test_rating_that_suspends_leech_is_one_undo_step(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    suspend_at_first_lapse(driver)
    rate_cards(driver.start_session(), EASY, EASY)
    before = changed_schedules(driver)
    driver.time.now += 40 * DAY
    session = driver.start_session()
    card = expect_prompt(session.show_next()).card.id
    session.reveal()
    session.rate(card, AGAIN)
    after = changed_schedules(driver)
    assert after[card].is_suspended
    undone = session.undo()
    assert (expect_prompt(undone).card.id, expect_prompt(undone).session_rating_count) == (card, 0)
    assert changed_schedules(driver) == before
    redone = session.redo()
    assert expect_prompt(redone).session_rating_count == 1
    assert undone.entry == redone.entry
    assert undone.entry is not None
    assert undone.entry.kind is EntryKind.REVIEW
    assert changed_schedules(driver) == after
    session.undo()
    assert changed_schedules(driver) == before


def _is_effective_after(driver: StudyDriver, count: int) -> bool:
    """Whether an action after the first `count` entries is still effective."""
    rows = list(journal_entries.iterate_newest_first(driver.collection.connection))[::-1]
    undone: set[object] = set()
    for entry in reversed(rows):
        if entry.undoes is not None and entry.id not in undone:
            undone.add(entry.undoes)
    return any(entry.undoes is None and entry.id not in undone for entry in rows[count:])


def test_redo_restores_session_progress(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    session = driver.start_session()
    rate_cards(session, EASY, GOOD)
    session.undo()
    session.undo()
    again = expect_prompt(session.redo())
    assert (again.card.note.id, again.session_rating_count) == ("n01", 1)
    assert expect_prompt(session.redo()).session_rating_count == 2
    assert not session.redo().is_applied


def test_new_action_clears_redo(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(3))
    session = driver.start_session()
    rate_cards(session, EASY, EASY)
    session.undo()
    session.bury()
    assert not session.redo().is_applied


def test_undo_restores_all_cards_of_suspended_note(driver: StudyDriver) -> None:
    save_deck(driver.collection, [CLOZE_PAIR, *basic_notes(1)])
    session = driver.start_session()
    expect_prompt(session.show_next())
    assert expect_prompt(session.suspend(whole_note=True)).card.note.id == "n00"
    suspended = {card for card, schedule in changed_schedules(driver).items() if schedule.is_suspended}
    assert suspended == {CardId("deck", "x", 1), CardId("deck", "x", 2)}
    assert expect_prompt(session.undo()).card.note.id == "x"
    assert changed_schedules(driver) == {}


def test_flag_reset_and_set_due(driver: StudyDriver) -> None:
    save_deck(driver.collection, basic_notes(2))
    session = driver.start_session()
    card = expect_prompt(session.show_next()).card.id
    session.reveal()
    assert session.toggle_flag(3) == Outcome(flag=3)
    assert session.is_revealed
    assert session.toggle_flag(3) == Outcome(flag=0)
    session.toggle_flag(2)
    assert expect_prompt(session.rate(card, EASY)).card.note.id == "n01"
    assert changed_schedules(driver)[card].flag == 2
    assert expect_prompt(session.set_due(0)).card.note.id == "n01"
    session.set_due(5)
    assert expect_finished(session.show_next()).review_count == 1
    kinds = [entry.kind for entry in journal_entries.iterate_newest_first(driver.collection.connection)]
    assert kinds[:2] == [EntryKind.SET_DUE, EntryKind.SET_DUE]
    expect_prompt(session.undo())
    session.reset_card()
    assert changed_schedules(driver).keys() == {card}
