"""The problems and hints below a field."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from studyapp.ui.kit import screen_reader
from studyapp.ui.kit.widgets import create_button, create_label

_MAX_SHOWN = 3


class ShownProblem(NamedTuple):
    """A problem in words. `fix` solves it if it is not None."""

    text: str
    is_error: bool
    fix_label: str = ""
    fix: Callable[[], object] | None = None


class ProblemListView(QWidget):
    """Hidden without problems. Errors have a mark; hints are quiet. New texts are announced to screen readers if the
    field has the focus."""

    def __init__(self, field: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._shown: tuple[tuple[str, bool, str], ...] = ()
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """The texts that are shown."""
        return [text for text, _, _ in self._shown]

    def show_problems(self, problems: Sequence[ShownProblem]) -> None:
        """Show these problems, errors first, and mark the field if there is an error."""
        problems = sorted(problems, key=lambda problem: not problem.is_error)[:_MAX_SHOWN]
        signature = tuple((problem.text, problem.is_error, problem.fix_label) for problem in problems)
        if signature == self._shown:
            return
        new_texts = [text for text, _, _ in signature if text not in self.texts]
        self._shown = signature
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._build_row(problem) for problem in problems]
        previous = self._field
        for row in self._rows:
            self._column.addWidget(row)
            for button in row.findChildren(QPushButton):
                QWidget.setTabOrder(previous, button)
                previous = button
        self.setVisible(bool(problems))
        _mark(self._field, is_invalid=any(problem.is_error for problem in problems))
        self._field.setAccessibleDescription(" ".join(self.texts))
        if new_texts and self._field.hasFocus():
            screen_reader.announce(" ".join(new_texts))

    def _build_row(self, problem: ShownProblem) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        style_name = "fieldError" if problem.is_error else "hint"
        row.addWidget(
            create_label("▲" if problem.is_error else "•", style_name, holder), 0, Qt.AlignmentFlag.AlignTop
        )
        row.addWidget(create_label(problem.text, style_name, holder, has_word_wrap=True), 1)
        if problem.fix is not None:
            button = create_button(problem.fix_label, "flushLink", holder)
            button.setAccessibleDescription(problem.text)
            button.clicked.connect(lambda _=False, fix=problem.fix: fix())
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def _mark(field: QWidget, *, is_invalid: bool) -> None:
    if field.property("invalid") != is_invalid:
        field.setProperty("invalid", is_invalid)
        field.style().unpolish(field)  # otherwise Qt keeps the style of the previous property value
        field.style().polish(field)
