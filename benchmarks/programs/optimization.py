"""Fitting the parameters of FSRS to all reviews, compared with Anki's optimizer, and adopting them."""

import time

from anki.collection import Collection as Anki

from benchmarks.report import Goal, Report, Row, Series, milliseconds, seconds_of
from benchmarks.run import Run
from studyapp.core.optimization.parameter_fitting import compute_parameters, list_predicted_reviews
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.optimization.history_loading import iterate_review_histories
from studyapp.services.optimization.parameter_adoption import adopt_imported
from studyapp.services.optimization.parameter_optimization import optimize_parameters
from studyapp.store.collection import Collection
from studyapp.system_dependencies import system_clock

_LONGEST_WAIT_MS = 500
"""How long the window waits for another connection's write."""


def measure(report: Report, run: Run) -> None:
    """Measure one fit, the whole optimization with its comparisons, and how long other writers wait for the adoption."""
    with (
        run.datasets.open_studyapp(run.notes) as (collection, _),
        run.datasets.open_anki(run.notes) as anki,
    ):
        report.compare(
            "fit of the parameters to all reviews",
            lambda: seconds_of(lambda: _fit(collection)),
            lambda: seconds_of(lambda: _fit_in_anki(anki)),
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


def _fit(collection: Collection) -> None:
    with collection.read_transaction():
        predicted = list_predicted_reviews(history for _, history in iterate_review_histories(collection))
    compute_parameters(predicted)


def _fit_in_anki(anki: Anki) -> None:
    anki._backend.compute_fsrs_params(
        search="",
        current_params=[],
        ignore_revlogs_before_ms=0,
        num_of_relearning_steps=1,
        health_check=False,
    )


def _measure_adoption(collection: Collection, number: int) -> float:
    """Return the seconds that the transaction takes in which all memory states change."""
    starts: list[float] = []

    def note_start(statement: str) -> None:
        if statement.startswith("BEGIN IMMEDIATE"):
            starts.append(time.perf_counter())

    collection.connection.set_trace_callback(note_start)
    decay = 0.15 + number / 1000
    adopt_imported(collection, (*Scheduler().parameters[:20], decay), system_clock().now())
    end = time.perf_counter()
    collection.connection.set_trace_callback(None)
    return end - starts[-1]
