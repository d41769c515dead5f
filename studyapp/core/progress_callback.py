"""Progress callbacks of long-running work."""

from collections.abc import Callable

ProgressCallback = Callable[[int, int], None]
"""Called with the amount done and the total (0 if unknown); may raise to stop the work."""


def ignore_progress(done: int, total: int) -> None:
    """Ignores progress."""
