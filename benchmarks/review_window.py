"""Time of showing the answer and of rating in a real window, painted offscreen."""

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from benchmarks.decks import write_deck
from benchmarks.figures import alone
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_queue import DailyLimits
from studyapp.desktop import DesktopApp
from studyapp.services.library.library_refresh import refresh_library
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id, system_clock


def measure_review_window(data: Path, card_count: int) -> None:
    """Study a deck of plain cards, and print the time until the answer and until the next card is painted."""
    deck_folder = data / "decks"
    deck_folder.mkdir(parents=True)
    write_deck(deck_folder / "measured.yaml", 2 * card_count)
    with Collection(collection_path(data), new_device_id) as collection:
        refresh_library(collection, [deck_folder], system_clock())
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    desktop = DesktopApp(application, data, [deck_folder], system_clock())
    desktop.show()
    window = desktop.window
    assert window is not None
    window.start_session(limits=DailyLimits(*[2 * card_count] * 4))
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
    for name, times in (("reveal, painted", reveal_times), ("rate, next card painted", rate_times)):
        alone(name, iter(times).__next__, card_count)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        measure_review_window(Path(folder), 200)
