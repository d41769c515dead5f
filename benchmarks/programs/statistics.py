"""The figures of the statistics, compared with Anki's graphs, and the page that shows them."""

import shutil
from collections.abc import Callable

from anki.collection import Collection as Anki

from benchmarks.processes.process import run_process
from benchmarks.report import Goal, Report, Row, Series, milliseconds, seconds_of
from benchmarks.run import Run
from studyapp.core.statistics.selection import AllCards
from studyapp.services.search.card_search import update_search_index
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.services.statistics.statistics_loading import Scope, load_report, load_review_figures
from studyapp.system_dependencies import system_clock

_LONGEST_WAIT_MS = 500


def measure(report: Report, run: Run) -> None:
    """Measure the first update from the journal, the first figures, all of them, and the page."""
    clock = system_clock()
    with (
        run.datasets.open_studyapp(run.notes) as (collection, library),
        run.datasets.open_anki(run.notes) as anki,
    ):
        scope = Scope(AllCards(), tuple(library.deck_ids))
        update_search_index(collection)
        report.alone(
            "statistics of a new collection",
            lambda: seconds_of(lambda: update_facts(collection, clock)),
            1,
        )
        report.alone(
            "expected recall on all past days",
            lambda: seconds_of(lambda: load_report(collection, scope, clock)),
            1,
        )
        report.compare(
            "figures of reviews",
            lambda: seconds_of(lambda: load_review_figures(collection, scope, clock)),
            _graphs(anki),
            "Anki",
            run.times,
            goal=0.5,
        )
        report.compare(
            "all figures of the statistics",
            lambda: seconds_of(lambda: load_report(collection, scope, clock)),
            _graphs(anki),
            "Anki",
            run.times,
            goal=0.5,
        )
    _measure_page(report, run)


def _graphs(anki: Anki) -> Callable[[], float]:
    return lambda: seconds_of(lambda: anki._backend.graphs(search="", days=0))


def _measure_page(report: Report, run: Run) -> None:
    """Measure the page: with a collection that was just imported, and in later sessions."""
    data = shutil.copytree(run.datasets.data_folder(run.notes), run.folder / "data")
    after_import = run_process("statistics_page", data, 1)
    report.add(
        Row(
            "first plot of the statistics page",
            Series("StudyApp", milliseconds([after_import["first_plot"]])),
            goal=Goal(_LONGEST_WAIT_MS, False),
        )
    )
    sessions = [run_process("statistics_page", data, run.times) for _ in range(run.few_times)]
    report.add(
        Row(
            "statistics page opened again",
            Series(
                "StudyApp", milliseconds([seconds for session in sessions for seconds in session["again"]])
            ),
            Series("first opening", milliseconds([session["all_plots"] for session in sessions])),
            Goal(0.1),
        )
    )
