"""The widgets of the note editor and their arrangement: beside each other or, in a narrow window, below each other."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studyapp.ui.dialogs.scrolling_dialog import available_geometry
from studyapp.ui.editor.editor_notice import EditorNotice
from studyapp.ui.editor.editor_toolbar import EditorToolbar
from studyapp.ui.editor.fields.field_labels import field_label
from studyapp.ui.editor.fields.note_form import FormTools, NoteForm
from studyapp.ui.editor.note_preview import NotePreview
from studyapp.ui.kit import theme
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.icons import load_icon
from studyapp.ui.kit.widgets import create_button, create_label

_SIZE, _MIN_SIZE = QSize(1080, 720), QSize(400, 320)
_MIN_WIDTH_FOR_TWO_COLUMNS, _MIN_HEIGHT_FOR_FIXED_TOOLBAR = 820, 460
"""Pixels, at a text size of 100 %."""

_MARGIN, _COMPACT_MARGIN, _SCROLL_BAR_GAP = 20, 12, 12


class EditorView(QWidget):
    """A window with the form, the preview and the commands. `EditorWindow` decides what they do."""

    def __init__(self, resources_folder: Path, parent: QWidget | None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._resources_folder = resources_folder
        self.setMinimumSize(_MIN_SIZE)
        self.type_box, self.deck_box = ComboBox(self, min_letters=5), ComboBox(self, min_letters=5)
        self.schedule_box = ComboBox(self, min_letters=8)
        self.toolbar = EditorToolbar(resources_folder, self)
        self.notice = EditorNotice(self)
        self.bundled_label = create_label(
            self.tr("This deck came with StudyApp. Saving makes a copy of it in your decks folder."),
            "hint", self, has_word_wrap=True,
        )  # fmt: skip
        self.guide_button = create_button(self.tr("How to write good cards"), "flushLink", self)
        self.close_button = create_button(self.tr("Close"), "secondary", self)
        self.save_button = create_button(self.tr("Save"), "primary", self)
        self.preview = NotePreview(None)
        self._is_wide: bool | None = None

    def build(self, tools: FormTools) -> None:
        """Create the form and arrange all widgets."""
        self.form = NoteForm(tools, self)
        self._form_holder = QWidget()
        self._form_holder.setObjectName("column")
        self._form_column = QVBoxLayout(self._form_holder)
        self._form_column.setContentsMargins(0, 0, _SCROLL_BAR_GAP, 0)
        self._form_column.setSpacing(16)
        self._form_column.addLayout(self._build_choosers())
        self._form_column.addWidget(self.form)
        self._form_column.addWidget(self.guide_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._form_column.addStretch(1)
        self.form_area, self.preview_area = self._create_scroll_area(), self._create_scroll_area()
        self.form_area.setWidget(self._form_holder)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(20)
        self._columns.addWidget(self.form_area, 5)
        self._columns.addWidget(self.preview_area, 4)
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(12)
        self._outer.addWidget(self.toolbar)
        self._outer.addLayout(self._columns, 1)
        self._outer.addWidget(self.notice)
        self._outer.addLayout(self._build_bottom())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._scroll_to_focus)
        available = available_geometry(self).size()
        self.resize(QSize(*map(theme.scale_pixels, _SIZE.toTuple())).boundedTo(available * 0.9))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the columns for the new size."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Redraw the icons and the cards when the theme changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._is_wide is not None:
            self.toolbar.restyle()
            self.preview.restyle()
            self.form.show_pin_icon(self.load_pin_icon())

    def load_pin_icon(self) -> QIcon:
        """Return the icon of the buttons that keep a field."""
        return load_icon(
            self._resources_folder, "pin", theme.current_colours().mutedText, self.devicePixelRatioF()
        )

    def _build_choosers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, (label, box) in enumerate(
            ((field_label("type"), self.type_box), (self.tr("Deck"), self.deck_box))
        ):
            name_label = create_label(label, "fieldLabel", self)
            name_label.setBuddy(box)
            box.setAccessibleName(label)
            grid.addWidget(name_label, 0, column)
            grid.addWidget(box, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.bundled_label, 2, 0, 1, 2)
        return grid

    def _build_bottom(self) -> QHBoxLayout:
        self.schedule_label = create_label(self.tr("Schedule"), "fieldLabel", self)
        self.schedule_label.setBuddy(self.schedule_box)
        self.schedule_box.setAccessibleName(self.tr("Schedule"))
        self.schedule_row = QWidget(self)
        schedule = QHBoxLayout(self.schedule_row)
        schedule.setContentsMargins(0, 0, 0, 0)
        schedule.addWidget(self.schedule_label)
        schedule.addWidget(self.schedule_box, 1)
        self._bottom = QHBoxLayout()
        self._bottom.setSpacing(8)
        self._bottom.addStretch(1)
        for button in (self.close_button, self.save_button):
            self._bottom.addWidget(button)
        return self._bottom

    def _create_scroll_area(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _arrange(self) -> None:
        """Show the preview beside the form or, in a narrow window, below it with the choice of the schedule. In a low window,
        the toolbar scrolls."""
        is_wide = self.width() >= theme.scale_pixels(_MIN_WIDTH_FOR_TWO_COLUMNS)
        is_low = self.height() < theme.scale_pixels(_MIN_HEIGHT_FOR_FIXED_TOOLBAR)
        margin = _COMPACT_MARGIN if is_low or not is_wide else _MARGIN
        self._outer.setContentsMargins(margin, margin, margin, margin)
        if is_low and self._outer.indexOf(self.toolbar) >= 0:
            self._form_column.insertWidget(0, self.toolbar)
        elif not is_low and self._outer.indexOf(self.toolbar) < 0:
            self._outer.insertWidget(0, self.toolbar)
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        self.toolbar.button_by_action["editor-keys"].setVisible(is_wide)  # it would need a line of its own
        if is_wide:
            self._bottom.insertWidget(0, self.schedule_row, 1)
            self._form_column.removeWidget(self.preview)
            self.preview_area.setWidget(self.preview)
        else:
            self.preview_area.takeWidget()
            below_form = self._form_column.indexOf(self.guide_button) + 1
            self._form_column.insertWidget(below_form, self.preview)
            self._form_column.insertWidget(below_form, self.schedule_row)
        self.preview.show()
        self.preview_area.setVisible(is_wide)

    def _scroll_to_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._form_holder.isAncestorOf(new):
            self.form_area.ensureWidgetVisible(new, 0, theme.scale_pixels(24))
