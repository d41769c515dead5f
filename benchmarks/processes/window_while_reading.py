"""Open the window while a deck file is read: `python -m benchmarks.processes.window_while_reading DATA`.

Prints the longest time in which the window handled no event. The deck files are those in `DATA/decks`.
"""

import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.processes.process import print_result
from studyapp.desktop import DesktopApp
from studyapp.system_dependencies import system_clock


def main() -> None:
    data = Path(sys.argv[1])
    application = QApplication(sys.argv[:1])
    desktop = DesktopApp(application, data, [data / "decks"], system_clock())
    desktop.show()
    window = desktop.window
    assert window is not None
    application.processEvents()  # the first paint is measured elsewhere
    longest = 0.0
    last = time.perf_counter()
    while not window.library_reader.was_attempted:
        application.processEvents()
        now = time.perf_counter()
        longest = max(longest, now - last)
        last = now
        time.sleep(0.001)  # as an event loop without events does, so that the reading thread can run
    desktop.close()
    print_result(longest=longest)


if __name__ == "__main__":
    main()
