"""Opens the dialogs for exams and days off."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from studyapp.core.exam_plan.exam import Exam
from studyapp.store.errors import StoreError
from studyapp.ui.kit.app_context import AppContext, CurrentLibrary
from studyapp.ui.kit.latest_task import LatestTask
from studyapp.ui.plans.days_off_dialog import DaysOffDialog, RemoveDaysOffDialog
from studyapp.ui.plans.exam_dialog import ExamDialog
from studyapp.ui.plans.plan_tasks import PlanTasks
from studyapp.ui.plans.plan_texts import format_exam_line
from studyapp.ui.plans.plans_dialog import PlansDialog


class PlanDialogs(QObject):
    """The dialogs for exams and days off. `current_library` returns the decks and the languages of the cards."""

    changed = Signal()
    """Exams, days off or due dates have changed."""

    optionsRequested = Signal(object)
    """The options of all decks are to be shown. Carries the dialog above which they are shown."""

    def __init__(self, context: AppContext, current_library: CurrentLibrary, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = PlanTasks(context, current_library)
        self._task = LatestTask(self)
        self._show_lines: Callable[[Sequence[str]], None] = lambda _: None
        self._task.succeeded.connect(
            lambda plans: self._show_lines([format_exam_line(plan) for plan in plans])
        )
        self._task.failed.connect(self._handle_error)

    def read_exam_lines(self, show_lines: Callable[[Sequence[str]], None]) -> None:
        """Compute the plans of coming exams in the background, and show a line for each."""
        self._show_lines = show_lines
        self._task.start(self._tasks.load_coming_exams)

    def _handle_error(self, error: Exception) -> None:
        self._show_lines([])
        if not isinstance(error, StoreError):  # the decks page reports those when it reads its counts
            raise error

    def show_plans(self) -> PlansDialog:
        """Show the exams and days off."""
        tasks = self._tasks
        dialog = PlansDialog(tasks.load, self._window)
        dialog.addExamRequested.connect(lambda: self._edit_exam(None, dialog))
        dialog.editExamRequested.connect(lambda exam: self._edit_exam(exam, dialog))
        dialog.bringForwardRequested.connect(lambda exam: dialog.change(lambda: tasks.bring_forward(exam)))
        dialog.deleteExamRequested.connect(lambda name: dialog.change(lambda: tasks.delete_exam(name)))
        dialog.deletePastExamsRequested.connect(lambda: dialog.change(tasks.delete_past_exams))
        dialog.addDaysOffRequested.connect(lambda: self._add_days_off(dialog))
        dialog.removeDaysOffRequested.connect(lambda days: self._remove_days_off(days, dialog))
        dialog.optionsRequested.connect(lambda: self.optionsRequested.emit(dialog))
        dialog.changed.connect(self.changed)
        dialog.open()
        return dialog

    def plan_exam(self, decks: Sequence[str]) -> None:
        """Show the exams and days off, and ask for a new exam on the cards of these decks."""
        self._edit_exam(None, self.show_plans(), decks)

    def _edit_exam(self, exam: Exam | None, dialog: PlansDialog, decks: Sequence[str] = ()) -> None:
        tasks, name = self._tasks, "" if exam is None else exam.name
        titles = tasks.title_by_deck()
        self._open_above(
            ExamDialog(
                exam,
                tasks.today,
                {deck: titles[deck] for deck in tasks.library.visible_deck_ids},
                lambda edited, progress: tasks.find_exam_cards(edited, name, progress),
                lambda edited, cards, brings_forward: tasks.store_exam(
                    edited, cards, name, brings_forward=brings_forward
                ),
                dialog,
                decks,
            ),
            dialog,
        )

    def _add_days_off(self, dialog: PlansDialog) -> None:
        tasks = self._tasks
        self._open_above(
            DaysOffDialog(tasks.today, tasks.preview_days_off, tasks.plan_days_off, dialog), dialog
        )

    def _open_above(self, question: ExamDialog | DaysOffDialog, dialog: PlansDialog) -> None:
        """Open a dialog, and reload the plans when it is accepted."""
        question.accepted.connect(self.changed)
        question.accepted.connect(dialog.reload)
        question.open()

    def _remove_days_off(self, days: range, dialog: PlansDialog) -> None:
        def remove(removed: range) -> None:
            dialog.change(lambda: self._tasks.remove_days_off(removed))

        if len(days) == 1:
            remove(days)
        else:
            RemoveDaysOffDialog(days, remove, dialog).open()
