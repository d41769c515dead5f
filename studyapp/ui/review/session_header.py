"""What stands above the card: the deck, what is left, and how far the session has come."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from studyapp.ui.kit import theme
from studyapp.ui.kit.widgets import ElidedLabel, create_button, create_label

_MIN_WIDTH_FOR_TIME = 520
"""Pixels, at the usual size of text."""


class SessionHeader(QWidget):
    """Shows a title, a sum in words, and a thin bar."""

    menuRequested = Signal()

    def __init__(self, progress_bar_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("furniture", self)
        self.counts_label = create_label("", "furniture", self)
        self.progress_bar = QProgressBar(self)
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setAccessibleName(progress_bar_name)
        self.menu_button = create_button("⋯", "more", self)
        self.menu_button.setAccessibleName(self.tr("What can be done with the card"))
        self.menu_button.setToolTip(self.menu_button.accessibleName())
        self.menu_button.clicked.connect(self.menuRequested)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.counts_label)
        row.addWidget(self.menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.progress_bar)

    def show_progress(
        self, title: str, counts_text: str, time_left_text: str, done: int, remaining: int
    ) -> None:
        """Show how the session stands; `done` and `left` are numbers of cards. The time, which may be empty, gives
        way where there is no room for all."""
        self.title.setText(title)
        has_room = self.width() >= theme.scale_pixels(_MIN_WIDTH_FOR_TIME)
        self.counts_label.setText(
            f"{counts_text} · {time_left_text}" if time_left_text and has_room else counts_text
        )
        self.progress_bar.setMaximum(max(1, done + remaining))
        self.progress_bar.setValue(done)
