"""The parameters of FSRS in the options dialog, and the automatic optimization."""

import pytest
from PySide6.QtWidgets import QPushButton

from studyapp.core.study.rating import Rating
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.optimization.parameter_adoption import adopt_imported
from studyapp.services.options.option_storage import set_option
from studyapp.services.overview.doctor import check_collection
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_fit_in_use, load_scheduler
from studyapp.store.stored_options import ALL_DECKS
from studyapp.system_dependencies import new_device_id
from studyapp.ui.decks.study_options_dialog import OptionsDialog
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.optimization.parameter_panel import ParameterPanel
from tests.services.optimization.simulated_journal import add_reviews
from tests.ui.app_driver import DAY, MORNING, AppDriver, basic_note, click

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")

DEFAULTS = Scheduler().parameters
FORGETFUL = (*(value / 3 for value in DEFAULTS[:4]), *DEFAULTS[4:])


def add_history(app: AppDriver) -> None:
    """Add the reviews of a learner, of cards that are in no deck, before the window opens."""
    app.write_deck(basic_note("one"))
    app.load_decks()
    with Collection(app.collection_file, new_device_id) as collection:
        add_reviews(collection, 400, first_day=MORNING // DAY - 1001)


def open_panel(app: AppDriver) -> ParameterPanel:
    app.window.deck_dialogs.show_options(ALL_DECKS)
    (dialog,) = app.window.findChildren(OptionsDialog)
    (panel,) = dialog.findChildren(ParameterPanel)
    return panel


def run(app: AppDriver, panel: ParameterPanel, button: QPushButton) -> str:
    """Click a button and return what is said when that has ended."""
    click(button)
    assert panel.is_running and panel.result_label.text().endswith("…")
    click(button)  # does nothing now
    app.wait_until(lambda: not panel.is_running)
    assert button.hasFocus() or not button.isEnabled()
    return panel.result_label.text()


def has_defaults(app: AppDriver) -> bool:
    with app.collection.read_transaction() as connection:
        return load_fit_in_use(connection) is None


def test_optimize_and_use_previous(app: AppDriver) -> None:
    add_history(app)
    with Collection(app.collection_file, new_device_id) as collection:
        set_option(collection, ALL_DECKS, "optimize_automatically", "off")
    app.open_window()
    panel = open_panel(app)
    assert panel.state_label.text() == "Default parameters, which suit most learners."
    assert not panel.previous_button.isEnabled()
    result = run(app, panel, panel.optimize_button)
    assert (
        result.startswith("FSRS is optimized for you, from 2,001 reviews. ")
        and "Predictions are off by " in result
    )
    assert panel.state_label.text().startswith("Fitted to 2,001 reviews on ")
    assert not has_defaults(app)
    assert run(app, panel, panel.previous_button) == "The previous parameters are in use again."
    assert panel.state_label.text() == "Default parameters, which suit most learners."
    assert has_defaults(app) and not panel.previous_button.isEnabled()


def test_too_few_reviews_say_how_many_are_missing(app: AppDriver) -> None:
    app.study(basic_note("one"))
    panel = open_panel(app)
    assert run(app, panel, panel.optimize_button) == "400 more reviews needed before FSRS can be optimized."
    assert has_defaults(app)


def test_rescheduling_is_previewed(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    page = app.study(*(basic_note(f"n{number}") for number in range(3)))
    for _ in range(3):
        page.reveal()
        page.rate(Rating.EASY)
    app.now += DAY
    panel = open_panel(app)
    assert run(app, panel, panel.reschedule_button) == "All cards are due when they should be."
    adopt_imported(app.collection, FORGETFUL, app.now)
    asked: list[str] = []

    def confirm(_parent: object, text: str) -> bool:
        asked.append(text)
        return len(asked) > 1

    monkeypatch.setattr(modal_dialogs, "confirm_rescheduling", confirm)
    before = app.database_digest()
    assert run(app, panel, panel.reschedule_button) == ""
    assert app.database_digest() == before
    click(panel.reschedule_button)
    app.wait_until(lambda: panel.result_label.text() == "3 cards rescheduled.")
    assert asked[0] == asked[1]
    lines = asked[0].splitlines()
    assert lines[:2] == ["Due earlier: 3 cards", "Due later: 0 cards"]
    assert lines[4] == "Due within 7 days: 3 instead of 2"
    kinds = [row["kind"] for row in app.journal_rows()]
    assert kinds[-3:] == [7, 7, 7] and 7 not in kinds[:-3]


def test_errors_are_shown(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    app.study(basic_note("one"))
    panel = open_panel(app)
    monkeypatch.setattr("sys.executable", "/bin/false")
    assert run(app, panel, panel.optimize_button) == "Optimizing failed. Your schedule stays as it is."


def test_closing_the_dialog_ends_the_optimization(app: AppDriver) -> None:
    add_history(app)
    with Collection(app.collection_file, new_device_id) as collection:
        set_option(collection, ALL_DECKS, "optimize_automatically", "off")
    window = app.open_window()
    panel = open_panel(app)
    click(panel.optimize_button)
    (dialog,) = window.findChildren(OptionsDialog)
    dialog.close()
    app.process_events()
    assert has_defaults(app)


def test_automatic_optimization_is_told_and_undone(app: AppDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    add_history(app)
    app.open_window()
    attention = app.decks_page.attention_panel
    app.wait_until(attention.isVisible)
    assert attention.notice_label.text().startswith("FSRS is optimized for you, from 2,001 reviews. ")
    assert not has_defaults(app)
    assert check_collection(app.collection).mismatched_cards == ()
    monkeypatch.setattr("sys.executable", "/bin/false")
    click(attention.action_button)
    app.wait_until(lambda: attention.notice_label.text().startswith("Optimizing failed."))
    assert not has_defaults(app)
    monkeypatch.undo()
    click(attention.action_button)
    app.wait_until(attention.isHidden)
    assert has_defaults(app)
    app.window.start_session()
    app.window.show_decks()
    app.wait_until_idle()
    assert has_defaults(app) and attention.isHidden()  # not again before there are new reviews


def test_optimized_after_a_session(app: AppDriver) -> None:
    app.write_deck(basic_note("one"))
    app.open_window()
    app.window.start_session()
    add_reviews(app.collection, 400, first_day=MORNING // DAY - 1001)
    app.process_events()
    assert has_defaults(app)
    app.window.show_decks()
    app.wait_until(app.decks_page.attention_panel.isVisible)
    with app.collection.read_transaction() as connection:
        assert load_scheduler(connection) != Scheduler()
