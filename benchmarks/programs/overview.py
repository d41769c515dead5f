"""The list of decks with today's counts, compared with Anki's."""

from benchmarks.report import Report, seconds_of
from benchmarks.run import Run
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.overview.daily_overview import load_daily_overview
from studyapp.system_dependencies import system_clock


def measure(report: Report, run: Run) -> None:
    """Measure what is read whenever the decks page is shown."""
    clock = system_clock()
    with (
        run.datasets.open_studyapp(run.notes) as (collection, library),
        run.datasets.open_anki(run.notes) as anki,
    ):
        report.compare(
            "deck list with counts",
            lambda: seconds_of(
                lambda: load_daily_overview(collection, library, clock, CardLanguages.ENGLISH)
            ),
            lambda: seconds_of(anki.sched.deck_due_tree),
            "Anki",
            run.times,
            goal=1.0,
        )
