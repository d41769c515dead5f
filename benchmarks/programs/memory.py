"""Memory while reviewing, compared with a bare window of PySide6."""

import shutil

from benchmarks.processes.process import run_process
from benchmarks.report import MEGABYTES, Goal, Report, Row, Series
from benchmarks.run import Run
from studyapp.services.library.library_refresh import refresh_library
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id, system_clock

_CARDS = 200


def measure(report: Report, run: Run) -> None:
    """Measure the resident memory of both processes."""
    data = shutil.copytree(run.datasets.data_folder(run.notes), run.folder / "data")
    with Collection(collection_path(data), new_device_id) as collection:
        refresh_library(collection, [data / "decks"], system_clock())
    cards = min(_CARDS, run.notes)
    ours = [run_process("review_memory", data, cards)["memory"] for _ in range(run.few_times)]
    bare = [run_process("first_paint", "bare")["memory"] for _ in range(run.few_times)]
    report.add(
        Row(
            "memory while reviewing",
            Series("StudyApp", tuple(ours)),
            Series("bare window", tuple(bare)),
            Goal(1.2),
            MEGABYTES,
        )
    )
