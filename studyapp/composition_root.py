"""What both the window and the command line start from: the machine's clock, and where the collection is."""

import os
import time
from pathlib import Path

from studyapp.services.options.clock import Clock


def collection_path(data_folder: Path) -> Path:
    """The collection in a data folder."""
    return data_folder / "collection.db"


def new_device_id() -> str:
    """A name for this copy of the program, unlike that of any other."""
    return os.urandom(16).hex()


def system_clock() -> Clock:
    """This machine's clock and time zone."""
    return Clock(now=lambda: time.time_ns() // 1_000_000)
