"""Actions on the selected notes: each one step that undo takes back."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studyapp.store.search.card_order import CardColumn
from studyapp.ui.browse.actions.deck_chooser_dialog import DeckChooserDialog
from studyapp.ui.browse.actions.tag_dialogs import AddTagsDialog, RemoveTagsDialog, parse_tags
from studyapp.ui.browse.browse_shortcuts import build_browse_menu
from studyapp.ui.deck_edits.bin_dialog import BinDialog
from tests.ui.app_driver import basic_note, click
from tests.ui.browse.browse_driver import BrowseDriver

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)
Key = Qt.Key
Ctrl = Qt.KeyboardModifier.ControlModifier


def undo(browse: BrowseDriver) -> None:
    browse.app.press_ctrl(Key.Key_Z)
    browse.wait()


def tags_in_file(browse: BrowseDriver) -> list[list[str]]:
    content = json.loads((browse.app.decks_folder / "d.yaml").read_text(encoding="utf-8"))
    return [note.get("tags", []) for note in content["notes"]]


def test_deleting_notes_twice_deletes_them_once(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.select(0, 1)
    page.note_actions.delete()
    page.note_actions.delete()
    browse.wait()
    assert browse.notes == ["c"]
    assert browse.message.startswith("2 notes deleted.")
    undo(browse)
    assert browse.notes == ["a", "b", "c"]
    browse.select(0, 1)
    page.note_actions.delete()
    browse.wait()
    assert browse.notes == ["c"]


def test_tags_are_added_and_removed(browse: BrowseDriver) -> None:
    page = browse.open(basic_note("a", tags=["old"]), basic_note("b"), basic_note("c"))
    browse.select(0, 1)
    browse.app.press(Key.Key_T)
    (dialog,) = page.findChildren(AddTagsDialog)
    QTest.keyClicks(dialog.field, "new more")
    click(dialog.action_button)
    browse.wait()
    assert tags_in_file(browse) == [["old", "new", "more"], ["new", "more"], []]
    assert browse.texts(CardColumn.TAGS) == ["old, new, more", "new, more", ""]
    assert browse.message == "Tags of 2 notes changed. Undo: Ctrl+Z"
    page.note_actions.remove_tags()
    (removal,) = page.findChildren(RemoveTagsDialog)
    assert [removal.tag_list.item(row).text() for row in range(3)] == ["more", "new", "old"]
    assert not removal.remove_button.isEnabled()
    removal.tag_list.item(0).setCheckState(Qt.CheckState.Checked)
    click(removal.remove_button)
    browse.wait()
    assert tags_in_file(browse) == [["old", "new"], ["new"], []]
    undo(browse)
    undo(browse)
    assert tags_in_file(browse) == [["old"], [], []]
    assert browse.texts(CardColumn.TAGS) == ["old", "", ""]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("a b  a", ("a", "b")),
        ("two words, other", ("two words", "other")),
        ("一，二", ("一", "二")),
        (" , ", ()),
    ],
)
def test_tags_are_separated_by_spaces_or_commas(text: str, tags: tuple[str, ...]) -> None:
    assert parse_tags(text) == tags


def test_notes_are_moved_to_a_deck_found_by_its_title(browse: BrowseDriver) -> None:
    browse.app.write_deck(basic_note("x"), deck="other", title="Another deck")
    page = browse.open()
    browse.select(0, 1)
    browse.app.press(Key.Key_M)
    (dialog,) = page.findChildren(DeckChooserDialog)
    QTest.keyClicks(dialog.field, "ANOTHER")
    QTest.keyClick(dialog.field, Key.Key_Return)
    browse.wait()
    assert {str(card) for card in page.model.cards} == {"d/c#1", "other/a#1", "other/b#1", "other/x#1"}
    assert browse.message == "2 notes moved to Another deck. Undo: Ctrl+Z"
    undo(browse)
    assert {card.deck_id for card in page.model.cards if card.note_id in "abc"} == {"d"}


def test_notes_are_moved_to_a_new_deck(browse: BrowseDriver) -> None:
    page = browse.open()
    assert browse.app.desktop is not None
    folders = (browse.app.decks_folder, browse.app.data_folder / "decks")
    browse.app.desktop.tasks.base_deck_folders = folders
    browse.select(0, 1)
    browse.app.press(Key.Key_M)
    (dialog,) = page.findChildren(DeckChooserDialog)
    QTest.keyClicks(dialog.field, "Geography")
    assert dialog.deck_list.currentItem().text() == "New deck “Geography”"
    QTest.keyClick(dialog.field, Key.Key_Return)
    browse.wait()
    assert {str(card) for card in page.model.cards} == {"d/c#1", "geography/a#1", "geography/b#1"}
    assert browse.message == "2 notes moved to Geography. Undo: Ctrl+Z"
    undo(browse)
    assert {str(card) for card in page.model.cards} == {"d/a#1", "d/b#1", "d/c#1"}


def test_no_new_deck_is_offered_for_a_title_that_exists(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.select(0)
    browse.app.press(Key.Key_M)
    (dialog,) = page.findChildren(DeckChooserDialog)
    for text, last_is_new in (("", False), ("the DECK", False), ("the", True)):
        dialog.field.setText(text)
        assert dialog.deck_list.item(1).isHidden() is not last_is_new
        assert (dialog.deck_id, dialog.new_title) == ("d", "")


def test_note_returns_from_the_bin_by_keyboard(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.select(1)
    browse.app.press(Key.Key_Delete)
    browse.wait()
    menu = build_browse_menu(page)
    next(action for action in menu.actions() if action.text() == "Bin…").trigger()
    (dialog,) = browse.app.window.findChildren(BinDialog)
    assert dialog.title_label.text() == "1 deleted item"
    browse.app.wait_until(dialog.item_list.hasFocus)
    browse.app.press(Key.Key_Return)
    browse.wait()
    assert browse.notes == ["a", "b", "c"]
    assert dialog.title_label.text() == "The bin is empty"


def test_deleted_notes_return_with_undo(browse: BrowseDriver) -> None:
    browse.open()
    browse.select(0, 2)
    browse.app.press(Key.Key_Delete)
    browse.wait()
    assert browse.notes == ["b"]
    assert browse.message == "2 notes deleted. Undo: Ctrl+Z"
    undo(browse)
    assert browse.notes == ["a", "b", "c"]
    assert browse.message == "Undid: Delete · 2 notes"


def test_duplicate_is_a_note_of_its_own(browse: BrowseDriver) -> None:
    browse.open()
    browse.select(1)
    browse.app.press(Key.Key_E, Ctrl | Qt.KeyboardModifier.AltModifier)
    browse.wait()
    assert browse.questions == ["Question a?", "Question b?", "Question b?", "Question c?"]
    assert len(set(browse.notes)) == 4


def test_edit_request_carries_the_current_note(browse: BrowseDriver) -> None:
    page = browse.open()
    requests: list[str] = []
    page.editRequested.disconnect()
    page.editRequested.connect(requests.append)
    browse.select(1)
    browse.app.press(Key.Key_E)
    assert requests == ["d/b"]
    assert page.current_deck_id == "d"
