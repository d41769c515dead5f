"""The problems of the deck files, and the way to each file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studyapp.ui.kit import formatting
from studyapp.ui.kit.widgets import button, label

if TYPE_CHECKING:
    from studyapp.deckfiles.problems.problem import Problem

_NO_ID = ("note-without-id", "deck-without-id")
_PROBLEMS_SHOWN, _FILES_SHOWN = 5, 3


class ProblemsPanel(QWidget):
    """Says the first few problems; a button opens each of their files."""

    opened = Signal(Path)
    idsWanted = Signal(list)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = label("", "banner", self, wraps=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.files = [button("", "flushLink", self) for _ in range(_FILES_SHOWN)]
        self._paths: list[Path] = []
        self._without_id: list[Path] = []
        self.ids = button(
            self.tr(
                "Give ids to notes that have none, so that you can change their words and keep what you learned"
            ),
            "flushLink",
            self,
        )
        self.ids.clicked.connect(lambda: self.idsWanted.emit(self._without_id))
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
        column.addWidget(self.ids, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_problems(self, all_found: Sequence["Problem"]) -> None:
        """Say these; nothing is seen where there are none. Notes without ids are no trouble yet: they are offered
        some."""
        self._without_id = list(dict.fromkeys(each.path for each in all_found if each.kind.code in _NO_ID))
        self.ids.setVisible(bool(self._without_id))
        found = [each for each in all_found if each.kind.code not in _NO_ID]
        self.setVisible(bool(all_found))
        self.words.setVisible(bool(found))
        lines = [self.tr("%n problem(s) in the deck files; the other notes work.", None, len(found))]
        lines += [formatting.problem(problem) for problem in found[:_PROBLEMS_SHOWN]]
        if len(found) > _PROBLEMS_SHOWN:
            lines.append(self.tr("“studyapp check” lists them all."))
        self.words.setText("\n".join(lines))
        self._paths = list(dict.fromkeys(problem.path for problem in found))[:_FILES_SHOWN]
        for place, made in enumerate(self.files):
            made.setVisible(place < len(self._paths))
            if place < len(self._paths):
                made.setText(self.tr("Open {file}").format(file=self._paths[place].name))
