"""Actions on the selected cards and notes: each one step that undo takes back."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studyapp.core.study.schedule import NewPhase, ReviewPhase
from studyapp.store.search.card_order import CardColumn
from studyapp.ui.browse.actions import card_actions
from studyapp.ui.browse.actions.deck_chooser_dialog import DeckChooserDialog
from studyapp.ui.browse.actions.due_range_dialog import DueRangeDialog
from studyapp.ui.browse.actions.tag_dialogs import AddTagsDialog, RemoveTagsDialog, parse_tags
from studyapp.ui.browse.browse_shortcuts import build_browse_menu
from studyapp.ui.card.card_info_dialog import CardInfoDialog
from studyapp.ui.deck_edits.bin_dialog import BinDialog
from studyapp.ui.similar_cards.similar_cards_dialog import SimilarCardsDialog
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


def suspended(browse: BrowseDriver) -> str:
    return "".join(name for name in "abc" if browse.schedule(name).is_suspended)


def tags_in_file(browse: BrowseDriver) -> list[list[str]]:
    content = json.loads((browse.app.decks_folder / "d.yaml").read_text(encoding="utf-8"))
    return [note.get("tags", []) for note in content["notes"]]


def test_suspending_is_one_step_and_toggles(browse: BrowseDriver) -> None:
    browse.open()
    browse.select(0, 1)
    browse.app.press(Key.Key_At)
    assert suspended(browse) == "ab"
    assert browse.message == "2 cards suspended. Undo: Ctrl+Z"
    browse.select(0, 1, 2)
    browse.app.press(Key.Key_At)
    assert suspended(browse) == "abc"
    browse.app.press(Key.Key_At)
    assert suspended(browse) == ""
    assert browse.message == "3 cards can be studied again. Undo: Ctrl+Z"
    undo(browse)
    assert suspended(browse) == "abc"
    undo(browse)
    assert suspended(browse) == "ab"
    assert browse.message == "Undid: Suspend"
    undo(browse)
    assert suspended(browse) == ""
    assert browse.message == "Undid: Suspend · 2 cards"


def test_redo_does_the_step_again(browse: BrowseDriver) -> None:
    browse.open()
    browse.select(0, 1)
    browse.app.press(Key.Key_At)
    undo(browse)
    browse.app.press(Key.Key_Y, Ctrl)
    browse.wait()
    assert suspended(browse) == "ab"
    assert browse.message == "Redid: Suspend · 2 cards"


def test_steps_requested_while_another_one_is_running_follow_it(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.select(0)
    page.card_actions.toggle_suspended()
    browse.select(1)
    page.card_actions.toggle_suspended()
    for step in (page.undo, page.undo, page.redo, page.card_actions.reset_cards):
        step()
    browse.wait()
    assert suspended(browse) == "a"
    assert browse.message == "Nothing to change."  # the reset of a new card came last
    page.redo()
    browse.wait()
    assert suspended(browse) == "ab"


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


def test_nothing_to_undo_is_said(browse: BrowseDriver) -> None:
    browse.open()
    browse.select(0)
    undo(browse)
    assert browse.message == "Nothing to undo."


def test_bury_and_flag_toggle(browse: BrowseDriver) -> None:
    browse.open()
    browse.select(0, 2)
    today = browse.app.clock.today()
    browse.app.press(Key.Key_Minus)
    assert [browse.schedule(name).buried_on_day for name in "abc"] == [today, None, today]
    browse.app.press(Key.Key_Minus)
    assert [browse.schedule(name).buried_on_day for name in "abc"] == [None, None, None]
    browse.app.press_ctrl(Key.Key_3)
    assert [browse.schedule(name).flag for name in "abc"] == [3, 0, 3]
    browse.app.press_ctrl(Key.Key_3)
    assert [browse.schedule(name).flag for name in "abc"] == [0, 0, 0]
    assert browse.message == "Flag removed from 2 cards. Undo: Ctrl+Z"


def test_due_dates_are_set_within_a_range(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.select(0, 1, 2)
    page.set_due_date()
    (dialog,) = page.findChildren(DueRangeDialog)
    dialog.field.setText("7-3")
    click(dialog.action_button)
    assert dialog.isVisible()
    assert "3-7" in dialog.field_error.text()
    dialog.field.setText("3-7")
    click(dialog.action_button)
    browse.wait()
    phases = [browse.schedule(name).phase for name in "abc"]
    days = [phase.due_day - browse.app.clock.today() for phase in phases if isinstance(phase, ReviewPhase)]
    assert len(days) == 3
    assert all(3 <= day <= 7 for day in days)
    browse.app.press(Key.Key_N, Ctrl | Qt.KeyboardModifier.AltModifier)
    assert all(isinstance(browse.schedule(name).phase, NewPhase) for name in "abc")


def test_many_cards_are_changed_in_the_background(
    browse: BrowseDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_actions, "_MAX_CARDS_AT_ONCE", 2)
    browse.open()
    browse.select(0, 1, 2)
    browse.app.press(Key.Key_At)
    browse.wait()
    assert suspended(browse) == "abc"
    assert browse.message == "3 cards suspended. Undo: Ctrl+Z"


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


def test_practice_shows_exactly_the_selected_cards(browse: BrowseDriver) -> None:
    browse.open()
    browse.select(2, 0)
    browse.app.press(Key.Key_S)
    shown = []
    for _ in range(2):
        shown.append(browse.app.card.id.note_id)
        browse.app.review_page.reveal()
        browse.app.press(Key.Key_3)
    assert shown == ["a", "c"]
    assert browse.app.review_page.prompt is None
    assert browse.app.journal_rows() == []


def test_practice_shows_all_found_cards_if_one_is_selected(browse: BrowseDriver) -> None:
    browse.open()
    browse.type_query("nid:a,c")
    browse.select(1)
    browse.app.press(Key.Key_S)
    assert browse.app.prompt.counts.total == 2


def test_edit_request_carries_the_current_note(browse: BrowseDriver) -> None:
    page = browse.open()
    requests: list[str] = []
    page.editRequested.disconnect()
    page.editRequested.connect(requests.append)
    browse.select(1)
    browse.app.press(Key.Key_E)
    assert requests == ["d/b"]
    assert page.current_deck_id == "d"


def test_info_of_the_current_card(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.select(1)
    browse.app.press(Key.Key_I)
    (dialog,) = page.findChildren(CardInfoDialog)
    assert str(dialog._info.card) == "d/b#1"
    dialog.close()


def test_the_current_card_is_compared_with_similar_ones(browse: BrowseDriver) -> None:
    page = browse.open()
    browse.select(1)
    browse.app.press(Key.Key_L)
    (dialog,) = browse.app.window.findChildren(SimilarCardsDialog)
    browse.app.wait_until(lambda: not dialog.is_busy)
    assert dialog.own.row is not None
    assert dialog.own.row.card_id.note_id == "b"
    click(dialog.own.suspend_button)
    dialog.close()
    assert suspended(browse) == "b"
    row = page.model.row_at(1)
    assert row is not None
    assert row.is_suspended


def test_without_a_selection_an_action_says_so(browse: BrowseDriver) -> None:
    page = browse.open()
    page.table.clearSelection()
    for act in (page.card_actions.toggle_suspended, page.note_actions.delete, page.set_due_date):
        page.view.notice_bar.clear()
        act()
        assert browse.message == "Select cards first."
    assert browse.app.journal_rows() == []


def test_failing_disk_is_reported_and_nothing_changes(
    browse: BrowseDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    browse.open()
    browse.select(0)
    browse.app.collection.connection.execute("PRAGMA query_only = ON")
    browse.app.press(Key.Key_At)
    browse.app.collection.connection.execute("PRAGMA query_only = OFF")
    assert browse.message != ""
    assert suspended(browse) == ""
