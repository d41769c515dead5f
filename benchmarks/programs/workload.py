"""Simulating a year of study, compared with the simulator of FSRS, which is written in Rust."""

import random

import fsrs_rs_python

from benchmarks.report import Report, seconds_of
from benchmarks.run import Run
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.workload.day_plan import DayLimits
from studyapp.core.workload.habits import DEFAULT_HABITS
from studyapp.core.workload.simulated_limits import fixed_limits
from studyapp.core.workload.simulated_study import SimulatedStudy
from studyapp.core.workload.simulation import simulate

_DAYS = 365
_NO_LIMIT = 99_999


def measure(report: Report, run: Run) -> None:
    """Measure the simulation of as many new cards as there are notes, of which a hundredth is learned each day."""
    new_a_day = max(1, run.notes // 100)
    study = SimulatedStudy(Scheduler(), new_cards=run.notes)
    limits = fixed_limits(DayLimits(new_a_day, _NO_LIMIT))
    habits = DEFAULT_HABITS
    config = fsrs_rs_python.SimulatorConfig(
        run.notes, _DAYS, 1e9, 36_500, habits.first_ratings, habits.recalled_ratings, new_a_day, _NO_LIMIT, True,
        habits.learning_ratings, habits.relearning_ratings, habits.seconds, 2, 1,
    )  # fmt: skip
    report.compare(
        f"simulation of {run.notes:,} cards over a year",
        lambda: seconds_of(lambda: list(simulate(study, 0, _DAYS, limits, random.Random(1).random))),
        lambda: seconds_of(
            lambda: fsrs_rs_python.simulate(fsrs_rs_python.DEFAULT_PARAMETERS, 0.9, config, 1)
        ),
        "FSRS in Rust",
        run.times,
    )
