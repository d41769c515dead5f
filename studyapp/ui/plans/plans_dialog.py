"""The dialog that lists exams and days off."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.plans.exam_overview import ExamOverview
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_button, create_label
from studyapp.ui.plans.exam_entry import ExamEntry
from studyapp.ui.plans.plan_tasks import LoadedPlans
from studyapp.ui.plans.plan_texts import format_days_off


class PlansDialog(BackgroundTaskDialog):
    """Shows what `load` returns, which runs in the background, and emits what to change. Changes are ignored while something
    runs; the buttons stay enabled, because the focus would leave them otherwise."""

    addExamRequested = Signal()
    editExamRequested = Signal(object)
    bringForwardRequested = Signal(object)
    """Both carry the `Exam`."""

    deleteExamRequested = Signal(str)
    deletePastExamsRequested = Signal()
    optionsRequested = Signal()
    addDaysOffRequested = Signal()
    removeDaysOffRequested = Signal(object)
    """Carries the range of study days."""

    changed = Signal()
    """A change was stored."""

    def __init__(self, load: Callable[[ProgressCallback], LoadedPlans], parent: QWidget) -> None:
        super().__init__(parent, width=620)
        self.setWindowTitle(self.tr("Exams and days off"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._load, self._is_outdated = load, False
        self.message_banner = MessageBanner(self)
        for widget in (
            create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True),
            self.progress_bar,
            self.message_banner,
            create_label(self.tr("Exams"), "furniture", self),
        ):
            self.column.addWidget(widget)
        self._exams_column = self._add_list()
        self.add_exam_button = self._add_link(self.column, self.tr("Add exam…"))
        self.add_exam_button.clicked.connect(self.addExamRequested)
        self._past_title = create_label(self.tr("Past exams"), "furniture", self)
        self.column.addWidget(self._past_title)
        self._past_column = self._add_list()
        self.delete_past_button = self._add_link(self.column, self.tr("Delete all past exams"))
        self.delete_past_button.clicked.connect(self.deletePastExamsRequested)
        self.column.addWidget(create_label(self.tr("Days off"), "furniture", self))
        self._days_column = self._add_list()
        self.add_days_button = self._add_link(self.column, self.tr("Add days off…"))
        self.add_days_button.clicked.connect(self.addDaysOffRequested)
        self.column.addStretch(1)
        self.add_button(self.tr("Close")).clicked.connect(self.reject)
        self._show_past_exams(())
        for column in (self._exams_column, self._days_column):
            self._add_shown(column, create_label(self.tr("Calculating…"), "soft", self))
        self.reload()

    def reload(self) -> None:
        """Show what is planned now, once it is calculated."""
        self._is_outdated = self.is_busy
        if self._is_outdated:
            self.cancel_task()  # its end calls this again
        else:
            self.run_task(self._load, self._take_plans, self._show_failure, self._end_canceled)

    def change(self, store: Callable[[], object]) -> None:
        """Store a change in the background, then show what is planned."""
        if not self.is_busy:
            self.message_banner.hide()
            self.run_task(
                lambda _: store(),
                lambda _: self._end_change(),
                self._show_failure,
                self.reject,
                can_cancel=False,
            )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the dialogs above as well. Stay open if one of them stays, because it is storing something."""
        if all(dialog.close() for dialog in self.findChildren(QDialog)):
            super().closeEvent(event)
        else:
            event.ignore()

    def _end_change(self) -> None:
        self.changed.emit()
        self.reload()

    def _end_canceled(self) -> None:
        if self._is_outdated:
            self.reload()
        else:
            self.reject()

    def _take_plans(self, plans: LoadedPlans) -> None:
        if self._is_outdated:  # something was changed when it was already complete
            self.reload()
            return
        coming = [one for one in plans.exams if one.plan.days_left >= 0]
        self._show_exams(self._exams_column, coming)
        if not coming:
            self._add_shown(self._exams_column, create_label(self.tr("No exams"), "soft", self))
        self._show_past_exams([one for one in plans.exams if one.plan.days_left < 0])
        self._show_days_off(plans.days_off)
        if self.isVisible():
            self.column.activate()
            self.fit_content()

    def _show_past_exams(self, exams: Sequence[ExamOverview]) -> None:
        self._show_exams(self._past_column, exams)
        for widget in (self._past_title, self.delete_past_button):
            widget.setVisible(bool(exams))

    def _show_exams(self, column: QVBoxLayout, exams: Sequence[ExamOverview]) -> None:
        _clear(column)
        for overview in exams:
            exam, entry = overview.plan.exam, ExamEntry(overview, self)
            entry.editRequested.connect(lambda exam=exam: self.editExamRequested.emit(exam))
            entry.deleteRequested.connect(lambda exam=exam: self.deleteExamRequested.emit(exam.name))
            entry.bringForwardRequested.connect(lambda exam=exam: self.bringForwardRequested.emit(exam))
            entry.optionsRequested.connect(self.optionsRequested)
            self._add_shown(column, entry)

    def _show_days_off(self, runs: Sequence[range]) -> None:
        _clear(self._days_column)
        for days in runs:
            entry = QWidget(self)
            entry.setObjectName("column")
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            text = format_days_off(days)
            row.addWidget(create_label(text, "", entry, has_word_wrap=True), 1)
            link = create_button(
                self.tr("Remove…") if len(days) > 1 else self.tr("Remove"), "flushLink", entry
            )
            link.setAccessibleDescription(text)
            link.clicked.connect(lambda _, days=days: self.removeDaysOffRequested.emit(days))
            row.addWidget(link)
            self._add_shown(self._days_column, entry)
        if not runs:
            self._add_shown(self._days_column, create_label(self.tr("No days off"), "soft", self))

    def _show_failure(self, error: Exception) -> None:
        if not isinstance(error, TranslatableError | OSError):
            raise error
        self.message_banner.show_text(formatting.format_error(error), is_info=False)
        self.scroll_to(self.message_banner)

    def _add_list(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.column.addLayout(column)
        return column

    def _add_shown(self, column: QVBoxLayout, widget: QWidget) -> None:
        column.addWidget(widget)
        widget.show()  # Qt would show it later, when the dialog has got its size

    def _add_link(self, column: QVBoxLayout, text: str) -> QPushButton:
        button = create_button(text, "flushLink", self)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button


def _clear(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
