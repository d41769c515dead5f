"""The options of a choice: their texts, which are correct, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studyapp.services.editing.drafts.note_draft import OptionDraft, is_blank
from studyapp.ui.dialogs.wrapping_buttons import WrappingCheckBox
from studyapp.ui.editor.fields.problem_list_view import ProblemListView, ShownProblem
from studyapp.ui.editor.fields.text_field import TextField, TextSetup
from studyapp.ui.kit.widgets import create_button

_MIN_SHOWN = 2


class OptionRow(QWidget):
    """An option. Its explanation is shown once it has one, or on request."""

    changed = Signal()
    left = Signal()
    removeRequested = Signal()

    def __init__(self, number: int, parent: QWidget, setup: TextSetup) -> None:
        super().__init__(parent)
        letter = chr(ord("A") + number) if number < 26 else str(number + 1)
        label = self.tr("Option {letter}").format(letter=letter)
        self.text_field = TextField(label, self, setup)
        self.explanation_field = TextField(
            self.tr("Why (option {letter})").format(letter=letter),
            self,
            setup,
        )
        self.correct_box = WrappingCheckBox(self.tr("Correct"), self)
        self.correct_box.setAccessibleName(self.tr("Option {letter} is correct").format(letter=letter))
        self.explain_button = create_button(self.tr("Add why"), "flushLink", self)
        self.explain_button.setAccessibleName(self.tr("Explain option {letter}").format(letter=letter))
        self.remove_button = create_button(self.tr("Remove"), "flushLink", self)
        self.remove_button.setAccessibleName(self.tr("Remove option {letter}").format(letter=letter))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.correct_box)
        row.addStretch(1)
        row.addWidget(self.explain_button)
        row.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text_field)
        column.addLayout(row)
        column.addWidget(self.explanation_field)
        self.explanation_field.hide()
        for field in (self.text_field, self.explanation_field):
            field.changed.connect(self.changed)
            field.left.connect(self.left)
        self.correct_box.toggled.connect(self.changed)
        self.explain_button.clicked.connect(self._show_explanation)
        self.remove_button.clicked.connect(self.removeRequested)

    def load(self, option: OptionDraft) -> None:
        """Show an option, without an undo history."""
        self.text_field.load_text(option.text)
        self.explanation_field.load_text(option.explanation)
        self.correct_box.setChecked(option.is_correct)
        self._update_explanation(is_shown=not is_blank(option.explanation))

    def change(self, option: OptionDraft) -> None:
        """Replace the texts as steps of their undo histories."""
        self.text_field.change_text(option.text)
        self.explanation_field.change_text(option.explanation)
        self.correct_box.setChecked(option.is_correct)

    def option(self) -> OptionDraft:
        """Return the option as it is shown."""
        return OptionDraft(
            self.text_field.text(), self.correct_box.isChecked(), self.explanation_field.text()
        )

    def _show_explanation(self) -> None:
        self._update_explanation(is_shown=True)
        self.explanation_field.setFocus()

    def _update_explanation(self, *, is_shown: bool) -> None:
        self.explanation_field.setVisible(is_shown)
        self.explain_button.setVisible(not is_shown)


class OptionsField(QWidget):
    """A row for each option, and a button that adds one."""

    changed = Signal()
    rowsChanged = Signal()
    """Rows were added, removed or replaced."""

    left = Signal()

    def __init__(self, parent: QWidget, setup: TextSetup) -> None:
        super().__init__(parent)
        self._setup = setup
        self.rows: list[OptionRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._rows_column = QVBoxLayout()
        self._rows_column.setSpacing(12)
        column.addLayout(self._rows_column)
        self.add_button = create_button(self.tr("Add option"), "flushLink", self)
        self.add_button.clicked.connect(lambda: self._add_row(OptionDraft()).text_field.setFocus())
        self.problem_list = ProblemListView(self.add_button, self)
        column.addWidget(self.problem_list)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.load(())

    def load(self, options: Sequence[OptionDraft]) -> None:
        """Show these options, at least two rows, without undo histories."""
        for row in self.rows:
            self._discard(row)
        self.rows = []
        blank = [OptionDraft()] * max(0, _MIN_SHOWN - len(options))
        for option in (*options, *blank):
            self._add_row(option)

    def change(self, options: Sequence[OptionDraft]) -> None:
        """Show these options. Rows that stay keep their undo histories."""
        if len(options) != len(self.rows):
            self.load(options)
            return
        for row, option in zip(self.rows, options, strict=True):
            row.change(option)

    def options(self) -> tuple[OptionDraft, ...]:
        """Return the options as they are shown, blank ones too."""
        return tuple(row.option() for row in self.rows)

    def show_problems(self, problems: Sequence[tuple[int | None, str, ShownProblem]]) -> None:
        """Show problems, each with the index of its option and its language."""
        self.problem_list.show_problems([problem for index, _, problem in problems if index is None])
        for number, row in enumerate(self.rows):
            row.text_field.show_problems(
                [(tag, problem) for index, tag, problem in problems if index == number]
            )

    def _add_row(self, option: OptionDraft) -> OptionRow:
        row = OptionRow(len(self.rows), self, self._setup)
        row.load(option)
        row.changed.connect(self.changed)
        row.left.connect(self.left)
        row.removeRequested.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._rows_column.addWidget(row)
        self.rowsChanged.emit()
        self.changed.emit()
        return row

    def _remove(self, row: OptionRow) -> None:
        """Remove a row. The letters of those that follow change, so that all rows are built again."""
        index = self.rows.index(row)
        self.load([other.option() for other in self.rows if other is not row])
        self.rows[min(index, len(self.rows) - 1)].text_field.setFocus()
        self.changed.emit()

    def _discard(self, row: OptionRow) -> None:
        self._rows_column.removeWidget(row)
        row.hide()
        row.deleteLater()
