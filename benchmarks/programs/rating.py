"""Rating a card until it is on disk and the next one is ready, without a window."""

from benchmarks.data.clocks import clock_after_break
from benchmarks.data.study_sessions import AnkiRater, StudyAppRater
from benchmarks.report import Report
from benchmarks.run import Run
from studyapp.core.study.study_queue import UNLIMITED, DailyLimits
from studyapp.system_dependencies import system_clock

_RATINGS_PER_TIME = 25


def measure(report: Report, run: Run) -> None:
    """Measure ratings within the default daily limits, and with all cards of the collection queued."""
    # Rated cards leave the queue, and it must not run empty.
    ratings = min(_RATINGS_PER_TIME * run.times, run.notes // 10)
    with run.datasets.open_studyapp(run.notes) as opened, run.datasets.open_anki(run.notes) as anki:
        report.compare(
            "rate, next card ready",
            StudyAppRater(opened, system_clock(), DailyLimits()).rate,
            AnkiRater(anki).rate,
            "Anki",
            ratings,
            goal=1.6,
        )
    with (
        run.datasets.open_studyapp(run.notes) as many,
        run.datasets.open_studyapp(run.fewer_notes) as few,
    ):
        report.compare(
            "rate, next card ready, all cards queued",
            StudyAppRater(many, clock_after_break(), UNLIMITED).rate,
            StudyAppRater(few, clock_after_break(), UNLIMITED).rate,
            f"{run.fewer_notes:,} notes",
            min(ratings, run.fewer_notes // 10),
            goal=1.3,
        )
