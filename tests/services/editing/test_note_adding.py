from studyapp.core.study.schedule import Schedule
from studyapp.services.editing.bulk_edits import change_tags
from studyapp.services.editing.edit_undo import redo_last, undo_adding, undo_last
from studyapp.services.editing.note_adding import add_note, duplicate_note
from studyapp.services.editing.note_deletion import delete_notes
from studyapp.services.editing.steps.text_edit import EditKind
from tests.services.editing.edit_driver import DECK, EditDriver, basic


def test_added_note_is_last_in_the_file_and_in_the_collection(editing: EditDriver) -> None:
    added = add_note(editing.environment, "deck", basic("What is new?", "This."))
    assert added.key == "deck/what-is-new"
    assert editing.note("deck/what-is-new") == added
    text = editing.deck_file.read_text()
    assert text.startswith(DECK.removesuffix("# end\n"))
    assert editing.refresh().changes_by_deck_id == {}


def test_undo_and_redo_of_an_added_note(editing: EditDriver) -> None:
    added = add_note(editing.environment, "deck", basic("New"))
    after = editing.deck_file.read_bytes()
    undone = undo_last(editing.environment)
    assert undone is not None and (undone.edit, undone.note_keys) == (EditKind.ADD, (added.key,))
    assert editing.deck_file.read_text() == DECK
    assert editing.find_note(added.key) is None
    redo_last(editing.environment)
    assert editing.deck_file.read_bytes() == after
    assert editing.note(added.key) == added


def test_new_note_never_gets_the_history_of_another_one(editing: EditDriver) -> None:
    first = add_note(editing.environment, "deck", basic("New"))
    editing.rate(first.key)
    delete_notes(editing.environment, [first.key])
    second = add_note(editing.environment, "deck", basic("New"))
    assert second.key == "deck/new-2"
    assert editing.schedule(second.key) == Schedule()
    assert editing.schedule(first.key) != Schedule()


def test_new_note_never_gets_a_retired_id(editing: EditDriver) -> None:
    editing.deck_file.write_text(editing.deck_file.read_text().replace("notes:", "retired: [New]\nnotes:", 1))
    problems = editing.refresh().library.problems
    assert add_note(editing.environment, "deck", basic("New")).key == "deck/new-2"
    assert "retired: [New]\nnotes:" in editing.deck_file.read_text()
    assert editing.refresh().library.problems == problems


def test_duplicate_follows_the_original(editing: EditDriver) -> None:
    copy = duplicate_note(editing.environment, "deck/one")
    assert copy.content == editing.note("deck/one").content
    assert copy.id not in ("one", "two", "three")
    text = editing.deck_file.read_text()
    assert text.index("id: one") < text.index(f"id: {copy.id}") < text.index("id: two")
    undo_last(editing.environment)
    assert editing.deck_file.read_text() == DECK


def test_adding_is_undone_only_if_it_was_the_last_step(editing: EditDriver) -> None:
    added = add_note(editing.environment, "deck", basic("New"))
    change_tags(editing.environment, [added.key, "deck/one"], ["later"], [])
    files = editing.files()
    assert not undo_adding(editing.environment, added.key)
    assert editing.files() == files
    undo_last(editing.environment)
    editing.rate("deck/one")
    assert not undo_adding(editing.environment, added.key)
    undo_last(editing.environment)
    assert not undo_adding(editing.environment, "deck/one")
    assert undo_adding(editing.environment, added.key)
    assert editing.deck_file.read_text() == DECK
    assert not undo_adding(editing.environment, added.key)
