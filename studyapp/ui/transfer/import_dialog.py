"""Taking in a package of Anki: how far it is, then what came of it and what could not be carried."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from studyapp.core.progress_callback import Progress
from studyapp.core.transfer.import_losses import Loss
from studyapp.core.transfer.unreadable_file import UnreadablePackage
from studyapp.store.errors import StoreError
from studyapp.ui.kit import formatting
from studyapp.ui.kit.background_task_dialog import BackgroundDialog
from studyapp.ui.kit.widgets import button, label, say

if TYPE_CHECKING:
    from studyapp.services.transfer.file_import import ImportReport

_NAMED = 3
"""So many notes of one kind of loss are named."""


class ImportDialog(BackgroundDialog):
    """`take_in(file, progress)` does the work, in the background, and may be stopped."""

    changed = Signal()
    """There may be new decks and reviews."""

    def __init__(
        self, file: Path, take_in: "Callable[[Path, Progress], ImportReport]", parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 240)
        self._file = file
        self.outcome = label("", "banner", self, wraps=True)
        self.outcome.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.outcome.hide()
        self.losses_title = label(self.tr("What is not as it was"), "furniture", self)
        self.losses_title.hide()
        self.losses = QListWidget(self)
        self.losses.setAccessibleName(self.losses_title.text())
        self.losses.setWordWrap(True)
        self.losses.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.losses.hide()
        self.end = button(self.tr("Stop"), "secondary", self)
        self.end.clicked.connect(self.reject)
        self._arrange()
        self.work(
            lambda progress: take_in(file, progress),
            self._show_report,
            self._show_failure,
            lambda: self._finish(self.tr("Stopped. Decks that were written stay; no reviews were added.")),
        )

    def _show_report(self, report: "ImportReport") -> None:
        lines = [
            " · ".join(
                (
                    self.tr("%n note(s) added", None, report.added),
                    self.tr("%n were there", None, report.known),
                    self.tr("%n review(s) added", None, report.reviews),
                )
            )
        ]
        if report.files:
            lines.append(self.tr("The decks are text files in your decks folder: change them as you like."))
        for words in _losses(report.losses):
            self.losses.addItem(words)
        for widget in (self.losses_title, self.losses):
            widget.setVisible(bool(report.losses))
        if report.losses:
            self.resize(self.width(), 460)
        self._finish("\n".join(lines), calmly=True)

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, UnreadablePackage):
            words = self.tr("{file} can't be read: {reason}.")
            self._finish(words.format(file=self._file.name, reason=error))
        elif isinstance(error, StoreError):
            self._finish(formatting.store_error(error))
        elif isinstance(error, OSError):
            self._finish(formatting.system_error(error))
        else:
            self._finish(self.tr("The import failed by a fault of StudyApp; no reviews were added."))
            raise error

    def _finish(self, words: str, *, calmly: bool = False) -> None:
        say(self.outcome, words, calmly=calmly)
        self.end.setText(self.tr("Close"))
        self.end.setFocus()
        self.changed.emit()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        column.addWidget(label(self._file.name, "dialogTitle", self, wraps=True))
        column.addWidget(self.progress)
        column.addWidget(self.outcome)
        column.addWidget(self.losses_title)
        column.addWidget(self.losses, 1)
        column.addStretch()
        column.addLayout(row)


def _losses(losses: tuple[Loss, ...]) -> list[str]:
    """Each kind of loss in a sentence, with how often it was and the first notes."""
    found = []
    for (kind, name), number in Counter((loss.kind, loss.name) for loss in losses).items():
        sentence = QCoreApplication.translate("Loss", kind.value).format(name=name)
        notes = list(dict.fromkeys(loss.note for loss in losses if (loss.kind, loss.name) == (kind, name)))
        more = " …" if len(notes) > _NAMED else ""
        found.append(f"{number} × {sentence}\n{' · '.join(notes[:_NAMED])}{more}")
    return found
