"""Hiding and moving decks on the decks page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.decks.deck_page_actions import (
    choose_in_row_menu,
    deck_titles,
    focus_row,
    focused_row,
    row_menu,
    write_two_decks,
)

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier

pytestmark = pytest.mark.qt_log_ignore("plugin does not support (raise|grabbing the keyboard)")


def choose_hidden_deck(app: AppDriver, label: str) -> None:
    menu = app.decks_page.deck_list.build_hidden_decks_menu()
    next(action for action in menu.actions() if action.text() == label).trigger()


def test_hidden_deck_is_not_shown_or_studied_until_it_is_shown_again(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    button = app.decks_page.deck_list.hidden_decks_button
    assert not button.isVisible()
    choose_in_row_menu(app, 0, "Hide")
    assert deck_titles(app) == ["Second"]
    assert button.isVisible() and button.text() == "1 hidden deck · Show…"
    app.press_ctrl(Key.Key_S)
    assert app.prompt.counts.new == 1
    app.close()
    app.open_window()
    assert deck_titles(app) == ["Second"]
    choose_hidden_deck(app, "First")
    assert deck_titles(app) == ["First", "Second"]
    assert not app.decks_page.deck_list.hidden_decks_button.isVisible()


def test_all_hidden_decks_are_shown_again_at_once(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    choose_in_row_menu(app, 0, "Hide")
    choose_in_row_menu(app, 0, "Hide")
    assert app.decks_page.title_label.text() == "All decks are hidden"
    assert not app.decks_page.no_decks_label.isVisible()
    app.decks_page.deck_list.hidden_decks_button.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions() if action.text()] == ["Show all", "First", "Second"]
    menu.close()
    choose_hidden_deck(app, "Show all")
    assert deck_titles(app) == ["First", "Second"]


def test_hiding_a_deck_keeps_the_focus_in_the_list(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    focus_row(app, 1)
    choose_in_row_menu(app, 1, "Hide")
    assert focused_row(app) == 0


def test_hiding_a_parent_hides_all_decks_below_it(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), deck="fr", title="Languages::French")
    app.write_deck(basic_note("b"), deck="de", title="Languages::German")
    app.write_deck(basic_note("c"), deck="x", title="Other & more")
    app.open_window()
    choose_in_row_menu(app, 0, "Hide")
    assert deck_titles(app) == ["Other & more"]
    assert app.decks_page.deck_list.hidden_decks_button.text() == "2 hidden decks · Show…"


def test_decks_move_with_the_keyboard_and_stay_there(app: AppDriver) -> None:
    write_two_decks(app)
    app.write_deck(basic_note("d"), deck="three", title="Third")
    app.open_window()
    assert deck_titles(app) == ["First", "Third", "Second"]
    focus_row(app, 2)
    for _ in range(3):
        app.press(Key.Key_Up, ALT)
    assert deck_titles(app) == ["Second", "First", "Third"]
    assert focused_row(app) == 0
    app.press(Key.Key_Down, ALT)
    assert deck_titles(app) == ["First", "Second", "Third"]
    app.wait_until_idle()
    app.close()
    app.open_window()
    assert deck_titles(app) == ["First", "Second", "Third"]


def test_menu_moves_a_row_and_disables_what_is_impossible(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    up, down = (action for action in row_menu(app, 0).actions() if action.text().startswith("Move"))
    assert (up.isEnabled(), down.isEnabled()) == (False, True)
    assert up.text().split("\t") == ["Move up", "Alt+Up"]
    down.trigger()
    assert deck_titles(app) == ["Second", "First"]


def test_order_decides_what_is_studied_first(app: AppDriver) -> None:
    write_two_decks(app)
    app.open_window()
    choose_in_row_menu(app, 1, "Move up")
    app.press_ctrl(Key.Key_S)
    assert app.card.id.deck_id == "two"
