"""The order in which Tab visits widgets: as they are laid out, also those that were added later."""

from collections.abc import Iterator
from itertools import chain, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def chain_tabs(*layouts: QLayout | None) -> None:
    """Let Tab visit the widgets of these layouts from the first to the last."""
    for one, following in pairwise(chain.from_iterable(map(_focus_order, layouts))):
        QWidget.setTabOrder(one, following)


def _focus_order(layout: QLayout | None) -> Iterator[QWidget]:
    for index in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(index) if layout is not None else None
        if item is None:
            continue
        widget = item.widget()
        if widget is None:
            yield from _focus_order(item.layout())
        elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        else:
            yield from _focus_order(widget.layout())
