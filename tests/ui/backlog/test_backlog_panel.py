"""Coming back after a break: the line on the decks page, the dialog that spreads overdue cards, and the pause of new cards."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from studyapp.services.options.option_storage import set_option
from studyapp.services.plans.backlog import BacklogPlan
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.backlog.backlog_dialog import BacklogDialog
from studyapp.ui.backlog.backlog_panel import BacklogPanel
from studyapp.ui.backlog.forecast_chart import ForecastChart
from tests.ui.app_driver import DAY, AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")

Key = Qt.Key


def study_and_leave(app: AppDriver, days: int) -> BacklogPanel:
    """Study 20 new cards a day on three days, so that five are left, and come back after some days."""
    app.write_deck(*(basic_note(f"n{number:03}") for number in range(65)))
    app.open_window()
    for _ in range(3):
        app.press_ctrl(Key.Key_S)
        for _ in range(20):
            app.press(Key.Key_Space)
            app.press(Key.Key_4)
        app.now += DAY
    app.now += (days - 1) * DAY
    app.press_ctrl(Key.Key_D)
    app.wait_until_idle()
    return app.decks_page.backlog_panel


def open_dialog(app: AppDriver) -> BacklogDialog:
    app.decks_page.backlog_panel.spread_button.click()
    (dialog,) = [one for one in app.window.findChildren(BacklogDialog) if one.isVisible()]
    return dialog


def shown_plan(dialog: BacklogDialog) -> BacklogPlan:
    plan = dialog._backlog.plan(dialog.minutes_box.value())
    assert plan is not None
    return plan


def test_backlog_is_spread_with_a_pause_and_undone_in_one_step(app: AppDriver) -> None:
    panel = study_and_leave(app, 100)
    assert panel.spread_button.text() == "Spread 60 overdue cards…"
    title = app.decks_page.title_label.text()
    assert title == "60 cards to review · 5 new"
    dialog = open_dialog(app)
    assert dialog.pause_box.isChecked()
    dialog.minutes_box.setValue(6)
    plan = shown_plan(dialog)
    first = len(plan.cards_by_day[0])
    assert dialog.days_label.text().startswith(f"Spread over {plan.days} days, until ")
    assert dialog.chart_before._due_counts[:3] == (60, 0, 0)
    assert dialog.chart_after._due_counts[:2] == tuple(map(len, plan.cards_by_day[:2]))
    dialog.spread_button.click()
    app.wait_until_idle()
    assert not panel.break_label.isVisible()
    assert not panel.spread_button.isVisible()
    assert panel.pause_label.text().startswith("New cards are paused until ")
    assert panel.pause_label.isVisible()
    assert app.decks_page.study_button.hasFocus()
    assert app.decks_page.title_label.text() == f"{first} cards to review"
    app.press_ctrl(Key.Key_Z)
    app.wait_until(lambda: app.decks_page.title_label.text() == title)
    assert not app.is_reviewing
    assert app.decks_page.attention_panel.notice_label.text() == "Undid: Set due date · 60 cards"
    assert not panel.pause_label.isVisible()
    assert panel.break_label.isVisible()
    open_dialog(app).spread_button.click()
    app.wait_until_idle()
    assert not app.decks_page.attention_panel.isVisible()


def test_new_cards_are_resumed(app: AppDriver) -> None:
    panel = study_and_leave(app, 100)
    dialog = open_dialog(app)
    dialog.minutes_box.setValue(6)
    first = len(shown_plan(dialog).cards_by_day[0])
    dialog.spread_button.click()
    panel.resume_button.click()
    assert not panel.resume_button.isVisible()
    assert app.decks_page.title_label.text() == f"{first} cards to review · 5 new"


def test_new_cards_continue_without_the_check_mark(app: AppDriver) -> None:
    panel = study_and_leave(app, 100)
    dialog = open_dialog(app)
    dialog.pause_box.setChecked(False)
    dialog.spread_button.click()
    assert not panel.pause_label.isVisible()
    assert app.decks_page.title_label.text().endswith(" · 5 new")


def test_line_says_how_to_catch_up(app: AppDriver) -> None:
    panel = study_and_leave(app, 100)
    plan = shown_plan(open_dialog(app))
    line = (
        "60 cards are overdue after 99 days without reviews. "
        f"You can catch up in {plan.days} days with about {plan.minutes} minutes a day."
    )
    app.wait_until(lambda: panel.break_label.text() == line)


def test_line_stays_on_the_first_day(app: AppDriver) -> None:
    panel = study_and_leave(app, 100)
    app.press_ctrl(Key.Key_S)
    app.press(Key.Key_Space)
    app.press(Key.Key_3)
    app.press_ctrl(Key.Key_D)
    assert panel.break_label.isVisible()
    assert " cards are overdue after 99 days without reviews." in panel.break_label.text()
    app.now += DAY
    app.window.show_decks()
    assert not panel.break_label.isVisible()
    assert panel.spread_button.isVisible()


def test_line_says_that_minutes_a_day_work_the_backlog_off(app: AppDriver) -> None:
    panel = study_and_leave(app, 100)
    set_option(app.collection, ALL_DECKS, "minutes_a_day", "12")
    app.window.show_decks()
    app.wait_until(lambda: panel.break_label.text().endswith("; new cards wait until then."))
    assert "With 12 minutes a day, you will have caught up in about " in panel.break_label.text()
    assert panel.spread_button.isVisible()
    assert open_dialog(app).minutes_box.value() == 12


def test_nothing_is_said_after_a_long_weekend(app: AppDriver) -> None:
    panel = study_and_leave(app, 4)
    assert not panel.break_label.isVisible()
    assert not panel.isVisible()


def test_chart_of_no_cards_is_drawn(qtbot: QtBot) -> None:
    chart = ForecastChart()
    qtbot.addWidget(chart)
    chart.show_forecast((0, 0), 100, min_scale_maximum=0)
    assert not chart.grab().isNull()
