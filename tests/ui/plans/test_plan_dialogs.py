"""Exams and days off are planned in the window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from studyapp.core.days_off.shifted_reviews import ShiftDirection
from studyapp.core.exam_plan.exam import Exam
from studyapp.core.exam_plan.exam_scope import ALL_CARDS
from studyapp.core.study.rating import Rating
from studyapp.services.options.option_storage import set_option
from studyapp.services.plans.days_off import list_days_off, set_day_off
from studyapp.services.plans.exams import list_exams, save_exam
from studyapp.store import schedules
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.decks.study_options_dialog import OptionsDialog
from studyapp.ui.plans.days_off_dialog import DaysOffDialog, RemoveDaysOffDialog
from studyapp.ui.plans.exam_cards_field import CardChoice
from studyapp.ui.plans.exam_dialog import ExamDialog
from studyapp.ui.plans.exam_entry import ExamEntry
from studyapp.ui.plans.plans_dialog import PlansDialog
from tests.ui.app_driver import DAY, AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


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


def test_exam_is_added_shown_and_told_on_the_decks_page(app: AppDriver) -> None:
    dialog = open_plans(app)
    assert {"No exams", "No days off"} <= set(texts(dialog))
    plan_exam(app, dialog, "Mechanics", 16)
    (exam,) = list_exams(app.collection)
    assert exam == Exam("Mechanics", today(app) + 16, today(app), ALL_CARDS, 90)
    shown = texts(dialog)
    assert "Mechanics" in shown
    assert any("in 16 days · 12 cards · 1 new card a day until " in text for text in shown)
    assert any(text.startswith("On the day, about ") for text in shown)
    app.wait_until(lambda: app.window.decks_page.exams_label.isVisible())
    line = app.window.decks_page.exams_label.text()
    assert line.startswith("Exam “Mechanics” in 16 days: 1 new card today, about ")


def test_mistakes_are_shown_at_their_fields(app: AppDriver) -> None:
    exam_dialog = add_exam(open_plans(app))
    save(app, exam_dialog)
    assert exam_dialog.name_error.text() == "Enter a name for the exam."
    exam_dialog.name_edit.setText("A")
    cards = exam_dialog.cards_field
    cards.choose(CardChoice.DECKS)
    save(app, exam_dialog)
    assert cards.deck_error.text() == "Select at least one deck."
    cards.choose(CardChoice.SEARCH)
    cards.query_line.edit.setText("(deck:Physics")
    save(app, exam_dialog)
    assert cards.query_line.message_label.isVisible()
    assert exam_dialog.name_edit.isEnabled()
    assert list_exams(app.collection) == []
    cards.query_line.edit.setText("deck:Physics")
    save(app, exam_dialog)
    assert [exam.scope for exam in list_exams(app.collection)] == ["deck:Physics"]


def test_exam_is_edited_and_deleted(app: AppDriver) -> None:
    dialog = open_plans(app)
    plan_exam(app, dialog, "Mechanics")
    (exam,) = list_exams(app.collection)
    entry(dialog, "Mechanics").edit_button.click()
    edited = shown_exam_dialog(dialog)
    assert (edited.name_edit.text(), edited.date_field.day) == ("Mechanics", exam.day)
    edited.name_edit.setText("Optics")
    edited.target_box.setValue(95)
    save(app, edited)
    assert list_exams(app.collection) == [exam._replace(name="Optics", target_percent=95)]
    entry(dialog, "Optics").delete_button.click()
    app.wait_until(lambda: not dialog.is_busy)
    assert list_exams(app.collection) == []
    assert "No exams" in texts(dialog)
    assert not app.window.decks_page.exams_label.isVisible()


def test_name_of_another_exam_is_refused_at_its_field(app: AppDriver) -> None:
    dialog = open_plans(app)
    plan_exam(app, dialog, "Mechanics", 20)
    plan_exam(app, dialog, "Optics", 30)
    before = list_exams(app.collection)
    message = "There already is an exam named “Mechanics”. Enter another name."
    new = add_exam(dialog)
    new.name_edit.setText(" mechanics")
    save(app, new)
    assert new.name_error.text() == message
    new.close()
    entry(dialog, "Optics").edit_button.click()
    renamed = shown_exam_dialog(dialog)
    renamed.name_edit.setText("MECHANICS")
    save(app, renamed)
    assert renamed.name_error.text() == message
    assert list_exams(app.collection) == before


def test_an_exam_on_several_decks_is_planned_from_the_deck_menu(app: AppDriver) -> None:
    for deck in ("a", "b", "c"):
        app.write_deck(basic_note(deck), deck=deck, title=f"Deck {deck}")
    app.open_window()
    app.window.decks_page.deck_list.planExamRequested.emit("b")
    dialog = plans_dialog(app)
    exam_dialog = shown_exam_dialog(dialog)
    cards = exam_dialog.cards_field
    assert (cards.choice, cards.scope) == (CardChoice.DECKS, 'deck:"b"')
    cards.deck_list.item(2).setCheckState(Qt.CheckState.Checked)
    exam_dialog.name_edit.setText("Two")
    save(app, exam_dialog)
    assert any("2 cards" in text for text in texts(dialog))
    entry(dialog, "Two").edit_button.click()
    assert shown_exam_dialog(dialog).cards_field.scope == 'deck:"b" OR deck:"c"'


def test_decks_that_no_longer_exist_are_named(app: AppDriver) -> None:
    app.write_deck(basic_note("a"), deck="a", title="Kept")
    app.open_window()
    scopes = {"Both": 'deck:"a" OR deck:"gone"', "Gone": 'deck:"gone"', "Search": "tag:none-has-it"}
    library, _ = app.window.current_library()
    clock = app.window.deck_dialogs._context.clock
    for name, scope in scopes.items():
        save_exam(app.collection, library, clock, Exam(name, clock.today() + 9, clock.today(), scope))
    app.window.deck_dialogs.show_plans()
    dialog = plans_dialog(app)

    def lines(name: str) -> list[str]:
        return [label.text() for label in entry(dialog, name).findChildren(QLabel)]

    gone = "The deck “gone” has no cards, or no longer exists."
    assert gone in lines("Both") and gone in lines("Gone")
    assert "No cards match “tag:none-has-it”." in lines("Search")
    entry(dialog, "Both").edit_button.click()
    assert shown_exam_dialog(dialog).cards_field.choice is CardChoice.SEARCH  # with the deck that is gone


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


def test_late_cards_are_brought_forward_and_undone(app: AppDriver) -> None:
    dialog = open_plans_after_studying(app)
    before = due_days(app)
    exam_dialog = add_exam(dialog)
    exam_dialog.name_edit.setText("Soon")
    exam_dialog.date_field.set_day(today(app) + 3)
    exam_dialog.target_box.setValue(99)
    exam_dialog.forward_box.setChecked(False)
    save(app, exam_dialog)
    assert due_days(app) == before
    shown = entry(dialog, "Soon")
    assert shown.forward_button.text() == "Bring 12 cards forward"
    shown.forward_button.click()
    shown.forward_button.click()  # does nothing while the first click is carried out
    app.wait_until(lambda: not dialog.is_busy)
    assert max(due_days(app)) < today(app) + 3
    assert not entry(dialog, "Soon").forward_button.isVisible()
    dialog.close()
    app.window.decks_page.undo()
    assert due_days(app) == before


def test_exam_is_saved_with_its_cards_brought_forward(app: AppDriver) -> None:
    dialog = open_plans_after_studying(app)
    plan_exam(app, dialog, "Soon", days=3, target=99)
    assert max(due_days(app)) < today(app) + 3


def test_limit_that_is_too_low_leads_to_the_options(app: AppDriver) -> None:
    dialog = open_plans(app)
    plan_exam(app, dialog, "Soon", days=3)
    assert not entry(dialog, "Soon").options_button.isVisible()
    set_option(app.collection, ALL_DECKS, "new_over_all", "2")
    dialog.reload()
    app.wait_until(lambda: not dialog.is_busy)
    shown = entry(dialog, "Soon")
    assert any(
        "The limit of new cards for all decks is 2" in label.text() for label in shown.findChildren(QLabel)
    )
    shown.options_button.click()
    (options,) = dialog.findChildren(OptionsDialog)
    assert options.isVisible()
    set_option(app.collection, ALL_DECKS, "new_over_all", "20")
    options.plansRequested.emit()  # they are below it already
    app.wait_until(lambda: not dialog.findChildren(OptionsDialog))
    app.wait_until(lambda: not dialog.is_busy)
    assert not entry(dialog, "Soon").options_button.isVisible()
    assert plans_dialog(app) is dialog


def test_past_exams_are_listed_apart_and_deleted_together(app: AppDriver) -> None:
    dialog = open_plans(app)
    for name, days in (("First", 2), ("Second", 3), ("Third", 9)):
        plan_exam(app, dialog, name, days)
    assert not dialog.delete_past_button.isVisible()
    dialog.close()
    app.now += 4 * DAY
    app.window.deck_dialogs.show_plans()
    dialog = plans_dialog(app)
    assert [text for text in texts(dialog) if text in {"First", "Second", "Third", "Past exams"}] == [
        "Third", "Past exams", "First", "Second",
    ]  # fmt: skip
    assert sum(", past · 12 cards" in text for text in texts(dialog)) == 2
    dialog.delete_past_button.click()
    app.wait_until(lambda: not dialog.is_busy)
    assert [exam.name for exam in list_exams(app.collection)] == ["Third"]
    assert not dialog.delete_past_button.isVisible()


def test_days_off_are_previewed_and_their_reviews_moved_and_undone(app: AppDriver) -> None:
    dialog = open_plans_after_studying(app)
    before = due_days(app)
    days_dialog = add_days_off(app, dialog)
    assert days_dialog.reviews_label.text() == "0 reviews come due on these days."
    fields = days_dialog.fields
    fields.first_field.set_day(today(app) + 4)
    assert fields.last_field.day == today(app) + 4
    fields.last_field.set_day(today(app) + 30)
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
    assert due_days(app) == before


def test_a_part_of_days_off_or_a_single_one_is_removed(app: AppDriver) -> None:
    dialog = open_plans(app)
    first = today(app)
    for day in (*range(first, first + 8), first + 20):
        set_day_off(app.collection, day, is_off=True)
    dialog.reload()
    app.wait_until(lambda: not dialog.is_busy)
    dialog.removeDaysOffRequested.emit(range(first, first + 8))
    (question,) = dialog.findChildren(RemoveDaysOffDialog)
    question.fields.first_field.set_day(first + 2)
    question.fields.last_field.set_day(first + 1)
    assert question.fields.error.text() == "The last day is before the first day."
    assert not question.remove_button.isEnabled()
    question.fields.last_field.set_day(first + 5)
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
    days_dialog.fields.last_field.set_day(today(app) + days)
    assert not days_dialog.save_button.isEnabled()
    assert days_dialog.fields.error.text() == message
    assert days_dialog.reviews_label.text() == ""
    days_dialog.fields.last_field.set_day(today(app) + 2)
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
