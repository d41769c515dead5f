"""Dates are typed or chosen from a calendar."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCalendarWidget, QWidget
from pytestqt.qtbot import QtBot

from studyapp.core.study.study_day import study_day_of_date
from studyapp.ui.kit import formatting
from studyapp.ui.plans.date_field import DateField
from tests.ui.app_driver import AppDriver
from tests.ui.plans.plan_dialog_driver import add_days_off, add_exam, enter_date, open_plans, today

pytestmark = pytest.mark.qt_log_ignore("plugin does not support")
FIRST_DAY = study_day_of_date(formatting.to_qdate(0).addYears(56).toPython())  # type: ignore[arg-type]


@pytest.fixture
def default_locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("locale", "text", "date"),
    [
        ("en_US", "12/24/26", "2026-12-24"),
        ("en_US", "01/02/27", "2027-01-02"),
        ("en_US", "1/15/2027", "2027-01-15"),
        ("en_US", "2027-01-15", "2027-01-15"),
        ("en_GB", "24/12/2026", "2026-12-24"),
        ("zh_TW", "2026/12/24", "2026-12-24"),
        ("zh_TW", "2027/01/02", "2027-01-02"),
        ("zh_CN", "2027/1/15", "2027-01-15"),
        ("de_DE", "15.01.27", "2027-01-15"),
    ],
)
@pytest.mark.usefixtures("default_locale")
def test_typed_date_is_taken_as_it_stands(qtbot: QtBot, locale: str, text: str, date: str) -> None:
    QLocale.setDefault(QLocale(locale))
    window = QWidget()
    qtbot.addWidget(window)
    field = DateField(FIRST_DAY + 30, FIRST_DAY, "Date", window)
    window.show()
    enter_date(field, text)
    assert field.edit.text() == text
    assert field.day is not None
    assert formatting.to_qdate(field.day).toString(Qt.DateFormat.ISODate) == date
    assert field.error_text == ""


@pytest.mark.parametrize("text", ["", "tomorrow", "2/30/2027", "12/24", "1/2/203"])
@pytest.mark.usefixtures("default_locale")
def test_a_text_that_is_no_date_is_kept_and_explained(qtbot: QtBot, text: str) -> None:
    QLocale.setDefault(QLocale("en_US"))
    window = QWidget()
    qtbot.addWidget(window)
    field = DateField(FIRST_DAY, FIRST_DAY, "Date", window)
    window.show()
    enter_date(field, text)
    assert field.edit.text() == text
    assert field.day is None
    assert field.error_text == "Enter a date like 1/1/2026."


def test_calendar_chooses_a_day(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    field = DateField(FIRST_DAY + 3, FIRST_DAY, "Date", window)
    window.show()
    field.calendar_button.click()
    (calendar,) = field.findChildren(QCalendarWidget)
    assert calendar.minimumDate() == formatting.to_qdate(FIRST_DAY)
    assert calendar.selectedDate() == formatting.to_qdate(FIRST_DAY + 3)
    with qtbot.waitSignal(field.finished):
        calendar.clicked.emit(formatting.to_qdate(FIRST_DAY + 12))
    assert field.day == FIRST_DAY + 12


def test_days_off_and_exams_say_what_to_enter(app: AppDriver) -> None:
    plans = open_plans(app)
    days_dialog = add_days_off(app, plans)
    enter_date(days_dialog.fields.last_field, "soon")
    assert days_dialog.fields.error.text().startswith("Enter a date like ")
    assert not days_dialog.save_button.isEnabled()
    days_dialog.reject()
    exam_dialog = add_exam(plans)
    exam_dialog.name_edit.setText("Physics")
    enter_date(exam_dialog.date_field, "soon")
    exam_dialog.save_button.click()
    assert exam_dialog.date_error.text().startswith("Enter a date like ")
    exam_dialog.date_field.set_day(today(app))
    exam_dialog.save_button.click()
    assert exam_dialog.date_error.text() == "The exam must be after today."
    assert exam_dialog.name_error.isHidden()
