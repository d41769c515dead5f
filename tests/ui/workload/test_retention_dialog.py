"""The dialog that compares desired retentions."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.workload.retention_comparison import RetentionOutcome
from studyapp.services.options.option_storage import load_study_options, set_option
from studyapp.services.workload.simulating import RetentionComparison
from studyapp.store.errors import DAMAGED, StoreDamaged
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.decks.study_options_dialog import OptionsDialog
from studyapp.ui.workload.retention_dialog import RetentionDialog
from tests.ui.app_driver import AppDriver, basic_note

pytestmark = pytest.mark.qt_log_ignore("plugin does not support propagateSizeHints")

LOW, EQUAL, NOW, HIGH = (
    RetentionOutcome(80, 1399.6, 20.1, 900),
    RetentionOutcome(85, 1309.8, 19.8, 800),
    RetentionOutcome(90, 1310.2, 20.2, 700),
    RetentionOutcome(96, 1001, 26, 500),
)
COMPARISON = RetentionComparison((LOW, EQUAL, NOW, HIGH), NOW, 20, 5000)


def open_dialog(
    app: AppDriver,
    comparison: RetentionComparison = COMPARISON,
    set_percent: Callable[[int], bool] = lambda _percent: True,
) -> RetentionDialog:
    dialog = RetentionDialog(lambda _progress: comparison, set_percent, app.window)
    dialog.show()
    app.wait_until(lambda: not dialog.is_busy)
    return dialog


def sentence_of(dialog: RetentionDialog, index: int) -> str:
    dialog.retention_box.setCurrentIndex(index)
    return dialog.panel.sentence_label.text()


def test_each_retention_is_compared_with_the_current_one(app: AppDriver) -> None:
    app.open_window()
    dialog = open_dialog(app)
    assert dialog.retention_box.currentText() == "90% (now)", "none is recommended"
    texts = [dialog.retention_box.itemText(index) for index in range(4)]
    assert texts == ["80%", "85%", "90% (now)", "96%"]
    assert [sentence_of(dialog, index) for index in range(4)] == [
        "At 80% you would remember about 1,400 cards after a year, 90 more than at 90%. Both take about 20 minutes a day. "
        "You would forget about 20% of the cards that come up, instead of 10%.",
        "At 85% you would remember about 1,310 cards after a year, as many as at 90%. Both take about 20 minutes a day. "
        "You would forget about 15% of the cards that come up, instead of 10%.",
        "At 90%, as it is now, you would remember about 1,310 cards after a year, with 20 minutes a day.",
        "At 96% you would remember about 1,001 cards after a year, 309 fewer than at 90%. "
        "That takes 26 minutes a day instead of 20 minutes. You would forget about 4% of the cards that come up, instead of 10%.",
    ]
    plot = dialog.panel.plot
    assert plot is not None
    assert [category.name for category in plot.categories] == ["80%", "85%", "90%", "96%"]
    assert plot.series[0].values == (1399.6, 1309.8, 1310.2, 1001)
    assert [column.values[3] for column in plot.further_columns] == [26, 500]
    assert plot.current == 3


def test_only_another_retention_can_be_set(app: AppDriver) -> None:
    app.open_window()
    stored: list[int] = []

    def set_percent(percent: int) -> bool:
        stored.append(percent)
        return percent != 96

    dialog = open_dialog(app, set_percent=set_percent)
    dialog.retention_box.setCurrentIndex(2)
    assert not dialog.set_button.isEnabled()
    dialog.retention_box.setCurrentIndex(3)
    dialog.set_button.click()
    assert dialog.isVisible(), "it could not be stored"
    dialog.retention_box.setCurrentIndex(1)
    dialog.set_button.click()
    assert not dialog.isVisible()
    assert stored == [96, 85]


def test_assumptions_are_stated(app: AppDriver) -> None:
    app.open_window()
    model = "Simulated with your cards, limits and answer times: a model, not a promise."
    assert open_dialog(app).warning_label.text() == model
    assert open_dialog(app, COMPARISON._replace(minutes=0, rating_count=1)).warning_label.text() == (
        f"{model} Set minutes per day to compare retentions for the same study time. "
        "You have 1 review so far, so most answer times and ratings are assumed."
    )


def test_nothing_can_be_chosen_without_cards(app: AppDriver) -> None:
    app.open_window()
    empty = RetentionOutcome(90, 0, 0, 0)
    dialog = open_dialog(app, RetentionComparison((empty,), empty, 0, 0))
    assert dialog.panel.sentence_label.text() == "There are no cards to study."
    assert not dialog.set_button.isVisible()


def test_error_is_shown(app: AppDriver) -> None:
    app.open_window()

    def fail(_progress: ProgressCallback) -> RetentionComparison:
        raise StoreDamaged(DAMAGED, Path("x.db"))

    dialog = RetentionDialog(fail, lambda _percent: True, app.window)
    dialog.show()
    app.wait_until(lambda: not dialog.is_busy)
    assert dialog.panel.sentence_label.text() == str(StoreDamaged(DAMAGED, Path("x.db")))
    assert not dialog.set_button.isVisible()


def test_options_of_all_decks_compare_and_set_the_retention(app: AppDriver) -> None:
    app.write_deck(*(basic_note(f"n{number}") for number in range(12)))
    app.open_window()
    set_option(app.collection, ALL_DECKS, "retention", "95")
    app.window.deck_dialogs.show_options("d")
    assert not buttons_of(app.window.findChildren(OptionsDialog)[-1])
    app.window.deck_dialogs.show_options(ALL_DECKS)
    options = app.window.findChildren(OptionsDialog)[-1]
    first, second = buttons_of(options)
    assert first.isVisibleTo(options) and second.isVisibleTo(options)
    first.click()
    (dialog,) = options.findChildren(RetentionDialog)
    app.wait_until(lambda: not dialog.is_busy)
    assert dialog.panel.sentence_label.text().startswith("At ")
    assert "95% (now)" in [
        dialog.retention_box.itemText(index) for index in range(dialog.retention_box.count())
    ]
    dialog.retention_box.setCurrentIndex(dialog.retention_box.findText("85%"))
    assert dialog.retention_box.currentText() == "85%"
    dialog.set_button.click()
    assert load_study_options(app.collection).desired_retention_percent == 85
    assert options.field_by_option["retention"].text() == "85"  # type: ignore[attr-defined]


def buttons_of(options: OptionsDialog) -> list[QPushButton]:
    return [button for button in options.findChildren(QPushButton) if button.text() == "Compare retentions…"]
