"""Open a window, print the time of its first paint (CLOCK_MONOTONIC, in seconds) and its memory, and exit.

python -m benchmarks.processes.first_paint bare
python -m benchmarks.processes.first_paint studyapp DATA
"""

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.processes.process import memory_mb, print_result

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def main() -> None:
    if sys.argv[1] == "bare":
        _bare()
    else:
        _studyapp(Path(sys.argv[2]))


def _bare() -> None:
    """Open a minimal window with a text, as the reference."""
    from PySide6.QtWidgets import QApplication, QMainWindow, QTextBrowser

    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    browser = QTextBrowser()
    browser.setHtml("<h1 align=center>你好</h1>")
    window.setCentralWidget(browser)
    window.resize(1120, 760)
    window.show()
    _end_after_paint(application)


def _studyapp(data: Path) -> None:
    from studyapp.cli import main

    def end_after_paint() -> int:
        from PySide6.QtWidgets import QApplication

        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return _end_after_paint(application)

    def patch() -> None:
        from PySide6.QtWidgets import QApplication

        QApplication.exec = staticmethod(end_after_paint)  # type: ignore[method-assign]

    from studyapp import display_check

    find_display_problem = display_check.find_display_problem

    def find_problem_and_patch() -> str:
        problem = find_display_problem()
        patch()
        return problem

    display_check.find_display_problem = find_problem_and_patch
    os.environ["STUDYAPP_DATA"] = str(data)
    sys.exit(main.main([]))


def _end_after_paint(application: "QApplication") -> int:
    """Print the result after the first paint.

    An event filter in Python would be called for each event and distort the measurement.
    """
    (window,) = (
        widget for widget in application.topLevelWidgets() if widget.isWindow() and widget.isVisible()
    )
    handle = window.windowHandle()
    while not handle.isExposed():
        application.processEvents()
    application.processEvents()  # paints what was exposed
    print_result(painted=time.monotonic(), memory=memory_mb())
    return 0


if __name__ == "__main__":
    main()
