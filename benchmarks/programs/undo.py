"""Undoing a rating until its card is shown again, without a window."""

from collections.abc import Callable

from benchmarks.data.clocks import clock_after_break
from benchmarks.data.study_sessions import AnkiRater, StudyAppRater
from benchmarks.report import Report
from benchmarks.run import Run
from studyapp.core.study.study_queue import UNLIMITED, DailyLimits
from studyapp.system_dependencies import system_clock

_UNDOS_PER_TIME = 10


def measure(report: Report, run: Run) -> None:
    """Measure undo within the default daily limits, and with all cards of the collection queued."""
    undos = _UNDOS_PER_TIME * run.times
    with run.datasets.open_studyapp(run.notes) as opened, run.datasets.open_anki(run.notes) as anki:
        report.compare(
            "undo",
            _undo_after_rating(StudyAppRater(opened, system_clock(), DailyLimits())),
            _undo_after_rating(AnkiRater(anki)),
            "Anki",
            undos,
            goal=3.0,
        )
    with (
        run.datasets.open_studyapp(run.notes) as many,
        run.datasets.open_studyapp(run.fewer_notes) as few,
    ):
        report.compare(
            "undo, all cards queued",
            _undo_after_rating(StudyAppRater(many, clock_after_break(), UNLIMITED)),
            _undo_after_rating(StudyAppRater(few, clock_after_break(), UNLIMITED)),
            f"{run.fewer_notes:,} notes",
            undos,
            goal=1.3,
        )


def _undo_after_rating(rater: StudyAppRater | AnkiRater) -> Callable[[], float]:
    def undo() -> float:
        rater.rate()
        return rater.undo()

    return undo
