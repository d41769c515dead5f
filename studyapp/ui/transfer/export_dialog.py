"""The export dialog: decks or notes, languages and file, then what to do in Anki."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QWidget,
)

from studyapp import paths
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.localized_text import SAME_LANGUAGES_ON_BOTH_SIDES, CardLanguages
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.library.deck_library import Library
from studyapp.services.transfer.export_request import (
    EXPORT_SUFFIXES,
    PACKAGE_SUFFIX,
    ExportRequest,
    ExportScope,
)
from studyapp.ui.dialogs import modal_dialogs
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.button_row_layout import ButtonRowLayout
from studyapp.ui.dialogs.checkable_list import CheckableList
from studyapp.ui.dialogs.field_error import FieldError
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.dialogs.wrapping_buttons import WrappingCheckBox
from studyapp.ui.kit import formatting
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.widgets import create_button, create_label
from studyapp.ui.transfer.export_report_text import format_export_report

if TYPE_CHECKING:
    from studyapp.anki.live.import_outcomes import ExportPreview
    from studyapp.anki.writing.package import ExportReport

_DECK_ID_ROLE = Qt.ItemDataRole.UserRole


class ExportDialog(BackgroundTaskDialog):
    """Runs `export(request, progress)` in the background, which writes the file and returns a report.

    `preview_export` returns what Anki would do with the file. With `note_keys`, only those notes are exported. The
    library has their decks then, which are not chosen.
    """

    ankiSyncRequested = Signal(ExportScope)

    def __init__(
        self,
        library: Library,
        languages: CardLanguages,
        default_folder: Path,
        export: "Callable[[ExportRequest, ProgressCallback], ExportReport]",
        preview_export: "Callable[[ExportScope, Path | None, ProgressCallback], ExportPreview]",
        parent: QWidget | None = None,
        note_keys: frozenset[str] | None = None,
    ) -> None:
        super().__init__(parent, width=560)
        self._export, self._preview_export, self._note_keys = export, preview_export, note_keys
        self._overwrite_confirmed: set[Path] = set()
        self.setWindowTitle(self.tr("Export to Anki"))
        self._build_widgets(default_folder)
        self._fill_lists(library, languages)
        if note_keys is not None:
            self._show_notes_instead_of_decks(len(note_keys), len(library.decks))

    def selected_decks(self) -> tuple[str, ...]:
        """Return the ids of the checked decks."""
        items = (self.deck_list.item(row) for row in range(self.deck_list.count()))
        return tuple(item.data(_DECK_ID_ROLE) for item in items if item.checkState() is Qt.CheckState.Checked)

    def selected_languages(self) -> CardLanguages:
        """Return the languages selected for the cards."""
        return CardLanguages(self.language_box.currentData())

    def show_preview(self) -> None:
        """Show what Anki would do with the package."""
        from studyapp.ui.transfer.export_preview_dialog import ExportPreviewDialog  # few exports open it

        scope = ExportScope(
            self.selected_decks(),
            self.selected_languages(),
            self.progress_checkbox.isChecked(),
            self._note_keys,
        )
        ExportPreviewDialog(
            lambda anki_collection, progress: self._preview_export(scope, anki_collection, progress),
            paths.find_anki_collections(),
            self,
        ).open()

    def request_anki_sync(self) -> None:
        """Close the dialog and request a sync of the selected decks with a running Anki instead."""
        if self.selected_decks() and not self.is_busy:
            scope = ExportScope(self.selected_decks(), self.selected_languages(), with_progress=True)
            self.accept()
            self.ankiSyncRequested.emit(scope)

    def start_export(self) -> None:
        """Write the file. Ask first if it already exists."""
        if self.is_busy or not self._check_fields():
            return
        target = _add_export_suffix(_expand_path(self.file_field.text()))
        self.file_field.setText(str(target))
        if (
            target.exists()
            and target not in self._overwrite_confirmed
            and not modal_dialogs.confirm_overwrite(self, target)
        ):
            return
        self._overwrite_confirmed.add(target)
        request = ExportRequest(
            self.selected_decks(),
            self.selected_languages(),
            target,
            self.progress_checkbox.isChecked(),
            self._note_keys,
        )
        self.result_banner.hide()
        self.open_folder_button.hide()
        self._set_busy(True)
        self.run_task(
            lambda progress: self._export(request, progress),
            lambda report: self._show_report(report, target),
            self._show_failure,
            lambda: self._finish(self.tr("Stopped. Nothing was written.")),
        )

    def _check_fields(self) -> bool:
        """Return whether decks and a file are chosen. Otherwise, show what is missing at the field."""
        self.deck_error.clear_error()
        self.file_error.clear_error()
        if not self.selected_decks():
            self.deck_error.show_error(self.deck_list, self.tr("Choose at least one deck."))
        elif not self.file_field.text().strip():
            self.file_error.show_error(self.file_field, self.tr("Enter a file name."))
        else:
            return True
        self.fit_content()
        return False

    def _show_report(self, report: "ExportReport", target: Path) -> None:
        self._finish(
            format_export_report(report, target), is_info=not (report.unsupported_cards or report.losses)
        )
        self.open_folder_button.show()
        self.cancel_button.setText(self.tr("Close"))
        self.cancel_button.setFocus()

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, TranslatableError):
            self._finish(formatting.format_error(error))
        elif isinstance(error, OSError):
            text = self.tr("Can't write {file}: {reason}. Choose another location.").format(
                file=self.file_field.text(), reason=error.strerror or str(error)
            )
            self._set_busy(False)
            self.file_error.show_error(self.file_field, text)
            self.fit_content()
        else:
            self._finish(self.tr("Export failed: something went wrong in StudyApp. Nothing was written."))
            raise error

    def _finish(self, text: str, *, is_info: bool = False) -> None:
        self.result_banner.show_text(text, is_info=is_info)
        self._set_busy(False)
        self.fit_content()

    def _set_busy(self, is_busy: bool) -> None:
        for widget in (
            self.deck_list,
            self.language_box,
            self.progress_checkbox,
            self.file_field,
            self.browse_button,
            self.export_button,
        ):
            widget.setEnabled(not is_busy)
        self.cancel_button.setText(self.tr("Stop") if is_busy else self.tr("Cancel"))

    def _choose_file(self) -> None:
        path = modal_dialogs.ask_export_file(self, Path(self.file_field.text()))
        if path is not None:
            self._overwrite_confirmed.add(_add_export_suffix(path))  # the file dialog has already asked
            self.file_field.setText(str(_add_export_suffix(path)))

    def _fill_lists(self, library: Library, languages: CardLanguages) -> None:
        for deck in library.decks:
            title = " · ".join(text for _, text in deck.metadata.title.versions_for(languages))
            item = QListWidgetItem(title, self.deck_list)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(_DECK_ID_ROLE, deck.metadata.id)
        self.deck_list.setFixedHeight(min(240, 20 + 36 * max(2, self.deck_list.count())))
        self.language_box.setCurrentIndex(self.language_box.findData(languages.combined.value))

    def _show_notes_instead_of_decks(self, note_count: int, deck_count: int) -> None:
        self.deck_list.hide()
        self.anki_sync_button.hide()  # a sync concerns whole decks
        self.contents_label.setText(
            self.tr("{notes} from {decks}").format(
                notes=self.tr("%n note(s)", None, note_count), decks=self.tr("%n deck(s)", None, deck_count)
            )
        )

    def _build_widgets(self, default_folder: Path) -> None:
        self.deck_list = CheckableList(self)
        self.deck_list.setAccessibleName(self.tr("Decks to export"))  # Qt names no list after its label
        self.deck_list.setWordWrap(True)
        self.deck_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.deck_error, self.file_error = FieldError(self), FieldError(self)
        self.deck_list.itemChanged.connect(lambda _: self.deck_error.clear_error())
        self.language_box = ComboBox(self)
        for languages in SAME_LANGUAGES_ON_BOTH_SIDES:
            self.language_box.addItem(formatting.format_languages(languages), languages.value)
        self.progress_checkbox = WrappingCheckBox(
            self.tr("Include my progress (reviews and scheduling)"), self
        )
        self.file_field = QLineEdit(str(default_folder / "StudyApp.apkg"), self)
        self.file_field.textChanged.connect(lambda _: self.file_error.clear_error())
        self.browse_button = create_button(self.tr("Choose…"), "secondary", self)
        self.browse_button.setAutoDefault(False)
        self.browse_button.clicked.connect(self._choose_file)
        self.result_banner = MessageBanner(self)
        self.open_folder_button = self.add_button(self.tr("Open folder"), is_leading=True)
        self.open_folder_button.clicked.connect(
            lambda: QDesktopServices.openUrl(
                QUrl.fromLocalFile(str(_expand_path(self.file_field.text()).parent))
            )
        )
        self.open_folder_button.hide()
        self.preview_button = create_button(self.tr("Preview changes…"), "secondary", self)
        self.preview_button.setAutoDefault(False)
        self.preview_button.clicked.connect(self.show_preview)
        self.anki_sync_button = create_button(self.tr("Sync with Anki…"), "secondary", self)
        self.anki_sync_button.setAutoDefault(False)
        self.anki_sync_button.clicked.connect(self.request_anki_sync)
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.export_button = self.add_button(self.tr("Export"), "primary", is_default=True)
        self.export_button.clicked.connect(self.start_export)
        self._build_layout()

    def _build_layout(self) -> None:
        file_row = QHBoxLayout()
        file_row.addWidget(self.file_field, 1)
        file_row.addWidget(self.browse_button)
        action_row = ButtonRowLayout()
        action_row.add_button(self.preview_button, is_leading=True)
        action_row.add_button(self.anki_sync_button, is_leading=True)
        column = self.column
        column.setSpacing(8)
        self.contents_label = self._create_label_for(self.deck_list, self.tr("Decks"))
        column.addWidget(self.contents_label)
        column.addWidget(self.deck_list)
        column.addWidget(self.deck_error)
        column.addSpacing(8)
        column.addWidget(self._create_label_for(self.language_box, self.tr("Card languages")))
        column.addWidget(self.language_box)
        column.addSpacing(8)
        column.addWidget(self.progress_checkbox)
        column.addSpacing(8)
        column.addWidget(self._create_label_for(self.file_field, self.tr("File")))
        column.addLayout(file_row)
        column.addWidget(self.file_error)
        column.addSpacing(8)
        column.addLayout(action_row)
        column.addSpacing(8)
        column.addWidget(self.progress_bar)
        column.addWidget(self.result_banner)
        column.addStretch(1)

    def _create_label_for(self, field: QWidget, text: str) -> QLabel:
        label = create_label(text, "furniture", self)
        label.setBuddy(field)
        return label


def _expand_path(typed_path: str) -> Path:
    """Return the path that was typed, with `~` expanded."""
    try:
        return Path(typed_path).expanduser()
    except RuntimeError:  # `~name` of an unknown user
        return Path(typed_path)


def _add_export_suffix(path: Path) -> Path:
    """Return the path with an export suffix, by default that of a package. A folder gets a default file name."""
    if path.is_dir():
        return path / "StudyApp.apkg"
    return path if path.suffix in EXPORT_SUFFIXES else path.with_name(f"{path.name}{PACKAGE_SUFFIX}")
