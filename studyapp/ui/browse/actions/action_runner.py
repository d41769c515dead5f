"""Runs the actions of the browse page: short ones at once, long ones in the background with a dialog."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.progress_callback import ProgressCallback, ignore_progress
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.options.clock import Clock
from studyapp.services.options.option_storage import make_study_clock
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreError
from studyapp.ui.browse.actions.action_progress_dialog import ActionProgressDialog
from studyapp.ui.kit import formatting
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.kit.background_task import OperationQueue

if TYPE_CHECKING:
    from studyapp.services.editing.steps.edit_environment import EditEnvironment

_DIALOG_DELAY_MS = 300
"""Faster actions show no dialog."""

Result = TypeVar("Result")


class ActionRunner(QObject):
    """Runs one action after the other, and reports if one fails. An action gets a collection and the clock for it.

    After an action that failed or was canceled, those that wait are not started.
    """

    failed = Signal(str)
    """Carries what went wrong."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._window = context, window
        self._dialog: ActionProgressDialog | None = None
        self._queue = OperationQueue(lambda: self._dialog is None)

    def run_now(self, act: Callable[[Collection, Clock], Result], report: Callable[[Result], None]) -> None:
        """Run a short action, at once unless another one is running."""

        def run() -> None:
            try:
                result = act(self._context.collection, self._context.clock)
            except StoreError as error:
                self._report_failure(error)
            else:
                report(result)

        self._queue.add(run)

    def run_in_background(
        self, act: Callable[[Collection, Clock], Result], report: Callable[[Result], None]
    ) -> None:
        """Run an action on many cards. It is a single transaction, which can be canceled at any query."""
        system_clock = self._context.clock

        def run(progress: ProgressCallback) -> Result:
            result: Result = self._context.use_collection(
                lambda collection, _: act(collection, make_study_clock(collection, system_clock)), progress
            )
            return result

        self._queue.add(lambda: self._run_task(run, report, can_cancel=True))

    def run_edit(self, edit: "Callable[[EditEnvironment], Result]", report: Callable[[Result], None]) -> None:
        """Run an action that changes deck files. It can't be canceled."""

        def run(_progress: ProgressCallback) -> Result:
            result: Result = self._context.run_edit(edit, ignore_progress)
            return result

        self._queue.add(lambda: self._run_task(run, report, can_cancel=False))

    def _run_task(
        self,
        run: Callable[[ProgressCallback], Result],
        report: Callable[[Result], None],
        *,
        can_cancel: bool,
    ) -> None:
        """Run a task in the background. While it runs, a dialog covers the window after a moment."""
        dialog = self._dialog = ActionProgressDialog(self._window, can_cancel=can_cancel)

        def end(then: Callable[[], None]) -> None:
            self._dialog = None
            dialog.accept()
            dialog.deleteLater()
            try:
                then()
            finally:
                self._queue.start_next()

        dialog.run_task(
            run,
            lambda result: end(lambda: report(result)),
            lambda error: end(lambda: self._report_failure(error)),
            lambda: end(self._queue.clear),
            can_cancel=can_cancel,
        )
        QTimer.singleShot(_DIALOG_DELAY_MS, dialog, lambda: dialog.open() if dialog.is_busy else None)

    def _report_failure(self, error: Exception) -> None:
        self._queue.clear()
        if not isinstance(error, TranslatableError | OSError):
            raise error
        self.failed.emit(formatting.format_error(error))
