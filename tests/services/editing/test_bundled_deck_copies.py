from pathlib import Path

import pytest

from studyapp.services.editing.decks import delete_deck
from studyapp.services.editing.edit_undo import redo_last, undo_last
from studyapp.services.editing.note_adding import add_note
from studyapp.services.editing.note_saving import Saved, save_note
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.library.deck_library import load_cached_library
from tests.services.editing.edit_driver import BUNDLED, EditDriver, basic, with_front


def edit(editing: EditDriver) -> None:
    base = editing.note("bundled/b")
    edited = with_front(base, "Mine")
    assert save_note(editing.environment, base, edited) == Saved(edited)


def bundled_file(editing: EditDriver) -> Path:
    return editing.root / "bundled" / "z-bundled.yaml"


def test_first_edit_copies_the_deck_with_its_media_and_keeps_the_history(editing: EditDriver) -> None:
    editing.rate("bundled/b")
    schedule = editing.schedule("bundled/b")
    edit(editing)
    assert bundled_file(editing).read_text() == BUNDLED
    copy = editing.root / "decks" / "z-bundled.yaml"
    assert copy.read_text() == BUNDLED.replace("Question b", "Mine")
    assert (editing.root / "decks" / "b.png").read_text() == "a picture"
    assert editing.schedule("bundled/b") == schedule


def test_copy_replaces_the_bundled_deck_at_its_place_without_a_problem(editing: EditDriver) -> None:
    deck_ids = editing.library.deck_ids
    problems = editing.library.problems
    edit(editing)
    cached = load_cached_library(editing.collection, [editing.root / "bundled", editing.root / "decks"])
    result = editing.refresh()
    assert result.changes_by_deck_id == {}
    for library in (cached, result.library):
        assert (library.deck_ids, library.problems) == (deck_ids, problems)
        paths = {deck.metadata.id: deck.path for deck in library.decks}
        assert paths["bundled"] == editing.root / "decks" / "z-bundled.yaml"
    assert editing.note("bundled/b") == with_front(editing.note("bundled/b"), "Mine")


def test_second_edit_with_the_same_library_changes_the_copy(editing: EditDriver) -> None:
    edit(editing)
    added = add_note(editing.environment, "bundled", basic("Second"))
    text = (editing.root / "decks" / "z-bundled.yaml").read_text()
    assert "Mine" in text and added.id in text


def test_undoing_the_first_edit_brings_the_bundled_deck_back(editing: EditDriver) -> None:
    before, problems = editing.note("bundled/b"), editing.library.problems
    edit(editing)
    copy = editing.root / "decks" / "z-bundled.yaml"
    undo_last(editing.environment)
    assert not copy.exists()
    assert editing.note("bundled/b") == before
    assert editing.refresh() == (editing.library, {})
    redo_last(editing.environment)
    assert copy.exists()
    assert editing.note("bundled/b") == with_front(before, "Mine")
    assert editing.refresh().library.problems == problems


def test_bundled_deck_is_back_when_the_copy_is_deleted(editing: EditDriver) -> None:
    before = editing.note("bundled/b")
    edit(editing)
    editing.refresh()
    delete_deck(editing.environment, "bundled")
    library = editing.refresh().library
    assert {deck.metadata.id: deck.path for deck in library.decks}["bundled"] == bundled_file(editing)
    assert editing.note("bundled/b") == before


def test_changed_bundled_deck_does_not_replace_the_copy(editing: EditDriver) -> None:
    edit(editing)
    bundled_file(editing).write_text(BUNDLED.replace("Question b", "A new version"))
    assert editing.refresh().library.problems == editing.library.problems
    assert editing.note("bundled/b") == with_front(editing.note("bundled/b"), "Mine")


def test_other_file_of_the_same_name_is_not_overwritten(editing: EditDriver) -> None:
    other = editing.root / "decks" / "z-bundled.yaml"
    other.write_text("something else")
    base = editing.note("bundled/b")
    with pytest.raises(EditError, match="exists already"):
        save_note(editing.environment, base, with_front(base, "Mine"))
    assert other.read_text() == "something else"
    assert editing.note("bundled/b") == base


def test_other_media_of_the_same_name_are_not_overwritten(editing: EditDriver) -> None:
    (editing.root / "decks" / "b.png").write_text("another picture")
    base = editing.note("bundled/b")
    with pytest.raises(EditError, match="exists already"):
        save_note(editing.environment, base, with_front(base, "Mine"))
    assert not (editing.root / "decks" / "z-bundled.yaml").exists()
