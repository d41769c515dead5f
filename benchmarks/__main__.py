"""Run all benchmarks: `make bench`, or `make bench ARGS="--notes 100000"`."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.decks import write_deck
from benchmarks.figures import alone, seconds_of, side_by_side
from benchmarks.review_window import measure_review_window
from benchmarks.search import measure_search
from studyapp import paths
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library, load_cached_library
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.overview.daily_overview import load_daily_overview
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Prompt
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, new_device_id, system_clock

CLOCK = system_clock()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--notes", type=int, default=10_000)
    parser.add_argument("--times", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        _start(data, options.times)
        _formulas(options.times)
        _bundled_decks(data / "bundled")
        _large(data / "large", options.notes)
        measure_review_window(data / "window", 200)
        measure_search(data / "search", options.notes, options.times)


def _start(data: Path, times: int) -> None:
    """Measure the time from process start to the first paint, compared with a plain PySide6 window."""
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ

    def first_paint(*arguments: str) -> float:
        start = time.monotonic()
        result = subprocess.run(
            [sys.executable, "-m", "benchmarks.first_paint", *arguments],
            env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        return float(result.stdout) - start

    side_by_side(
        "start to first paint",
        lambda: first_paint("studyapp", str(data)),
        lambda: first_paint("bare"),
        "bare window",
        times,
    )


def _formulas(times: int) -> None:
    """Measure how long a card with a formula takes, once the window is open."""
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    results = [
        subprocess.run(
            [sys.executable, "-m", "benchmarks.formulas"],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        for _ in range(times)
    ]
    for index, name in enumerate(("first formula of all", "another formula", "the same formula")):
        seconds = iter([float(result.stdout.split()[index]) for result in results])
        alone(name, seconds.__next__, times)


def _bundled_decks(data: Path) -> None:
    def cold() -> float:
        with (
            tempfile.TemporaryDirectory() as folder,
            Collection(Path(folder) / "c.db", new_device_id) as collection,
        ):
            return seconds_of(lambda: refresh_library(collection, [paths.bundled_decks_folder()], CLOCK))

    alone("bundled decks, cold", cold, 7)
    with Collection(collection_path(data), new_device_id) as collection:
        refresh_library(collection, [paths.bundled_decks_folder()], CLOCK)
        alone(
            "bundled decks, unchanged",
            lambda: seconds_of(lambda: refresh_library(collection, [paths.bundled_decks_folder()], CLOCK)),
            7,
        )


def _large(data: Path, notes: int) -> None:
    """Measure a deck with many notes: reading, the decks page, a session and the export, compared with genanki."""
    deck_folder = data / "decks"
    deck_folder.mkdir(parents=True)
    write_deck(deck_folder / "measured.yaml", notes)
    with Collection(collection_path(data), new_device_id) as collection:
        alone(
            f"read {notes} notes",
            lambda: seconds_of(lambda: refresh_library(collection, [deck_folder], CLOCK)),
            1,
        )
        library = load_cached_library(collection, [deck_folder])
        languages = CardLanguages.ENGLISH
        alone("unchanged", lambda: seconds_of(lambda: refresh_library(collection, [deck_folder], CLOCK)), 7)
        alone(
            "decks page",
            lambda: seconds_of(lambda: load_daily_overview(collection, library, CLOCK, languages)),
            7,
        )
        _session(collection, library, notes)
        _export(collection, library, data)


def _session(collection: Collection, library: Library, notes: int) -> None:
    limits = DailyLimits(notes, notes, notes, notes)
    alone(
        "start a session",
        lambda: seconds_of(
            lambda: create_session(collection, CLOCK, library.deck_ids, CardLanguages.ENGLISH)
        ),
        7,
    )
    session = create_session(collection, CLOCK, library.deck_ids, CardLanguages.ENGLISH, limits=limits)
    session.show_next()

    def rate() -> float:
        prompt = session.show_next().next_step
        assert isinstance(prompt, Prompt)
        session.reveal()
        return seconds_of(lambda: session.rate(prompt.card.id, Rating.GOOD))

    alone("rate, next card ready", rate, 500)
    alone("undo", lambda: seconds_of(session.undo), 100)


def _export(collection: Collection, library: Library, data: Path) -> None:
    import genanki

    from studyapp.services.transfer.deck_export import export_decks
    from studyapp.services.transfer.export_request import ExportRequest
    from studyapp.store import notes as notes_table

    with collection.read_transaction() as connection:
        all_notes = [note for note, _ in notes_table.iterate_present(connection, "measured")]

    request = ExportRequest(library.deck_ids, CardLanguages.ENGLISH, data / "ours.apkg")

    def ours() -> float:
        return seconds_of(lambda: export_decks(collection, library, request, CLOCK))

    def plain() -> float:
        model = genanki.Model(
            1607392319, "Plain", fields=[{"name": "Front"}, {"name": "Back"}],
            templates=[{"name": "Card", "qfmt": "{{Front}}", "afmt": "{{Back}}"}],
        )  # fmt: skip

        def write() -> None:
            deck = genanki.Deck(2059400110, "Plain")
            for note in all_notes:
                front, back = (getattr(note.content, name).version_texts[0] for name in ("front", "back"))
                deck.add_note(genanki.Note(model, [front, back], guid=note.id))
            genanki.Package(deck).write_to_file(data / "plain.apkg")

        return seconds_of(write)

    side_by_side("export", ours, plain, "genanki, no Markdown", 2)


if __name__ == "__main__":
    main()
