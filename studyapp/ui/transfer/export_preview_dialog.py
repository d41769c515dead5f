"""The preview of an export: what Anki would do with each note."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from studyapp.anki.live.import_outcomes import ExportPreview
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.combo_box import ComboBox

_MAX_NOTES_LISTED = 1000
"""Maximum number of notes listed per outcome."""

PreviewExport = Callable[[Path | None, ProgressCallback], ExportPreview]
"""Compares an export with an Anki collection, or with the last export if the path is None."""


class ExportPreviewDialog(BackgroundTaskDialog):
    """Runs `preview_export` in the background and lists its result by outcome.

    `anki_collections` are the collections that the user can compare with.
    """

    def __init__(
        self, preview_export: PreviewExport, anki_collections: Sequence[Path], parent: QWidget
    ) -> None:
        super().__init__(parent, width=560, min_height=480)
        self.setWindowTitle(self.tr("Preview changes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview_export = preview_export
        self.collection_box = ComboBox(self)
        self.collection_box.setAccessibleName(self.tr("Anki collection"))
        for path in anki_collections:
            self.collection_box.addItem(self.tr("Anki profile {name}").format(name=path.parent.name), path)
        self.collection_box.addItem(self.tr("No collection (compare with last export)"), None)
        self.collection_box.activated.connect(lambda _: self._start_preview())
        self.warning_banner = MessageBanner(self)
        self.outcome_tree = QTreeWidget(self)
        self.outcome_tree.setHeaderHidden(True)
        self.outcome_tree.setAccessibleName(self.windowTitle())
        self.outcome_tree.setMinimumHeight(theme.scale_pixels(120))
        self.add_button(self.tr("Close"), is_default=True).clicked.connect(self.close)
        for widget in (self.collection_box, self.progress_bar, self.warning_banner):
            self.column.addWidget(widget)
        self.column.addWidget(self.outcome_tree, 1)
        self._start_preview()

    def _start_preview(self) -> None:
        anki_collection: Path | None = self.collection_box.currentData()
        self.collection_box.setEnabled(False)
        self.outcome_tree.clear()
        self.warning_banner.hide()
        self.run_task(
            lambda progress: self._preview_export(anki_collection, progress),
            self._show_preview,
            self._show_failure,
            self.close,
        )

    def _show_preview(self, preview: ExportPreview) -> None:
        self.collection_box.setEnabled(True)
        for outcome, note_keys in preview.keys_by_outcome.items():
            label = f"{QCoreApplication.translate('Verdict', outcome.value)} · {len(note_keys)}"
            item = QTreeWidgetItem(self.outcome_tree, [label])
            item.addChildren([QTreeWidgetItem([key]) for key in note_keys[:_MAX_NOTES_LISTED]])
            if len(note_keys) > _MAX_NOTES_LISTED:
                QTreeWidgetItem(item, ["…"])
        warnings = [
            self.tr("Note type “{name}” was changed in Anki. Importing adds a second copy of it.").format(
                name=name
            )
            for name in preview.duplicated_note_type_names
        ]
        if preview.existing_card_count:
            warnings.append(
                self.tr(
                    "%n card(s) already in Anki keep their progress.",
                    None,
                    preview.existing_card_count,
                )
            )
        if warnings:
            self.warning_banner.show_text("\n".join(warnings), is_info=not preview.duplicated_note_type_names)

        self.fit_content()

    def _show_failure(self, error: Exception) -> None:
        self.collection_box.setEnabled(True)
        if isinstance(error, UnreadableFileError):
            text = self.tr("Can't read this Anki collection: {reason}").format(
                reason=formatting.format_error(error)
            )
        elif isinstance(error, TranslatableError | OSError):
            text = formatting.format_error(error)
        else:
            raise error
        self.warning_banner.show_text(text, is_info=False)
