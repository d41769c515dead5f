"""The table, or what to do when it has nothing to show."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from studyapp.ui.kit import screen_reader, theme
from studyapp.ui.kit.widgets import create_button, create_label


class ResultsPanel(QStackedWidget):
    """Shows a table, or an explanation in its place."""

    showAllRequested = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._table: QWidget | None = None
        self._empty = QFrame(self)
        self._empty.setObjectName("emptyResults")
        self.title_label = create_label("", "dialogTitle", self._empty, has_word_wrap=True)
        self.advice_label = create_label("", "soft", self._empty, has_word_wrap=True)
        self.show_all_button = create_button(self.tr("Show all cards"), "secondary", self._empty)
        self.show_all_button.clicked.connect(self.showAllRequested)
        column = QVBoxLayout(self._empty)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        for label in (self.title_label, self.advice_label):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(self.show_all_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.addWidget(self._empty)

    def set_table(self, table: QWidget) -> None:
        """Use this table."""
        self._table = table
        self.addWidget(table)
        self.setCurrentWidget(table)

    def show_table(self) -> None:
        """Show the table."""
        if self._table is not None:
            had_focus = self.show_all_button.hasFocus()
            self.setCurrentWidget(self._table)
            if had_focus:
                self._table.setFocus()

    def show_no_match(self) -> None:
        """Show that no card matches the query, and what to try."""
        advice = self.tr("Try fewer or shorter words, look in all decks, or choose a filter.")
        self._show(self.tr("No card matches"), advice, offers_all=True)

    def show_no_cards(self) -> None:
        """Show that there are no cards at all."""
        self._show(self.tr("No cards yet"), self.tr("Add decks on the decks page."), offers_all=False)

    def show_preparation(self, percent: int) -> None:
        """Show how much of the notes is prepared for searching."""
        advice = self.tr("{percent} % of the notes are ready.").format(percent=percent)
        self._show(self.tr("Preparing the search…"), advice, offers_all=False)

    def _show(self, title: str, advice: str, *, offers_all: bool) -> None:
        is_new = self.currentWidget() is not self._empty or self.title_label.text() != title
        self.title_label.setText(title)
        self.advice_label.setText(advice)
        self.show_all_button.setVisible(offers_all)
        had_focus = self._table is not None and self._table.hasFocus()
        self.setCurrentWidget(self._empty)
        if had_focus and offers_all:
            self.show_all_button.setFocus()
        if is_new and self.isVisible():
            screen_reader.announce(f"{title}. {advice}")

    def minimumSizeHint(self) -> QSize:
        """Allow a small panel."""
        return QSize(theme.scale_pixels(160), theme.scale_pixels(80))
