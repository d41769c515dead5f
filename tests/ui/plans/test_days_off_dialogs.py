"""Days off are planned in the window, and the plans are opened from several places."""

import pytest
from PySide6.QtWidgets import QPushButton

from studyapp.core.days_off.shifted_reviews import ShiftDirection
from studyapp.services.plans.days_off import list_days_off, set_day_off
from studyapp.ui.decks.study_options_dialog import OptionsDialog
from studyapp.ui.plans.days_off_dialog import RemoveDaysOffDialog
from tests.ui.app_driver import AppDriver, basic_note
from tests.ui.plans.plan_dialog_driver import (
    add_days_off,
    due_days,
    enter_day,
    open_plans,
    open_plans_after_studying,
    plans_dialog,
    today,
)

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


def test_days_off_are_previewed_and_their_reviews_moved_and_undone(app: AppDriver) -> None:
    dialog = open_plans_after_studying(app)
    before = due_days(app)
    days_dialog = add_days_off(app, dialog)
    assert days_dialog.reviews_label.text() == "0 reviews come due on these days."
    fields = days_dialog.fields
    enter_day(fields.first_field, today(app) + 4)
    assert fields.last_field.day == today(app) + 4
    enter_day(fields.last_field, today(app) + 30)
    assert days_dialog.reviews_label.text() == "Calculating…"
    assert not days_dialog.save_button.isEnabled()
    app.wait_until(lambda: not days_dialog.is_busy)
    assert days_dialog.reviews_label.text() == "12 reviews come due on these days."
    button = days_dialog.button_by_direction[ShiftDirection.BEFORE]
    assert button.text().startswith("Move them to the 4 days before: ")
    button.setChecked(True)
    days_dialog.save_button.click()
    app.wait_until(lambda: not days_dialog.is_busy and not dialog.is_busy)
    assert max(due_days(app)) < today(app) + 4
    assert list_days_off(app.collection, today(app)) == [range(today(app) + 4, today(app) + 31)]
    dialog.close()
    app.window.decks_page.undo()
    app.wait_until(lambda: due_days(app) == before)
    assert list_days_off(app.collection, today(app)) == []


def test_a_part_of_days_off_or_a_single_one_is_removed(app: AppDriver) -> None:
    dialog = open_plans(app)
    first = today(app)
    for day in (*range(first, first + 8), first + 20):
        set_day_off(app.collection, day, is_off=True)
    dialog.reload()
    app.wait_until(lambda: not dialog.is_busy)
    dialog.removeDaysOffRequested.emit(range(first, first + 8))
    (question,) = dialog.findChildren(RemoveDaysOffDialog)
    enter_day(question.fields.first_field, first + 2)
    enter_day(question.fields.last_field, first + 1)
    assert question.fields.error.text() == "The last day is before the first day."
    assert not question.remove_button.isEnabled()
    enter_day(question.fields.last_field, first + 5)
    question.remove_button.click()
    app.wait_until(lambda: not dialog.is_busy)
    runs = [range(first, first + 2), range(first + 6, first + 8), range(first + 20, first + 21)]
    assert list_days_off(app.collection, first) == runs
    (button,) = [
        one for one in dialog.findChildren(QPushButton) if one.text() == "Remove" and one.isVisible()
    ]
    button.click()
    app.wait_until(lambda: not dialog.is_busy)
    assert list_days_off(app.collection, first) == runs[:2]


@pytest.mark.parametrize(
    ("days", "message"),
    [(400, "These are 400 days. Choose at most 366."), (0, "The last day is before the first day.")],
)
def test_wrong_days_are_refused_in_words(app: AppDriver, days: int, message: str) -> None:
    days_dialog = add_days_off(app, open_plans(app))
    enter_day(days_dialog.fields.last_field, today(app) + days)
    assert not days_dialog.save_button.isEnabled()
    assert days_dialog.fields.error.text() == message
    assert days_dialog.reviews_label.text() == ""
    enter_day(days_dialog.fields.last_field, today(app) + 2)
    app.wait_until(lambda: not days_dialog.is_busy)
    assert days_dialog.save_button.isEnabled()


def test_deck_options_open_the_plans(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    app.window.deck_dialogs.show_options("")
    app.window.findChildren(OptionsDialog)[-1].plansRequested.emit()
    assert plans_dialog(app).isVisible()


def test_calendar_of_the_statistics_page_opens_the_plans(app: AppDriver) -> None:
    app.write_deck(basic_note("a"))
    app.open_window()
    app.window.show_statistics()
    app.window.statistics_page.view.calendar.plans_button.click()
    assert plans_dialog(app).isVisible()
