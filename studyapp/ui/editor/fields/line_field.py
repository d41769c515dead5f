"""A text field of one line, with its label and problems."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from studyapp.ui.editor.fields.problem_list_view import ProblemListView, ShownProblem
from studyapp.ui.kit.widgets import create_label


class LineField(QWidget):
    """Holds a text of one line."""

    changed = Signal()

    def __init__(self, label: str, parent: QWidget, line: QLineEdit | None = None) -> None:
        super().__init__(parent)
        self.line = line or QLineEdit(self)
        self.line.setAccessibleName(label)
        name_label = create_label(label, "fieldLabel", self, has_word_wrap=True)
        name_label.setBuddy(self.line)
        self.problem_list = ProblemListView(self.line, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._header = QHBoxLayout()
        self._header.setSpacing(4)
        self._header.addWidget(name_label, 1)
        column.addLayout(self._header)
        column.addWidget(self.line)
        column.addWidget(self.problem_list)
        self.line.textChanged.connect(self.changed)
        self.setFocusProxy(self.line)

    def show_problems(self, problems: Sequence[ShownProblem]) -> None:
        """Show these problems below the field."""
        self.problem_list.show_problems(problems)

    def add_header_button(self, button: QPushButton) -> None:
        """Add a button beside the label."""
        self._header.addWidget(button)
