"""The panel with the problems of the deck files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import create_button, create_label

if TYPE_CHECKING:
    from studyapp.deckfiles.problems.problem import Problem

_MISSING_ID_CODES = ("note-without-id", "deck-without-id")
_MAX_PROBLEMS_SHOWN, _MAX_FILES_SHOWN = 5, 3


class ProblemsPanel(QFrame):
    """Shows the first few problems, with buttons that open their files."""

    changed = Signal()
    openFileRequested = Signal(Path)
    writeIdsRequested = Signal(list)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("messageBanner")
        self.problems_label = create_label("", "", self, has_word_wrap=True)
        self.problems_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.file_buttons = [create_button("", "flushLink", self) for _ in range(_MAX_FILES_SHOWN)]
        self._paths: list[Path] = []
        self._files_without_ids: list[Path] = []
        self.write_ids_button = create_button(
            self.tr("Add IDs to keep your progress"),
            "flushLink",
            self,
        )
        self.write_ids_button.clicked.connect(lambda: self.writeIdsRequested.emit(self._files_without_ids))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.scale_pixels(margin) for margin in (16, 10, 16, 10)))
        column.setSpacing(4)
        column.addWidget(self.problems_label)
        row = QHBoxLayout()
        row.setSpacing(20)
        for index, button in enumerate(self.file_buttons):
            button.clicked.connect(
                lambda _=False, index=index: self.openFileRequested.emit(self._paths[index])
            )
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.write_ids_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_problems(self, problems: Sequence["Problem"]) -> None:
        """Show these problems, or hide the panel if there are none.

        Missing ids are not listed. Instead, a button offers to add them.
        """
        self._files_without_ids = list(
            dict.fromkeys(problem.path for problem in problems if problem.kind.code in _MISSING_ID_CODES)
        )
        self.write_ids_button.setVisible(bool(self._files_without_ids))
        listed_problems = [problem for problem in problems if problem.kind.code not in _MISSING_ID_CODES]
        self.setVisible(bool(problems))
        self.problems_label.setVisible(bool(listed_problems))
        lines = [
            self.tr("%n problem(s) in the deck files. Other notes work normally.", None, len(listed_problems))
        ]
        lines += [formatting.format_problem(problem) for problem in listed_problems[:_MAX_PROBLEMS_SHOWN]]
        if len(listed_problems) > _MAX_PROBLEMS_SHOWN:
            lines.append(self.tr("Run “studyapp check” to list them all."))
        self.problems_label.setText("\n".join(lines))
        self._paths = list(dict.fromkeys(problem.path for problem in listed_problems))[:_MAX_FILES_SHOWN]
        for index, button in enumerate(self.file_buttons):
            button.setVisible(index < len(self._paths))
            if index < len(self._paths):
                button.setText(self.tr("Open {file}").format(file=self._paths[index].name))
        self.changed.emit()
