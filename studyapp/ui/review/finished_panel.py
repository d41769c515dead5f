"""The end of a session: what was done and what comes next."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.services.options.clock import Clock
from studyapp.services.study.session_outcome import Calibration, Finished
from studyapp.ui.kit import formatting
from studyapp.ui.kit.actions import shown_key
from studyapp.ui.kit.widgets import button, label


class FinishedPanel(QWidget):
    """Says that nothing is left for now."""

    left = Signal()
    moreWanted = Signal()
    customWanted = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.title = label("", "title", self)
        self.done = label("", "subtitle", self)
        self.calibration = label("", "subtitle", self)
        self.next = label("", "subtitle", self, wraps=True)
        self.next.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.back = button(self.tr("Back to decks"), "primary", self)
        self.back.clicked.connect(self.left)
        self.more = button("", "secondary", self)
        self.more.clicked.connect(self.moreWanted)
        self.custom = button(self.tr("Custom session…"), "link", self)
        self.custom.clicked.connect(self.customWanted)
        self.undo = label("", "furniture", self)
        self.name_keys()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (self.title, self.done, self.calibration, self.next):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.custom, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def name_keys(self) -> None:
        """Say which key takes a rating back: it may have been changed."""
        self.undo.setText(self.tr("{key} undoes the last rating.").format(key=shown_key("undo")))

    def _next_day(self, days: int | None) -> str:
        if days is None:
            return self.tr("No card is planned.")
        if days == 1:
            return self.tr("The next cards come tomorrow.")
        return self.tr("The next cards come in %n day(s).", None, days)

    def _right_when(self, said: Calibration) -> str:
        return self.tr("{sure}: right {right} of {asked}").format(
            sure=formatting.confidence(said.confidence), right=said.right, asked=said.asked
        )

    def show_result(self, result: Finished) -> None:
        """Show what a session came to."""
        self.title.setText(self.tr("Done for now") if result.rated else self.tr("Nothing to study right now"))
        self.done.setText(
            self.tr("%n card(s) rated", None, result.rated)
            + " · "
            + self.tr("%n remembered", None, result.remembered)
            + " · "
            + formatting.minutes(result.took)
        )
        self.done.setVisible(result.rated > 0)
        self.calibration.setText(" · ".join(map(self._right_when, result.calibration)))
        self.calibration.setVisible(bool(result.calibration))
        if result.next_learning_at is None:
            self.next.setText(self._next_day(result.next_in))
        else:
            when = formatting.time_of_day(result.next_learning_at)
            self.next.setText(self.tr("The next card comes back at {time}.").format(time=when))
        self.more.setText(self.tr("%n more new card(s)", None, result.more_new))
        self.more.setVisible(result.more_new > 0)
        self.back.setFocus()
