"""Reading the decks that come with the program."""

from benchmarks.report import Report, seconds_of
from benchmarks.run import Run
from studyapp import paths
from studyapp.services.library.library_refresh import refresh_library
from studyapp.store.collection import Collection
from studyapp.system_dependencies import new_device_id, system_clock


def measure(report: Report, run: Run) -> None:
    """Measure reading them into an empty collection, and finding that nothing has changed."""
    counter = iter(range(run.times))

    def refresh(collection: Collection) -> float:
        folders = [paths.bundled_decks_folder()]
        return seconds_of(lambda: refresh_library(collection, folders, system_clock()))

    def read() -> float:
        with Collection(run.folder / f"{next(counter)}.db", new_device_id) as collection:
            return refresh(collection)

    report.alone("bundled decks, first reading", read, run.times)
    with Collection(run.folder / "0.db", new_device_id) as collection:
        report.alone("bundled decks, unchanged", lambda: refresh(collection), run.times)
