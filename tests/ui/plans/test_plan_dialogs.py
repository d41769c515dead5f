"""Exams are planned in the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from studyapp.core.exam_plan.exam import Exam
from studyapp.core.exam_plan.exam_scope import ALL_CARDS
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.option_storage import set_option
from studyapp.services.plans.exams import list_exams, save_exam
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.decks.study_options_dialog import OptionsDialog
from studyapp.ui.plans.exam_cards_field import CardChoice
from tests.ui.app_driver import DAY, AppDriver, basic_note
from tests.ui.plans.plan_dialog_driver import (
    add_exam,
    due_days,
    entry,
    open_plans,
    open_plans_after_studying,
    plan_exam,
    plans_dialog,
    save,
    shown_exam_dialog,
    texts,
    today,
)

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


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
    message = "An exam named “Mechanics” already exists. Enter another name."
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
        save_exam(
            app.collection,
            library,
            CardLanguages.ENGLISH_AND_TRADITIONAL,
            clock,
            Exam(name, clock.today() + 9, clock.today(), scope),
        )
    app.window.deck_dialogs.show_plans()
    dialog = plans_dialog(app)

    def lines(name: str) -> list[str]:
        return [label.text() for label in entry(dialog, name).findChildren(QLabel)]

    gone = "The deck “gone” has no cards, or no longer exists."
    assert gone in lines("Both") and gone in lines("Gone")
    assert "No cards match “tag:none-has-it”." in lines("Search")
    entry(dialog, "Both").edit_button.click()
    assert shown_exam_dialog(dialog).cards_field.choice is CardChoice.SEARCH  # with the deck that is gone


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
    app.wait_until(lambda: due_days(app) == before)


def test_exam_is_saved_with_its_cards_brought_forward(app: AppDriver) -> None:
    dialog = open_plans_after_studying(app)
    plan_exam(app, dialog, "Soon", days=3, target=99)
    assert max(due_days(app)) < today(app) + 3


def test_limit_that_is_too_low_leads_to_the_options(app: AppDriver) -> None:
    dialog = open_plans(app)
    plan_exam(app, dialog, "Soon", days=3)
    assert not entry(dialog, "Soon").options_button.isVisible()
    set_option(app.collection, ALL_DECKS, "new_a_day", "2")
    dialog.reload()
    app.wait_until(lambda: not dialog.is_busy)
    shown = entry(dialog, "Soon")
    assert any(
        "Your limits allow 2 of its new cards a day" in label.text() for label in shown.findChildren(QLabel)
    )
    shown.options_button.click()
    (options,) = dialog.findChildren(OptionsDialog)
    assert options.isVisible()
    set_option(app.collection, ALL_DECKS, "new_a_day", "20")
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
