"""What comes by itself while studying: the answer, the next card, and word of how long it went."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, Qt

from studyapp.core.study.study_day import MINUTE
from studyapp.core.study.study_options import StudyOptions

_UNRATED_IN_A_ROW = 3
"""Then nobody is there."""


class Pacing(QObject):
    """Counts seconds on each card, and the session's minutes. It is told the time (UTC ms), and rates nothing."""

    revealDue = Signal()
    nextDue = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._options = StudyOptions()
        self._began_at: int | None = None
        self._cards = self._unrated = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._time_over)
        self._revealed = False

    def begin(self, now: int) -> None:
        """A session begins."""
        self._began_at, self._cards, self._unrated = now, 0, 0

    def asked(self, options: StudyOptions) -> None:
        """A card is on screen."""
        self._options, self._revealed = options, False
        self._start(options.auto_reveal)

    def revealed(self) -> None:
        """Its answer is."""
        self._revealed = True
        self._start(self._options.auto_next)

    def rated(self) -> None:
        """Somebody is there."""
        self._cards += 1
        self._unrated = 0

    def stop(self) -> None:
        """No card is on screen."""
        self._timer.stop()

    def box_over(self, now: int) -> tuple[int, int] | None:
        """How many minutes the session went and how many cards were rated, once each time box; else None."""
        if not self._options.time_box or self._began_at is None:
            return None
        gone = now - self._began_at
        if gone < self._options.time_box * MINUTE:
            return None
        found = gone // MINUTE, self._cards
        self._began_at, self._cards = now, 0
        return found

    def _start(self, seconds: int) -> None:
        if seconds:
            self._timer.start(seconds * 1000)
        else:
            self._timer.stop()

    def _time_over(self) -> None:
        if QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive:
            return  # the person is elsewhere: the card waits for them
        if not self._revealed:
            self.revealDue.emit()
            return
        self._unrated += 1
        if self._unrated < _UNRATED_IN_A_ROW:
            self.nextDue.emit()
