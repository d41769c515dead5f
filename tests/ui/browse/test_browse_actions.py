"""Actions on the selected cards: each one step that undo takes back."""

import pytest
from PySide6.QtCore import Qt

from studyapp.core.study.schedule import NewPhase, ReviewPhase
from studyapp.ui.browse.actions import card_actions
from studyapp.ui.browse.actions.due_range_dialog import DueRangeDialog
from studyapp.ui.card.card_info_dialog import CardInfoDialog
from studyapp.ui.similar_cards.similar_cards_dialog import SimilarCardsDialog
from tests.ui.app_driver import click
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
