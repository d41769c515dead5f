"""The window while parameters are fitted in a process of its own."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from studyapp.core.optimization import parameter_fitting
from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.optimization import history_loading
from studyapp.services.optimization.parameter_adoption import is_adoption_unfinished
from studyapp.services.options.option_storage import set_option
from studyapp.services.overview.doctor import check_collection
from studyapp.store import parameter_fits
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_fit_in_use
from studyapp.store.stored_options import ALL_DECKS
from studyapp.system_dependencies import new_device_id
from tests.services.optimization.simulated_journal import add_reviews
from tests.ui.app_driver import DAY, MORNING, AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")

OTHERS = (*(value / 3 for value in Scheduler().parameters[:4]), *Scheduler().parameters[4:])


class HeldProcess:
    """Holds the process that the window starts until `release`."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._started, self._released = folder / "started", folder / "released"
        program = folder / "python"
        program.write_text(
            f'#!/bin/sh\necho $$ > "{self._started}.new"\nmv "{self._started}.new" "{self._started}"\n'
            f'while [ ! -e "{self._released}" ]; do sleep 0.01; done\nexec "{sys.executable}" "$@"\n'
        )
        program.chmod(0o755)
        monkeypatch.setattr("sys.executable", str(program))

    @property
    def has_started(self) -> bool:
        return self._started.exists()

    def is_running(self) -> bool:
        return Path("/proc", self._started.read_text().strip()).exists()

    def release(self) -> None:
        self._released.touch()


@pytest.fixture
def process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[HeldProcess]:
    held = HeldProcess(tmp_path, monkeypatch)
    yield held
    held.release()


def start_optimization(app: AppDriver, process: HeldProcess) -> None:
    """Open the window, and return to the decks page with many reviews, so that the optimization starts."""
    app.write_deck(*(basic_note(f"n{number}") for number in range(4)))
    app.open_window()
    app.window.start_session()
    add_reviews(app.collection, 400, first_day=MORNING // DAY - 1001)
    app.window.show_decks()
    app.wait_until(lambda: process.has_started)


def rate(app: AppDriver) -> None:
    app.review_page.reveal()
    app.review_page.rate(Rating.GOOD)


def watch_computing(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Note for each reading of reviews, each fit and each comparison in this process whether it is in the window's thread."""
    calls: list[bool] = []

    def watch(module: Any, name: str) -> None:
        original = getattr(module, name)

        def call(*arguments: Any) -> Any:
            calls.append(threading.current_thread() is threading.main_thread())
            return original(*arguments)

        monkeypatch.setattr(module, name, call)

    watch(history_loading, "load_histories")
    watch(parameter_fitting, "compute_parameters")
    watch(parameter_fitting, "score_parameters")
    return calls


def test_studying_undoing_and_importing(
    app: AppDriver, process: HeldProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_optimization(app, process)
    calls = watch_computing(monkeypatch)
    app.window.start_session()
    rate(app)
    process.release()
    attention = app.decks_page.attention_panel

    def rate_and_undo() -> bool:
        rate(app)
        app.review_page.undo()
        return not attention.isHidden()

    app.wait_until(rate_and_undo)
    table = tmp_path / "words.csv"
    table.write_text("front,back\nq,a\n")
    assert app.desktop is not None
    app.desktop.tasks.import_file(table, lambda *_: None)
    rate(app)
    app.window.show_decks()
    assert attention.notice_label.text().startswith("FSRS is optimized for you, from 2,001 reviews. ")
    assert calls == []
    assert check_collection(app.collection).mismatched_cards == ()


def test_closing_the_window_ends_the_process(app: AppDriver, process: HeldProcess) -> None:
    start_optimization(app, process)
    assert process.is_running()
    app.window.close()
    assert not process.is_running()
    with app.collection.read_transaction() as connection:
        assert load_fit_in_use(connection) is None


@pytest.mark.parametrize("automatically", ["on", "off"])
def test_interrupted_adoption_is_finished_after_the_start(
    app: AppDriver, monkeypatch: pytest.MonkeyPatch, automatically: str
) -> None:
    app.write_deck(basic_note("one"))
    app.load_decks()
    with Collection(app.collection_file, new_device_id) as collection:
        set_option(collection, ALL_DECKS, "optimize_automatically", automatically)
        add_reviews(collection, 100, first_day=MORNING // DAY - 1001)
        with collection.transaction() as connection:
            parameter_fits.use_imported(connection, OTHERS, app.now)
            parameter_fits.begin_memory_update(connection)
        assert check_collection(collection).mismatched_cards != ()
    calls = watch_computing(monkeypatch)
    app.open_window()
    assert not is_adoption_unfinished(app.collection)
    assert check_collection(app.collection).mismatched_cards == ()
    assert calls and not any(calls)
    with app.collection.read_transaction() as connection:
        fit = load_fit_in_use(connection)
    assert fit is not None and fit.parameters == OTHERS
