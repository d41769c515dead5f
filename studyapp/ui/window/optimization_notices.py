"""Optimizes FSRS in the background, and says on the decks page when other parameters were adopted."""

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.optimization.parameter_adoption import finish_adoption, is_adoption_unfinished
from studyapp.services.optimization.parameter_optimization import Optimization, is_optimization_due
from studyapp.store.errors import StoreError
from studyapp.ui.decks.attention_panel import AttentionNotice, AttentionTopic
from studyapp.ui.kit import formatting
from studyapp.ui.kit.latest_task import LatestTask
from studyapp.ui.kit.page import PageId
from studyapp.ui.optimization.optimization_texts import describe_optimization

if TYPE_CHECKING:
    from studyapp.ui.kit.app_context import AppContext
    from studyapp.ui.window.main_window import MainWindow


class OptimizationNotices(QObject):
    """Starts an optimization if one is due, once the library was read and whenever the decks page is shown again."""

    def __init__(self, window: "MainWindow", context: "AppContext") -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self._optimization, self._restoring, self._finishing = (LatestTask(self) for _ in range(3))
        self._optimization.succeeded.connect(self._handle_optimization)
        self._optimization.failed.connect(self._handle_failure)
        self._finishing.failed.connect(self._handle_failure)
        self._restoring.succeeded.connect(lambda _: self._remove_notice())
        self._restoring.failed.connect(self._show_failed_undo)
        window.library_reader.libraryRead.connect(self._start_once)
        window.installEventFilter(self)

    def start_if_due(self) -> None:
        """Optimize in the background if that is due, and nobody is studying. First finish what was interrupted."""
        tasks = self._optimization, self._restoring, self._finishing
        if any(task.is_running for task in tasks) or self._window.current_page.page_id is not PageId.DECKS:
            return
        with suppress(StoreError):  # the decks page reports it
            if is_adoption_unfinished(self._context.collection):
                self._finishing.start(self._finish)
            elif is_optimization_due(self._context.collection, self._context.clock.now()):
                self._optimization.start(self._context.optimize_parameters)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End what is running when the window closes. It is done anew after the next start."""
        if event.type() == QEvent.Type.Close:
            self._optimization.cancel()
            self._restoring.cancel()
            self._finishing.cancel()
        return super().eventFilter(watched, event)

    def _finish(self, progress: ProgressCallback) -> None:
        self._context.use_collection(finish_adoption, progress)

    def _start_once(self) -> None:
        self._window.library_reader.libraryRead.disconnect(self._start_once)
        self._window.page_stack.currentChanged.connect(lambda _: self.start_if_due())
        self.start_if_due()

    def _handle_optimization(self, optimization: Optimization) -> None:
        if optimization.is_adopted:
            self._window.refresh_overview()  # how long a backlog takes depends on the parameters
            self._show_notice(describe_optimization(optimization), is_info=True)

    def _show_notice(self, text: str, *, is_info: bool) -> None:
        notice = AttentionNotice(text, self.tr("Undo"), self._undo, is_info)
        self._window.decks_page.attention_panel.set_notice(AttentionTopic.OPTIMIZATION, notice)

    def _undo(self) -> None:
        self._restoring.start(self._context.use_previous_parameters)

    def _remove_notice(self) -> None:
        self._window.refresh_overview()
        self._window.decks_page.attention_panel.set_notice(AttentionTopic.OPTIMIZATION, None)

    def _handle_failure(self, error: Exception) -> None:
        """Leave it to the next time: it is in the log, and nothing that the user asked for has failed."""
        if not isinstance(error, TranslatableError | OSError):
            raise error

    def _show_failed_undo(self, error: Exception) -> None:
        if not isinstance(error, TranslatableError | OSError):
            raise error
        self._show_notice(formatting.format_error(error), is_info=False)
