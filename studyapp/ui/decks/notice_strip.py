"""The strip at the bottom of the decks page for notices, which appear without moving the deck list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_MAX_SHARE_OF_HEIGHT = 0.4
"""The part of the page that notices may cover; longer ones scroll."""


class NoticeStrip(QScrollArea):
    """Shows panels below each other, as high as they need. It is hidden while all of them are hidden."""

    def __init__(self, panels: tuple[QWidget, ...], max_width: int, page: QWidget) -> None:
        super().__init__(page)
        self._panels, self._page = panels, page
        self._content = QWidget()
        self._content.setObjectName("column")
        column_widget = QWidget(self._content)
        column_widget.setObjectName("column")
        column_widget.setMaximumWidth(max_width)
        column = QVBoxLayout(column_widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for panel in panels:
            column.addWidget(panel)
        self._margin_row = QHBoxLayout(self._content)
        self._margin_row.addStretch(1)
        self._margin_row.addWidget(column_widget, 1000)
        self._margin_row.addStretch(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._content)
        self.hide()

    def set_side_margins(self, left: int, right: int) -> None:
        """Set the margins left and right of the notices, in pixels."""
        self._margin_row.setContentsMargins(left, 12, right, 12)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        """Adapt the height to the lines that fit the width."""
        super().resizeEvent(event)
        self.fit_notices()

    def fit_notices(self) -> None:
        """Take the height that the notices need at the current width of the page, up to a part of the page's."""
        is_empty = all(panel.isHidden() for panel in self._panels)
        self.setVisible(not is_empty)
        if is_empty:
            return
        row = self._margin_row
        has_wrapped_lines = row.hasHeightForWidth()
        height = (
            row.totalHeightForWidth(self._page.width()) if has_wrapped_lines else row.totalSizeHint().height()
        )
        limit = round(self._page.height() * _MAX_SHARE_OF_HEIGHT)
        self.setFixedHeight(min(height, limit))
        # A strip that scrolls takes the focus, so that keys can scroll it.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if height > limit else Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if height > limit else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
