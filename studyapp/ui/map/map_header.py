"""The top of the map page: which map is shown, the search in it, the zoom and the menu."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QMenu, QWidget

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.concept_map.map_loading import MapChoice, MapKind
from studyapp.ui.kit import screen_reader, theme
from studyapp.ui.kit.combo_box import ComboBox
from studyapp.ui.kit.widgets import create_button, create_label

_MIN_WIDTH_FOR_ONE_LINE, _MIN_WIDTH_FOR_TWO_LINES = 720, 400
"""Pixels, at a text size of 100%."""


class MapHeader(QWidget):
    """Emits a signal for each command but runs none itself."""

    mapChosen = Signal(str)
    """Carries the key of a map."""

    textEdited = Signal(str)
    nextRequested = Signal(int)
    """The user wants to go to the next match (1), or to the one before (-1)."""

    saveRequested = Signal(str)
    """Carries the suffix of the file, without a dot."""

    tableRequested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.map_box = ComboBox(self, min_letters=6)
        self.map_box.setAccessibleName(self.tr("Map"))
        self.field = _FindField(self)
        screen_reader.report_cursor(self.field)
        self.field.setPlaceholderText(self.tr("Find a concept"))
        self.field.setAccessibleName(self.tr("Find"))
        self.found_label = create_label("", "furniture", self)
        self.found_label.hide()
        self.zoom_out_button = create_button("−", "toolbar", self)
        self.fit_button = create_button(self.tr("Fit"), "toolbar", self)
        self.zoom_in_button = create_button("+", "toolbar", self)
        self.legend_button = create_button(self.tr("Legend"), "toolbar", self)
        self.legend_button.setCheckable(True)
        self.menu_button = create_button("⋯", "more", self)
        self._name_buttons()
        self.menu_button.clicked.connect(self._open_menu)
        self.map_box.currentIndexChanged.connect(lambda _: self._report_choice())
        self.field.textChanged.connect(self.textEdited)
        self.field.nextRequested.connect(self.nextRequested)
        self._build()

    def _name_buttons(self) -> None:
        for button, name in (
            (self.zoom_out_button, self.tr("Zoom out")),
            (self.fit_button, self.tr("Show the whole map")),
            (self.zoom_in_button, self.tr("Zoom in")),
            (self.menu_button, self.tr("Table and files")),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)

    def _build(self) -> None:
        field_line, button_line = QHBoxLayout(), QHBoxLayout()
        field_line.addWidget(self.field, 1)
        field_line.addWidget(self.found_label)
        button_line.setSpacing(2)
        button_line.addStretch(1)
        for button in (
            self.zoom_out_button,
            self.fit_button,
            self.zoom_in_button,
            self.legend_button,
            self.menu_button,
        ):
            button_line.addWidget(button)
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._tools.addLayout(field_line, 1)
        self._tools.addLayout(button_line)
        self._lines = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(self.map_box, 1)
        self._lines.addLayout(self._tools, 1)
        for layout in (field_line, self._tools, self._lines):
            layout.setSpacing(8)

    def minimumSizeHint(self) -> QSize:
        """Allow any width: in a narrow page, there are more lines."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use two or three lines if one is too short."""
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        for layout, min_width in (
            (self._lines, _MIN_WIDTH_FOR_ONE_LINE),
            (self._tools, _MIN_WIDTH_FOR_TWO_LINES),
        ):
            is_wide = self.width() >= theme.scale_pixels(min_width)
            layout.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def show_choices(
        self, choices: Sequence[MapChoice], chosen: MapChoice | None, languages: CardLanguages
    ) -> None:
        """Offer these maps."""
        self.map_box.blockSignals(True)
        self.map_box.clear()
        for choice in choices:
            self.map_box.addItem(self.name_choice(choice, languages), choice.key)
        if chosen is not None:
            self.map_box.setCurrentIndex(self.map_box.findData(chosen.key))
        self.map_box.blockSignals(False)

    def name_choice(self, choice: MapChoice, languages: CardLanguages) -> str:
        """Return the name of a map."""
        title = " · ".join(text for _, text in choice.title.versions_for(languages))
        if choice.kind is MapKind.DIAGRAM:
            return self.tr("Diagram: {title}").format(title=title)
        if len(choice.decks) > 1:
            further = len(choice.decks) - 1
            return self.tr("{title} and %n more deck(s)", None, further).format(title=title)
        return title

    def show_found(self, text: str) -> None:
        """Show how many nodes the search has found."""
        self.found_label.setText(text)
        self.found_label.setVisible(bool(text))

    def _report_choice(self) -> None:
        self.mapChosen.emit(self.map_box.currentData() or "")

    def build_menu(self) -> QMenu:
        """Build the menu of the map."""
        menu = QMenu(self)
        menu.addAction(self.tr("Show table")).triggered.connect(self.tableRequested)
        menu.addSeparator()
        for label, suffix in ((self.tr("Save as SVG…"), "svg"), (self.tr("Save as PNG…"), "png")):
            menu.addAction(label).triggered.connect(partial(self.saveRequested.emit, suffix))
        return menu

    def _open_menu(self) -> None:
        menu = self.build_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.menu_button.mapToGlobal(self.menu_button.rect().bottomRight())
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))


class _FindField(QLineEdit):
    """A field for a search. Enter goes to the next match, and Escape clears the text."""

    nextRequested = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a match, or clear the text."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.nextRequested.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
