"""The widgets of the map page."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import create_label
from studyapp.ui.map.canvas.map_canvas import MapCanvas
from studyapp.ui.map.day_bar import DayBar
from studyapp.ui.map.legend_view import LegendView
from studyapp.ui.map.map_header import MapHeader
from studyapp.ui.map.node_panel import NodePanel

_MARGIN, _NARROW_MARGIN, _MIN_WIDTH_FOR_MARGIN = 24, 12, 640
_USUAL_CANVAS_HEIGHT, _MIN_WIDTH_FOR_SIDE, _PANEL_WIDTH, _MIN_HEIGHT_FOR_LEGEND = 220, 860, 330, 560
"""Pixels, at a text size of 100%."""

_MIN_CANVAS_HEIGHT = 160
"""Pixels, at any text size."""

_MAX_WIDTH = 16_777_215
"""Qt's limit for the sizes of widgets."""


class MapView(QWidget):
    """Shows the header, the map with the panel beside or below it, and the slider. What is too high for the page scrolls."""

    def __init__(self, describe: Callable[[int], str], page: QWidget) -> None:
        super().__init__(page)
        self.header = MapHeader(self)
        self.error_label = create_label("", "fieldError", self, has_word_wrap=True)
        self.legend = LegendView(self)
        self.canvas = MapCanvas(describe, self)
        self.empty_label = self._create_empty_label()
        self.panel = NodePanel(self)
        self.day_bar = DayBar(self)
        self._is_legend_chosen = False
        self._build(page)
        for widget in (self.error_label, self.panel, self.empty_label):
            widget.hide()
        self.header.legend_button.clicked.connect(self._choose_legend)
        self._connect_zoom()

    def _create_empty_label(self) -> QLabel:
        text = self.tr(
            "There is no map yet. A deck has one if its notes name their prerequisites, or if it contains a diagram of boxes and arrows."
        )
        label = create_label(text, "subtitle", self, has_word_wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # so that screen readers say it
        return label

    def _build(self, page: QWidget) -> None:
        content = QWidget()
        content.setObjectName("column")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(12)
        self._body.addWidget(self.canvas, 1)
        self._body.addWidget(self.empty_label, 1)
        self._body.addWidget(self.panel)
        self._column = QVBoxLayout(content)
        self._column.setSpacing(10)
        self._column.addWidget(self.header)
        self._column.addWidget(self.error_label)
        self._column.addWidget(self.legend)
        self._column.addLayout(self._body, 1)
        self._column.addWidget(self.day_bar)
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setWidget(content)
        for holder, inner in ((page, self), (self, self.scroll_area)):
            outer = QVBoxLayout(holder)
            outer.setContentsMargins(0, 0, 0, 0)
            outer.addWidget(inner)

    def _connect_zoom(self) -> None:
        header, canvas = self.header, self.canvas
        header.zoom_out_button.clicked.connect(canvas.zoom_out)
        header.fit_button.clicked.connect(canvas.fit)
        header.zoom_in_button.clicked.connect(canvas.zoom_in)

    def show_map_widgets(self, *, is_empty: bool) -> None:
        """Show the map, or only the text that says why there is none. What takes the place of the focused widget gets the focus."""
        had_focus = self._has_focus
        for widget in (self.header, self.canvas, self.day_bar):
            widget.setVisible(not is_empty)
        self.empty_label.setVisible(is_empty)
        if is_empty:
            self.panel.hide()
        if had_focus and not self._has_focus:
            self.focus_map()
        self._show_legend()

    @property
    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def focus_map(self) -> None:
        """Focus the map, or the text that says why there is none."""
        (self.canvas if self.empty_label.isHidden() else self.empty_label).setFocus()

    def show_error(self, text: str) -> None:
        """Show an error message; an empty text hides it."""
        self.error_label.setText(text)
        self.error_label.setVisible(bool(text))

    def open_panel(self) -> None:
        """Show the panel, and keep the selected node in view."""
        if self.panel.isHidden():
            self.panel.show()
            QTimer.singleShot(0, self._scroll_to_panel)  # once it has its place

    def _scroll_to_panel(self) -> None:
        if self.panel.isVisible():
            self.scroll_area.ensureWidgetVisible(self.panel, 0, 0)
            self.canvas.scroll_to_selected()

    def close_panel(self) -> None:
        """Hide the panel, and give its focus to the map."""
        had_focus = self.panel.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self.panel.hide()
        if had_focus:
            self.canvas.setFocus()

    def restyle(self) -> None:
        """Apply the current theme."""
        self.legend.restyle()
        self.day_bar.axis.update()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapt margins, panel and legend to the size."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        is_narrow = self.width() < theme.scale_pixels(_MIN_WIDTH_FOR_MARGIN)
        margin = _NARROW_MARGIN if is_narrow else _MARGIN
        self._column.setContentsMargins(margin, margin, margin, margin)
        self.canvas.setMinimumHeight(
            max(_MIN_CANVAS_HEIGHT, min(theme.scale_pixels(_USUAL_CANVAS_HEIGHT), self.height() // 2))
        )
        is_beside = self.width() >= theme.scale_pixels(_MIN_WIDTH_FOR_SIDE)
        directions = QBoxLayout.Direction
        self._body.setDirection(directions.LeftToRight if is_beside else directions.TopToBottom)
        width = theme.scale_pixels(_PANEL_WIDTH)
        self.panel.setMinimumWidth(width if is_beside else 0)
        self.panel.setMaximumWidth(width if is_beside else _MAX_WIDTH)
        self._show_legend()

    def _choose_legend(self) -> None:
        self._is_legend_chosen = True
        self._show_legend()

    def _show_legend(self) -> None:
        """Show the legend if the user wants it; if the user has not said, if there is room for it."""
        button = self.header.legend_button
        if not self._is_legend_chosen:
            button.setChecked(self.height() >= theme.scale_pixels(_MIN_HEIGHT_FOR_LEGEND))
        self.legend.setVisible(button.isChecked() and not self.canvas.isHidden())

    def event(self, event: QEvent) -> bool:
        """Let Enter press the focused button."""
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QPushButton):
                event.accept()
                if event.type() is QEvent.Type.KeyPress:
                    focused.click()
                return True
        return super().event(event)
