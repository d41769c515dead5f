"""Opens a window, prints the moment of its first paint (CLOCK_MONOTONIC seconds), and ends.

python -m benchmarks.first_paint bare
python -m benchmarks.first_paint studyapp DATA
"""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def main() -> None:
    if sys.argv[1] == "bare":
        _bare()
    else:
        _studyapp(Path(sys.argv[2]))


def _bare() -> None:
    """The least there is: a window with a text in it."""
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

    def measured() -> int:
        from PySide6.QtWidgets import QApplication

        application = QApplication.instance()
        assert isinstance(application, QApplication)
        return _end_after_paint(application)

    def patch() -> None:
        from PySide6.QtWidgets import QApplication

        QApplication.exec = staticmethod(measured)  # type: ignore[method-assign]

    from studyapp import display_check

    before = display_check.find_display_problem

    def trouble() -> str:
        found = before()
        patch()
        return found

    display_check.find_display_problem = trouble
    sys.exit(main.main(["--data", str(data)]))


def _end_after_paint(application: "QApplication") -> int:
    """No event filter: one written in Python would be called at each event, and measure itself."""
    (window,) = (
        widget for widget in application.topLevelWidgets() if widget.isWindow() and widget.isVisible()
    )
    handle = window.windowHandle()
    while not handle.isExposed():
        application.processEvents()
    application.processEvents()  # paints what was exposed
    print(time.monotonic(), flush=True)
    return 0


if __name__ == "__main__":
    main()
