"""How long work tells how far it is."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Told how much is done and of how much (0 where that is not known); may raise to stop the work."""


def silent(done: int, total: int) -> None:
    """A progress that tells nobody."""
