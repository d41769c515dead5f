"""Exams and days off are calculated and stored in the background."""

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest

from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.plans.exams import list_exams
from studyapp.ui.plans.plan_tasks import LoadedPlans, PlanTasks
from studyapp.ui.plans.plans_dialog import PlansDialog
from tests.timeouts import TIMEOUT_SECONDS
from tests.ui.app_driver import AppDriver
from tests.ui.plans.plan_dialog_driver import (
    add_days_off,
    add_exam,
    entry,
    open_plans,
    plan_exam,
    save,
    texts,
)

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")


def test_nothing_closes_while_an_exam_is_being_stored(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    started, may_end = Event(), Event()
    store_exam = PlanTasks.store_exam

    def store_slowly(*arguments: Any, **options: Any) -> None:
        started.set()
        assert may_end.wait(TIMEOUT_SECONDS)
        store_exam(*arguments, **options)

    monkeypatch.setattr(PlanTasks, "store_exam", store_slowly)
    dialog = open_plans(app)
    exam_dialog = add_exam(dialog)
    exam_dialog.name_edit.setText("Mechanics")
    exam_dialog.save_button.click()
    app.wait_until(started.is_set)
    exam_dialog.save_button.click()  # does nothing
    for widget in (exam_dialog, dialog, app.window):
        assert not widget.close()
    exam_dialog.reject()
    assert exam_dialog.isVisible() and dialog.isVisible() and not exam_dialog.name_edit.isEnabled()
    may_end.set()
    app.wait_until(lambda: "Mechanics" in texts(dialog))
    assert len(list_exams(app.collection)) == 1
    assert app.window.close()


@pytest.mark.parametrize("closes", [PlansDialog.reject, PlansDialog.close])
def test_closing_ends_the_calculation(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch, closes: Callable[[PlansDialog], object]
) -> None:
    started = Event()

    def load_until_canceled(_tasks: PlanTasks, progress: ProgressCallback) -> LoadedPlans:
        while True:
            started.set()
            progress(0, 0)

    dialog = open_plans(app)
    monkeypatch.setattr(PlanTasks, "load", load_until_canceled)
    dialog.close()
    app.window.deck_dialogs.show_plans()
    (dialog,) = [one for one in app.window.findChildren(PlansDialog) if one.isVisible()]
    app.wait_until(started.is_set)
    assert dialog.is_busy and "Calculating…" in texts(dialog)
    closes(dialog)
    app.wait_until(lambda: not app.window.findChildren(PlansDialog))


def test_errors_are_shown_in_the_dialog(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog = open_plans(app)
    plan_exam(app, dialog, "Mechanics")

    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError("The disk is full.")

    for name in ("store_exam", "delete_exam", "preview_days_off"):
        monkeypatch.setattr(PlanTasks, name, fail)
    entry(dialog, "Mechanics").delete_button.click()
    app.wait_until(lambda: not dialog.is_busy)
    assert "The disk is full." in dialog.message_banner.text() and dialog.message_banner.isVisible()
    exam_dialog = add_exam(dialog)
    exam_dialog.name_edit.setText("Optics")
    save(app, exam_dialog)
    assert "The disk is full." in exam_dialog.message_banner.text() and exam_dialog.isVisible()
    assert exam_dialog.name_edit.isEnabled()
    exam_dialog.close()
    days_dialog = add_days_off(app, dialog)
    assert "The disk is full." in days_dialog.reviews_label.text()
    assert not days_dialog.save_button.isEnabled()
