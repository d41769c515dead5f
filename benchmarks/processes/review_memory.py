"""Study in a window and print how much memory it takes: `python -m benchmarks.processes.review_memory DATA CARDS`."""

import sys
from pathlib import Path

from benchmarks.processes.process import memory_mb, print_result
from studyapp.ui.kit.import_hook import remove_import_hook


def main() -> None:
    remove_import_hook()  # as the program does at its start
    _study(Path(sys.argv[1]), int(sys.argv[2]))


def _study(data: Path, card_count: int) -> None:
    from PySide6.QtWidgets import QApplication

    from benchmarks.data.clocks import clock_after_break
    from studyapp.core.study.rating import Rating
    from studyapp.core.study.study_queue import DailyLimits
    from studyapp.desktop import DesktopApp

    application = QApplication(sys.argv[:1])
    desktop = DesktopApp(application, data, [data / "decks"], clock_after_break())
    desktop.show()
    window = desktop.window
    assert window is not None
    while not window.library_reader.was_attempted:
        application.processEvents()
    window.start_session(limits=DailyLimits(*[card_count] * 4))
    page = window.review_page
    for _ in range(card_count // 2):
        page.reveal()
        application.processEvents()
        page.rate(Rating.EASY)
        application.processEvents()
    print_result(memory=memory_mb())
    desktop.close()


if __name__ == "__main__":
    main()
