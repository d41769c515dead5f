from dataclasses import replace

import pytest

from studyapp.core.study.journal import EntryKind
from studyapp.core.study.schedule import NewPhase, ReviewPhase, Schedule
from studyapp.services.editing.bulk_edits import save_texts
from studyapp.services.editing.edit_undo import redo_last, undo_last
from studyapp.services.editing.note_saving import Conflict, Merged, NoteGone, Saved, save_note
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.editing.steps.schedule_change import ScheduleChange
from studyapp.services.editing.steps.text_edit import EditKind
from studyapp.store.editing import text_edits
from tests.services.editing.edit_driver import DECK, EditDriver, with_back, with_front
from tests.services.study_driver import DAY


def test_saved_note_is_in_the_file_and_in_the_collection(editing: EditDriver) -> None:
    base = editing.note("deck/one")
    edited = with_front(base, "Better question")
    assert save_note(editing.environment, base, edited) == Saved(edited)
    assert editing.note("deck/one") == edited
    assert b"Better question" in editing.deck_file.read_bytes()
    assert editing.refresh().changes_by_deck_id == {}
    assert editing.note("deck/one") == edited


def test_other_notes_stay_byte_for_byte(editing: EditDriver) -> None:
    base = editing.note("deck/two")
    save_note(editing.environment, base, with_front(base, "New"))
    start, end = DECK.index("  - id: two"), DECK.index("\n  # the last")
    text = editing.deck_file.read_text()
    assert text.startswith(DECK[:start]) and text.endswith(DECK[end:])


def test_changes_of_different_fields_are_merged(editing: EditDriver) -> None:
    base = editing.note("deck/one")
    editing.deck_file.write_text(DECK.replace("Answer one", "Answer 1"))
    result = save_note(editing.environment, base, with_front(base, "Question 1"))
    expected = with_back(with_front(base, "Question 1"), "Answer 1")
    assert result == Merged(expected, ("back",))
    assert editing.note("deck/one") == expected


def test_conflict_returns_both_versions_and_writes_nothing(editing: EditDriver) -> None:
    base = editing.note("deck/one")
    outside = DECK.replace("Question one", "Question uno")
    editing.deck_file.write_text(outside)
    mine = with_front(base, "Question 1")
    theirs = with_front(base, "Question uno")
    result = save_note(editing.environment, base, mine)
    assert result == Conflict(base, mine, theirs, ("front",))
    assert editing.deck_file.read_text() == outside
    assert undo_last(editing.environment) is None
    assert save_note(editing.environment, theirs, mine) == Saved(mine)
    assert editing.note("deck/one") == mine


def test_note_that_is_gone_is_reported(editing: EditDriver) -> None:
    base = editing.note("deck/one")
    outside = DECK.replace("id: one", "id: uno")
    editing.deck_file.write_text(outside)
    assert save_note(editing.environment, base, with_front(base, "x")) == NoteGone(with_front(base, "x"))
    assert editing.deck_file.read_text() == outside


def test_note_with_another_key_is_rejected(editing: EditDriver) -> None:
    base = editing.note("deck/one")
    with pytest.raises(ValueError):
        save_note(editing.environment, base, replace(base, id="other"))


def test_undo_and_redo_restore_the_file_byte_for_byte(editing: EditDriver) -> None:
    base = editing.note("deck/two")
    edited = with_back(base, "Another answer")
    save_note(editing.environment, base, edited)
    after = editing.deck_file.read_bytes()
    undone = undo_last(editing.environment)
    assert undone is not None
    assert (undone.edit, undone.note_keys, undone.card_count) == (EditKind.SAVE, ("deck/two",), 0)
    assert editing.deck_file.read_text() == DECK
    assert editing.note("deck/two") == base
    assert redo_last(editing.environment) == undone
    assert editing.deck_file.read_bytes() == after
    assert editing.note("deck/two") == edited
    assert redo_last(editing.environment) is None


def test_typo_keeps_the_schedule(editing: EditDriver) -> None:
    editing.rate("deck/one")
    before = editing.schedule("deck/one")
    base = editing.note("deck/one")
    save_note(editing.environment, base, with_front(base, "New"))
    assert editing.schedule("deck/one") == before != Schedule()


def test_reset_is_undone_with_the_text(editing: EditDriver) -> None:
    editing.rate("deck/one")
    before = editing.schedule("deck/one")
    base = editing.note("deck/one")
    save_note(editing.environment, base, with_front(base, "New"), ScheduleChange.RESET)
    assert editing.schedule("deck/one").phase == NewPhase()
    undone = undo_last(editing.environment)
    assert undone is not None and (undone.note_count, undone.card_count) == (1, 1)
    assert (editing.schedule("deck/one"), editing.note("deck/one")) == (before, base)
    redo_last(editing.environment)
    assert editing.schedule("deck/one").phase == NewPhase()
    assert editing.note("deck/one") == with_front(base, "New")


def test_card_can_be_made_due_again(editing: EditDriver) -> None:
    editing.rate("deck/one")
    editing.time.now += DAY
    base = editing.note("deck/one")
    save_note(editing.environment, base, base, ScheduleChange.REVIEW_SOON)
    phase = editing.schedule("deck/one").phase
    assert isinstance(phase, ReviewPhase) and phase.due_day == editing.time.clock().today()
    assert editing.deck_file.read_text() == DECK


def test_undo_takes_the_newest_step_whichever_it_was(editing: EditDriver) -> None:
    base = editing.note("deck/one")
    save_note(editing.environment, base, with_front(base, "New"))
    editing.rate("deck/two")
    undone = undo_last(editing.environment)
    assert undone is not None and (undone.edit, undone.action) == (None, EntryKind.REVIEW)
    assert editing.note("deck/one") == with_front(base, "New")
    undone = undo_last(editing.environment)
    assert undone is not None and (undone.edit, undone.action) == (EditKind.SAVE, None)
    assert editing.note("deck/one") == base
    assert undo_last(editing.environment) is None


def test_edit_that_is_not_in_the_log_any_more_is_skipped(
    editing: EditDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text_edits, "MAX_EDITS", 1)
    editing.rate("deck/one")
    schedule = editing.schedule("deck/one")
    one, two = editing.note("deck/one"), editing.note("deck/two")
    save_note(editing.environment, one, with_front(one, "New"), ScheduleChange.RESET)
    save_note(editing.environment, two, with_front(two, "New"))
    undone = undo_last(editing.environment)
    assert undone is not None and undone.note_keys == ("deck/two",)
    undone = undo_last(editing.environment)
    assert undone is not None and undone.action is EntryKind.REVIEW
    assert editing.note("deck/one") == with_front(one, "New")
    assert editing.schedule("deck/one") != schedule
    assert undo_last(editing.environment) is None


def test_note_without_an_id_is_not_taken_for_another_one_with_the_same_start(editing: EditDriver) -> None:
    head, first = "deck: deck\ntitle: Deck\nnotes:\n", "  - front: Same\n    back: first\n"
    editing.deck_file.write_text(head + first)
    editing.refresh()
    base = editing.note("deck/same")
    edited = replace(base, tags=("new",))
    text = head + "  - front: Same\n    back: other\n" + first
    editing.deck_file.write_text(text)
    conflict = save_note(editing.environment, base, edited)
    assert isinstance(conflict, Conflict) and conflict.fields == ("back",)
    assert save_texts(editing.environment, [(base, edited)]).conflicts == (conflict,)
    assert editing.deck_file.read_text() == text
    editing.deck_file.write_text(text.replace("- front", "- id: same\n    front", 1))
    assert isinstance(save_note(editing.environment, base, edited), Merged)


def test_edit_is_undone_in_a_file_that_was_renamed(editing: EditDriver) -> None:
    base = editing.note("deck/one")
    save_note(editing.environment, base, with_back(base, "new"))
    after = editing.deck_file.read_text()
    renamed = editing.deck_file.rename(editing.deck_file.with_name("renamed.yaml"))
    editing.refresh()
    undo_last(editing.environment)
    assert renamed.read_text() == DECK and not editing.deck_file.exists()
    assert editing.note("deck/one") == base
    redo_last(editing.environment)
    assert renamed.read_text() == after
    renamed.unlink()
    editing.refresh()
    with pytest.raises(EditError, match="“deck” has no file any more"):
        undo_last(editing.environment)
