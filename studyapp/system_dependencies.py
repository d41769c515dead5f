"""Dependencies that the window and the command line share: the clock, the collection's path and device ids."""

import os
import sys
import time
from pathlib import Path

from studyapp.services.options.clock import Clock


def collection_path(data_folder: Path) -> Path:
    """Return the path of the collection in a data folder."""
    return data_folder / "collection.db"


def new_device_id() -> str:
    """Return a new random id that identifies this copy of the collection."""
    return os.urandom(16).hex()


def system_clock() -> Clock:
    """Return a clock with the system time (Unix milliseconds) and time zone."""
    return Clock(now=lambda: time.time_ns() // 1_000_000, elapsed=lambda: _elapsed_ns() // 1_000_000)


def _elapsed_ns() -> int:
    """Return the nanoseconds since some fixed moment, including the time during which the computer slept."""
    if sys.platform == "linux":
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":  # where `monotonic_ns` stops during sleep
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    return time.monotonic_ns()
