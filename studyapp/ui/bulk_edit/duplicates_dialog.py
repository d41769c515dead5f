"""The dialog that shows notes with nearly the same question side by side."""

import html
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from studyapp.core.note_editing.note_texts import list_note_texts
from studyapp.core.notes.note import Note
from studyapp.core.progress_callback import ProgressCallback
from studyapp.core.text.text_difference import compare_texts
from studyapp.core.text.translatable import TranslatableError
from studyapp.services.library.duplicate_notes import MAX_PAIRS, SimilarNotes
from studyapp.ui.bulk_edit.difference_html import Side, format_difference
from studyapp.ui.dialogs.background_task_dialog import BackgroundTaskDialog
from studyapp.ui.dialogs.button_row_layout import ButtonRowLayout
from studyapp.ui.dialogs.message_banner import MessageBanner
from studyapp.ui.dialogs.spin_box import create_spin_box
from studyapp.ui.editor.fields.field_labels import field_label
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import create_button, create_label

FindDuplicates = Callable[[float, ProgressCallback], list[SimilarNotes]]
"""Returns the pairs of notes that are at least this similar (0 to 1)."""

_MIN_WIDTH_SIDE_BY_SIDE = 560
"""Pixels, at a text size of 100 %."""

_SEARCH_DELAY_MS = 400
"""Milliseconds from a change of the similarity to the search."""

_DEFAULT_PERCENT, _LOWEST_PERCENT = 90, 60


class DuplicatesDialog(BackgroundTaskDialog):
    """Lists the pairs, the most similar first, and compares the selected pair field by field."""

    editRequested = Signal(str)
    deleteRequested = Signal(str)
    """The key of the note, which is `deck/id`."""

    def __init__(self, find_duplicates: FindDuplicates, parent: QWidget) -> None:
        super().__init__(parent, width=760, min_height=700)
        self.setWindowTitle(self.tr("Find duplicates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._find_duplicates = find_duplicates
        self._pairs: Sequence[SimilarNotes] = ()
        self._is_search_pending = False
        self._search_timer = QTimer(self)
        self._search_timer.setSingleShot(True)
        self._search_timer.setInterval(_SEARCH_DELAY_MS)
        self._search_timer.timeout.connect(self._start_search)
        self.column.addWidget(create_label(self.windowTitle(), "dialogTitle", self, has_word_wrap=True))
        self.column.addLayout(self._build_search_row())
        self.message_banner = MessageBanner(self)
        self.count_label = create_label("", "furniture", self, has_word_wrap=True)
        self.pair_list = QListWidget(self)
        self.pair_list.setAccessibleName(self.tr("Pairs of notes"))
        self.pair_list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pair_list.setMinimumHeight(theme.scale_pixels(96))
        self.pair_list.setMaximumHeight(theme.scale_pixels(170))
        self.pair_list.setUniformItemSizes(True)
        self.pair_list.currentRowChanged.connect(lambda _: self._show_pair())
        for widget in (self.progress_bar, self.message_banner, self.count_label):
            self.column.addWidget(widget)
        self.column.addWidget(self.pair_list, 1)
        self.note_panels = (_NotePanel(self.tr("First note"), self), _NotePanel(self.tr("Second note"), self))
        self._panel_layout = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._panel_layout.setSpacing(16)
        for panel in self.note_panels:
            panel.edit_button.clicked.connect(lambda _=False, panel=panel: self.editRequested.emit(panel.key))
            panel.delete_button.clicked.connect(lambda _=False, panel=panel: self._delete(panel.key))
            self._panel_layout.addWidget(panel, 1)
        self.column.addLayout(self._panel_layout)
        self.add_button(self.tr("Close")).clicked.connect(self.close)
        self._show_pairs(())
        self.pair_list.setFocus()
        self._start_search()

    def _build_search_row(self) -> QVBoxLayout:
        self.percent_box = create_spin_box(_DEFAULT_PERCENT, _LOWEST_PERCENT, 100, self)
        self.percent_box.setSuffix(" %")
        self.percent_box.valueChanged.connect(lambda _: self._search_timer.start())
        label = create_label(
            self.tr("Similarity of the questions, at least"), "furniture", self, has_word_wrap=True
        )
        label.setBuddy(self.percent_box)
        self.percent_box.setAccessibleName(label.text())
        column = QVBoxLayout()
        column.addWidget(label)
        column.addWidget(self.percent_box, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the two notes below each other if the dialog is too narrow."""
        super().resizeEvent(event)
        is_wide = self.width() >= theme.scale_pixels(_MIN_WIDTH_SIDE_BY_SIDE)
        self._panel_layout.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )

    def remove_note(self, key: str) -> None:
        """Remove the pairs with this note, after it was deleted or changed."""
        self._show_pairs([pair for pair in self._pairs if key not in (pair.first.key, pair.second.key)])
        self.pair_list.setFocus()  # the buttons were disabled meanwhile, which moves the focus away from them

    def _start_search(self) -> None:
        """Search with the current similarity. A search that is running is stopped first."""
        if self.is_busy:
            self._is_search_pending = True
            self.reject()
            return
        self._is_search_pending = False
        min_similarity = self.percent_box.value() / 100
        self.message_banner.hide()
        self._show_pairs(())
        self.count_label.setText(self.tr("Comparing notes… Esc stops."))
        self.run_task(
            lambda progress: self._find_duplicates(min_similarity, progress),
            self._finish_search,
            self._show_failure,
            lambda: self._finish_search(()),
        )

    def _finish_search(self, pairs: Sequence[SimilarNotes]) -> None:
        if self._is_search_pending:
            self._start_search()
            return
        self._show_pairs(pairs)
        if len(pairs) == MAX_PAIRS:
            text = self.tr("Only the %n most similar pair(s) are shown.", None, MAX_PAIRS)
            self.message_banner.show_text(text, is_info=True)
        self.fit_content()

    def _show_failure(self, error: Exception) -> None:
        self._finish_search(())
        if not isinstance(error, TranslatableError | OSError):
            raise error
        self.message_banner.show_text(formatting.format_error(error), is_info=False)

    def _show_pairs(self, pairs: Sequence[SimilarNotes]) -> None:
        row = self.pair_list.currentRow()
        self._pairs = pairs
        self.pair_list.clear()
        for pair in pairs:
            question = next((each.text for each in list_note_texts(pair.first)), pair.first.key)
            self.pair_list.addItem(f"{int(pair.similarity * 100)} %   {' '.join(question.split())}")
        self.count_label.setText(
            self.tr("%n pair(s) of similar notes", None, len(pairs)) if pairs else self.tr("No similar notes")
        )
        self.pair_list.setCurrentRow(min(max(row, 0), len(pairs) - 1))
        self._show_pair()

    def _show_pair(self) -> None:
        row = self.pair_list.currentRow()
        pair = self._pairs[row] if 0 <= row < len(self._pairs) else None
        first, second = self.note_panels
        for panel in self.note_panels:
            panel.setEnabled(pair is not None)
        if pair is None:
            first.clear()
            second.clear()
        else:
            first.show_note(pair.first, pair.second, Side.BEFORE)
            second.show_note(pair.second, pair.first, Side.AFTER)
        for (
            panel
        ) in self.note_panels:  # Qt would do this with the next events, too late for the size of the dialog
            panel.refit()
        self.column.activate()
        self.fit_content()

    def _delete(self, key: str) -> None:
        self.deleteRequested.emit(key)


class _NotePanel(QWidget):
    """A note with its differences from another one, and buttons to edit or delete it."""

    def __init__(self, name: str, parent: DuplicatesDialog) -> None:
        super().__init__(parent)
        self.key, self._name = "", name
        self.edit_button = create_button(self.tr("Edit"), "secondary", self)
        self.delete_button = create_button(self.tr("Delete"), "secondary", self)
        buttons = ButtonRowLayout()
        for button in (self.edit_button, self.delete_button):
            button.setAutoDefault(False)
            buttons.add_button(button, is_leading=True)
        self.text_label = QLabel(self)
        self.text_label.setTextFormat(Qt.TextFormat.RichText)
        self.text_label.setWordWrap(True)
        self.text_label.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(buttons)
        column.addWidget(self.text_label, 1)

    def refit(self) -> None:
        """Ask for the height that the text needs."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.updateGeometry()

    def clear(self) -> None:
        """Show no note."""
        self.key = ""
        self.text_label.clear()

    def show_note(self, note: Note, other: Note, side: Side) -> None:
        """Show the texts of a note. `side` says whether it is the first or the second one of the two."""
        self.key = note.key
        self.text_label.setText(_note_html(note, other, side))
        for button in (self.edit_button, self.delete_button):
            button.setAccessibleDescription(f"{self._name}: {note.key}")


def _note_html(note: Note, other: Note, side: Side) -> str:
    muted = theme.current_colours().mutedText
    other_text = {(each.field, each.language): each.text for each in list_note_texts(other)}
    rows = [f'<p style="color: {muted}">{html.escape(note.key)}</p>']
    for field, language, text, _ in list_note_texts(note):
        label = " · ".join(filter(None, (field_label(field), language)))
        counterpart = other_text.get((field, language), "")
        before, after = (text, counterpart) if side is Side.BEFORE else (counterpart, text)
        marked = format_difference(compare_texts(before, after), side)
        rows.append(f'<p><span style="color: {muted}">{html.escape(label)}</span><br>{marked}</p>')
    return "".join(rows)
