"""When an unexpected error occurred."""

from enum import Enum, auto


class CrashSituation(Enum):
    """When the error happened."""

    RUNNING = auto()
    """The window is open and stays usable."""

    STARTING = auto()
    """There is no window."""

    EARLIER = auto()
    """It ended the program; this is the next start."""
