"""What stands above the card: the deck, what is left, and how far the session has come."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import OneLine, button, label

_NEEDS = 520
"""Pixels, at the usual size of text."""


class SessionHead(QWidget):
    """Shows a title, a sum in words, and a thin bar."""

    menuWanted = Signal()

    def __init__(self, bar_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = OneLine("furniture", self)
        self.counts = label("", "furniture", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(bar_name)
        self.more = button("⋯", "more", self)
        self.more.setAccessibleName(self.tr("What can be done with the card"))
        self.more.setToolTip(self.more.accessibleName())
        self.more.clicked.connect(self.menuWanted)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.counts)
        row.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.bar)

    def show_progress(self, title: str, counts: str, time: str, done: int, left: int) -> None:
        """Show how the session stands; `done` and `left` are numbers of cards. The time, which may be empty, gives
        way where there is no room for all."""
        self.title.setText(title)
        has_room = self.width() >= theme.pixels(_NEEDS)
        self.counts.setText(f"{counts} · {time}" if time and has_room else counts)
        self.bar.setMaximum(max(1, done + left))
        self.bar.setValue(done)
