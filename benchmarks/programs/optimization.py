"""Fitting the parameters of FSRS to all reviews, compared with Anki's optimizer, adopting them, and the window meanwhile."""

import shutil
import time
from itertools import pairwise

from benchmarks.processes.anki_optimizer import fit_in_anki
from benchmarks.processes.process import run_process
from benchmarks.report import MEGABYTES, Goal, Report, Row, Series, milliseconds, seconds_of
from benchmarks.run import Run
from studyapp.core.optimization.parameter_fitting import compute_parameters, list_predicted_reviews
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.optimization.history_loading import iterate_review_histories
from studyapp.services.optimization.parameter_adoption import adopt_imported
from studyapp.services.optimization.parameter_optimization import optimize_parameters
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id, system_clock

_LONGEST_WAIT_MS = 50
"""How long a rating may wait for another connection's write, and the window for anything."""

_CONFIDENT = (*[100.0] * 4, *Scheduler().parameters[4:8], 4.0, *Scheduler().parameters[9:])
"""Parameters that predict that nothing is forgotten, so that every fit is better and is adopted."""


def measure(report: Report, run: Run) -> None:
    """Measure one fit, the whole optimization with its comparisons, how long other writers wait for the adoption, and the
    window while all of it runs."""
    with (
        run.datasets.open_studyapp(run.notes) as (collection, _),
        run.datasets.open_anki(run.notes) as anki,
    ):
        report.compare(
            "fit of the parameters to all reviews",
            lambda: seconds_of(lambda: _fit(collection)),
            lambda: seconds_of(lambda: fit_in_anki(anki)),
            "Anki",
            run.few_times,
        )
        now = system_clock().now()
        report.alone(
            "optimization with comparisons",
            lambda: seconds_of(lambda: optimize_parameters(collection, now, adopts=False)),
            run.few_times,
        )
        waits = [_measure_adoption(collection, number) for number in range(run.few_times)]
        report.add(
            Row(
                "wait of a rating while parameters are adopted",
                Series("StudyApp", milliseconds(waits)),
                goal=Goal(_LONGEST_WAIT_MS, False),
            )
        )
    _measure_window(report, run)


def _fit(collection: Collection) -> None:
    with collection.read_transaction():
        predicted = list_predicted_reviews(history for _, history in iterate_review_histories(collection))
    compute_parameters(predicted)


def _measure_adoption(collection: Collection, number: int) -> float:
    """Return the seconds of the longest of the transactions in which memory states change."""
    starts: list[tuple[float, bool]] = []

    def note_start(statement: str) -> None:
        if statement.startswith("BEGIN"):
            starts.append((time.perf_counter(), statement == "BEGIN IMMEDIATE"))

    collection.connection.set_trace_callback(note_start)
    decay = 0.15 + number / 1000
    adopt_imported(collection, (*Scheduler().parameters[:20], decay), system_clock().now())
    collection.connection.set_trace_callback(None)
    ends = [*starts, (time.perf_counter(), False)]
    return max(end - start for (start, writes), (end, _) in pairwise(ends) if writes)


def _measure_window(report: Report, run: Run) -> None:
    """Measure the window while parameters are fitted, compared, adopted and stored, beside the same window without that, and the
    process that does it beside one of Anki that only fits."""
    data = shutil.copytree(run.datasets.data_folder(run.notes), run.folder / "data")
    with Collection(collection_path(data), new_device_id) as collection:
        adopt_imported(collection, _CONFIDENT, 0)
    run_process("window_while_reading", data)  # it reads the deck files of the copy
    ours = run_process("window_while_optimizing", data)
    idle = run_process("window_while_optimizing", data, ours["seconds"])  # the next one is due in a week
    anki = run_process("anki_optimizer", run.datasets.copy_anki(run.notes))
    report.add(
        Row(
            "longest gap of the window during a fit of all reviews",
            Series("StudyApp", milliseconds([ours["longest"]])),
            Series("without a fit", milliseconds([idle["longest"]])),
            Goal(_LONGEST_WAIT_MS, False),
        )
    )
    report.add(
        Row(
            "fit of all reviews in the background, with comparisons",
            Series("StudyApp", milliseconds([ours["seconds"]])),
            Series("Anki, without comparisons", milliseconds([anki["seconds"]])),
        )
    )
    report.add(
        Row(
            "memory of the process that fits",
            Series("StudyApp", (ours["memory"],)),
            Series("Anki", (anki["memory"],)),
            unit=MEGABYTES,
        )
    )
