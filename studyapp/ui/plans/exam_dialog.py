"""The dialog in which an exam is planned."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from studyapp.core.exam_plan.exam import MAX_TARGET, MIN_TARGET, Exam, ExamError, check_exam
from studyapp.core.search.query_error import QueryError
from studyapp.ui.dialogs.field_error import FieldError
from studyapp.ui.dialogs.query_line import QueryLine
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.dialogs.spin_box import create_spin_box
from studyapp.ui.dialogs.wrapping_buttons import WrappingCheckBox
from studyapp.ui.kit import formatting
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.plans.date_field import DateField

_DAYS_AHEAD = 30
"""How far ahead a new exam is at first."""


class ExamDialog(ScrollingDialog):
    """Asks for an exam. `title_by_scope` are the choices of cards by their query. `save` stores the exam, with whether cards due
    after it are brought forward, and returns whether that succeeded; it may raise QueryError."""

    def __init__(
        self,
        exam: Exam | None,
        today: int,
        title_by_scope: Mapping[str, str],
        save: Callable[[Exam, bool], bool],
        parent: QWidget,
    ) -> None:
        super().__init__(parent, width=460)
        self.setWindowTitle(self.tr("Add exam") if exam is None else self.tr("Edit exam"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._planned_on = today if exam is None else exam.planned_on
        self._save, self._today = save, today
        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        self.name_edit = QLineEdit(self)
        self._add_field(self.tr("Name"), self.name_edit)
        self.name_error = FieldError(self)
        self.column.addWidget(self.name_error)
        self.date_field = DateField(today + _DAYS_AHEAD, today + 1, self.tr("Date"), self)
        self._add_field(self.tr("Date"), self.date_field)
        self.cards_box = ComboBox(self, min_letters=20)
        for scope, title in title_by_scope.items():
            self.cards_box.addItem(title, scope)
        self.cards_box.addItem(self.tr("Cards that match a search"), None)
        self._add_field(self.tr("Cards"), self.cards_box)
        self.query_line = QueryLine(self.tr("Search"), self)
        self.column.addWidget(self.query_line)
        self.target_box = create_spin_box(90, MIN_TARGET, MAX_TARGET, self)
        self._add_field(self.tr("Cards to recall on the day (%)"), self.target_box)
        self.forward_box = WrappingCheckBox(self.tr("Bring later cards forward"), self)
        self.forward_box.setChecked(True)
        self.column.addWidget(self.forward_box)
        hint = self.tr("Cards due after the exam are shown once more before it if needed. You can undo this.")
        self.forward_box.setAccessibleDescription(hint)
        self.column.addWidget(create_label(hint, "furniture", self, has_word_wrap=True))
        self.column.addStretch(1)
        self.add_button(self.tr("Cancel")).clicked.connect(self.reject)
        self.save_button = self.add_button(self.tr("Save"), "primary", is_default=True)
        self.save_button.clicked.connect(self._accept_exam)
        self.cards_box.currentIndexChanged.connect(lambda _: self._show_query())
        if exam is not None:
            self._show_exam(exam)
        self._show_query()
        self.name_edit.setFocus()

    def _add_field(self, title: str, field: QWidget) -> None:
        label = create_label(title, "furniture", self)
        label.setBuddy(field)
        field.setAccessibleName(title)
        self.column.addWidget(label)
        self.column.addWidget(field)

    def _show_exam(self, exam: Exam) -> None:
        self.name_edit.setText(exam.name)
        self.date_field.set_day(exam.day)
        self.target_box.setValue(exam.target_percent)
        index = self.cards_box.findData(exam.scope)
        self.cards_box.setCurrentIndex(index if index >= 0 else self.cards_box.count() - 1)
        if index < 0:
            self.query_line.edit.setText(exam.scope)

    def _show_query(self) -> None:
        self.query_line.setVisible(self.cards_box.currentData() is None)

    def _accept_exam(self) -> None:
        self.name_error.clear_error()
        scope = self.cards_box.currentData() or self.query_line.query
        planned_on = self._planned_on if self._planned_on < self.date_field.day else self._today
        exam = Exam(
            self.name_edit.text().strip(), self.date_field.day, planned_on, scope, self.target_box.value()
        )
        problem = check_exam(exam)
        if problem is not None:
            self._show_problem(problem)
            return
        try:
            is_saved = self._save(exam, self.forward_box.isChecked())
        except QueryError as error:
            self.query_line.show_mistake(error)
            return
        if is_saved:
            self.accept()

    def _show_problem(self, problem: ExamError) -> None:
        self.name_error.show_error(self.name_edit, formatting.format_error(problem))
