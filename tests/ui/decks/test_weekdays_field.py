"""The load of each weekday in the options dialog."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from studyapp.core.options.study_options import DayLoad
from studyapp.services.options.option_storage import load_option_overrides, load_study_options
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.decks.study_options_dialog import OptionsDialog
from studyapp.ui.decks.weekdays_field import WeekdaysField
from tests.ui.app_driver import AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


def open_field(app: AppDriver) -> tuple[OptionsDialog, WeekdaysField]:
    app.write_deck(basic_note("a"))
    app.open_window()
    app.window.deck_dialogs.show_options(ALL_DECKS)
    dialog = app.window.findChildren(OptionsDialog)[-1]
    field = dialog.field_by_option["easy_days"]
    assert isinstance(field, WeekdaysField)
    return dialog, field


def test_weekday_is_chosen_by_keyboard_and_stored(app: AppDriver) -> None:
    _, field = open_field(app)
    assert [box.currentData() for box in field.boxes] == ["normal"] * 7
    QTest.keyClick(field.boxes[6], Qt.Key.Key_Down)
    QTest.keyClick(field.boxes[6], Qt.Key.Key_Down)
    QTest.keyClick(field.boxes[5], Qt.Key.Key_Down)
    assert load_study_options(app.collection).easy_days == (
        *[DayLoad.NORMAL] * 5,
        DayLoad.REDUCED,
        DayLoad.MINIMUM,
    )


def test_back_to_the_default_stores_nothing(app: AppDriver) -> None:
    dialog, field = open_field(app)
    QTest.keyClick(field.boxes[0], Qt.Key.Key_Down)
    assert load_option_overrides(app.collection, ALL_DECKS) == {"easy_days": "reduced" + " normal" * 6}
    QTest.keyClick(field.boxes[0], Qt.Key.Key_Up)
    assert load_option_overrides(app.collection, ALL_DECKS) == {}
    QTest.keyClick(field.boxes[3], Qt.Key.Key_Down)
    dialog.reset_button.click()
    assert [box.currentData() for box in field.boxes] == ["normal"] * 7


def test_screen_reader_hears_option_and_weekday(app: AppDriver) -> None:
    _, field = open_field(app)
    days = [QLocale().standaloneDayName(number) for number in range(1, 8)]
    assert [box.accessibleName() for box in field.boxes] == [f"Easy days: {day}" for day in days]
    labels = {label.buddy(): label.text() for label in field.findChildren(QLabel)}
    assert [labels[box] for box in field.boxes] == days
    assert all("fewer cards" in box.accessibleDescription() for box in field.boxes)
