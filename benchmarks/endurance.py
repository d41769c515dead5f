"""Rate many cards in one process, and print latency and memory along the way.

    python -m benchmarks.endurance [--ratings N]

Both must stay flat. The anchor is an empty transaction that is synced to disk, measured in the same loop.
"""

import argparse
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.data.deck_files import write_deck
from benchmarks.processes.process import memory_mb
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_queue import DailyLimits
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.library_refresh import refresh_library
from studyapp.services.options.clock import Clock
from studyapp.services.study.session_creation import create_session
from studyapp.services.study.session_outcome import Prompt
from studyapp.store.collection import Collection
from studyapp.system_dependencies import collection_path, system_clock

REPORT_INTERVAL, NOTES = 20_000, 10_000
DAY = 86_400_000


def main() -> None:
    parser = argparse.ArgumentParser(description="Rate many cards in one process.")
    parser.add_argument("--ratings", type=int, default=200_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        _rate(Path(folder), options.ratings)


def _rate(data: Path, ratings: int) -> None:
    (data / "decks").mkdir()
    write_deck(data / "decks" / "deck.yaml", NOTES)
    now = system_clock().now()
    clock = Clock(lambda: now)
    with Collection(collection_path(data), lambda: "here") as collection:
        library, _ = refresh_library(collection, [data / "decks"], clock)
        limits = DailyLimits(ratings, ratings, ratings, ratings)
        session = create_session(collection, clock, library.deck_ids, CardLanguages.ENGLISH, limits=limits)
        latencies: list[float] = []
        for count in range(1, ratings + 1):
            step = session.show_next().next_step
            while not isinstance(step, Prompt):
                now += DAY
                session = create_session(
                    collection, clock, library.deck_ids, CardLanguages.ENGLISH, limits=limits
                )
                step = session.show_next().next_step
            session.reveal()
            start = time.perf_counter()
            session.rate(step.card.id, Rating.AGAIN if count % 11 == 0 else Rating.GOOD)
            latencies.append(time.perf_counter() - start)
            now += 5_000
            if count % REPORT_INTERVAL == 0:
                _report(count, latencies, collection)
                latencies.clear()


def _report(count: int, latencies: list[float], collection: Collection) -> None:
    ordered = sorted(latencies)
    syncs = []
    for _ in range(50):
        start = time.perf_counter()
        with collection.transaction() as connection:
            connection.execute("UPDATE device SET id = id")
        syncs.append(time.perf_counter() - start)
    print(
        f"{count:>8} ratings: median {statistics.median(ordered) * 1000:.2f} ms, "
        f"99 % {ordered[len(ordered) * 99 // 100] * 1000:.2f} ms, "
        f"empty transaction {statistics.median(syncs) * 1000:.2f} ms, memory {memory_mb():.0f} MB",
        flush=True,
    )


if __name__ == "__main__":
    main()
