"""The timers of a session: auto-advance and the timebox. The review page starts them with each question and answer."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, Qt

from studyapp.core.options.study_options import StudyOptions
from studyapp.core.study.study_day import MINUTE_MS

_MAX_UNRATED_IN_A_ROW = 3
"""After this many unrated cards, auto-advance stops, because the learner is probably away."""


class FinishedTimebox(NamedTuple):
    """The length of a timebox in minutes and the number of ratings in it."""

    minutes: int
    rating_count: int


class RunningTimebox(NamedTuple):
    """When the timebox started (unix ms; None before the first session) and the number of ratings since then."""

    started_at: int | None
    rating_count: int


class AutoAdvance(QObject):
    """Counts the seconds on each card and the minutes of the timebox. It never rates a card.

    Callers pass the current time in unix milliseconds.
    """

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
        """Start the timebox and the counts of a new session."""
        self._timebox_started_at, self._rated_count, self._unrated_count = now, 0, 0

    @property
    def timebox(self) -> RunningTimebox:
        """The running timebox."""
        return RunningTimebox(self._timebox_started_at, self._rated_count)

    def resume_session(self, timebox: RunningTimebox) -> None:
        """Continue a session with its timebox."""
        self._timebox_started_at, self._rated_count = timebox.started_at, timebox.rating_count
        self._unrated_count = 0

    def start_question(self, options: StudyOptions) -> None:
        """Start the timer of a question."""
        self._options, self._is_revealed = options, False
        self._start_timer(options.auto_reveal_seconds)

    def start_answer(self, options: StudyOptions) -> None:
        """Start the timer of the answer."""
        self._options, self._is_revealed = options, True
        self._start_timer(self._options.auto_skip_seconds)

    def count_rating(self) -> None:
        """Count a rating, which shows that the learner is present."""
        self._rated_count += 1
        self._unrated_count = 0

    def stop(self) -> None:
        """Stop the timer when no card is on screen."""
        self._timer.stop()

    def restart_timebox_if_over(self, now: int) -> FinishedTimebox | None:
        """Return the timebox if it is over, and start the next one.

        Return None if it is not over or there is none.
        """
        if not self._options.timebox_minutes or self._timebox_started_at is None:
            return None
        elapsed_ms = now - self._timebox_started_at
        if elapsed_ms < self._options.timebox_minutes * MINUTE_MS:
            return None
        finished = FinishedTimebox(elapsed_ms // MINUTE_MS, self._rated_count)
        self._timebox_started_at, self._rated_count = now, 0
        return finished

    def _start_timer(self, seconds: int) -> None:
        if seconds:
            self._timer.start(seconds * 1000)
        else:
            self._timer.stop()

    def _handle_timeout(self) -> None:
        if QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive:
            return  # the learner is in another application: stay on this card
        if not self._is_revealed:
            self.revealDue.emit()
            return
        self._unrated_count += 1
        if self._unrated_count < _MAX_UNRATED_IN_A_ROW:
            self.skipDue.emit()
