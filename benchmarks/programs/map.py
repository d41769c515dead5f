"""A map of 2,000 notes: its layout, loading it, what is remembered by day, and painting it."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from benchmarks.data.map_notes import DECK, TITLE, make_map_notes, store_map_notes
from benchmarks.processes.process import run_process
from benchmarks.report import Goal, Report, Row, Series, milliseconds, seconds_of
from benchmarks.run import Run
from studyapp.core.concept_map.layout.net_layout import lay_out_net, sort_net
from studyapp.core.concept_map.map_memory import MapMemory
from studyapp.core.concept_map.prerequisite_net import build_net
from studyapp.services.concept_map.map_loading import MapChoice, MapKind, load_map, load_map_memory
from studyapp.services.statistics.fact_updating import update_facts
from studyapp.store.collection import Collection
from studyapp.system_dependencies import new_device_id, system_clock

_NOTES = 2_000
_DAYS_BETWEEN_STEPS = 7

_FRAME = Goal(16, is_ratio=False)
"""Milliseconds: 60 frames a second."""


def measure(report: Report, run: Run) -> None:
    """Measure each step from the notes to the levels of the nodes on a day."""
    clock = system_clock()
    choice = MapChoice(f"deck:{DECK}", TITLE, MapKind.PREREQUISITES, (DECK,))
    with _open_collection(run) as collection:
        update_facts(collection, clock)
        report.alone("map, first time", lambda: seconds_of(lambda: load_map(collection, choice)), 1)
        report.alone("map, layout kept", lambda: seconds_of(lambda: load_map(collection, choice)), run.times)
        concept_map = load_map(collection, choice)
        report.alone(
            "map, memory by day",
            lambda: seconds_of(lambda: load_map_memory(collection, concept_map, clock)),
            run.times,
        )
        memory = load_map_memory(collection, concept_map, clock)
    net = build_net(make_map_notes(_note_count(run)))
    sorted_net = sort_net([node.key for node in net.nodes], net.edges)
    report.alone("map, layout", lambda: seconds_of(lambda: lay_out_net(sorted_net)), run.times)
    _measure_steps(report, memory, run.times)
    _measure_frames(report, run)


def _note_count(run: Run) -> int:
    return min(_NOTES, run.notes)


def _collection_file(run: Run) -> Path:
    return run.folder / "collection.db"


@contextmanager
def _open_collection(run: Run) -> Iterator[Collection]:
    with Collection(_collection_file(run), new_device_id) as collection:
        store_map_notes(collection, make_map_notes(_note_count(run)), system_clock().today())
        yield collection


def _measure_steps(report: Report, memory: MapMemory, times: int) -> None:
    days = cycle(range(memory.first_day, memory.last_day + 1, _DAYS_BETWEEN_STEPS))
    seconds = [seconds_of(lambda: memory.on_day(next(days))) for _ in range(100 * times)]
    report.add(
        Row("map, memory on one day", Series("StudyApp", milliseconds(seconds)), goal=Goal(5, is_ratio=False))
    )


def _measure_frames(report: Report, run: Run) -> None:
    """Measure frames at the zoom that takes longest."""
    results = run_process("map_frames", _collection_file(run), DECK)
    for name, key in (
        ("map, frame while it is dragged", "drag"),
        ("map, frame as a whole", "whole"),
        ("map, step of the slider over days", "step"),
    ):
        report.add(Row(name, Series("StudyApp", milliseconds(results[key])), goal=_FRAME))
