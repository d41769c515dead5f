"""Timing of functions, and printing of the results."""

import statistics
import time
from collections.abc import Callable


def seconds_of(work: Callable[[], object]) -> float:
    """Return the wall-clock time of one call, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def side_by_side(
    name: str, ours: Callable[[], float], anchor: Callable[[], float], anchor_name: str, times: int
) -> None:
    """Run both alternately. Print median, minimum and maximum of each in milliseconds, and the ratio of the medians."""
    rows: tuple[list[float], list[float]] = ([], [])
    for round_number in range(times + 1):
        timings = ours(), anchor()
        if round_number:  # the first round only warms the caches
            for row, seconds in zip(rows, timings, strict=True):
                row.append(seconds)
    medians = [statistics.median(row) for row in rows]
    for label, row in zip(("studyapp", anchor_name), rows, strict=True):
        print(f"{name:<28} {label:<20} {_milliseconds(row)}")
    print(f"{name:<28} {'ratio':<20} {medians[0] / medians[1]:8.2f}")


def alone(name: str, work: Callable[[], float], times: int) -> None:
    """Run `work` several times, and print median, minimum and maximum in milliseconds."""
    print(f"{name:<28} {'studyapp':<20} {_milliseconds([work() for _ in range(times)])}")


def _milliseconds(seconds: list[float]) -> str:
    figures = statistics.median(seconds), min(seconds), max(seconds)
    return " ".join(f"{figure * 1000:8.1f}" for figure in figures) + " ms (median, min, max)"
