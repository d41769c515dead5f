"""Background tasks of which only the newest counts."""

from threading import Event

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from studyapp.core.progress_callback import ProgressCallback
from studyapp.ui.kit.latest_task import LatestTask
from tests.timeouts import TIMEOUT_SECONDS


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


def wait_for_threads(task: LatestTask, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not task.findChildren(QThread), timeout=TIMEOUT_SECONDS * 1000)


def test_only_the_newest_task_reports(owner: QObject, qtbot: QtBot) -> None:
    task, may_end = LatestTask(owner), Event()
    results: list[object] = []
    task.succeeded.connect(results.append)

    def slow(_progress: ProgressCallback) -> str:
        may_end.wait(TIMEOUT_SECONDS)
        return "old"

    task.start(slow)
    task.start(lambda _: "new")
    qtbot.waitUntil(lambda: results == ["new"], timeout=TIMEOUT_SECONDS * 1000)
    assert not task.is_running
    may_end.set()
    wait_for_threads(task, qtbot)
    assert results == ["new"]


def test_replaced_task_is_canceled_at_its_next_report(owner: QObject, qtbot: QtBot) -> None:
    task, has_started = LatestTask(owner), Event()

    def endless(progress: ProgressCallback) -> None:
        while True:
            progress(0, 0)
            has_started.set()

    task.start(endless)
    assert has_started.wait(TIMEOUT_SECONDS)
    task.start(lambda _: None)
    wait_for_threads(task, qtbot)


def test_failure_and_progress_are_reported(owner: QObject, qtbot: QtBot) -> None:
    task = LatestTask(owner)
    errors: list[Exception] = []
    steps: list[tuple[int, int]] = []
    task.failed.connect(errors.append)
    task.progressChanged.connect(lambda done, total: steps.append((done, total)))

    def fail(progress: ProgressCallback) -> None:
        progress(1, 2)
        raise ValueError("x")

    task.start(fail)
    qtbot.waitUntil(lambda: len(errors) == 1, timeout=TIMEOUT_SECONDS * 1000)
    assert steps == [(1, 2)]
    assert isinstance(errors[0], ValueError)


def test_stopping_waits_for_the_threads(owner: QObject, qtbot: QtBot) -> None:
    task = LatestTask(owner)
    results: list[object] = []
    task.succeeded.connect(results.append)

    def endless(progress: ProgressCallback) -> None:
        while True:
            progress(0, 0)

    task.start(endless)
    task.stop_and_wait()
    assert not any(thread.isRunning() for thread in task.findChildren(QThread))
    wait_for_threads(task, qtbot)
    assert results == []
