"""What a benchmark gets: the sizes, a folder of its own, and the data that all of them share."""

from pathlib import Path
from typing import NamedTuple

from benchmarks.data.datasets import Datasets

_MANY_NOTES = 20_000


class Run(NamedTuple):
    """The settings of one run. `times` is how often each operation is measured."""

    notes: int
    times: int
    folder: Path
    datasets: Datasets

    @property
    def few_times(self) -> int:
        """How often an operation of many seconds is measured."""
        return min(self.times, 1 if self.notes > _MANY_NOTES else 3)

    @property
    def fewer_notes(self) -> int:
        """A tenth of the notes, to see whether the time of an operation depends on their number."""
        return max(10, self.notes // 10)
