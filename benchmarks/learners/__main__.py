"""Simulate learners and print tables: `python -m benchmarks.learners [--seeds 6] [--cores 2]`."""

import argparse
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import product
from statistics import fmean

from benchmarks.learners.comparison import LEARNERS, WAYS, Year, interval_of, simulate_year
from benchmarks.learners.exam_comparison import PREPARATIONS, prepare_for_exam
from benchmarks.learners.exam_forecasts import EXAM_KINDS, ExamKind, ExamResult, simulate_exam
from benchmarks.learners.load_balancing import BALANCING, simulate_load

DAYS_OFF = frozenset([*range(100, 107), *range(200, 214)])
"""A break of a week and one of two."""

_UNRELATED_CARDS = ("as FSRS assumes", "other parameters", "two traces")
"""The learners without prerequisites."""

_NO_EFFECT = "prerequisites, effect 0"
"""This learner is the same as the one with other parameters."""


def main() -> None:
    """Print what is known per minute, what was expected of exams, and how load balancing changes the days."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learners")
    parser.add_argument("--seeds", type=int, default=6, choices=(2, 3, 4, 5, 6, 8, 10, 12, 16, 20))
    parser.add_argument("--cores", type=int, default=2)
    options = parser.parse_args()
    seeds = [100 * seed for seed in range(1, options.seeds + 1)]
    with ProcessPoolExecutor(options.cores) as pool:
        _print_years(pool, seeds)
        _print_preparations(pool, seeds)
        _print_forecasts(pool, seeds)
        _print_load(pool, seeds)


def _print_years(pool: ProcessPoolExecutor, seeds: Sequence[int]) -> None:
    years = {
        (learner, way): [pool.submit(simulate_year, learner, way, seed, 365, DAYS_OFF) for seed in seeds]
        for learner, way in product(LEARNERS, WAYS)
        if learner != _NO_EFFECT
    }
    _print_row(
        "Learner",
        "Schedule",
        "Known per 1,000 minutes",
        "Known on average",
        "Minutes per study day",
        "Days of 17 to 23 minutes",
        is_header=True,
    )
    for (learner, way), futures in years.items():
        results = [future.result() for future in futures]
        per_minute = interval_of([1000 * year.known_per_minute for year in results])
        known = interval_of([year.known_on_average for year in results])
        study_days = list(map(_study_days, results))
        minutes = interval_of(list(map(fmean, study_days)))
        within = interval_of([100 * fmean(17 <= one <= 23 for one in days) for days in study_days])
        _print_row(learner, way, per_minute, known, minutes, within)


def _study_days(year: Year) -> list[float]:
    return [minutes for day, minutes in enumerate(year.minutes_by_day) if day not in DAYS_OFF]


def _print_preparations(pool: ProcessPoolExecutor, seeds: Sequence[int]) -> None:
    outcomes = {
        (learner, preparation): [pool.submit(prepare_for_exam, learner, preparation, seed) for seed in seeds]
        for learner, preparation in product(_UNRELATED_CARDS, PREPARATIONS)
    }
    _print_row("Learner", "Preparation", "Recalled in the exam", "Minutes until then", is_header=True)
    for (learner, preparation), futures in outcomes.items():
        results = [future.result() for future in futures]
        recalled = interval_of([100 * outcome.recalled for outcome in results])
        minutes = interval_of([outcome.minutes for outcome in results])
        _print_row(learner, preparation, recalled, minutes)


def _print_forecasts(pool: ProcessPoolExecutor, seeds: Sequence[int]) -> None:
    exams = {
        (learner, kind): [pool.submit(simulate_exam, learner, kind, seed) for seed in seeds]
        for learner, kind in product(_UNRELATED_CARDS, EXAM_KINDS)
    }
    _print_row(
        "Learner",
        "Exams",
        "Expected",
        "Recalled",
        "Difference in points",
        "Largest mean difference",
        "Within the interval",
        "Width in points",
        is_header=True,
    )
    for learner in _UNRELATED_CARDS:
        by_kind = {kind: futures for (of, kind), futures in exams.items() if of == learner}
        for group, kinds in _groups_of_kinds().items():
            _print_forecast(learner, group, {kind: by_kind[kind] for kind in kinds})


def _groups_of_kinds() -> dict[str, list[ExamKind]]:
    unlimited = [kind for kind in EXAM_KINDS if not kind.minutes]
    groups = {"all without minutes a day": unlimited}
    for kind in sorted(unlimited, key=lambda one: one.days_before):
        groups.setdefault(f"planned {kind.days_before} days before", []).append(kind)
    for kind in sorted(unlimited, key=lambda one: one.cards):
        groups.setdefault(f"{kind.cards} cards", []).append(kind)
    for kind in sorted(unlimited, key=lambda one: one.target):
        groups.setdefault(f"target {kind.target * 100:.0f} %", []).append(kind)
    for kind in EXAM_KINDS:
        if kind.minutes:
            groups.setdefault(f"{kind.minutes} minutes a day", []).append(kind)
    return groups


def _print_forecast(learner: str, group: str, exams: Mapping[ExamKind, Sequence[Future[ExamResult]]]) -> None:
    by_kind = [[future.result() for future in futures] for futures in exams.values()]
    results = [result for of_kind in by_kind for result in of_kind]
    means = [100 * fmean(one.probability - one.forecast.expected for one in of_kind) for of_kind in by_kind]
    _print_row(
        learner,
        group,
        f"{100 * fmean(one.forecast.expected for one in results):.1f}",
        f"{100 * fmean(one.probability for one in results):.1f}",
        f"{fmean(means):+.1f}",
        f"{max(means, key=abs):+.1f}",
        f"{100 * fmean(one.forecast.low <= one.recalled <= one.forecast.high for one in results):.0f} %",
        f"{100 * fmean(one.forecast.high - one.forecast.low for one in results):.1f}",
    )


def _print_load(pool: ProcessPoolExecutor, seeds: Sequence[int]) -> None:
    loads = {way: [pool.submit(simulate_load, way, seed) for seed in seeds] for way in BALANCING}
    _print_row(
        "Due days", "Deviation of a day in %", "Length of intervals in %", "Recalled in %", is_header=True
    )
    for way, futures in loads.items():
        results = [future.result() for future in futures]
        _print_row(
            way,
            interval_of([100 * load.deviation for load in results]),
            interval_of([100 * load.interval_ratio for load in results]),
            interval_of([100 * load.recalled for load in results]),
        )


def _print_row(*cells: object, is_header: bool = False) -> None:
    if is_header:
        print()
    print("| " + " | ".join(map(str, cells)) + " |", flush=True)
    if is_header:
        print("|" + " --- |" * len(cells), flush=True)


if __name__ == "__main__":
    main()
