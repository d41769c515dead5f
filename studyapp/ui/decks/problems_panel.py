"""The problems of the deck files, and the way to each file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import create_button, create_label

if TYPE_CHECKING:
    from studyapp.deckfiles.problems.problem import Problem

_MISSING_ID_CODES = ("note-without-id", "deck-without-id")
_MAX_PROBLEMS_SHOWN, _MAX_FILES_SHOWN = 5, 3


class ProblemsPanel(QWidget):
    """Says the first few problems; a button opens each of their files."""

    openFileRequested = Signal(Path)
    writeIdsRequested = Signal(list)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.problems_label = create_label("", "banner", self, has_word_wrap=True)
        self.problems_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.file_buttons = [create_button("", "flushLink", self) for _ in range(_MAX_FILES_SHOWN)]
        self._paths: list[Path] = []
        self._files_without_ids: list[Path] = []
        self.write_ids_button = create_button(
            self.tr("Add IDs so that edits keep your progress"),
            "flushLink",
            self,
        )
        self.write_ids_button.clicked.connect(lambda: self.writeIdsRequested.emit(self._files_without_ids))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.problems_label)
        row = QHBoxLayout()
        row.setSpacing(20)
        for place, made in enumerate(self.file_buttons):
            made.clicked.connect(lambda _=False, place=place: self.openFileRequested.emit(self._paths[place]))
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.write_ids_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_problems(self, problems: Sequence["Problem"]) -> None:
        """Say these; nothing is seen where there are none. Notes without ids are no trouble yet: they are offered
        some."""
        self._files_without_ids = list(
            dict.fromkeys(each.path for each in problems if each.kind.code in _MISSING_ID_CODES)
        )
        self.write_ids_button.setVisible(bool(self._files_without_ids))
        found = [each for each in problems if each.kind.code not in _MISSING_ID_CODES]
        self.setVisible(bool(problems))
        self.problems_label.setVisible(bool(found))
        lines = [self.tr("%n problem(s) in the deck files. Other notes work normally.", None, len(found))]
        lines += [formatting.format_problem(problem) for problem in found[:_MAX_PROBLEMS_SHOWN]]
        if len(found) > _MAX_PROBLEMS_SHOWN:
            lines.append(self.tr("Run “studyapp check” to list them all."))
        self.problems_label.setText("\n".join(lines))
        self._paths = list(dict.fromkeys(problem.path for problem in found))[:_MAX_FILES_SHOWN]
        for place, made in enumerate(self.file_buttons):
            made.setVisible(place < len(self._paths))
            if place < len(self._paths):
                made.setText(self.tr("Open {file}").format(file=self._paths[place].name))
