"""The base class of all dialogs: the content scrolls if it does not fit the screen, the buttons stay visible below."""

from PySide6.QtCore import QMargins, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studyapp.ui.dialogs.button_row_layout import ButtonRowLayout
from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import create_button

_WINDOW_FRAME = QMargins(8, 40, 8, 8)
"""Room for the frame that the system draws around a dialog, in pixels."""

_MARGIN, _TOP_MARGIN, _SCROLL_BAR_GAP, _SPACING = 24, 20, 12, 16
"""Pixels."""


def available_geometry(widget: QWidget) -> QRect:
    """Return the part of the screen that windows may cover: the application property `available-geometry`, or else
    that of the widget's screen."""
    application = QApplication.instance()
    geometry = application.property("available-geometry") if application else None
    return geometry if isinstance(geometry, QRect) else widget.screen().availableGeometry()


class ScrollingDialog(QDialog):
    """A dialog that is never larger than the screen.

    Add the content to `column`. `width` and `min_height` are the preferred size in pixels at a text size of 100 %; the
    height grows with the content.
    """

    def __init__(self, parent: QWidget | None, *, width: int = 520, min_height: int = 0) -> None:
        super().__init__(parent)
        self._preferred_width, self._min_height = width, min_height
        self._content = QWidget()
        self._content.setObjectName("column")
        self.column = QVBoxLayout(self._content)
        self.column.setContentsMargins(0, 0, _SCROLL_BAR_GAP, 0)
        self.column.setSpacing(12)
        self.scroll_area = QScrollArea(self)
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setWidget(self._content)
        self.button_row = ButtonRowLayout()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._scroll_to_focus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_MARGIN, _TOP_MARGIN, _MARGIN - _SCROLL_BAR_GAP, _TOP_MARGIN)
        outer.setSpacing(_SPACING)
        outer.addWidget(self.scroll_area, 1)
        row_holder = QVBoxLayout()
        row_holder.setContentsMargins(0, 0, _SCROLL_BAR_GAP, 0)
        row_holder.addLayout(self.button_row)
        outer.addLayout(row_holder)

    def add_button(
        self, text: str, style_name: str = "secondary", *, is_leading: bool = False, is_default: bool = False
    ) -> QPushButton:
        """Add a button to the row below the content, at its end or, if `is_leading`, at its start."""
        button = create_button(text, style_name, self)
        button.setAutoDefault(False)  # Enter in a field presses the default button only
        button.setDefault(is_default)
        self.button_row.add_button(button, is_leading=is_leading)
        return button

    def fit_content(self, *, may_shrink: bool = False) -> None:
        """Resize the dialog so that the content fits without scrolling, as far as the screen allows."""
        available = available_geometry(self).marginsRemoved(_WINDOW_FRAME)
        size = self._preferred_size(available.width())
        if not may_shrink:
            size = size.expandedTo(self.size())
        self.resize(size.boundedTo(available.size()))
        self._move_into(available)

    def scroll_to(self, widget: QWidget) -> None:
        """Scroll until a widget of the content is visible, or its beginning if it is too high."""
        self.column.activate()
        top = widget.mapTo(self._content, QPoint(0, 0)).y()
        free_height = self.scroll_area.viewport().height() - widget.height()
        scroll_bar, margin = self.scroll_area.verticalScrollBar(), min(12, max(0, free_height // 2))
        # Qt's ensureWidgetVisible would be content with the cursor of a field.
        scroll_bar.setValue(
            max(min(scroll_bar.value(), top - margin), min(top + margin - free_height, top - margin))
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Size the dialog to its content."""
        super().showEvent(event)
        if event.spontaneous():
            return
        for view in self.findChildren(QAbstractItemView):
            view.doItemsLayout()  # Qt may have laid them out before the style sheet applied to them
        self.fit_content(may_shrink=True)

    def _scroll_to_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._content.isAncestorOf(new):
            self.scroll_to(new)

    def _preferred_size(self, available_width: int) -> QSize:
        width = max(theme.scale_pixels(self._preferred_width), self.minimumSizeHint().width())
        width = min(width, available_width)
        content_width = width - 2 * _MARGIN + _SCROLL_BAR_GAP
        column_height = self.column.totalHeightForWidth(content_width)
        heights = (
            2 * _TOP_MARGIN,
            max(column_height, self.scroll_area.minimumSizeHint().height()),
            _SPACING,
            self.button_row.heightForWidth(content_width - _SCROLL_BAR_GAP),
        )
        return QSize(width, max(sum(heights), theme.scale_pixels(self._min_height)))

    def _move_into(self, available: QRect) -> None:
        right, bottom = available.right() - self.width() + 1, available.bottom() - self.height() + 1
        x = max(available.left(), min(self.x(), right))
        y = max(available.top(), min(self.y(), bottom))
        self.move(QPoint(x, y))
