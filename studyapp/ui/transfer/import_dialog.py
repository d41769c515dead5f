"""The import dialog: progress, then the result and what could not be imported."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QWidget

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.core.transfer.import_losses import Loss, LossKind
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import create_label

if TYPE_CHECKING:
    from studyapp.services.editing.steps.edit_environment import EditEnvironment
    from studyapp.services.transfer.anki_changes.note_merging import AnkiConflict
    from studyapp.services.transfer.conflict_resolution import ConflictDecision, ResolvedConflicts
    from studyapp.services.transfer.file_import import ImportReport


class ImportDialog(BackgroundTaskDialog):
    """Runs `import_file(file, progress)` in the background and shows its result.

    Notes that were changed on both sides are asked about; `run_edit` writes what was chosen.
    """

    collectionChanged = Signal()
    """Decks and reviews may have been added."""

    def __init__(
        self,
        file: Path,
        import_file: "Callable[[Path, ProgressCallback], ImportReport]",
        run_edit: "Callable[[Callable[[EditEnvironment], Any], ProgressCallback], Any]",
        parent: QWidget,
    ) -> None:
        super().__init__(parent, width=560, min_height=240)
        self.setWindowTitle(self.tr("Import"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._file, self._run_edit = file, run_edit
        self._conflicts: tuple[AnkiConflict, ...] = ()
        self._losses: tuple[Loss, ...] = ()
        self.result_banner = MessageBanner(self)
        self.loss_list_title = create_label(self.tr("Not fully imported"), "furniture", self)
        self.loss_list_title.hide()
        self.loss_list = QListWidget(self)
        self.loss_list.setAccessibleName(self.loss_list_title.text())
        self.loss_list.setWordWrap(True)
        self.loss_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.loss_list.hide()
        self.loss_list.setMinimumHeight(theme.scale_pixels(220))
        self.conflicts_button = self.add_button(self.tr("Choose versions…"), "primary")
        self.conflicts_button.hide()
        self.conflicts_button.clicked.connect(self.ask_about_conflicts)
        self.close_button = self.add_button(self.tr("Stop"), is_default=True)
        self.close_button.clicked.connect(self.reject)
        self._build_layout()
        self.run_task(
            lambda progress: import_file(file, progress),
            self._show_report,
            self._show_failure,
            lambda: self._finish(self.tr("Stopped. Decks already written are kept. No reviews were added.")),
        )

    def ask_about_conflicts(self) -> None:
        """Ask which version to keep of the notes that were changed here and in Anki."""
        from studyapp.ui.transfer.import_conflicts_dialog import ImportConflictsDialog

        dialog = ImportConflictsDialog(self._conflicts, self)
        dialog.decided.connect(self._resolve)
        dialog.open()

    def _resolve(self, decisions: "list[ConflictDecision]") -> None:
        from studyapp.services.transfer.conflict_resolution import conflict_loss, resolve_conflicts

        def run(progress: ProgressCallback) -> "ResolvedConflicts":
            resolved: ResolvedConflicts = self._run_edit(
                lambda environment: resolve_conflicts(environment, self._file, decisions, progress), progress
            )
            return resolved

        def show(resolved: "ResolvedConflicts") -> None:
            decided = [decision.conflict for decision in decisions]
            left = [conflict for conflict in self._conflicts if conflict not in decided]
            self._conflicts = (*left, *resolved.conflicts)
            others = (loss for loss in self._losses if loss.kind is not LossKind.CONFLICT_WITH_ANKI)
            self._show_losses((*others, *resolved.losses, *map(conflict_loss, self._conflicts)))
            self._finish(self.tr("Choice saved for %n note(s)", None, len(decisions)), is_info=True)

        self.conflicts_button.hide()
        self.run_task(
            run, show, self._show_failure, lambda: self._finish(self.tr("Stopped. Nothing was changed."))
        )

    def _show_report(self, report: "ImportReport") -> None:
        counts = [
            self.tr("%n note(s) added", None, report.added_count),
            self.tr("%n already present", None, report.existing_count),
            self.tr("%n review(s) added", None, report.review_count),
        ]
        changes = [
            text
            for count, text in (
                (report.updated_count, self.tr("%n updated from Anki", None, report.updated_count)),
                (report.merged_count, self.tr("%n merged", None, report.merged_count)),
                (report.kept_count, self.tr("%n changed only here", None, report.kept_count)),
                (len(report.conflicts), self.tr("%n changed here and in Anki", None, len(report.conflicts))),
            )
            if count
        ]
        lines = [" · ".join(counts)]
        if changes:
            unchanged = self.tr("%n unchanged", None, report.unchanged_count)
            lines.append(" · ".join((*changes, unchanged)))
        if report.written_files:
            lines.append(self.tr("Decks are saved as text files in your decks folder. You can edit them."))
        if report.parameters_from:
            text = self.tr("FSRS now uses the parameters of your preset “{name}”, for all decks.")
            lines.append(text.format(name=report.parameters_from))
        self._show_losses(report.losses)
        self._conflicts = report.conflicts
        self._finish("\n".join(lines), is_info=True)
        if self._conflicts:
            self.ask_about_conflicts()

    def _show_losses(self, losses: Sequence[Loss]) -> None:
        self._losses = tuple(losses)
        self.loss_list.clear()
        for text in formatting.format_losses(losses):
            self.loss_list.addItem(text)
        for widget in (self.loss_list_title, self.loss_list):
            widget.setVisible(bool(losses))

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, UnreadableFileError):
            text = self.tr("Can't read {file}: {reason}.")
            self._finish(text.format(file=self._file.name, reason=formatting.format_error(error)))
        elif isinstance(error, TranslatableError | OSError):
            self._finish(formatting.format_error(error))
        else:
            self._finish(self.tr("Import failed: something went wrong in StudyApp. No reviews were added."))
            raise error

    def _finish(self, text: str, *, is_info: bool = False) -> None:
        self.result_banner.show_text(text, is_info=is_info)
        self.conflicts_button.setVisible(bool(self._conflicts))
        self.close_button.setText(self.tr("Close"))
        self.close_button.setFocus()
        self.fit_content()
        self.collectionChanged.emit()

    def _build_layout(self) -> None:
        column = self.column
        column.addWidget(create_label(self._file.name, "dialogTitle", self, has_word_wrap=True))
        column.addWidget(self.progress_bar)
        column.addWidget(self.result_banner)
        column.addWidget(self.loss_list_title)
        column.addWidget(self.loss_list, 1)
        column.addStretch()
