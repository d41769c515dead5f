"""The order in which Tab moves through a dialog."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def follow_layout(window: QWidget) -> None:
    """Let Tab visit the widgets of a window in the order in which its layouts place them."""
    layout = window.layout()
    if layout is not None:
        for first, second in pairwise(_widgets_in(layout)):
            QWidget.setTabOrder(first, second)


def _widgets_in(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        assert item is not None, "the index is in range"
        widget, inner_layout = item.widget(), item.layout()
        if isinstance(widget, QScrollArea):
            widget = widget.widget()
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
            continue
        if widget is not None:
            inner_layout = widget.layout()
        if inner_layout is not None:
            yield from _widgets_in(inner_layout)
