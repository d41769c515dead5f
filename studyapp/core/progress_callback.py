"""The callback type that reports the progress of long operations."""

from collections.abc import Callable

ProgressCallback = Callable[[int, int], None]
"""Called with the amount done and the total (0 if unknown). May raise an exception to cancel the operation."""


def ignore_progress(done: int, total: int) -> None:
    """Discard the progress report."""
