"""Study a deck of plain cards in a real window, painted offscreen: `python -m benchmarks.processes.review_window DATA CARDS`.

Prints the seconds until each answer, and until each next card, is painted.
"""

import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.data.deck_files import write_deck
from benchmarks.processes.process import print_result
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_queue import UNLIMITED
from studyapp.desktop import DesktopApp
from studyapp.services.library.library_refresh import refresh_library
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id, system_clock


def main() -> None:
    data, card_count = Path(sys.argv[1]), int(sys.argv[2])
    deck_folder = data / "decks"
    deck_folder.mkdir(parents=True)
    write_deck(deck_folder / "measured.yaml", 2 * card_count)
    with Collection(collection_path(data), new_device_id) as collection:
        refresh_library(collection, [deck_folder], system_clock())
    application = QApplication(sys.argv[:1])
    desktop = DesktopApp(application, data, [deck_folder], system_clock())
    desktop.show()
    window = desktop.window
    assert window is not None
    window.start_session(limits=UNLIMITED)
    page = window.review_page
    reveal_times, rate_times = [], []
    for _ in range(card_count):
        start = time.perf_counter()
        page.reveal()
        application.processEvents()
        window.grab()
        revealed = time.perf_counter()
        page.rate(Rating.EASY)
        application.processEvents()
        window.grab()
        reveal_times.append(revealed - start)
        rate_times.append(time.perf_counter() - revealed)
    desktop.close()
    print_result(reveal=reveal_times, rate=rate_times)


if __name__ == "__main__":
    main()
