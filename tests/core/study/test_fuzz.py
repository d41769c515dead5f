"""Intervals vary within Anki's bounds."""

import pytest

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.fuzz import (
    MAX_INTERVAL_DAYS,
    compute_fuzz_factor,
    fuzz_bounds,
    fuzz_interval,
    round_half_up,
)


@pytest.mark.parametrize(
    ("interval", "bounds"),
    [
        (0.4, (0, 0)),
        (2.49, (2, 2)),
        (2.5, (2, 4)),
        (7, (5, 9)),
        (17, (14, 20)),
        (37, (33, 41)),
        (100, (93, 107)),
    ],
)
def test_bounds_are_those_of_anki(interval: float, bounds: tuple[int, int]) -> None:
    assert fuzz_bounds(interval) == bounds


@pytest.mark.parametrize(
    ("interval", "minimum", "results"),
    [
        (17, 1, {14, 15, 16, 17, 18, 19, 20}),
        (17, 19, {19, 20}),
        (17, 30, {30, 31}),
        (1, 1, {1}),
        (1, 2, {2}),
        (1, 3, {3, 4}),
        (0.1, 1, {1}),
        (1e9, 1, {MAX_INTERVAL_DAYS}),
        (1, MAX_INTERVAL_DAYS, {MAX_INTERVAL_DAYS}),
        (1, MAX_INTERVAL_DAYS - 1, {MAX_INTERVAL_DAYS - 1, MAX_INTERVAL_DAYS}),
    ],
)
def test_interval_varies_between_its_bounds(interval: float, minimum: int, results: set[int]) -> None:
    assert {fuzz_interval(interval, step / 1000, minimum) for step in range(1000)} == results


def test_interval_without_fuzz_is_rounded() -> None:
    assert [fuzz_interval(interval, None) for interval in (0.2, 1.4, 2.5, 3.5)] == [1, 1, 3, 4]
    assert fuzz_interval(2.5, None, 7) == 7
    assert fuzz_interval(1e9, None) == MAX_INTERVAL_DAYS
    assert [round_half_up(number) for number in (0.49, 0.5, 1.5, -0.5)] == [0, 1, 2, 0]


def test_fuzz_factor_never_changes() -> None:
    """FROZEN: another value would give another interval on another device."""
    assert compute_fuzz_factor(CardId("deck", "note", 1), 3) == 110393666500287 / 2**48
