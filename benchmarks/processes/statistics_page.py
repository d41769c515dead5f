"""Open the statistics page in a real window, painted offscreen: `python -m benchmarks.processes.statistics_page DATA TIMES`.

Prints the seconds until the first plot and until all of them are painted, when the page is opened for the first time, and until
all are painted when it is opened again.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from benchmarks.processes.process import print_result
from studyapp.desktop import DesktopApp
from studyapp.system_dependencies import system_clock


def main() -> None:
    data, times = Path(sys.argv[1]), int(sys.argv[2])
    application = QApplication(sys.argv[:1])
    desktop = DesktopApp(application, data, [data / "decks"], system_clock())
    desktop.show()
    window = desktop.window
    assert window is not None
    _wait(application, lambda: window.library_reader.was_attempted)
    start = time.perf_counter()
    window.show_statistics()
    page = window.statistics_page
    _wait(application, lambda: any(panel.plot is not None for panel in page.view.panels.values()))
    application.processEvents()  # paints
    first_plot = time.perf_counter() - start
    _wait(application, lambda: not page.is_loading)
    application.processEvents()  # paints
    all_plots = time.perf_counter() - start
    again = []
    for _ in range(times):
        window.show_decks()
        application.processEvents()
        start = time.perf_counter()
        window.show_statistics()
        _wait(application, lambda: not page.is_loading)
        application.processEvents()  # paints
        again.append(time.perf_counter() - start)
    desktop.close()
    print_result(first_plot=first_plot, all_plots=all_plots, again=again)


def _wait(application: QApplication, is_done: Callable[[], bool]) -> None:
    while not is_done():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


if __name__ == "__main__":
    main()
