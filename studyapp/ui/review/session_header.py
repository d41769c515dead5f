"""The header above the card: deck, counts and progress of the session."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from studyapp.services.study.session_outcome import Prompt
from studyapp.ui.kit import formatting, theme
from studyapp.ui.kit.widgets import ElidedLabel, create_button, create_label

_MIN_WIDTH_FOR_TIME = 520
"""Pixels, at a text size of 100 %."""


class SessionHeader(QWidget):
    """Shows the deck title, the counts of cards, a menu button and a progress bar."""

    menuRequested = Signal()

    def __init__(self, progress_bar_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title_label = ElidedLabel("furniture", self)
        self.counts_label = create_label("", "furniture", self)
        self.progress_bar = QProgressBar(self)
        self.progress_bar.setTextVisible(False)
        self.progress_bar.setAccessibleName(progress_bar_name)
        self.menu_button = create_button("⋯", "more", self)
        self.menu_button.setAccessibleName(self.tr("Card actions"))
        self.menu_button.setToolTip(self.menu_button.accessibleName())
        # After a click, Space still shows the answer.
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_button.clicked.connect(self.menuRequested)
        row = QHBoxLayout()
        row.addWidget(self.title_label, 1)
        row.addWidget(self.counts_label)
        row.addWidget(self.menu_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.progress_bar)

    def show_prompt(self, prompt: Prompt, deck_title: str, average_rating_ms: float | None) -> None:
        """Show the deck and the progress of the session. The time left is shown if there is enough space."""
        counts = prompt.counts
        is_practice = not prompt.due_by_rating
        self.title_label.setText(
            self.tr("Practice · {title}").format(title=deck_title) if is_practice else deck_title
        )
        text = self.tr("{new} new · {learning} learning · {due} due").format(
            new=counts.new, learning=counts.learning, due=counts.review
        )
        time_left = "" if is_practice else formatting.format_time_left(counts, average_rating_ms)
        has_room = self.width() >= theme.scale_pixels(_MIN_WIDTH_FOR_TIME)
        self.progress_bar.setAccessibleDescription(text)
        self.counts_label.setText(f"{text} · {time_left}" if time_left and has_room else text)
        self.progress_bar.setMaximum(max(1, prompt.session_rating_count + counts.total))
        self.progress_bar.setValue(prompt.session_rating_count)
