"""Undo during review takes back edits, too."""

import pytest

from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import NewPhase
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.editing.edit_undo import SessionUndo, undo_last
from studyapp.services.editing.note_deletion import delete_notes
from studyapp.services.editing.note_saving import save_note
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.editing.steps.schedule_change import ScheduleChange
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.study_session import StudySession
from tests.services.editing.edit_driver import DECK, LIMITS, EditDriver, with_front
from tests.services.study_driver import EASY, expect_prompt, rate_cards


def start(editing: EditDriver) -> StudySession:
    return create_session(
        editing.collection,
        editing.time.clock(),
        ["deck"],
        CardLanguages.ENGLISH,
        limits=LIMITS,
        step_undo=SessionUndo(lambda: editing.environment),
    )


def test_undo_of_an_edit_shows_the_card_on_screen_again(editing: EditDriver) -> None:
    session = start(editing)
    rate_cards(session, EASY)
    assert expect_prompt(session.refresh()).card.note.id == "two"
    base = editing.note("deck/two")
    save_note(editing.environment, base, with_front(base, "New"))
    assert "New" in expect_prompt(session.refresh()).face.question
    session.reveal()
    undone = session.undo()
    prompt = expect_prompt(undone)
    assert (prompt.card.note, session.is_revealed) == (base, False)
    assert undone.entry is not None and undone.entry.kind is EntryKind.EDIT_TEXT
    assert editing.deck_file.read_text() == DECK
    redone = session.redo()
    assert "New" in expect_prompt(redone).face.question
    assert redone.entry == undone.entry
    session.undo()
    undone = session.undo()
    assert undone.entry is not None and undone.entry.kind is EntryKind.REVIEW
    assert expect_prompt(undone).card.note.id == "one"


def test_undo_takes_back_the_reset_of_an_edited_card(editing: EditDriver) -> None:
    session = start(editing)
    rate_cards(session, EASY)
    before = editing.schedule("deck/one")
    base = editing.note("deck/one")
    save_note(editing.environment, base, with_front(base, "New"), ScheduleChange.RESET)
    assert editing.schedule("deck/one").phase == NewPhase()
    undone = session.undo()
    assert undone.entry is not None and undone.entry.kind is EntryKind.EDIT_TEXT
    assert editing.schedule("deck/one") == before
    redone = session.redo()
    assert redone.entry is not None and redone.entry.kind is EntryKind.EDIT_TEXT
    assert editing.schedule("deck/one").phase == NewPhase()


def test_undo_of_a_deletion_brings_the_card_back(editing: EditDriver) -> None:
    session = start(editing)
    session.show_next()
    delete_notes(editing.environment, ["deck/one"])
    assert expect_prompt(session.refresh()).card.note.id == "two"
    session.undo()
    assert editing.note("deck/one")


def test_refused_undo_changes_nothing(editing: EditDriver) -> None:
    session = start(editing)
    session.show_next()
    base = editing.note("deck/one")
    save_note(editing.environment, base, with_front(base, "New"))
    text = editing.deck_file.read_text().replace("New", "Newer")
    editing.deck_file.write_text(text)
    with pytest.raises(EditError):
        session.undo()
    assert editing.deck_file.read_text() == text


def test_session_without_access_to_files_skips_edits(editing: EditDriver) -> None:
    editing.rate("deck/one")
    base = editing.note("deck/two")
    save_note(editing.environment, base, with_front(base, "New"))
    session = create_session(
        editing.collection, editing.time.clock(), ["deck"], CardLanguages.ENGLISH, limits=LIMITS
    )
    undone = session.undo()
    assert undone.entry is not None and undone.entry.kind is EntryKind.REVIEW
    assert editing.note("deck/two") != base
    assert not session.undo().is_applied
    undo_last(editing.environment)
    assert not session.redo().is_applied
    assert editing.note("deck/two") == base
