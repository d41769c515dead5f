"""A background task ends before the object that it belongs to is deleted."""

from threading import Event

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studyapp.core.progress_callback import ProgressCallback
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.kit.background_task import BackgroundTask, TaskCancelled


class EndlessTask:
    """Runs until it is canceled."""

    def __init__(self) -> None:
        self.started, self.ended = Event(), Event()

    def run(self, progress: ProgressCallback) -> None:
        self.started.set()
        try:
            while True:
                progress(0, 0)
        except TaskCancelled:
            self.ended.set()
            raise


def test_running_task_ends_when_its_parent_is_deleted(qtbot: QtBot) -> None:
    endless, parent = EndlessTask(), QObject()
    BackgroundTask(endless.run, parent).start()
    qtbot.waitUntil(endless.started.is_set)
    shiboken6.delete(parent)
    assert endless.ended.is_set()


def test_running_task_of_a_dialog_ends_when_the_dialog_is_deleted(qtbot: QtBot) -> None:
    endless, window = EndlessTask(), QWidget()
    qtbot.addWidget(window)
    dialog = BackgroundTaskDialog(window)
    dialog.run_task(endless.run, lambda _: None, lambda _: None, lambda: None)
    qtbot.waitUntil(endless.started.is_set)
    shiboken6.delete(dialog)
    assert endless.ended.is_set()
