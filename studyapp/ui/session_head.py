"""What stands above the card: the deck, what is left, and how far the session has come."""

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from studyapp.ui.layouts import OneLine, label


class SessionHead(QWidget):
    """Shows a title, a sum in words, and a thin bar."""

    def __init__(self, bar_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = OneLine("furniture", self)
        self.counts = label("", "furniture", self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(bar_name)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        row.addWidget(self.counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self.bar)

    def show_progress(self, title: str, counts: str, done: int, left: int) -> None:
        """Show how the session stands; `done` and `left` are numbers of cards."""
        self.title.setText(title)
        self.counts.setText(counts)
        self.bar.setMaximum(max(1, done + left))
        self.bar.setValue(done)
