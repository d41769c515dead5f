"""The dialog that shows how a table is read, before it is imported."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QGridLayout, QListWidget, QWidget

from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.translatable import TranslatableError
from studyapp.core.textfiles.table_layout import NO_CHOICES, LayoutChoices, TableLayout, TableNoteType
from studyapp.core.transfer.unreadable_file import UnreadableFileError
from studyapp.services.transfer.text_files.table_preview import PreviewedNote, TablePreview
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.dialogs.scrolling_dialog import ScrollingDialog
from studyapp.ui.dialogs.wrapping_buttons import WrappingCheckBox
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.latest_task import LatestTask
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.transfer.table_import.column_use_list import COLUMN_GAP, ROW_GAP, ColumnUseList

PreviewTable = Callable[[Path, LayoutChoices, ProgressCallback], TablePreview]


class TableImportDialog(ScrollingDialog):
    """Shows how a table is read and its first notes. Each choice updates the notes at once.

    `preview_table(file, choices, progress)` runs in the background.
    """

    importRequested = Signal(object)
    """The user imports the table. Carries the `LayoutChoices`."""

    def __init__(self, file: Path, preview_table: PreviewTable, parent: QWidget) -> None:
        super().__init__(parent, width=680, min_height=560)
        self.setWindowTitle(self.tr("Import table"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._file, self._preview_table = file, preview_table
        self._choices = NO_CHOICES
        self._build_layout()
        self._task = LatestTask(self)
        self._task.succeeded.connect(self._show_preview)
        self._task.failed.connect(self._show_failure)
        self._update_preview()

    @property
    def choices(self) -> LayoutChoices:
        """What the user chose so far."""
        return self._choices

    @property
    def is_busy(self) -> bool:
        """Whether the shown notes don't match the choices yet."""
        return self._task.is_running

    def closeEvent(self, event: QCloseEvent) -> None:
        """Wait until no thread reads the file."""
        self._task.stop_and_wait()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Wait until no thread reads the file."""
        self._task.stop_and_wait()
        super().done(result)

    def _build_layout(self) -> None:
        self.separator_box, self.note_type_box, self.cells_box = (ComboBox(self) for _ in range(3))
        self._fill_boxes()
        self.header_box = WrappingCheckBox(self.tr("First row contains column names"), self)
        self.column_list = ColumnUseList(self)
        self.error_banner = MessageBanner(self)
        self.note_title = create_label(self.tr("Preview"), "furniture", self)
        self.note_list = self._create_list(self.note_title.text(), 150)
        self.loss_title = create_label(self.tr("Not fully imported"), "furniture", self)
        self.loss_list = self._create_list(self.loss_title.text(), 76)
        column = self.column
        column.addWidget(create_label(self._file.name, "dialogTitle", self, has_word_wrap=True))
        column.addLayout(self._build_form())
        column.addWidget(self.header_box)
        column.addWidget(create_label(self.tr("Columns"), "furniture", self))
        for widget in (self.column_list, self.error_banner, self.note_title):
            column.addWidget(widget)
        column.addWidget(self.note_list, 2)
        column.addWidget(self.loss_title)
        column.addWidget(self.loss_list, 1)
        self.cancel_button = self.add_button(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        self.import_button = self.add_button(self.tr("Import"), "primary", is_default=True)
        self.import_button.clicked.connect(self._request_import)
        self._connect_choices()

    def _build_form(self) -> QGridLayout:
        form = QGridLayout()
        form.setHorizontalSpacing(COLUMN_GAP)
        form.setVerticalSpacing(ROW_GAP)
        rows = (
            (self.tr("Separator"), self.separator_box),
            (self.tr("Note type"), self.note_type_box),
            (self.tr("Cell format"), self.cells_box),
        )
        for row, (text, box) in enumerate(rows):
            label = create_label(text, "furniture", self, has_word_wrap=True)
            label.setBuddy(box)
            box.setAccessibleName(text)
            form.addWidget(label, row, 0)
            form.addWidget(box, row, 1)
        for column in (0, 1):
            form.setColumnStretch(column, 1)
        return form

    def _create_list(self, name: str, min_height: int) -> QListWidget:
        view = QListWidget(self)
        view.setAccessibleName(name)
        view.setWordWrap(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMinimumHeight(theme.scale_pixels(min_height))
        return view

    def _fill_boxes(self) -> None:
        for text, delimiter in (
            (self.tr("Tab"), "\t"),
            (self.tr("Comma"), ","),
            (self.tr("Semicolon"), ";"),
            (self.tr("Vertical bar (|)"), "|"),
            (self.tr("Colon"), ":"),
            (self.tr("Space"), " "),
        ):
            self.separator_box.addItem(text, delimiter)
        for text, note_type in (
            (self.tr("Basic or cloze"), TableNoteType.AUTOMATIC),
            (self.tr("Basic"), TableNoteType.BASIC),
            (self.tr("Basic and reversed"), TableNoteType.REVERSED),
            (self.tr("Basic, optionally reversed"), TableNoteType.OPTIONAL_REVERSED),
            (self.tr("Typed answer"), TableNoteType.TYPED),
            (self.tr("Cloze"), TableNoteType.CLOZE),
        ):
            self.note_type_box.addItem(text, note_type)
        for text, is_html in ((self.tr("Plain text"), False), (self.tr("HTML"), True)):
            self.cells_box.addItem(text, is_html)

    def _connect_choices(self) -> None:
        # With another separator, the table has other columns.
        self.separator_box.activated.connect(
            lambda: self._choose(delimiter=self.separator_box.currentData(), columns=None, has_header=None)
        )
        self.note_type_box.activated.connect(lambda: self._choose(note_type=self._chosen_note_type()))
        self.cells_box.activated.connect(lambda: self._choose(is_html=self.cells_box.currentData()))
        self.header_box.clicked.connect(
            lambda: self._choose(has_header=self.header_box.isChecked(), columns=None)
        )
        self.column_list.usesChanged.connect(lambda: self._choose(columns=self.column_list.columns))

    def _chosen_note_type(self) -> TableNoteType | None:
        """Return the chosen note type, or None for the one that the file names. Qt stores only the value of an enum."""
        value = self.note_type_box.currentData()
        return None if value is None else TableNoteType(value)

    def _choose(self, **choices: object) -> None:
        self._choices = self._choices._replace(**choices)  # type: ignore[arg-type]
        self._update_preview()

    def _update_preview(self) -> None:
        choices = self._choices
        self.import_button.setEnabled(False)
        self._task.start(lambda progress: self._preview_table(self._file, choices, progress))

    def _show_preview(self, preview: TablePreview) -> None:
        self.error_banner.hide()
        self._show_layout(preview.layout)
        self.column_list.show_columns(preview.layout.columns, preview.samples)
        for first, second in pairwise((self.header_box, *self.column_list.boxes, self.note_list)):
            self.setTabOrder(first, second)
        self.note_list.clear()
        for note in preview.notes:
            self.note_list.addItem(self._format_note(note, preview.layout))
        title = [self.tr("Preview"), self.tr("%n note(s)", None, preview.note_count)]
        if preview.present_count:
            title.append(self.tr("%n already present", None, preview.present_count))
        self.note_title.setText(" · ".join(title))
        self._show_losses(list(formatting.format_losses(preview.losses)))
        self.import_button.setEnabled(preview.note_count > 0)
        self.fit_content()

    def _show_layout(self, layout: TableLayout) -> None:
        self._select(self.separator_box, layout.delimiter, layout.delimiter)
        if layout.type_name:
            self._select(self.note_type_box, None, layout.type_name)
        else:
            self._select(self.note_type_box, layout.note_type, layout.note_type)
        self._select(self.cells_box, layout.is_html, "")
        self.header_box.setChecked(layout.has_header)

    def _select(self, box: ComboBox, value: object, text: str) -> None:
        """Select the entry with this value in a box. If it is missing, it is added with this text."""
        index = next((row for row in range(box.count()) if box.itemData(row) == value), -1)
        if index < 0:
            box.addItem(text, value)
            index = box.count() - 1
        box.setCurrentIndex(index)

    def _format_note(self, note: PreviewedNote, layout: TableLayout) -> str:
        lines = []
        for card in note.cards:
            lines.append(self.tr("Question: {text}").format(text=card.question))
            lines.append(self.tr("Answer: {text}").format(text=card.answer))
        if note.tags:
            lines.append(self.tr("Tags: {tags}").format(tags=" ".join(note.tags)))
        if note.deck != layout.deck:
            lines.append(self.tr("Deck: {deck}").format(deck=note.deck))
        return "\n".join(lines)

    def _show_losses(self, texts: list[str]) -> None:
        self.loss_list.clear()
        self.loss_list.addItems(texts)
        for widget in (self.loss_title, self.loss_list):
            widget.setVisible(bool(texts))

    def _show_failure(self, error: Exception) -> None:
        if not isinstance(error, TranslatableError | OSError):
            self.reject()
            raise error
        text = formatting.format_error(error)
        if isinstance(error, UnreadableFileError):
            text = self.tr("Can't read {file}: {reason}.").format(file=self._file.name, reason=text)
        self.note_list.clear()
        self.note_title.setText(self.tr("Preview"))
        self._show_losses([])
        self.error_banner.show_text(text, is_info=False)
        self.fit_content()

    def _request_import(self) -> None:
        if self.import_button.isEnabled():
            choices = self._choices
            self.accept()
            self.importRequested.emit(choices)
