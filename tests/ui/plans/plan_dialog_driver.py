"""Opens the dialogs for exams and days off."""

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from studyapp.core.study.rating import Rating
from studyapp.store import schedules
from studyapp.ui.kit import formatting
from studyapp.ui.plans.date_field import DateField
from studyapp.ui.plans.days_off_dialog import DaysOffDialog
from studyapp.ui.plans.exam_dialog import ExamDialog
from studyapp.ui.plans.exam_entry import ExamEntry
from studyapp.ui.plans.plans_dialog import PlansDialog
from tests.ui.app_driver import AppDriver, basic_note


def plans_dialog(app: AppDriver) -> PlansDialog:
    """The dialog on screen, when it has been calculated."""
    (dialog,) = [one for one in app.window.findChildren(PlansDialog) if one.isVisible()]
    app.wait_until(lambda: not dialog.is_busy)
    return dialog


def open_plans(app: AppDriver, cards: int = 12) -> PlansDialog:
    app.write_deck(*(basic_note(f"n{number:02}") for number in range(cards)), title="Physics")
    app.open_window()
    app.window.decks_page.plans_button.click()
    return plans_dialog(app)


def texts(dialog: PlansDialog) -> list[str]:
    """The visible texts, from top to bottom."""
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]
    return [label.text() for label in sorted(labels, key=lambda label: label.mapTo(dialog, QPoint(0, 0)).y())]


def entry(dialog: PlansDialog, name: str) -> ExamEntry:
    (found,) = [
        one
        for one in dialog.findChildren(ExamEntry)
        if one.isVisible() and one.findChildren(QLabel)[0].text() == name
    ]
    return found


def shown_exam_dialog(dialog: PlansDialog) -> ExamDialog:
    """The dialog on screen. One that was closed is deleted later, and may come after it among the children."""
    (shown,) = [one for one in dialog.findChildren(ExamDialog) if one.isVisible()]
    return shown


def add_exam(dialog: PlansDialog) -> ExamDialog:
    dialog.add_exam_button.click()
    return shown_exam_dialog(dialog)


def save(app: AppDriver, exam_dialog: ExamDialog) -> None:
    """Save, and wait until it is stored and shown, or refused."""
    plans = exam_dialog.parent()
    exam_dialog.save_button.click()
    app.wait_until(lambda: not exam_dialog.is_busy)
    assert isinstance(plans, PlansDialog)
    app.wait_until(lambda: not plans.is_busy)


def enter_day(field: DateField, day: int) -> None:
    """Type a day as the locale writes it, and leave the field."""
    enter_date(field, QLocale().toString(formatting.to_qdate(day), QLocale.FormatType.ShortFormat))


def enter_date(field: DateField, text: str) -> None:
    """Type a text in place of the one in the field, and leave the field."""
    field.edit.selectAll()
    QTest.keyClicks(field.edit, text or "\b")
    leaving = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    QCoreApplication.sendEvent(
        field.edit, leaving
    )  # without a window manager, not every dialog gets the focus


def plan_exam(app: AppDriver, dialog: PlansDialog, name: str, days: int = 30, target: int = 90) -> None:
    exam_dialog = add_exam(dialog)
    exam_dialog.name_edit.setText(name)
    exam_dialog.date_field.set_day(today(app) + days)
    exam_dialog.target_box.setValue(target)
    save(app, exam_dialog)


def add_days_off(app: AppDriver, dialog: PlansDialog) -> DaysOffDialog:
    dialog.add_days_button.click()
    (shown,) = [one for one in dialog.findChildren(DaysOffDialog) if one.isVisible()]
    app.wait_until(lambda: not shown.is_busy)
    return shown


def today(app: AppDriver) -> int:
    return app.window.deck_dialogs._context.clock.today()


def study_all(app: AppDriver) -> None:
    app.window.start_session()
    for _ in range(12):
        app.review_page.reveal()
        app.review_page.rate(Rating.EASY)
    app.window.show_decks()


def due_days(app: AppDriver) -> list[int]:
    with app.collection.read_transaction() as connection:
        return sorted(schedule.phase.due_day for _, schedule in schedules.iterate_all(connection))  # type: ignore[union-attr]


def open_plans_after_studying(app: AppDriver) -> PlansDialog:
    app.write_deck(*(basic_note(f"n{number:02}") for number in range(12)), title="Physics")
    app.open_window()
    study_all(app)
    app.window.deck_dialogs.show_plans()
    return plans_dialog(app)
