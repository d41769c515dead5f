"""Parameters that another program has fitted."""

from collections.abc import Sequence

from fsrs_rs_python import check_and_fill_parameters

_TOLERANCE = 1e-3
"""Largest difference between equal parameters: Anki stores four digits."""

_MIN_DECAY, _MAX_DECAY = 0.1, 0.8
"""The bounds of FSRS for the decay, with which the optimizer stays."""


def complete_parameters(parameters: Sequence[float]) -> tuple[float, ...] | None:
    """Return the 21 parameters of FSRS-6 that give the same as these, which may be of an earlier version; the defaults if
    there are none. None if no optimizer can have found them."""
    try:
        completed = tuple(check_and_fill_parameters(parameters))
    except ValueError:
        return None
    has_stabilities = all(stability > 0 for stability in completed[:4])
    return completed if has_stabilities and _MIN_DECAY <= completed[20] <= _MAX_DECAY else None


def are_equal(some: Sequence[float], others: Sequence[float]) -> bool:
    """Return whether parameters are the same, apart from rounding."""
    return all(abs(one - other) <= _TOLERANCE for one, other in zip(some, others, strict=True))
