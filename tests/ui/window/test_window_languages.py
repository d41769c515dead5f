"""The languages of the window and of the cards."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QWidget,
)

from studyapp.core.text.localized_text import CardLanguages
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.kit.interface_languages import INTERFACE_LANGUAGES, InterfaceLanguage
from studyapp.ui.map.node_table_dialog import NodeTableDialog
from studyapp.ui.map.slider_days import SliderDays
from studyapp.ui.settings.settings_dialog import SettingsDialog
from studyapp.ui.transfer.export_dialog import ExportDialog
from studyapp.ui.window.main_window import MainWindow
from tests.ui.app_driver import AppDriver, text_of, visible_widgets

pytestmark = pytest.mark.qt_log_ignore(
    "plugin does not support (propagateSizeHints|raise|grabbing the keyboard)"
)

Key = Qt.Key


def test_card_language_is_restored_at_next_start(app: AppDriver) -> None:
    app.write_deck({"id": "a", "front": {"en": "Where?", "zh-Hant": "哪裡？"}, "back": "b"})
    app.open_window()
    app.press_ctrl(Key.Key_L)
    app.close()
    app.open_window().start_session()
    assert text_of(app.review_page.card_view) == "哪裡？"


def write_chinese_deck(app: AppDriver) -> None:
    app.write_deck(
        {
            "id": "a",
            "type": "typed",
            "front": "問題",
            "answer": "答案",
            "section": "2",
            "evidence": "hypothesis",
        },
        {"id": "b", "front": "甲", "back": "乙", "requires": ["a"]},
        title="書",
        languages=["zh-Hant"],
    )
    app.write_deck({"id": "bad", "front": "甲"}, deck="bad", title="壞")


def choose_language(app: AppDriver, label: str) -> None:
    """Choose the last entry with that label in the language menu."""
    QTest.mouseClick(app.window.sidebar.item_button("languages"), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = [action for action in menu.actions() if action.text() == label][-1]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    app.wait_until_idle()


def window_texts(window: QWidget) -> Iterator[str]:
    """All texts of the widgets of a window, visible or read by a screen reader."""
    for widget in visible_widgets(window):
        yield from (widget.accessibleName(), widget.toolTip())
        if widget.isWindow():
            yield widget.windowTitle()
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
            yield widget.text()
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(index) for index in range(widget.count()))
        if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
            columns = 1 if isinstance(widget, QListWidget) else model.columnCount()
            for column in range(columns):
                yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
                for row in range(model.rowCount()):
                    yield str(model.index(row, column).data() or "")
                    yield str(model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or "")
        if hasattr(widget, "toPlainText"):
            yield widget.toPlainText()
    for menu in window.findChildren(QMenu):
        yield from (action.text() for action in menu.actions())
    yield from (action.text() for action in window.findChildren(QAction))


UNTRANSLATED_WORDS = {
    "StudyApp", "Anki", "English", "Ctrl", "Esc", "Space", "Return", "Enter", "F1", "PgDown", "PgUp", "Del",
    "yaml", "studyapp", "check", "apkg", "FSRS", "RMSE", "tag", "deck", "is", "due", "prop", "lapses",
}  # fmt: skip
"""Latin words that are not translated: names, key names, and text to be typed literally."""


def texts_in_wrong_script(window: QWidget, is_english: bool, *allowed: str) -> set[str]:
    """The texts that are not in the interface language."""
    wrong_texts = set()
    for text in (line for lines in window_texts(window) for line in lines.splitlines()):
        stripped = re.sub(r"`[^`]*`|\S*\+\S*|\S*/\S*|[\w-]+\.(yaml|apkg):?\d*", "", text)
        words = {
            word
            for word in re.findall(r"[A-Za-z]{2,}", stripped)
            if word not in UNTRANSLATED_WORDS | set(allowed)
        }
        is_chinese = bool(re.search("[\u4e00-\u9fff]", text)) and text not in (
            "繁體中文",
            "简体中文",
            *allowed,
        )
        if is_chinese if is_english else words:
            wrong_texts.add(text)
    return wrong_texts


def map_screens(app: AppDriver) -> Iterator[QWidget]:
    """Show the map, its panel and its table in turn."""
    page = app.window.map_page
    app.press_ctrl(Key.Key_M)
    app.wait_until(lambda: page.shown is not None and page.shown.memory is not None)
    app.press(Key.Key_Home)
    app.press(Key.Key_Return)
    app.wait_until(page.panel.study_button.isEnabled)
    page.view.day_bar.show_days(SliderDays(19_000, 20_000, 20_030))
    yield app.window
    page.show_table()
    (table,) = page.findChildren(NodeTableDialog)
    yield table
    table.close()
    app.wait_until_idle()


def all_screens(app: AppDriver) -> Iterator[QWidget]:
    """Show every screen in turn."""
    window = app.window
    yield window
    app.press_ctrl(Key.Key_S)
    yield window
    app.type_text("x")
    app.press(Key.Key_Return)
    yield window
    app.press(Key.Key_F1)
    yield window
    app.press(Key.Key_F1)
    app.press(Key.Key_1)
    yield window
    app.press(Key.Key_Minus)
    while app.review_page.prompt is not None:
        app.review_page.suspend()  # the shortcut would be typed into the answer field
    yield window
    app.press(Key.Key_Escape)
    yield window
    app.press(Key.Key_B)
    app.wait_until_idle()
    yield window
    app.press(Key.Key_Escape)
    window.browse_page.table.setFocus()
    app.press(Key.Key_At)
    yield window
    window.browse_page.search_for("(")
    app.wait_until(window.browse_page.search_bar.error_label.isVisible)
    yield window
    window.browse_page.search_for("00000")
    app.wait_until_idle()
    yield window
    app.press_ctrl(Key.Key_T)
    app.wait_until_idle()
    yield window
    yield from map_screens(app)
    window.show_decks()
    app.press_ctrl(Key.Key_E)
    (export_dialog,) = window.findChildren(ExportDialog)
    yield export_dialog
    export_dialog.file_field.setText("/nowhere/x.apkg")
    export_dialog.start_export()
    app.wait_until(export_dialog.file_error.isVisible)
    export_dialog.file_error.clear_error()
    yield export_dialog
    export_dialog.close()
    open_dialogs: list[Callable[[], None]] = [
        lambda: window.deck_dialogs.show_options(ALL_DECKS),
        lambda: window.deck_dialogs.show_custom_study(ALL_DECKS),
        lambda: window.deck_dialogs.show_suspended_and_buried("d"),
        lambda: window.deck_dialogs.show_about("d", lambda: None),
        window.deck_dialogs.backlog_dialogs.show_backlog,
        window.app_dialogs.show_settings,
        window.app_dialogs.show_shortcuts,
    ]
    for open_dialog in open_dialogs:
        open_dialog()
        dialog = window.findChildren(QDialog)[-1]
        if isinstance(dialog, SettingsDialog):
            dialog.font_box.clear()  # font names are not translated
        yield dialog
        dialog.close()
    window.editor.add("d")
    window.editor.form.details.show_details(is_shown=True)
    window.editor.save()  # shows what is missing
    yield window.editor
    window.editor.close()


@pytest.mark.parametrize(
    ("label", "card_languages"),
    [("繁體中文", CardLanguages.TRADITIONAL_CHINESE), ("简体中文", CardLanguages.SIMPLIFIED_CHINESE)],
)
def test_choosing_chinese_translates_every_screen(
    app: AppDriver, label: str, card_languages: CardLanguages
) -> None:
    write_chinese_deck(app)
    app.app_settings.card_languages = card_languages
    english_window = app.open_window()
    english_window.setGeometry(50, 30, 700, 500)
    size = english_window.size()
    assert english_window.sidebar.item_button("decks").accessibleName() == "Decks"
    choose_language(app, label)
    assert app.window is not english_window
    assert app.window.size() == size
    assert app.window.sidebar.item_button("decks").accessibleName() != "Decks"
    for screen in all_screens(app):
        assert texts_in_wrong_script(screen, False) == set()
    choose_language(app, "English")
    assert app.window.sidebar.item_button("decks").accessibleName() == "Decks"
    assert texts_in_wrong_script(app.window, True, "書", "壞", "二") == set()


@pytest.mark.parametrize(
    "settings",
    [
        "card-language=en:zh-Hant",
        "card-language=zh-Hans:en",
        "card-language=klingon",
        "interface-language=ja",
    ],
)
def test_any_language_in_the_settings_file_works(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch, settings: str
) -> None:
    """Even languages that the window does not offer, and those of a version with more interface languages."""
    japanese = InterfaceLanguage("日本語", "qtbase_ja", "ja", CardLanguages.ENGLISH)
    monkeypatch.setitem(INTERFACE_LANGUAGES, "ja", japanese)
    write_chinese_deck(app)
    app.app_settings._ini_file.sync()
    (app.data_folder / "window.ini").write_text(f"[General]\ninterface-language=en\n{settings}\n")
    app.app_settings._ini_file.sync()
    window = app.open_window()
    window.deck_dialogs.show_export()
    (dialog,) = window.findChildren(ExportDialog)
    assert dialog.language_box.currentIndex() >= 0
    dialog.close()
    app.wait_until_idle()
    languages_shown = set()
    for _ in range(3):
        app.press_ctrl(Key.Key_L)
        languages_shown.add(app.app_settings.card_languages)
    assert len(languages_shown) == 3


def test_chosen_interface_language_is_used_at_next_start(app: AppDriver) -> None:
    app.open_window()
    choose_language(app, "繁體中文")
    translated_label = app.window.sidebar.item_button("decks").accessibleName()
    app.close()
    assert app.open_window().sidebar.item_button("decks").accessibleName() == translated_label != "Decks"


def test_changing_the_language_leaves_one_window(app: AppDriver) -> None:
    app.open_window()
    for label in ("繁體中文", "English", "繁體中文", "English"):
        choose_language(app, label)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)] == [
        app.window
    ]
