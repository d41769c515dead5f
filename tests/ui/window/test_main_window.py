"""The main window: geometry, shortcuts, sidebar."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from studyapp.ui.kit.app_settings import AppSettings
from tests.ui.app_driver import AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)

Key = Qt.Key


def test_window_restores_its_size(app: AppDriver) -> None:
    window = app.open_window()
    window.setGeometry(60, 40, 700, 500)
    size = window.size()
    app.close()
    assert app.open_window().size() == size


def test_invalid_window_settings_fall_back_to_defaults(app: AppDriver, tmp_path: Path) -> None:
    (app.data_folder / "window.ini").write_text(
        "[General]\ngeometry=rubbish\ninterface-language=tlh\ncard-language=tlh\n"
    )
    app.app_settings = AppSettings(app.data_folder)
    window = app.open_window()
    assert window.width() == min(1120, window.screen().availableSize().width())
    defaults = AppSettings(tmp_path / "never started")
    assert app.app_settings.interface_language == defaults.interface_language
    assert app.app_settings.card_languages is defaults.card_languages


def test_first_window_fits_the_screen(app: AppDriver) -> None:
    window = app.open_window()
    assert window.width() <= window.screen().availableSize().width()
    assert window.height() <= window.screen().availableSize().height()


def test_window_shortcuts_switch_pages_and_quit(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    window = app.open_window()
    app.press_ctrl(Key.Key_S)
    assert app.is_reviewing
    app.press_ctrl(Key.Key_D)
    assert not app.is_reviewing
    app.press_ctrl(Key.Key_Q)
    assert not window.isVisible()


def test_sidebar_buttons_show_current_page(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    window = app.open_window()
    for button, is_studying in (
        (window.sidebar.item_button("study"), True),
        (window.sidebar.item_button("study"), True),
        (window.sidebar.item_button("decks"), False),
    ):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert app.is_reviewing is is_studying
        is_current = [window.sidebar.item_button(name).property("current") for name in ("study", "decks")]
        assert is_current == [is_studying, not is_studying]
        current, other = ("study", "decks") if is_studying else ("decks", "study")
        assert window.sidebar.item_button(current).accessibleDescription() == "Current page"
        assert window.sidebar.item_button(other).accessibleDescription() == ""


def test_small_window_shows_the_sidebar_as_icons(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    window = app.open_window()
    for width, label in ((640, ""), (799, ""), (800, "Decks")):
        window.resize(width, 480)
        app.wait_until_idle()
        assert window.sidebar.item_button("decks").text() == label


def test_first_page_is_marked_in_the_sidebar(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    sidebar = app.open_window().sidebar
    backgrounds = [
        sidebar.item_button(name).grab().toImage().pixelColor(8, 8) for name in ("decks", "study", "browse")
    ]
    assert backgrounds[0] != backgrounds[1] and backgrounds[1] == backgrounds[2]
