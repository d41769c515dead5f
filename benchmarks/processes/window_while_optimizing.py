"""Open the window over reviews to which parameters are fitted: `python -m benchmarks.processes.window_while_optimizing DATA`.

Prints the longest time in which the window handled no event, the seconds from the start of the optimization until its result was
handled, and the largest memory and the processor time of the process that optimizes. If no optimization is due, the time that
counts is `SECONDS`: `python -m benchmarks.processes.window_while_optimizing DATA SECONDS`.
"""

import resource
import sys
import time
from pathlib import Path

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from benchmarks.processes.process import print_result
from studyapp.desktop import DesktopApp
from studyapp.system_dependencies import system_clock
from studyapp.ui.window.optimization_notices import OptimizationNotices

_KILOBYTES_PER_MEGABYTE = 1024
_SECONDS_AFTERWARDS = 1.0


def main() -> None:
    data, seconds = Path(sys.argv[1]), float(sys.argv[2]) if len(sys.argv) > 2 else 0.0
    application = QApplication(sys.argv[:1])
    desktop = DesktopApp(application, data, [data / "decks"], system_clock())
    desktop.show()
    window = desktop.window
    assert window is not None
    while not window.library_reader.was_read:
        application.processEvents()
    (notices,) = window.findChildren(OptimizationNotices)
    start = last = time.perf_counter()
    end: float | None = None
    longest = 0.0
    while end is None or last < end + _SECONDS_AFTERWARDS:
        application.processEvents()
        now = time.perf_counter()
        longest = max(longest, now - last)
        last = now
        if end is None and now - start >= seconds and notices.findChild(QThread) is None:
            end = now
        time.sleep(0.001)  # as an event loop without events does, so that other threads can run
    desktop.close()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert end is not None
    print_result(
        longest=longest,
        seconds=end - start,
        processor_seconds=used.ru_utime + used.ru_stime,
        memory=used.ru_maxrss / _KILOBYTES_PER_MEGABYTE,
    )


if __name__ == "__main__":
    main()
