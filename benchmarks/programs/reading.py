"""The first reading of a large deck file, compared with loading it as YAML only."""

import yaml

from benchmarks.data.deck_files import write_deck
from benchmarks.processes.process import run_process
from benchmarks.report import Goal, Report, Row, Series, milliseconds, seconds_of
from benchmarks.run import Run
from studyapp.services.library.library_refresh import refresh_library
from studyapp.store.collection import Collection
from studyapp.system_dependencies import new_device_id, system_clock

_LONGEST_PAUSE_MS = 100
"""Nobody notices a shorter one."""


def measure(report: Report, run: Run) -> None:
    """Measure reading and storing a deck, reading it again unchanged, and how long the window stands still meanwhile."""
    folder = run.folder / "decks"
    folder.mkdir(parents=True)
    deck = folder / "measured.yaml"
    write_deck(deck, run.notes)
    counter = iter(range(run.few_times + 1))

    def read() -> float:
        with Collection(run.folder / f"{next(counter)}.db", new_device_id) as collection:
            return seconds_of(lambda: refresh_library(collection, [folder], system_clock()))

    def load() -> float:
        data = deck.read_bytes()
        return seconds_of(lambda: yaml.load(data, yaml.CSafeLoader))

    report.compare("first reading of a deck file", read, load, "CSafeLoader", run.few_times, goal=1.0)
    with Collection(run.folder / "0.db", new_device_id) as collection:
        report.alone(
            "an unchanged deck file",
            lambda: seconds_of(lambda: refresh_library(collection, [folder], system_clock())),
            run.times,
        )
    pause = run_process("window_while_reading", run.folder)["longest"]
    report.add(
        Row(
            "longest pause of the window meanwhile",
            Series("StudyApp", milliseconds([pause])),
            goal=Goal(_LONGEST_PAUSE_MS, False),
        )
    )
