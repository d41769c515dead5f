"""Pages that load in the background: only while they are visible, and with their errors shown."""

from threading import Event

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages
from studyapp.core.text.translatable import TranslatableError
from studyapp.ui.page_loading.loading_page import LoadingPage
from tests.timeouts import TIMEOUT_SECONDS


class Page(LoadingPage):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.refresh_count = 0
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.task = self.add_task(self.results.append)
        self.timer = self.add_timer(1, lambda: self.results.append("timer"))

    def refresh(self) -> None:
        self.refresh_count += 1

    def show_error(self, error: TranslatableError | OSError) -> None:
        self.errors.append(error)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def page(window: QWidget) -> Page:
    page = Page(window)
    window.show()
    return page


def wait_for_threads(page: Page, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.findChildren(QThread), timeout=TIMEOUT_SECONDS * 1000)


def report_changes(page: Page) -> None:
    page.on_library_changed()
    page.on_options_changed()
    page.on_languages_changed(CardLanguages.ENGLISH, {})


def test_a_page_is_refreshed_when_it_is_shown_and_after_changes(page: Page) -> None:
    assert page.refresh_count == 1
    report_changes(page)
    assert page.refresh_count == 4


def test_a_hidden_page_ignores_changes_until_it_is_shown(page: Page) -> None:
    page.hide()
    report_changes(page)
    assert page.refresh_count == 1
    page.show()
    assert page.refresh_count == 2


def test_hiding_a_page_stops_its_tasks_and_timers(page: Page, qtbot: QtBot) -> None:
    has_started = Event()

    def endless(progress: ProgressCallback) -> None:
        while True:
            progress(0, 0)
            has_started.set()

    page.task.start(endless)
    page.timer.start()
    assert has_started.wait(TIMEOUT_SECONDS)
    page.hide()
    assert not page.task.is_running
    assert not page.timer.isActive()
    wait_for_threads(page, qtbot)
    assert page.results == []


def test_results_are_passed_on(page: Page, qtbot: QtBot) -> None:
    page.task.start(lambda _: "result")
    qtbot.waitUntil(lambda: page.results == ["result"], timeout=TIMEOUT_SECONDS * 1000)
    wait_for_threads(page, qtbot)
    page.timer.start()
    qtbot.waitUntil(lambda: page.results == ["result", "timer"], timeout=TIMEOUT_SECONDS * 1000)


@pytest.mark.parametrize("error", [TranslatableError("It failed."), OSError("Disk full")])
def test_expected_errors_are_shown(page: Page, qtbot: QtBot, error: Exception) -> None:
    def fail(_: ProgressCallback) -> None:
        raise error

    page.task.start(fail)
    qtbot.waitUntil(lambda: page.errors == [error], timeout=TIMEOUT_SECONDS * 1000)
    wait_for_threads(page, qtbot)


def test_other_errors_are_raised_in_the_thread_of_the_window(page: Page, qtbot: QtBot) -> None:
    def fail(_: ProgressCallback) -> None:
        raise ValueError("a fault of the program")

    with qtbot.capture_exceptions() as raised:
        page.task.start(fail)
        qtbot.waitUntil(lambda: bool(raised), timeout=TIMEOUT_SECONDS * 1000)
    assert [kind for kind, _, _ in raised] == [ValueError]
    assert page.errors == []
    wait_for_threads(page, qtbot)
