"""The screens of `shot_screens.py` about the schedule and about forgotten cards."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from studyapp.core.study.rating import Confidence, Rating
from studyapp.desktop import DesktopApp
from studyapp.services.options.option_storage import set_option
from studyapp.store.stored_options import ALL_DECKS
from studyapp.ui.card.answer_dialog import AnswerDialog
from studyapp.ui.decks.study_options_dialog import OptionsDialog
from studyapp.ui.optimization.parameter_panel import ParameterPanel
from studyapp.ui.workload.retention_dialog import RetentionDialog

if TYPE_CHECKING:
    from tools.shot_screens import Moment


def optimization_screens(options: OptionsDialog) -> Iterator[tuple[str, QWidget]]:
    """Yield the result of an optimization in the options dialog, and the dialog that compares retentions."""
    panel = options.findChildren(ParameterPanel)[0]
    panel.optimize_button.click()
    while panel.is_running:
        QApplication.processEvents()
    panel.optimize_button.setFocus()
    yield "optimization", options
    next(
        button
        for button in options.findChildren(QPushButton)
        if button.text() == options.tr("Compare retentions…")
    ).click()
    comparison = options.findChildren(RetentionDialog)[-1]
    while comparison.is_busy:
        QApplication.processEvents()
    yield "retentions", comparison
    comparison.close()


def minutes_over_screens(desktop: DesktopApp, moment: "Moment") -> Iterator[tuple[str, QWidget]]:
    """Yield a forgotten card, its answer in a dialog, and the end of a session by the minutes of the day."""
    window = desktop.window
    assert window is not None
    set_option(desktop.collection, ALL_DECKS, "minutes_a_day", "3")
    window.start_session()
    page = window.review_page
    page.reveal(Confidence.SURE)
    moment.now += 15_000
    page.rate(Rating.AGAIN)
    yield "forgotten", window
    page.show_forgotten_answer()
    answer = page.findChildren(AnswerDialog)[-1]
    yield "forgotten-answer", answer
    answer.close()
    while page.prompt is not None:
        page.reveal()
        moment.now += 15_000
        page.rate(Rating.EASY)
    yield "minutes-over", window
    set_option(desktop.collection, ALL_DECKS, "minutes_a_day", None)
    window.show_decks()
