"""What Anki would do with an export: each note by what becomes of it, before anything is written."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studyapp.anki.live.import_outcomes import Preflight
from studyapp.core.progress_callback import Progress
from studyapp.core.transfer.unreadable_file import UnreadablePackage
from studyapp.store.errors import StoreError
from studyapp.ui.kit import formatting
from studyapp.ui.kit.background_task_dialog import BackgroundDialog
from studyapp.ui.kit.widgets import button, label, say

_MOST_NAMED = 1000
"""So many notes of one kind are listed."""

Preview = Callable[[Path | None, Progress], Preflight]
"""Looks into a collection of Anki, or with None at what was exported last."""


class PreviewDialog(BackgroundDialog):
    """`preview` does the work, in the background; `collections` are those that can be looked into."""

    def __init__(self, preview: Preview, collections: Sequence[Path], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What Anki will do"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 480)
        self._preview = preview
        self.where = QComboBox(self)
        self.where.setAccessibleName(self.tr("Collection of Anki"))
        for path in collections:
            self.where.addItem(self.tr("Anki, profile {name}").format(name=path.parent.name), path)
        self.where.addItem(self.tr("No collection: as far as the last export tells"), None)
        self.where.activated.connect(lambda _: self._start())
        self.warning = label("", "banner", self, wraps=True)
        self.warning.hide()
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setAccessibleName(self.windowTitle())
        close = button(self.tr("Close"), "secondary", self)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 28)
        column.setSpacing(12)
        for widget in (self.where, self.progress, self.warning):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        column.addLayout(row)
        self._start()

    def _start(self) -> None:
        place: Path | None = self.where.currentData()
        self.where.setEnabled(False)
        self.tree.clear()
        self.warning.hide()
        self.work(lambda progress: self._preview(place, progress), self._show, self._show_failure, self.close)

    def _show(self, found: Preflight) -> None:
        self.where.setEnabled(True)
        for verdict, keys in found.verdicts.items():
            words = f"{QCoreApplication.translate('Verdict', verdict.value)} · {len(keys)}"
            item = QTreeWidgetItem(self.tree, [words])
            item.addChildren([QTreeWidgetItem([key]) for key in keys[:_MOST_NAMED]])
            if len(keys) > _MOST_NAMED:
                QTreeWidgetItem(item, ["…"])
        warnings = [
            self.tr("The note type “{name}” was changed in Anki: it will keep a second copy of it.").format(
                name=name
            )
            for name in found.differing
        ]
        if found.known_cards:
            warnings.append(
                self.tr(
                    "%n card(s) are in Anki already and keep the progress they have there.",
                    None,
                    found.known_cards,
                )
            )
        if warnings:
            say(self.warning, "\n".join(warnings), calmly=not found.differing)

    def _show_failure(self, error: Exception) -> None:
        self.where.setEnabled(True)
        if isinstance(error, UnreadablePackage):
            words = self.tr("This collection of Anki can't be read: {reason}").format(reason=error)
        elif isinstance(error, StoreError):
            words = formatting.store_error(error)
        elif isinstance(error, OSError):
            words = formatting.system_error(error)
        else:
            raise error
        say(self.warning, words, calmly=False)
