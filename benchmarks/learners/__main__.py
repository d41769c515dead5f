"""Simulate learners and print a table: `python -m benchmarks.learners [--seeds 6] [--cores 2]`."""

import argparse
from concurrent.futures import ProcessPoolExecutor
from itertools import product

from benchmarks.learners.comparison import LEARNERS, WAYS, Year, interval_of, simulate_year
from benchmarks.learners.exams import simulate_exam

DAYS_OFF = frozenset([*range(100, 107), *range(200, 214)])
"""A break of a week and one of two."""


def main() -> None:
    """Print what is known per minute, and what was expected of exams."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learners")
    parser.add_argument("--seeds", type=int, default=6, choices=(2, 3, 4, 5, 6, 8, 10, 12, 16, 20))
    parser.add_argument("--cores", type=int, default=2)
    options = parser.parse_args()
    seeds = range(1, options.seeds + 1)
    with ProcessPoolExecutor(options.cores) as pool:
        years = {
            (learner, way): [
                pool.submit(simulate_year, learner, way, 100 * seed, 365, DAYS_OFF) for seed in seeds
            ]
            for learner, way in product(LEARNERS, WAYS)
        }
        exams = {
            learner: [pool.submit(simulate_exam, learner, 100 * seed) for seed in seeds]
            for learner in LEARNERS
        }
        print(
            "| Learner | Schedule | Known per 1,000 minutes | Known on average | Minutes per study day | Days of 17 to 23 minutes |"
        )
        print("| --- | --- | --- | --- | --- | --- |")
        for (learner, way), results in years.items():
            _print_years(learner, way, [result.result() for result in results])
        print(
            "\n| Learner | Expected 30 days before | Recalled in the exam | Difference in points |\n| --- | --- | --- | --- |"
        )
        for learner, exam_results in exams.items():
            shares = [result.result() for result in exam_results]
            expected = interval_of([100 * share.forecast.expected for share in shares])
            recalled = interval_of([100 * share.recalled for share in shares])
            difference = interval_of([100 * (share.recalled - share.forecast.expected) for share in shares])
            print(f"| {learner} | {expected} | {recalled} | {difference} |", flush=True)


def _print_years(learner: str, way: str, years: list[Year]) -> None:
    per_minute = interval_of([1000 * year.known_per_minute for year in years])
    known = interval_of([year.known_on_average for year in years])
    study_days = [
        [minutes for day, minutes in enumerate(year.minutes_by_day) if day not in DAYS_OFF] for year in years
    ]
    minutes = interval_of([sum(days) / len(days) for days in study_days])
    within = interval_of([100 * sum(17 <= one <= 23 for one in days) / len(days) for days in study_days])
    print(f"| {learner} | {way} | {per_minute} | {known} | {minutes} | {within} |", flush=True)


if __name__ == "__main__":
    main()
