"""The whole program by keyboard alone: after each step, the focus is where the next key is expected."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from studyapp.core.study.rating import Rating
from studyapp.core.text.localized_text import CardLanguages
from tests.ui.app_driver import AppDriver, basic_note, choice_note, typed_note

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NOTES = (
    basic_note("a-basic"),
    choice_note("b-choice"),
    typed_note("c-typed", "lima"),
    {"id": "d-cloze", "text": "Made of {{c1::flour}}."},
    {"id": "e-claim", "type": "claim", "claim": "It rains.", "evidence": "hypothesis", "why": "Clouds."},
    basic_note("f-last"),
)


def focused() -> QWidget:
    for _ in range(5):
        QApplication.processEvents()
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def open_study_page(app: AppDriver) -> None:
    """Start the program and study the deck of the list's first row."""
    app.write_deck(*NOTES, title="All kinds")
    window = app.open_window()
    assert focused() is window.decks_page.study_button
    app.press(Key.Key_Tab)
    assert focused() is window.decks_page.deck_list.tree
    assert window.decks_page.deck_list.tree.current_key == "d"
    app.press(Key.Key_Return)
    assert app.is_reviewing
    assert focused() is app.review_page.reveal_button


def rate_good(app: AppDriver) -> None:
    assert focused() is app.review_page.rating_buttons.button_for(Rating.GOOD)
    app.press(Key.Key_Space)


def test_cards_of_all_kinds_are_studied_with_keys(app: AppDriver) -> None:
    open_study_page(app)
    page = app.review_page
    while page.prompt is not None:
        note_id, ratings = app.card.note.id, len(app.ratings())
        if note_id.endswith("typed"):
            assert focused() is page.answer_field
            app.type_text("lima")
            app.press(Key.Key_Return)
            rate_good(app)
        elif note_id.endswith("choice"):
            assert focused() is page.reveal_button
            app.press(Key.Key_2)
            assert focused() is page.reveal_button
            app.press(Key.Key_Return)
            app.press(Key.Key_3)
        else:
            assert focused() is page.reveal_button
            app.press(Key.Key_Space)
            rate_good(app)
        assert len(app.ratings()) == ratings + 1
        app.now += 1
        if len(app.ratings()) > 60:
            break
    assert page.prompt is None
    assert focused() is page.finished_panel.back_button
    app.press(Key.Key_Return)
    assert focused() is app.decks_page.deck_list.tree


def test_undo_and_flag_keep_the_focus_on_the_card(app: AppDriver) -> None:
    open_study_page(app)
    page, first = app.review_page, app.card.id
    app.press(Key.Key_1, Ctrl)
    assert focused() is page.reveal_button
    assert app.prompt.card.id == first
    app.press(Key.Key_Space)
    app.press(Key.Key_Right)
    assert focused() is page.rating_buttons.button_for(Rating.EASY)
    app.press(Key.Key_Space)
    assert app.ratings()[-1][1] == Rating.EASY
    app.press_ctrl(Key.Key_Z)
    assert app.card.id == first
    assert focused() is page.reveal_button


def test_tab_order_of_the_review_page_is_that_on_screen(app: AppDriver) -> None:
    open_study_page(app)
    page = app.review_page
    page.header.menu_button.setFocus()
    order = [page.header.menu_button, page.card_view, page.reveal_button]
    for widget in order:
        assert focused() is widget
        app.press(Key.Key_Tab)
    page.reveal()
    page.notice_bar.show_leech_advice(app.card, CardLanguages.ENGLISH, was_suspended=False)
    page.header.menu_button.setFocus()
    ratings = (
        [page.rating_buttons.button_for(rating) for rating in page.prompt.ratings] if page.prompt else []
    )
    leech_buttons = page.notice_bar.leech_buttons.buttons
    for widget in (page.header.menu_button, *leech_buttons, page.card_view, *ratings):
        assert focused() is widget
        app.press(Key.Key_Tab)


def test_focus_is_visible_on_the_card(app: AppDriver) -> None:
    open_study_page(app)
    page = app.review_page
    assert not page.card_frame.property("focused")
    before = page.card_frame.grab().toImage()
    app.press(Key.Key_Backtab, Shift)
    assert focused() is page.card_view
    assert page.card_frame.property("focused")
    assert page.card_frame.grab().toImage() != before
    app.press(Key.Key_Tab)
    assert not page.card_frame.property("focused")


def test_caret_stays_in_view(app: AppDriver) -> None:
    app.write_deck(basic_note("a", front="\n\n".join(f"Line {number}." for number in range(80))))
    app.study()
    page = app.review_page
    page.card_view.setFocus()
    app.process_events()
    app.press(Key.Key_End, Ctrl)
    scroll_bar = page.scroll_area.verticalScrollBar()
    assert scroll_bar.value() > scroll_bar.maximum() - page.scroll_area.viewport().height()
    app.press(Key.Key_Home, Ctrl)
    assert scroll_bar.value() < page.scroll_area.viewport().height()


def test_menu_key_opens_the_card_menu(app: AppDriver) -> None:
    open_study_page(app)
    page = app.review_page
    for key, modifier in ((Key.Key_F10, Shift), (Key.Key_Menu, Qt.KeyboardModifier.NoModifier)):
        app.press(key, modifier)
        (menu,) = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
        QTest.keyClick(menu, Key.Key_Escape)
        return_to_window(app)
        assert focused() is page.reveal_button


def test_dialogs_open_and_close_with_keys_and_give_the_focus_back(app: AppDriver) -> None:
    open_study_page(app)
    window, page = app.window, app.review_page
    for open_dialog in (
        lambda: app.press(Key.Key_I),
        lambda: app.press_ctrl(Key.Key_Comma),
        lambda: app.press_ctrl(Key.Key_E),
        lambda: app.press_ctrl(Key.Key_P),
    ):
        open_and_close_dialog(app, open_dialog)
        return_to_window(app)
        assert focused() is page.reveal_button
    app.press(Key.Key_Question)
    assert window.shortcuts_overlay.isVisible()
    assert window.shortcuts_overlay.isAncestorOf(focused()) or focused() is window.shortcuts_overlay
    app.press(Key.Key_Escape)
    assert focused() is page.reveal_button


def return_to_window(app: AppDriver) -> None:
    """Activate the window, as window managers do when a dialog or a menu closes."""
    app.window.activateWindow()
    app.wait_until(app.window.isActiveWindow)


def open_and_close_dialog(app: AppDriver, open_dialog: Callable[[], None]) -> None:
    open_dialog()
    (dialog,) = [dialog for dialog in app.window.findChildren(QDialog) if dialog.isVisible()]
    dialog.activateWindow()
    app.wait_until(dialog.isActiveWindow)
    assert dialog.isAncestorOf(focused())
    app.press(Key.Key_Escape)
    app.process_events()


def test_pages_change_and_the_program_ends_with_keys(app: AppDriver) -> None:
    open_study_page(app)
    app.press(Key.Key_Escape)
    assert focused() is app.decks_page.deck_list.tree
    app.press_ctrl(Key.Key_S)
    assert app.is_reviewing
    assert focused() is app.review_page.reveal_button
    app.press_ctrl(Key.Key_D)
    assert not app.is_reviewing
    app.press_ctrl(Key.Key_Q)
    assert not app.window.isVisible()
    assert QGuiApplication.focusWindow() is None


def test_space_presses_the_button_that_has_the_focus(app: AppDriver) -> None:
    open_study_page(app)
    page = app.review_page
    assert page.header.menu_button.focusPolicy() is Qt.FocusPolicy.TabFocus
    page.header.menu_button.setFocus()
    app.press(Key.Key_Space)
    (menu,) = [menu for menu in page.findChildren(QMenu) if menu.isVisible()]
    QTest.keyClick(menu, Key.Key_Escape)
    return_to_window(app)
    assert page.reveal_button.isVisible()
    while page.prompt is not None:
        page.reveal()
        page.rate(Rating.EASY)
    assert focused() is page.finished_panel.back_button
    app.press(Key.Key_Tab)
    assert focused() is page.finished_panel.custom_study_button
    app.press(Key.Key_Return)
    assert [dialog for dialog in app.window.findChildren(QDialog) if dialog.isVisible()]
    assert app.is_reviewing
