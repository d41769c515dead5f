"""Custom study, suspended and buried cards, and options that change a session."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QWidget

from studyapp.core.study.custom_study_selection import StudyScope
from studyapp.core.study.rating import Rating
from studyapp.services.options.option_storage import set_option
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.deck_list.deck_columns import Column
from studyapp.ui.decks.custom_study_dialog import CustomStudyDialog
from studyapp.ui.decks.suspended_and_buried_dialog import SuspendedAndBuriedDialog
from studyapp.ui.review.review_shortcuts import build_card_menu
from tests.ui.app_driver import DAY, AppDriver, basic_note, visible_widgets
from tests.ui.decks.deck_page_actions import choose_in_row_menu, deck_rows

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


Key = Qt.Key


def open_custom_study(app: AppDriver) -> CustomStudyDialog:
    QTest.keySequence(app.window, QKeySequence("Ctrl+K"))
    return app.window.findChildren(CustomStudyDialog)[-1]


def confirm_dialog(app: AppDriver, dialog: CustomStudyDialog) -> None:
    dialog.start_button.click()
    app.wait_until_idle()


def check_item(list_widget: QListWidget, label: str) -> None:
    (item,) = list_widget.findItems(label, Qt.MatchFlag.MatchExactly)
    item.setCheckState(Qt.CheckState.Checked)


def test_custom_study_by_tag_shows_only_tagged_notes(app: AppDriver) -> None:
    app.write_deck(
        basic_note("a", tags=["x"]),
        basic_note("b", tags=["y"], section="2"),
        basic_note("c", tags=["x"], section="10"),
    )
    app.open_window()
    dialog = open_custom_study(app)
    assert [dialog.section_list.item(row).text() for row in range(2)] == ["Section 2", "Section 10"]
    check_item(dialog.tag_list, "x")
    confirm_dialog(app, dialog)
    assert app.is_reviewing
    assert app.prompt.counts.new == 2
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    assert app.ratings() == [("a", Rating.EASY)]


def test_custom_study_of_the_cards_that_match_a_search(app: AppDriver) -> None:
    app.write_deck(basic_note("a", tags=["x"]), basic_note("b", tags=["y"]), basic_note("c", tags=["x"]))
    app.open_window()
    dialog = open_custom_study(app)
    assert dialog.query_line.message_label.isHidden()
    QTest.keyClicks(dialog.query_line.edit, " tag:x nid:a ")
    confirm_dialog(app, dialog)
    assert app.is_reviewing
    assert app.prompt.counts.new == 1
    assert app.prompt.card.note.id == "a"


def test_a_mistake_in_a_search_is_selected_and_explained(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    dialog = open_custom_study(app)
    line = dialog.query_line
    line.edit.setText(" 🙂 is:dew")
    dialog.start_button.click()
    assert dialog.isVisible()
    assert line.edit.selectedText() == "dew"
    assert "only new, learn, review" in line.message_label.text()
    assert line.message_label.isVisible()
    QTest.keyClicks(line.edit, "new")
    assert line.message_label.isHidden()
    line.edit.setText("is:new")
    confirm_dialog(app, dialog)
    assert app.prompt.card.note.id == "a"


def test_practice_shows_all_cards_and_saves_nothing(app: AppDriver) -> None:
    app.study(basic_note("a"), basic_note("b"))
    for _ in range(2):
        app.press(Key.Key_Space)
        app.press(Key.Key_4)
    before = app.database_digest()
    assert app.review_page.finished_panel.isVisible()
    app.review_page.finished_panel.custom_study_button.click()
    dialog = app.window.findChildren(CustomStudyDialog)[-1]
    dialog.button_by_scope[StudyScope.ALL].click()
    assert "doesn't affect your schedule" in dialog.explanation_label.text()
    confirm_dialog(app, dialog)
    app.press(Key.Key_Space)
    assert {rating for rating in Rating if app.review_page.rating_buttons.button_for(rating).isVisible()} == {
        Rating.AGAIN,
        Rating.GOOD,
    }
    app.press(Key.Key_2)
    assert app.review_page.rating_buttons.isVisible(), "hard is not offered"
    for _ in range(2):
        app.press(Key.Key_3)
        app.press(Key.Key_Space)
    assert "2 reviews" in app.review_page.finished_panel.summary_label.text()
    assert app.database_digest() == before


def test_custom_study_adds_new_cards_beyond_the_limit(app: AppDriver) -> None:
    app.write_deck(*(basic_note(f"n{number:02}") for number in range(40)))
    app.open_window()
    set_option(app.collection, ALL_DECKS, "new_a_day", "3")
    dialog = open_custom_study(app)
    dialog.button_by_scope[StudyScope.MORE_NEW].click()
    assert (dialog.new_cards_box.isEnabled(), dialog.days_ahead_box.isEnabled()) == (True, False)
    dialog.new_cards_box.setValue(5)
    confirm_dialog(app, dialog)
    assert app.prompt.counts.new == 8


def test_custom_study_ahead_shows_cards_before_their_due_date(app: AppDriver) -> None:
    app.study(basic_note("a"))
    app.press(Key.Key_Space)
    app.press(Key.Key_4)
    app.now += DAY
    app.press_ctrl(Key.Key_S)
    assert app.review_page.finished_panel.isVisible()
    dialog = open_custom_study(app)
    dialog.button_by_scope[StudyScope.AHEAD].click()
    dialog.days_ahead_box.setValue(300)
    confirm_dialog(app, dialog)
    assert app.card.note.id == "a"


def test_suspended_and_buried_cards_are_restored(app: AppDriver) -> None:
    app.study(basic_note("a"), basic_note("b"), basic_note("c"))
    app.type_text("@")
    app.press(Key.Key_Minus)
    app.press_ctrl(Key.Key_D)
    choose_in_row_menu(app, 0, "Suspended and buried…")
    dialog = app.window.findChildren(SuspendedAndBuriedDialog)[-1]
    assert dialog.title_label.text() == "2 suspended or buried cards"
    assert [dialog.card_list.item(n).text() for n in range(2)] == [
        "Suspended · Question a?",
        "Buried until tomorrow · Question b?",
    ]
    assert not dialog.restore_button.isEnabled()
    dialog.card_list.selectAll()
    dialog.restore_button.click()
    assert dialog.title_label.text() == "No suspended or buried cards"
    assert deck_rows(app)[0].counts[Column.NEW] == 3
    dialog.close()
    app.wait_until_idle()
    app.press_ctrl(Key.Key_Z)
    app.wait_until(lambda: deck_rows(app)[0].counts[Column.NEW] == 1)


@pytest.mark.parametrize("size", [(420, 560), (360, 300)])
def test_custom_study_fields_have_accessible_names(app: AppDriver, size: tuple[int, int]) -> None:
    app.write_deck(basic_note("a", tags=["x"], section="1"))
    app.open_window()
    dialog = open_custom_study(app)
    dialog.resize(*size)
    fields: list[QWidget] = [
        dialog.new_cards_box,
        dialog.days_ahead_box,
        dialog.tag_list,
        dialog.section_list,
    ]
    assert all(field.accessibleName() for field in fields)
    assert dialog.start_button in visible_widgets(dialog)


def test_custom_study_by_flag_shows_only_flagged_cards(app: AppDriver) -> None:
    app.study(basic_note("a"), basic_note("b"), basic_note("c"))
    app.press_ctrl(Key.Key_2)
    flagged = app.card.note.id
    app.press(Key.Key_Escape)
    dialog = open_custom_study(app)
    check_item(dialog.flag_list, "⚑ Orange flag")
    confirm_dialog(app, dialog)
    assert app.prompt.counts.total == 1
    assert app.card.note.id == flagged


def test_practice_is_named_in_the_header(app: AppDriver) -> None:
    app.study(basic_note("a"))
    assert app.review_page.header.title_label.text() == "The deck"
    dialog = open_custom_study(app)
    dialog.button_by_scope[StudyScope.ALL].setChecked(True)
    confirm_dialog(app, dialog)
    assert app.review_page.header.title_label.text() == "Practice · The deck"


def test_card_menu_triggers_card_actions(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b"))
    menu = build_card_menu(page)
    assert [action.objectName() for action in menu.actions() if action.objectName()][:2] == [
        "bury",
        "bury-note",
    ]
    first = app.card.note.id
    next(action for action in menu.actions() if action.objectName() == "suspend").trigger()
    assert app.card.note.id != first
    next(action for action in menu.actions() if action.objectName() == "undo").trigger()
    assert app.card.note.id == first
    assert page.banner.text() == "Undid: Suspend"
    app.press_ctrl(Key.Key_Y)
    assert page.banner.text() == "Redid: Suspend"
