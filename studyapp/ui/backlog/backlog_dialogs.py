"""Connects what is shown of overdue cards with the collection."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.progress_callback import ProgressCallback
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.plans.backlog import BacklogPlan
from studyapp.services.plans.backlog_loading import load_backlog
from studyapp.services.plans.backlog_spreading import resume_new_cards, spread_backlog
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreError
from studyapp.ui.backlog.backlog_dialog import BacklogDialog
from studyapp.ui.backlog.backlog_texts import format_suggested_plan
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import formatting
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary
from studyapp.ui.kit.latest_task import LatestTask


class BacklogDialogs(QObject):
    """The dialog that spreads overdue cards, and the plan for them on the decks page."""

    changed = Signal()
    """Due dates or the pause of new cards have changed."""

    def __init__(self, context: AppContext, library_and_languages: CurrentLibrary, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._library_and_languages, self._window = context, library_and_languages, window
        self._task = LatestTask(self)
        self._show_plan: Callable[[str], None] = lambda _: None
        self._task.succeeded.connect(lambda sentence: self._show_plan(sentence))
        self._task.failed.connect(self._handle_error)

    def read_plan(self, show_plan: Callable[[str], None]) -> None:
        """Find in the background how the overdue cards of all decks can be worked off, and show it in a sentence."""
        self._show_plan = show_plan
        context, (library, languages) = self._context, self._library_and_languages()

        def read(collection: Collection, _progress: ProgressCallback) -> str:
            clock = make_study_clock(collection, context.clock)
            return format_suggested_plan(load_backlog(collection, library.visible_deck_ids, clock, languages))

        self._task.start(lambda progress: context.use_collection(read, progress))

    def _handle_error(self, error: Exception) -> None:
        if not isinstance(error, StoreError):  # the decks page reports those when it reads its counts
            raise error

    def show_backlog(self) -> None:
        """Show the dialog that spreads the overdue cards of all decks over several days."""
        collection, clock = self._context.collection, self._context.clock
        library, languages = self._library_and_languages()

        def spread(plan: BacklogPlan, pauses_new_cards: bool) -> None:
            self._change(lambda: spread_backlog(collection, plan, clock, pauses_new_cards=pauses_new_cards))

        def open_dialog() -> None:
            backlog = load_backlog(collection, library.visible_deck_ids, clock, languages)
            BacklogDialog(backlog, spread, self._window).open()

        self._try(open_dialog)

    def resume_new_cards(self) -> None:
        """End the pause of new cards."""
        self._change(lambda: resume_new_cards(self._context.collection))

    def _change(self, change: Callable[[], None]) -> None:
        if self._try(change):
            self.changed.emit()

    def _try(self, operation: Callable[[], None]) -> bool:
        """Run `operation`. If the store fails, show the error and return False."""
        try:
            operation()
        except StoreError as error:
            modal_dialogs.show_error(self._window, formatting.format_error(error))
            return False
        return True
