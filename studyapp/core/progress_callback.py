"""Progress callbacks of long-running work."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with the amount done and the total (0 if unknown); may raise to stop the work."""


def silent(done: int, total: int) -> None:
    """Ignores progress."""
