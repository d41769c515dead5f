"""The part of the options dialog about the parameters of FSRS."""

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.optimization.parameter_optimization import Optimization
from studyapp.services.optimization.rescheduling import Rescheduling
from studyapp.store.parameter_fits import StoredFit
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.dialogs.button_row_layout import ButtonRowLayout
from studyapp.ui.kit import formatting, screen_reader
from studyapp.ui.kit.latest_task import LatestTask
from studyapp.ui.kit.widgets import create_button, create_label
from studyapp.ui.optimization.optimization_texts import (
    describe_due_changes,
    describe_fit_in_use,
    describe_optimization,
)


class ParameterOperations(NamedTuple):
    """What the panel can do. All but `load_fit_in_use` run in the background."""

    load_fit_in_use: Callable[[], StoredFit | None]
    optimize: Callable[[ProgressCallback], Optimization]
    use_previous: Callable[[ProgressCallback], object]
    preview_rescheduling: Callable[[ProgressCallback], Rescheduling]
    reschedule: Callable[[Rescheduling, ProgressCallback], object]


class ParameterPanel(QWidget):
    """Says when the parameters were fitted and what that gained, above buttons to change them."""

    schedulesChanged = Signal()

    def __init__(self, operations: ParameterOperations, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("column")
        self._operations = operations
        self._task = LatestTask(self)
        self._task.failed.connect(self._show_error)
        self._task.succeeded.connect(lambda result: self._handle_result(result))
        self._handle_result: Callable[[Any], None] = self._show_optimization
        self.state_label = create_label("", "", self, has_word_wrap=True)
        self.result_label = create_label("", "furniture", self, has_word_wrap=True)
        self.optimize_button = create_button(self.tr("Optimize now"), "secondary", self)
        self.previous_button = create_button(self.tr("Use previous parameters"), "secondary", self)
        self.reschedule_button = create_button(self.tr("Reschedule cards…"), "secondary", self)
        self.optimize_button.clicked.connect(self._optimize)
        self.previous_button.clicked.connect(self._use_previous)
        self.reschedule_button.clicked.connect(self._preview_rescheduling)
        buttons = ButtonRowLayout()
        for button in (self.optimize_button, self.previous_button, self.reschedule_button):
            buttons.add_button(button, is_leading=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.state_label)
        column.addLayout(buttons)
        column.addWidget(self.result_label)
        self._show_state()

    @property
    def is_running(self) -> bool:
        """Whether something runs in the background."""
        return self._task.is_running

    def stop(self) -> None:
        """End what is running, before the dialog is deleted."""
        self._task.stop_and_wait()

    def _run(
        self, operation: Callable[[ProgressCallback], Any], text: str, handle_result: Callable[[Any], None]
    ) -> None:
        """Run an operation in the background, and say so until it ends. The buttons do nothing until then; they stay enabled,
        because the focus would leave them otherwise."""
        if not self.is_running:
            self._handle_result = handle_result
            self._set_result(text)
            self._task.start(operation)

    def _optimize(self) -> None:
        self._run(self._operations.optimize, self.tr("Optimizing…"), self._show_optimization)

    def _show_optimization(self, optimization: Optimization) -> None:
        self._show_state(describe_optimization(optimization))
        if optimization.is_adopted:
            self.schedulesChanged.emit()

    def _use_previous(self) -> None:
        self._run(self._operations.use_previous, self.tr("Restoring…"), self._show_previous)

    def _show_previous(self, _result: object) -> None:
        self._show_state(self.tr("The previous parameters are in use again."))
        self.schedulesChanged.emit()

    def _preview_rescheduling(self) -> None:
        self._run(self._operations.preview_rescheduling, self.tr("Calculating…"), self._confirm_rescheduling)

    def _confirm_rescheduling(self, rescheduling: Rescheduling) -> None:
        count = len(rescheduling.changes)
        if not count:
            self._show_state(self.tr("All cards are due when they should be."))
        elif modal_dialogs.confirm_rescheduling(self, describe_due_changes(rescheduling.summary)):
            self._run(
                lambda progress: self._operations.reschedule(rescheduling, progress),
                self.tr("Rescheduling…"),
                lambda _: self._show_rescheduling(count),
            )
        else:
            self._show_state()

    def _show_rescheduling(self, count: int) -> None:
        self._show_state(self.tr("%Ln card(s) rescheduled.", "", count))
        self.schedulesChanged.emit()

    def _show_state(self, result: str = "") -> None:
        """Show which parameters are in use, and the result of what was done."""
        try:
            fit = self._operations.load_fit_in_use()
        except TranslatableError as error:
            fit, result = None, formatting.format_error(error)
        self.state_label.setText(describe_fit_in_use(fit))
        self._set_result(result)
        self.previous_button.setEnabled(fit is not None)

    def _set_result(self, text: str) -> None:
        self.result_label.setText(text)
        self.result_label.setVisible(bool(text))
        if text and self.isVisible():
            screen_reader.announce(text)

    def _show_error(self, error: Exception) -> None:
        if not isinstance(error, TranslatableError | OSError):
            raise error
        self._show_state(formatting.format_error(error))
