"""Import a package twice into an empty data folder: `python -m benchmarks.processes.package_import PACKAGE FOLDER`."""

import sys
import time
from pathlib import Path

from benchmarks.processes.process import memory_mb, print_result
from benchmarks.report import seconds_of
from studyapp.services.transfer.file_import import import_file
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id, system_clock


class ProgressTimer:
    """Measures the longest time between two reports of progress. An import can be canceled at each of them."""

    def __init__(self) -> None:
        self.longest_gap = 0.0
        self._last = time.perf_counter()

    def __call__(self, _done: int, _total: int) -> None:
        now = time.perf_counter()
        self.longest_gap = max(self.longest_gap, now - self._last)
        self._last = now


def main() -> None:
    package, folder = map(Path, sys.argv[1:])
    decks = folder / "decks"
    decks.mkdir(parents=True)
    with Collection(collection_path(folder), new_device_id) as collection:
        timer = ProgressTimer()

        def import_package() -> None:
            import_file(collection, [decks], decks, package, system_clock(), timer)
            timer(1, 1)

        first = seconds_of(import_package)
        peak, gap = memory_mb("VmHWM"), timer.longest_gap
        print_result(first=first, again=seconds_of(import_package), gap=gap, peak=peak)


if __name__ == "__main__":
    main()
