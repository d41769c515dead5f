"""What comes by itself while studying: the answer, the next card, and word of how long it went."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, Qt

from studyapp.core.study.study_day import MINUTE_MS
from studyapp.core.study.study_options import StudyOptions

_MAX_UNRATED_IN_A_ROW = 3
"""Then nobody is there."""


class AutoAdvance(QObject):
    """Counts seconds on each card, and the session's minutes. It is told the time (UTC ms), and rates nothing."""

    revealDue = Signal()
    skipDue = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._options = StudyOptions()
        self._timebox_started_at: int | None = None
        self._rated_count = self._unrated_count = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._handle_timeout)
        self._is_revealed = False

    def start_session(self, now: int) -> None:
        """A session begins."""
        self._timebox_started_at, self._rated_count, self._unrated_count = now, 0, 0

    def start_question(self, options: StudyOptions) -> None:
        """A card is on screen."""
        self._options, self._is_revealed = options, False
        self._start_timer(options.auto_reveal_seconds)

    def start_answer(self) -> None:
        """Its answer is."""
        self._is_revealed = True
        self._start_timer(self._options.auto_skip_seconds)

    def count_rating(self) -> None:
        """Somebody is there."""
        self._rated_count += 1
        self._unrated_count = 0

    def stop(self) -> None:
        """No card is on screen."""
        self._timer.stop()

    def restart_timebox_if_over(self, now: int) -> tuple[int, int] | None:
        """How many minutes the session went and how many cards were rated, once each time box; else None."""
        if not self._options.timebox_minutes or self._timebox_started_at is None:
            return None
        gone = now - self._timebox_started_at
        if gone < self._options.timebox_minutes * MINUTE_MS:
            return None
        found = gone // MINUTE_MS, self._rated_count
        self._timebox_started_at, self._rated_count = now, 0
        return found

    def _start_timer(self, seconds: int) -> None:
        if seconds:
            self._timer.start(seconds * 1000)
        else:
            self._timer.stop()

    def _handle_timeout(self) -> None:
        if QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive:
            return  # the person is elsewhere: the card waits for them
        if not self._is_revealed:
            self.revealDue.emit()
            return
        self._unrated_count += 1
        if self._unrated_count < _MAX_UNRATED_IN_A_ROW:
            self.skipDue.emit()
