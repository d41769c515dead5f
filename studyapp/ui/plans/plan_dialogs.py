"""Connects the dialogs for exams and days off with the collection."""

from collections.abc import Callable, Sequence
from functools import partial
from random import Random

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.days_off.shifted_reviews import ShiftDirection
from studyapp.core.exam_plan.exam import Exam
from studyapp.core.exam_plan.exam_scope import ALL_CARDS, scope_of_decks
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.services.options.option_storage import make_study_clock
from studyapp.services.plans import days_off, exams
from studyapp.services.plans.days_off import DaysOffPreview
from studyapp.services.plans.exams import ExamPlan
from studyapp.store.collection import Collection
from studyapp.store.errors import StoreError
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.kit import formatting
from studyapp.ui.kit.app_context import AppContext
from studyapp.ui.kit.latest_task import LatestTask
from studyapp.ui.plans.days_off_dialog import DaysOffDialog
from studyapp.ui.plans.exam_dialog import ExamDialog
from studyapp.ui.plans.plan_texts import format_exam_line
from studyapp.ui.plans.plans_dialog import PlansDialog


class PlanDialogs(QObject):
    """The dialogs for exams and days off. `current_library` returns the decks and the languages of the cards."""

    changed = Signal()
    """Exams, days off or due dates have changed."""

    def __init__(
        self,
        context: AppContext,
        current_library: Callable[[], tuple[Library, CardLanguages]],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._context, self._current_library, self._window = context, current_library, window
        self._task = LatestTask(self)
        self._show_lines: Callable[[Sequence[str]], None] = lambda _: None
        self._task.succeeded.connect(lambda lines: self._show_lines(lines))
        self._task.failed.connect(self._handle_error)

    def read_exam_lines(self, show_lines: Callable[[Sequence[str]], None]) -> None:
        """Compute the plans of coming exams in the background, and show a line for each."""
        self._show_lines = show_lines
        library, context = self._current_library()[0], self._context

        def read(collection: Collection, _progress: ProgressCallback) -> list[str]:
            clock = make_study_clock(collection, context.clock)
            exams.update_exam_cards(collection, library, clock)
            plans = (
                exams.load_exam_plan(collection, exam, clock, Random(0).random)
                for exam in exams.list_exams(collection)
                if exam.day > clock.today()
            )
            return [format_exam_line(plan) for plan in plans]

        self._task.start(lambda progress: context.use_collection(read, progress))

    def _handle_error(self, error: Exception) -> None:
        self._show_lines([])
        if not isinstance(error, StoreError):  # the decks page reports those when it reads its counts
            raise error

    def show_plans(self) -> None:
        """Show the exams and days off."""
        dialog = PlansDialog(self._window)
        dialog.addExamRequested.connect(lambda: self._edit_exam(None, dialog))
        dialog.editExamRequested.connect(lambda exam: self._edit_exam(exam, dialog))
        dialog.deleteExamRequested.connect(
            lambda name: self._change(partial(exams.delete_exam, self._context.collection, name), dialog)
        )
        dialog.addDaysOffRequested.connect(lambda: self._add_days_off(dialog))
        dialog.removeDaysOffRequested.connect(
            lambda days: self._change(
                partial(days_off.remove_days_off, self._context.collection, days), dialog
            )
        )
        if self._show_in(dialog):
            dialog.open()

    def _show_in(self, dialog: PlansDialog) -> bool:
        collection, clock = self._context.collection, self._context.clock

        def load() -> tuple[list[ExamPlan], list[range]]:
            exams.update_exam_cards(collection, self._current_library()[0], clock)
            plans = [
                exams.load_exam_plan(collection, exam, clock, Random(0).random)
                for exam in exams.list_exams(collection)
            ]
            return plans, days_off.list_days_off(collection, clock.today())

        return self._try(lambda: dialog.show_plans(*load()))

    def _change(self, change: Callable[[], object], dialog: PlansDialog) -> bool:
        is_changed = self._try(change)
        if is_changed:
            self._show_in(dialog)
            self.changed.emit()
        return is_changed

    def _edit_exam(self, exam: Exam | None, dialog: PlansDialog) -> None:
        collection, clock = self._context.collection, self._context.clock
        library, languages = self._current_library()

        def save(edited: Exam, brings_forward: bool) -> bool:
            def store() -> None:
                exams.save_exam(collection, library, clock, edited, "" if exam is None else exam.name)
                late = exams.find_cards_due_too_late(collection, edited, clock) if brings_forward else []
                if late:
                    exams.bring_forward(collection, edited, late, clock)

            return self._change(store, dialog)

        titles = library.title_by_deck(languages)
        title_by_scope = {ALL_CARDS: self.tr("All decks")}
        title_by_scope |= {scope_of_decks([deck]): titles[deck] for deck in library.visible_deck_ids}
        ExamDialog(exam, clock.today(), title_by_scope, save, dialog).open()

    def _add_days_off(self, dialog: PlansDialog) -> None:
        collection, clock = self._context.collection, self._context.clock

        def load_preview(days: range) -> DaysOffPreview | None:
            found: list[DaysOffPreview] = []
            self._try(lambda: found.append(days_off.preview_days_off(collection, days, clock)))
            return found[0] if found else None

        def plan(preview: DaysOffPreview, direction: ShiftDirection) -> bool:
            return self._change(
                partial(days_off.plan_days_off, collection, preview, clock, direction), dialog
            )

        DaysOffDialog(clock.today(), load_preview, plan, dialog).open()

    def _try(self, operation: Callable[[], object]) -> bool:
        """Run `operation`. If the store fails, show the error and return False."""
        try:
            operation()
        except StoreError as error:
            modal_dialogs.show_error(self._window, formatting.format_error(error))
            return False
        return True
