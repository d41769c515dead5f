"""The problems of the deck files, and the way to each file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studyapp.ui import wording
from studyapp.ui.layouts import button, label

if TYPE_CHECKING:
    from studyapp.deckfiles.problem import Problem

_PROBLEMS_SHOWN, _FILES_SHOWN = 5, 3


class ProblemsPanel(QWidget):
    """Says the first few problems; a button opens each of their files."""

    opened = Signal(Path)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = label("", "banner", self, wraps=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.files = [button("", "flushLink", self) for _ in range(_FILES_SHOWN)]
        self._paths: list[Path] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.words)
        row = QHBoxLayout()
        row.setSpacing(20)
        for place, made in enumerate(self.files):
            made.clicked.connect(lambda _=False, place=place: self.opened.emit(self._paths[place]))
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        self.hide()

    def show_problems(self, found: Sequence["Problem"]) -> None:
        """Say these; nothing is seen where there are none."""
        self.setVisible(bool(found))
        lines = [self.tr("%n problem(s) in the deck files; the other notes work.", None, len(found))]
        lines += [wording.problem(problem) for problem in found[:_PROBLEMS_SHOWN]]
        if len(found) > _PROBLEMS_SHOWN:
            lines.append(self.tr("“studyapp check” lists them all."))
        self.words.setText("\n".join(lines))
        self._paths = list(dict.fromkeys(problem.path for problem in found))[:_FILES_SHOWN]
        for place, made in enumerate(self.files):
            made.setVisible(place < len(self._paths))
            if place < len(self._paths):
                made.setText(self.tr("Open {file}").format(file=self._paths[place].name))
