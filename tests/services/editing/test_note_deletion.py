import pytest

from studyapp.services.editing.decks import create_deck, delete_deck
from studyapp.services.editing.edit_undo import redo_last, undo_last
from studyapp.services.editing.note_deletion import delete_notes, empty_bin, list_bin, restore_from_bin
from studyapp.services.editing.steps.edit_errors import EditError
from studyapp.services.library.deck_library import load_cached_library
from tests.services.editing.edit_driver import DECK, EditDriver
from tests.services.study_driver import DAY


def restore(editing: EditDriver, key: str) -> str:
    item = next(item for item in list_bin(editing.environment) if item.key == key)
    return restore_from_bin(editing.environment, item)


def keys(editing: EditDriver) -> list[str]:
    return [item.key for item in list_bin(editing.environment)]


def test_deleted_note_is_in_the_bin_and_returns_to_its_place_with_its_history(editing: EditDriver) -> None:
    editing.rate("deck/two")
    note, schedule = editing.note("deck/two"), editing.schedule("deck/two")
    delete_notes(editing.environment, ["deck/two"])
    assert editing.find_note("deck/two") is None
    assert "two" not in editing.deck_file.read_text()
    (item,) = list_bin(editing.environment)
    assert (item.key, item.note, item.deleted_at) == ("deck/two", note, editing.time.now)
    assert (item.is_deck, item.text) == (
        False,
        DECK[DECK.index("  - id: two") : DECK.index("  # the last")],
    )
    assert restore(editing, "deck/two") == "deck/two"
    assert editing.deck_file.read_text() == DECK
    assert (editing.note("deck/two"), editing.schedule("deck/two")) == (note, schedule)
    assert keys(editing) == []


def test_undo_and_redo_of_a_deletion_change_the_bin(editing: EditDriver) -> None:
    delete_notes(editing.environment, ["deck/three", "deck/one", "other/two"])
    after = editing.files()
    undone = undo_last(editing.environment)
    assert undone is not None and undone.note_count == 3
    assert editing.deck_file.read_text() == DECK
    assert keys(editing) == []
    redo_last(editing.environment)
    assert editing.files() == after
    assert sorted(keys(editing)) == ["deck/one", "deck/three", "other/two"]


def test_undo_of_a_restored_note_puts_it_back_into_the_bin(editing: EditDriver) -> None:
    delete_notes(editing.environment, ["deck/one"])
    restore(editing, "deck/one")
    undo_last(editing.environment)
    assert keys(editing) == ["deck/one"]


@pytest.mark.parametrize("index", [0, 1])
def test_both_versions_of_a_note_that_was_deleted_twice_can_be_restored(
    editing: EditDriver, index: int
) -> None:
    delete_notes(editing.environment, ["deck/two"])
    editing.time.now += 1000
    text = editing.deck_file.read_text() + "  - id: two\n    front: New question\n    back: New answer\n"
    editing.deck_file.write_text(text)
    editing.refresh()
    delete_notes(editing.environment, ["deck/two"])
    restored, other = (list_bin(editing.environment)[i] for i in (index, 1 - index))
    restore_from_bin(editing.environment, restored)
    assert [item.text for item in list_bin(editing.environment)] == [other.text]
    undo_last(editing.environment)
    assert {item.text.rstrip() for item in list_bin(editing.environment)} == {
        restored.text.rstrip(),
        other.text.rstrip(),
    }
    redo_last(editing.environment)
    assert [item.text for item in list_bin(editing.environment)] == [other.text]


def test_note_returns_to_the_end_if_its_neighbour_is_gone(editing: EditDriver) -> None:
    delete_notes(editing.environment, ["deck/two"])
    delete_notes(editing.environment, ["deck/one"])
    restore(editing, "deck/two")
    text = editing.deck_file.read_text()
    assert text.index("id: three") < text.index("id: two")


def test_last_note_can_be_deleted_and_restored(editing: EditDriver) -> None:
    delete_notes(editing.environment, ["deck/one", "deck/two", "deck/three"])
    assert editing.refresh().library.deck_ids == ("bundled", "deck", "other")
    for key in ("deck/one", "deck/three"):
        restore(editing, key)
    assert editing.note("deck/one") and editing.note("deck/three")


def test_restored_note_gets_a_new_id_if_its_own_is_used(editing: EditDriver) -> None:
    note = editing.note("deck/two")
    delete_notes(editing.environment, ["deck/two"])
    text = editing.deck_file.read_text().replace("id: three", "id: two")
    editing.deck_file.write_text(text)
    editing.refresh()
    key = restore(editing, "deck/two")
    assert key == "deck/two-2"
    assert editing.note(key).content == note.content
    assert editing.note("deck/two").content != note.content
    assert keys(editing) == []


def test_deleted_deck_is_kept_in_a_folder_and_returns(editing: EditDriver) -> None:
    editing.rate("deck/one")
    schedule = editing.schedule("deck/one")
    delete_deck(editing.environment, "deck")
    assert not editing.deck_file.exists()
    assert (editing.root / "decks" / "bin" / "deck.yaml").read_text() == DECK
    assert "deck" not in editing.refresh().library.deck_ids
    (item,) = list_bin(editing.environment)
    assert (item.key, item.note, item.is_deck) == ("deck", None, True)
    assert item.deck is not None and item.deck.title.version_texts == ("Deck",)
    assert restore(editing, "deck") == "deck"
    assert editing.deck_file.read_text() == DECK
    assert "deck" in load_cached_library(editing.collection, [editing.deck_file.parent]).deck_ids
    assert "deck" in editing.refresh().library.deck_ids
    assert editing.schedule("deck/one") == schedule
    assert keys(editing) == []


def test_undo_of_a_deleted_deck(editing: EditDriver) -> None:
    delete_deck(editing.environment, "deck")
    undo_last(editing.environment)
    assert editing.deck_file.read_text() == DECK
    assert keys(editing) == []
    redo_last(editing.environment)
    assert keys(editing) == ["deck"]
    assert not editing.deck_file.exists()


def test_bin_is_emptied_after_60_days_or_on_request(editing: EditDriver) -> None:
    deck = create_deck(editing.environment, "Trial")
    delete_deck(editing.environment, deck)
    editing.time.now += 59 * DAY
    delete_notes(editing.environment, ["deck/one"])
    assert keys(editing) == ["deck/one", deck]
    editing.time.now += 2 * DAY
    assert keys(editing) == ["deck/one"]
    delete_notes(editing.environment, ["deck/two"])
    assert not (editing.root / "decks" / "bin" / f"{deck}.yaml").exists()
    (item, _) = list_bin(editing.environment)
    assert empty_bin(editing.environment) == 2
    assert keys(editing) == []
    with pytest.raises(EditError, match="not in the bin"):
        restore_from_bin(editing.environment, item)


def test_bundled_deck_is_not_deleted(editing: EditDriver) -> None:
    with pytest.raises(EditError, match="comes with StudyApp"):
        delete_deck(editing.environment, "bundled")
    assert (editing.root / "bundled" / "z-bundled.yaml").exists()


def test_note_of_a_file_with_errors_is_deleted_too(editing: EditDriver) -> None:
    editing.deck_file.write_text(DECK + "  - {id: broken, front: q}\n")
    editing.refresh()
    delete_notes(editing.environment, ["deck/two"])
    assert editing.find_note("deck/two") is None
    editing.refresh()
    assert editing.find_note("deck/two") is None


def test_a_deck_that_was_deleted_for_good_does_not_keep_earlier_steps_from_being_undone(
    editing: EditDriver,
) -> None:
    before = editing.files()
    delete_notes(editing.environment, ["other/one"])
    delete_deck(editing.environment, "deck")
    editing.time.now += 61 * DAY
    delete_notes(editing.environment, ["other/two"])
    undo_last(editing.environment)
    undo_last(editing.environment)
    assert editing.files() == {name: data for name, data in before.items() if name != "decks/deck.yaml"}


def test_a_deck_whose_file_is_missing_in_the_bin_is_named(editing: EditDriver) -> None:
    delete_deck(editing.environment, "deck")
    file = editing.root / "decks" / "bin" / "deck.yaml"
    file.unlink()
    with pytest.raises(EditError, match=r"bin/deck\.yaml does not exist any more"):
        undo_last(editing.environment)
    file.write_text(DECK)
    editing.deck_file.write_text("another file")
    with pytest.raises(EditError, match="exists already"):
        undo_last(editing.environment)
