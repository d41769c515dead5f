"""The settings dialog: settings are saved and applied at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton

from studyapp.core.text.localized_text import CardLanguages
from studyapp.ui.actions.shortcuts import get_shortcuts
from studyapp.ui.kit import theme
from studyapp.ui.kit.app_settings import TEXT_SIZES, AppSettings
from studyapp.ui.kit.interface_languages import INTERFACE_LANGUAGES
from studyapp.ui.settings.settings_dialog import SettingsDialog
from studyapp.ui.settings.shortcuts_dialog import ShortcutsDialog
from tests.ui.app_driver import AppDriver, basic_note, text_of, visible_widgets

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")
Key = Qt.Key


def open_settings(app: AppDriver) -> SettingsDialog:
    app.press_ctrl(Key.Key_P)
    return app.window.findChildren(SettingsDialog)[-1]


def choose_value(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def test_theme_applies_at_once_and_at_next_start(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    dialog = open_settings(app)
    assert dialog.theme_box.currentText() == "Same as system"
    choose_value(dialog.theme_box, "dark")
    assert theme.current_colours() is theme.DARK
    assert app.application.palette().window().color().name().upper() == theme.DARK.background
    app.close()
    app.application.setProperty("theme", None)
    app.open_window()
    assert theme.current_colours() is theme.DARK
    choose_value(open_settings(app).theme_box, "")
    assert theme.current_colours() is theme.LIGHT


def test_text_size_change_keeps_settings_open(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    window_before = app.open_window()
    height = app.decks_page.deck_list.tree.height()
    choose_value(open_settings(app).text_size_box, 200)
    assert app.window is not window_before
    assert app.application.font().pixelSize() == 30
    assert app.decks_page.deck_list.tree.height() > height
    dialog = app.window.findChildren(SettingsDialog)[-1]
    assert (dialog.isVisible(), dialog.text_size_box.currentData()) == (True, 200)
    choose_value(dialog.text_size_box, 100)
    assert app.decks_page.deck_list.tree.height() == height


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_no_text_is_cut_at_any_text_size(app: AppDriver, percent: int) -> None:
    app.write_deck(basic_note("a", section="1", evidence="hypothesis"))
    app.app_settings.text_size = percent
    app.open_window()
    app.window.resize(1100, 760)
    for show_page in (app.window.show_decks, app.window.start_session, lambda: app.review_page.reveal()):
        show_page()
        app.application.processEvents()
        for widget in visible_widgets(app.window):
            if isinstance(widget, QPushButton) or (isinstance(widget, QLabel) and not widget.wordWrap()):
                assert widget.width() >= widget.minimumSizeHint().width(), text_of(widget)
                assert widget.height() >= widget.minimumSizeHint().height(), text_of(widget)


def test_large_text_reduces_sidebar_to_icons_with_accessible_names(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.app_settings.text_size = 200
    app.open_window()
    sidebar = app.window.sidebar
    app.window.resize(1000, 700)
    app.application.processEvents()
    assert (
        sidebar.item_button("decks").text(),
        sidebar.item_button("decks").accessibleName(),
        sidebar.item_button("decks").toolTip(),
    ) == (
        "",
        "Decks",
        "Decks",
    )
    app.window.resize(1600, 700)
    app.application.processEvents()
    assert (sidebar.item_button("decks").text(), sidebar.item_button("decks").toolTip()) == ("Decks", "")


def test_chosen_font_is_applied_and_saved(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    dialog = open_settings(app)
    family = dialog.font_box.itemData(1)
    choose_value(dialog.font_box, family)
    assert app.application.font().families()[0] == family
    assert AppSettings(app.data_folder).font_family == family


def test_chosen_font_is_applied_even_if_it_is_the_fallback_font(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.app_settings.font_family = "DejaVu Sans"
    app.open_window()
    assert app.application.font().families()[0] == "DejaVu Sans"


def test_invalid_setting_falls_back_to_default(app: AppDriver) -> None:
    (app.data_folder / "window.ini").write_text("[General]\ntheme=pink\ntext-size=9000\n")
    app_settings = AppSettings(app.data_folder)
    assert (app_settings.theme, app_settings.text_size) == ("", 100)


def test_settings_that_vanish_fall_back_to_defaults(app: AppDriver) -> None:
    app_settings = AppSettings(app.data_folder)
    (app.data_folder / "window.ini").unlink(missing_ok=True)
    app_settings._ini_file.clear()
    assert app_settings.interface_language in INTERFACE_LANGUAGES
    assert app_settings.card_languages in list(CardLanguages)


def open_shortcuts(app: AppDriver) -> ShortcutsDialog:
    open_settings(app).shortcuts_button.click()
    return app.window.findChildren(ShortcutsDialog)[-1]


def set_shortcut(dialog: ShortcutsDialog, name: str, key: str) -> None:
    dialog.field_by_action[name].setKeySequence(QKeySequence(key))
    dialog.field_by_action[name].editingFinished.emit()


def test_shortcut_change_applies_at_once_and_at_next_start(app: AppDriver) -> None:
    app.study(basic_note("a"))
    dialog = open_shortcuts(app)
    set_shortcut(dialog, "bury", "H")
    set_shortcut(dialog, "decks", "Ctrl+U")
    dialog.close()
    app.window.findChildren(SettingsDialog)[-1].close()
    app.wait_until_idle()
    app.press(Key.Key_Minus)
    assert app.journal_rows() == []
    app.type_text("H")
    assert [row["kind"] for row in app.journal_rows()] == [4]
    app.press_ctrl(Key.Key_U)
    assert not app.is_reviewing
    app.type_text("?")
    listed_keys = [
        text_of(label) for label in visible_widgets(app.window.shortcuts_overlay) if isinstance(label, QLabel)
    ]
    assert "H" in listed_keys
    assert "-" not in listed_keys
    app.close()
    app.open_window()
    app.press_ctrl(Key.Key_S)
    (bury,) = app.review_page.findChildren(QAction, "bury")
    assert [key.toString() for key in bury.shortcuts()] == ["H"]


def test_texts_name_the_changed_shortcut(app: AppDriver) -> None:
    page = app.study(basic_note("a"), basic_note("b", requires=["a"]))
    app.type_text("-")
    assert page.banner.text() == "Buried until tomorrow. Undo: Ctrl+Z"
    dialog = open_shortcuts(app)
    set_shortcut(dialog, "undo", "Ctrl+U")
    dialog.close()
    app.window.findChildren(SettingsDialog)[-1].close()
    app.wait_until_idle()
    app.press_ctrl(Key.Key_U)
    app.type_text("@")
    assert page.banner.text() == "Suspended. It won't come up again. Undo: Ctrl+U"
    app.type_text("@")
    assert page.prompt is None
    assert page.finished_panel.undo_hint.text() == "Undo last rating: Ctrl+U"
    dialog = open_shortcuts(app)
    set_shortcut(dialog, "undo", "Ctrl+Shift+U")
    dialog.close()
    assert page.finished_panel.undo_hint.text() == "Undo last rating: Ctrl+Shift+U"


def test_shortcut_of_another_action_is_rejected(app: AppDriver) -> None:
    app.study(basic_note("a"))
    dialog = open_shortcuts(app)
    set_shortcut(dialog, "bury", "Ctrl+D")
    assert dialog.error_label.text() == "Ctrl+D is already used for “Show decks”."
    assert dialog.field_by_action["bury"].keySequence().toString() == "-"
    set_shortcut(dialog, "bury", "7")
    assert "can't" in dialog.error_label.text()
    assert AppSettings(app.data_folder).shortcut_by_action == {}
    set_shortcut(dialog, "bury", "H")
    assert not dialog.error_label.isVisible()
    dialog.restore_defaults_button.click()
    assert dialog.field_by_action["bury"].keySequence().toString() == "-"
    assert AppSettings(app.data_folder).shortcut_by_action == {}


def test_changed_key_replaces_only_the_first_shortcut(app: AppDriver) -> None:
    app.study(basic_note("a"), basic_note("b"))
    dialog = open_shortcuts(app)
    set_shortcut(dialog, "reveal", "X")
    assert get_shortcuts("reveal") == ("X", "Return", "Enter")
    set_shortcut(dialog, "reveal", "Return")  # nothing to change
    assert dialog.field_by_action["reveal"].keySequence().toString() == "X"
    dialog.close()
    app.window.findChildren(SettingsDialog)[-1].close()
    app.wait_until_idle()
    app.press(Key.Key_X)
    app.press(Key.Key_Return)
    assert app.ratings() == [("a", 3)]


def test_two_keys_can_be_swapped(app: AppDriver) -> None:
    app.study(basic_note("a"))
    dialog = open_shortcuts(app)
    set_shortcut(dialog, "bury", "@")
    assert dialog.error_label.isVisible()
    dialog.swap_button.click()
    assert (get_shortcuts("bury"), get_shortcuts("suspend")) == (("@",), ("-",))
    assert AppSettings(app.data_folder).shortcut_by_action == {"bury": "@", "suspend": "-"}
    assert dialog.field_by_action["suspend"].keySequence().toString() == "-"
    assert not dialog.error_label.isVisible()
    set_shortcut(dialog, "bury", "Return")  # not the first key of its action
    assert dialog.error_label.isVisible()
    assert not dialog.swap_button.isVisible()


def test_further_shortcut_gives_way_to_a_custom_one_of_earlier_settings(app: AppDriver) -> None:
    """Earlier versions dropped the further shortcuts of a changed action, so that others could take them."""
    app.app_settings.set_shortcut("redo", "Ctrl+R")
    app.app_settings.set_shortcut("bury", "Ctrl+Y")
    app.open_window()
    assert get_shortcuts("redo") == ("Ctrl+R",)
    assert get_shortcuts("bury") == ("Ctrl+Y",)
