"""What the decks page says of overdue cards and of a pause of new cards."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.services.overview.daily_overview import DailyOverview
from studyapp.ui.kit import formatting
from studyapp.ui.kit.translators import set_interface_locale
from studyapp.ui.kit.widgets import create_button, create_label

_MIN_OVERDUE = 50
"""Minimum number of overdue cards at which the panel offers to spread them if there was no break."""


class BacklogPanel(QWidget):
    """Shows up to a line about overdue cards and one about the pause of new cards, each with a link. It is hidden without any."""

    spreadRequested = Signal()
    resumeRequested = Signal()
    planRequested = Signal()
    """There was a break, and `show_plan` should be called with a sentence how the overdue cards can be worked off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._break_text = ""
        self.break_label = create_label("", "subtitle", self, has_word_wrap=True)
        self.spread_button = create_button("", "flushLink", self)
        self.spread_button.clicked.connect(self.spreadRequested)
        self.pause_label = create_label("", "subtitle", self, has_word_wrap=True)
        self.resume_button = create_button(self.tr("Resume new cards"), "flushLink", self)
        self.resume_button.clicked.connect(self.resumeRequested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.break_label)
        column.addWidget(self.spread_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.pause_label)
        column.addWidget(self.resume_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_overview(self, overview: DailyOverview) -> None:
        """Show what concerns overdue cards and new cards."""
        has_break, overdue, paused_until = (
            overview.break_days > 0,
            overview.overdue_count,
            overview.new_cards_paused_until,
        )
        self._show_break(overview)
        is_offered = has_break or overdue >= _MIN_OVERDUE
        self.spread_button.setVisible(is_offered)
        self.spread_button.setText(self.tr("Spread %n overdue card(s)…", None, overdue))
        self.pause_label.setVisible(paused_until is not None)
        self.resume_button.setVisible(paused_until is not None)
        if paused_until is not None:
            set_interface_locale()
            text = self.tr("New cards are paused until {date}.")
            self.pause_label.setText(text.format(date=formatting.format_date(paused_until)))
            self.resume_button.setAccessibleDescription(self.pause_label.text())
        self.setVisible(is_offered or paused_until is not None)

    def _show_break(self, overview: DailyOverview) -> None:
        text = ""
        if overview.break_days:
            text = self.tr(
                "%n card(s) are overdue after {days} days without reviews.", None, overview.overdue_count
            ).format(days=overview.break_days)
        if text != self._break_text:  # otherwise the plan stays until the new one is known
            self._break_text = text
            self.break_label.setText(text)
        self.break_label.setVisible(bool(text))
        if text:
            self.planRequested.emit()

    def show_plan(self, sentence: str) -> None:
        """Show how the overdue cards can be worked off, if there was a break."""
        self.break_label.setText(formatting.join_sentences(self._break_text, sentence))
