"""Exams and days off are planned in the window."""

import pytest
from PySide6.QtWidgets import QLabel

from studyapp.core.days_off.shifted_reviews import ShiftDirection
from studyapp.core.study.rating import Rating
from studyapp.services.plans.days_off import list_days_off
from studyapp.services.plans.exams import list_exams
from studyapp.store import schedules
from studyapp.ui.decks.study_options_dialog import OptionsDialog
from studyapp.ui.plans.days_off_dialog import DaysOffDialog
from studyapp.ui.plans.exam_dialog import ExamDialog
from studyapp.ui.plans.plans_dialog import PlansDialog
from tests.ui.app_driver import AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


def open_plans(app: AppDriver, cards: int = 12) -> PlansDialog:
    app.write_deck(*(basic_note(f"n{number:02}") for number in range(cards)), title="Physics")
    app.open_window()
    app.window.decks_page.plans_button.click()
    return app.window.findChildren(PlansDialog)[-1]


def texts(dialog: PlansDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog)]


def shown_exam_dialog(dialog: PlansDialog) -> ExamDialog:
    """The dialog on screen. One that was closed is deleted later, and may come after it among the children."""
    (shown,) = [one for one in dialog.findChildren(ExamDialog) if one.isVisible()]
    return shown


def add_exam(dialog: PlansDialog) -> ExamDialog:
    dialog.add_exam_button.click()
    return shown_exam_dialog(dialog)


def add_days_off(dialog: PlansDialog) -> DaysOffDialog:
    dialog.add_days_button.click()
    (shown,) = [one for one in dialog.findChildren(DaysOffDialog) if one.isVisible()]
    return shown


def today(app: AppDriver) -> int:
    return app.window.deck_dialogs._context.clock.today()


def test_exam_is_added_shown_and_told_on_the_decks_page(app: AppDriver) -> None:
    dialog = open_plans(app)
    assert {"No exams", "No days off"} <= set(texts(dialog))
    exam_dialog = add_exam(dialog)
    exam_dialog.name_edit.setText("Mechanics")
    exam_dialog.date_field.set_day(today(app) + 16)
    exam_dialog.save_button.click()
    (exam,) = list_exams(app.collection)
    assert (exam.name, exam.day, exam.planned_on, exam.target_percent) == (
        "Mechanics", today(app) + 16, today(app), 90,
    )  # fmt: skip
    assert any(
        text.startswith("Mechanics, ") and "12 cards. 1 new card a day" in text for text in texts(dialog)
    )
    app.wait_until(lambda: app.window.decks_page.exams_label.isVisible())
    line = app.window.decks_page.exams_label.text()
    assert line.startswith("Exam “Mechanics” in 16 days: 1 new card today, about ")


def test_mistakes_are_shown_at_their_fields(app: AppDriver) -> None:
    exam_dialog = add_exam(open_plans(app))
    exam_dialog.save_button.click()
    assert exam_dialog.name_error.text() == "Enter a name for the exam."
    exam_dialog.name_edit.setText("A")
    exam_dialog.cards_box.setCurrentIndex(exam_dialog.cards_box.count() - 1)
    exam_dialog.query_line.edit.setText("(deck:Physics")
    exam_dialog.save_button.click()
    assert exam_dialog.query_line.message_label.isVisible()
    assert list_exams(app.collection) == []
    exam_dialog.query_line.edit.setText("deck:Physics")
    exam_dialog.save_button.click()
    assert [exam.scope for exam in list_exams(app.collection)] == ["deck:Physics"]


def test_exam_is_edited_and_deleted(app: AppDriver) -> None:
    dialog = open_plans(app)
    exam_dialog = add_exam(dialog)
    exam_dialog.name_edit.setText("Mechanics")
    exam_dialog.save_button.click()
    (exam,) = list_exams(app.collection)
    dialog.editExamRequested.emit(exam)
    edited = shown_exam_dialog(dialog)
    assert (edited.name_edit.text(), edited.date_field.day) == ("Mechanics", exam.day)
    edited.name_edit.setText("Optics")
    edited.target_box.setValue(95)
    edited.save_button.click()
    assert list_exams(app.collection) == [exam._replace(name="Optics", target_percent=95)]
    dialog.deleteExamRequested.emit("Optics")
    assert list_exams(app.collection) == []
    assert "No exams" in texts(dialog)
    assert not app.window.decks_page.exams_label.isVisible()


def study_all(app: AppDriver) -> None:
    app.window.start_session()
    for _ in range(12):
        app.review_page.reveal()
        app.review_page.rate(Rating.EASY)
    app.window.show_decks()


def due_days(app: AppDriver) -> list[int]:
    with app.collection.read_transaction() as connection:
        return sorted(schedule.phase.due_day for _, schedule in schedules.iterate_all(connection))  # type: ignore[union-attr]


def test_days_off_are_previewed_and_their_reviews_moved_and_undone(app: AppDriver) -> None:
    app.write_deck(*(basic_note(f"n{number:02}") for number in range(12)), title="Physics")
    app.open_window()
    study_all(app)
    before = due_days(app)
    app.window.deck_dialogs.show_plans()
    dialog = app.window.findChildren(PlansDialog)[-1]
    days_dialog = add_days_off(dialog)
    assert days_dialog.reviews_label.text() == "0 reviews come due on these days."
    days_dialog.first_field.set_day(today(app) + 4)
    assert days_dialog.last_field.day == today(app) + 4
    days_dialog.last_field.set_day(today(app) + 30)
    assert days_dialog.reviews_label.text() == "12 reviews come due on these days."
    button = days_dialog.button_by_direction[ShiftDirection.BEFORE]
    assert button.text().startswith("Move them to the 4 days before: ")
    button.setChecked(True)
    days_dialog.save_button.click()
    assert max(due_days(app)) < today(app) + 4
    assert list_days_off(app.collection, today(app)) == [range(today(app) + 4, today(app) + 31)]
    dialog.removeDaysOffRequested.emit(range(today(app) + 4, today(app) + 31))
    assert "No days off" in texts(dialog)
    dialog.close()
    app.window.decks_page.undo()
    app.wait_until(lambda: due_days(app) == before)


def test_more_than_a_year_off_is_refused(app: AppDriver) -> None:
    days_dialog = add_days_off(open_plans(app))
    days_dialog.last_field.set_day(today(app) + 400)
    assert not days_dialog.save_button.isEnabled()
    assert days_dialog.reviews_label.text() == "Choose from 1 to 366 days."


def test_deck_options_open_the_plans(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    app.window.deck_dialogs.show_options("")
    app.window.findChildren(OptionsDialog)[-1].plansRequested.emit()
    assert app.window.findChildren(PlansDialog)[-1].isVisible()
