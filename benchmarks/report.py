"""The results of benchmarks: timing, comparison with a reference, and printing."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

MILLISECONDS, MEGABYTES = "ms", "MB"


class Series(NamedTuple):
    """Repeated measurements of one program, in the unit of their row."""

    name: str
    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.values)

    def describe(self) -> str:
        """Return the median and, after more than one measurement, the spread."""
        spread = f" ({_number(min(self.values))}–{_number(max(self.values))})" if len(self.values) > 1 else ""
        return _number(self.median) + spread


class Goal(NamedTuple):
    """The largest value that is good enough: of the ratio to the reference, or of the median itself."""

    maximum: float
    is_ratio: bool = True


class Row(NamedTuple):
    """One measured operation. `reference` is None if there is nothing to compare with."""

    name: str
    ours: Series
    reference: Series | None = None
    goal: Goal | None = None
    unit: str = MILLISECONDS

    @property
    def ratio(self) -> float | None:
        if self.reference is None or not self.reference.median:
            return None
        return self.ours.median / self.reference.median

    @property
    def is_goal_met(self) -> bool | None:
        """Whether the goal is met; None without a goal or without the reference that it needs."""
        if self.goal is None:
            return None
        value = self.ratio if self.goal.is_ratio else self.ours.median
        return None if value is None else value <= self.goal.maximum

    def cells(self) -> tuple[str, str, str, str, str]:
        """Return the texts of a table: name, ours, reference, ratio and goal."""
        reference = f"{self.reference.name} {self.reference.describe()}" if self.reference else ""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return self.name, f"{self.ours.describe()} {self.unit}", reference, ratio, self._goal_text()

    def _goal_text(self) -> str:
        if self.goal is None:
            return ""
        unit = "" if self.goal.is_ratio else f" {self.unit}"
        verdict = {True: "met", False: "missed", None: "not measured"}[self.is_goal_met]
        return f"≤ {self.goal.maximum:g}{unit}: {verdict}"


@dataclass
class Report:
    """Collects rows and prints each as soon as it is measured."""

    rows: list[Row] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)

    def add(self, row: Row) -> None:
        self.rows.append(row)
        name, ours, reference, ratio, goal = row.cells()
        print(f"{name:<50} {ours:<28} {reference:<36} {ratio:>8}  {goal}".rstrip(), flush=True)

    def skip(self, name: str, reason: str) -> None:
        self.skipped.append(f"{name}: {reason}")
        print(f"{name:<50} skipped: {reason}", flush=True)

    def compare(
        self,
        name: str,
        ours: Callable[[], float],
        reference: Callable[[], float],
        reference_name: str,
        times: int,
        goal: float | None = None,
    ) -> None:
        """Run both alternately, after one round that only warms the caches. Both return seconds; the goal is a ratio."""
        ours(), reference()
        pairs = [(ours(), reference()) for _ in range(times)]
        self.add(
            Row(
                name,
                Series("StudyApp", milliseconds([pair[0] for pair in pairs])),
                Series(reference_name, milliseconds([pair[1] for pair in pairs])),
                None if goal is None else Goal(goal),
            )
        )

    def alone(self, name: str, work: Callable[[], float], times: int) -> None:
        """Run `work`, which returns seconds, several times."""
        self.add(Row(name, Series("StudyApp", milliseconds([work() for _ in range(times)]))))


def seconds_of(work: Callable[[], object]) -> float:
    """Return the wall-clock time of one call, in seconds."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def milliseconds(seconds: Sequence[float]) -> tuple[float, ...]:
    """Return seconds as milliseconds."""
    return tuple(value * 1000 for value in seconds)


def _number(value: float) -> str:
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
