"""The dialog that lists exams and days off."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from studyapp.services.plans.exams import ExamPlan
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.kit.widgets import create_button, create_label
from studyapp.ui.plans.plan_texts import format_days_off, format_exam


class PlansDialog(ScrollingDialog):
    """Shows what is planned and emits what to change."""

    addExamRequested = Signal()
    editExamRequested = Signal(object)
    """Carries the `Exam`."""

    deleteExamRequested = Signal(str)
    addDaysOffRequested = Signal()
    removeDaysOffRequested = Signal(object)
    """Carries the range of study days."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=620)
        self.setWindowTitle(self.tr("Exams and days off"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        self.column.addWidget(create_label(self.tr("Exams"), "furniture", self))
        self._exams_column = self._add_list()
        self.add_exam_button = self._add_link(self.column, self.tr("Add exam…"))
        self.add_exam_button.clicked.connect(self.addExamRequested)
        self.column.addWidget(create_label(self.tr("Days off"), "furniture", self))
        self._days_column = self._add_list()
        self.add_days_button = self._add_link(self.column, self.tr("Add days off…"))
        self.add_days_button.clicked.connect(self.addDaysOffRequested)
        self.column.addStretch(1)
        self.add_button(self.tr("Close")).clicked.connect(self.close)

    def show_plans(self, plans: Sequence[ExamPlan], days_off: Sequence[range]) -> None:
        """Show these plans."""
        for column in (self._exams_column, self._days_column):
            while (item := column.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        for plan in plans:
            buttons = self._add_entry(
                self._exams_column, format_exam(plan), self.tr("Edit…"), self.tr("Delete")
            )
            name = plan.exam.name
            buttons[0].clicked.connect(lambda _, exam=plan.exam: self.editExamRequested.emit(exam))
            buttons[1].clicked.connect(lambda _, name=name: self.deleteExamRequested.emit(name))
        for days in days_off:
            (button,) = self._add_entry(self._days_column, format_days_off(days), self.tr("Remove"))
            button.clicked.connect(lambda _, days=days: self.removeDaysOffRequested.emit(days))
        if not plans:
            self._add_shown(self._exams_column, create_label(self.tr("No exams"), "soft", self))
        if not days_off:
            self._add_shown(self._days_column, create_label(self.tr("No days off"), "soft", self))
        if self.isVisible():
            self.column.activate()
            self.fit_content()

    def _add_list(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.column.addLayout(column)
        return column

    def _add_entry(self, column: QVBoxLayout, text: str, *actions: str) -> list[QPushButton]:
        entry = QWidget(self)
        entry.setObjectName("column")
        entry_column = QVBoxLayout(entry)
        entry_column.setContentsMargins(0, 0, 0, 0)
        entry_column.setSpacing(0)
        entry_column.addWidget(create_label(text, "", entry, has_word_wrap=True))
        row = QHBoxLayout()
        row.setSpacing(16)
        buttons = [create_button(action, "flushLink", entry) for action in actions]
        for button in buttons:
            button.setAccessibleDescription(text)
            row.addWidget(button)
        row.addStretch(1)
        entry_column.addLayout(row)
        self._add_shown(column, entry)
        return buttons

    def _add_shown(self, column: QVBoxLayout, widget: QWidget) -> None:
        column.addWidget(widget)
        widget.show()  # Qt would show it later, when the dialog has got its size

    def _add_link(self, column: QVBoxLayout, text: str) -> QPushButton:
        button = create_button(text, "flushLink", self)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return button
