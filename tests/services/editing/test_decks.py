import os
from pathlib import Path

import pytest

from studyapp.core.text.localized_text import LocalizedText
from studyapp.services.editing.decks import create_deck, delete_deck, rename_deck
from studyapp.services.editing.edit_undo import redo_last, undo_last
from studyapp.services.editing.note_adding import add_note
from studyapp.services.editing.note_deletion import list_bin, restore_from_bin
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.editing.steps.text_edit import EditKind
from studyapp.services.library.library_refresh import refresh_library
from tests.services.editing.edit_driver import DECK, EditDriver, basic


def titles(editing: EditDriver) -> dict[str, tuple[str, ...]]:
    return {deck.metadata.id: deck.metadata.title.version_texts for deck in editing.refresh().library.decks}


def test_created_deck_is_empty_and_notes_can_be_added(editing: EditDriver) -> None:
    deck = create_deck(editing.environment, " My “new”: deck ")
    assert titles(editing)[deck] == ("My “new”: deck",)
    added = add_note(editing.environment, deck, basic("First"))
    assert editing.note(f"{deck}/first") == added


def test_deck_created_meanwhile_is_found_without_a_refresh(editing: EditDriver) -> None:
    deck = create_deck(editing.environment, "New")
    assert add_note(editing.environment, deck, basic("First")).key == "new/first"


def test_undo_and_redo_of_a_created_deck(editing: EditDriver) -> None:
    before = editing.files()
    create_deck(editing.environment, "New")
    after = editing.files()
    undone = undo_last(editing.environment)
    assert undone is not None and undone.edit is EditKind.CREATE_DECK
    assert editing.files() == before
    assert "new" not in titles(editing)
    redo_last(editing.environment)
    assert editing.files() == after
    assert titles(editing)["new"] == ("New",)


def test_created_deck_with_notes_is_not_removed_by_undo(editing: EditDriver) -> None:
    create_deck(editing.environment, "New")
    path = editing.root / "decks" / "new.yaml"
    text = path.read_text().replace("notes: []", "notes: [{id: x, front: q, back: a}]")
    path.write_text(text)
    with pytest.raises(EditError, match="nothing was overwritten"):
        undo_last(editing.environment)
    assert path.read_text() == text


def test_new_deck_never_gets_the_history_of_a_deleted_one(editing: EditDriver) -> None:
    first = create_deck(editing.environment, "New")
    delete_deck(editing.environment, first)
    assert create_deck(editing.environment, "New") == "new-2"


def test_deck_needs_a_title(editing: EditDriver) -> None:
    with pytest.raises(EditError, match="title"):
        create_deck(editing.environment, "  ")


def test_renamed_deck_keeps_its_id_and_history(editing: EditDriver) -> None:
    editing.rate("deck/one")
    schedule = editing.schedule("deck/one")
    rename_deck(editing.environment, "deck", LocalizedText.language_neutral("Better"))
    assert titles(editing)["deck"] == ("Better",)
    assert editing.deck_file.read_text() == DECK.replace("title: Deck", "title: Better")
    assert editing.schedule("deck/one") == schedule
    undo_last(editing.environment)
    assert editing.deck_file.read_text() == DECK
    assert titles(editing)["deck"] == ("Deck",)


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need a privilege")
@pytest.mark.parametrize("is_relative", [True, False])
def test_deck_behind_a_link_can_be_deleted_and_restored(editing: EditDriver, is_relative: bool) -> None:
    file = editing.root / "elsewhere" / "shared.yaml"
    file.parent.mkdir()
    editing.deck_file.rename(file)
    link = Path("../elsewhere/shared.yaml") if is_relative else file
    editing.deck_file.symlink_to(link)
    editing.refresh()
    delete_deck(editing.environment, "deck")
    assert "deck" not in editing.refresh().library.deck_ids
    undo_last(editing.environment)
    assert editing.deck_file.readlink() == link
    redo_last(editing.environment)
    (item,) = list_bin(editing.environment)
    restore_from_bin(editing.environment, item)
    assert editing.deck_file.readlink() == link
    assert "deck" in editing.refresh().library.deck_ids
    assert file.read_text() == DECK


def test_deck_in_a_folder_named_like_the_bin(editing: EditDriver) -> None:
    folder = editing.deck_file.parent.rename(editing.root / "bin")
    folders = [editing.root / "bundled", folder]
    library = refresh_library(
        editing.collection, folders, editing.time.clock(), bundled_folder=folders[0]
    ).library
    environment = editing.environment._replace(library=library, user_decks_folder=folder)
    delete_deck(environment, "deck")
    (item,) = list_bin(environment)
    restore_from_bin(environment, item)
    assert list_bin(environment) == []
    undo_last(environment)
    assert [item.key for item in list_bin(environment)] == ["deck"]


def test_created_deck_is_removed_by_undo_also_if_its_file_was_renamed(editing: EditDriver) -> None:
    create_deck(editing.environment, "Biology")
    file = editing.deck_file.with_name("biology.yaml")
    renamed = file.rename(file.with_name("life.yaml"))
    editing.refresh()
    undo_last(editing.environment)
    assert not renamed.exists()
    redo_last(editing.environment)
    assert file.exists()
