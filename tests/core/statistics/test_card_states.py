"""Distributions of values and numbers of cards, compared with Python's own library and with counting one by one."""

import math
import statistics
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.statistics.card_states import (
    distribute_days,
    distribute_shares,
    percent_bin,
    quantiles_of_counts,
)

shares = st.lists(st.floats(0, 1), max_size=60)


@given(shares)
def test_values_are_counted_by_bin(values: list[float]) -> None:
    assert distribute_shares(values).counts == Counter(map(percent_bin, values))


@given(st.lists(st.floats(0.01, 36_500), min_size=2, max_size=60))
def test_quantiles_are_those_of_the_statistics_module(values: list[float]) -> None:
    twentieths = statistics.quantiles(values, n=20, method="inclusive")
    distribution = distribute_days(values)
    assert distribution.counts == Counter(math.floor(value + 0.5) for value in values)
    assert distribution.mean == pytest.approx(statistics.fmean(values))
    assert distribution.quantiles == pytest.approx([twentieths[place - 1] for place in (2, 5, 10, 15, 18)])


@given(st.dictionaries(st.integers(1, 90), st.integers(1, 9), max_size=20))
def test_quantiles_of_counts_are_those_of_the_values(counts: dict[int, int]) -> None:
    values = list(Counter(counts).elements())
    assert quantiles_of_counts(counts) == distribute_days(values).quantiles


def test_quantiles_of_one_value_and_of_none() -> None:
    assert set(distribute_shares([0.3]).quantiles or ()) == {0.3}
    assert distribute_days([]) == ({}, None, None)


@given(st.integers(0, 100))
def test_bins_are_5_percent_wide(percent: int) -> None:
    assert percent_bin(percent / 100) == min(95, percent // 5 * 5)
