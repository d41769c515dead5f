"""The table, the file and the spoken values of a plot, and the numbers at its axis."""

import csv
import io
import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from studyapp.core.study.study_day import calendar_date
from studyapp.ui.statistics.figures.day_spans import Step, split_coming_days, split_past_days
from studyapp.ui.statistics.plots.axis_labels import find_ticks
from studyapp.ui.statistics.plots.plot import Category, Plot, PlotForm, Series
from studyapp.ui.statistics.plots.plot_table import column_headings, describe, row_texts, to_csv

PLOT = Plot(
    "example",
    "Example",
    "A sentence.",
    PlotForm.BARS,
    "Day",
    (Category("Monday, 1 June", "Mon"), Category("Tuesday")),
    (Series("Reviews", (3, 0), str), Series("Share", (0.25, None), lambda share: f"{share:.0%}")),
    (Series("All", (1234, 5), lambda count: f"{count:,}"),),
)


def test_one_category_is_described_with_all_its_values() -> None:
    assert describe(PLOT, 0) == "Monday, 1 June\nReviews: 3\nShare: 25%\nAll: 1,234"
    assert describe(PLOT, 1) == "Tuesday\nReviews: 0\nAll: 5"


def test_table_has_headings_and_a_row_for_each_category() -> None:
    assert column_headings(PLOT) == ["Day", "Reviews", "Share", "All"]
    assert row_texts(PLOT, 1) == ["Tuesday", "0", "", "5"]


def test_csv_has_plain_numbers() -> None:
    assert list(csv.reader(io.StringIO(to_csv(PLOT)))) == [
        ["Day", "Reviews", "Share", "All"],
        ["Monday, 1 June", "3", "0.25", "1234"],
        ["Tuesday", "0", "", "5"],
    ]


def test_a_plot_without_values_is_empty() -> None:
    assert not PLOT.is_empty
    assert PLOT._replace(series=(Series("Reviews", (0, None), str),)).is_empty
    assert PLOT._replace(series=()).is_empty
    shares = PLOT._replace(series=(Series("Recalled", (0, None), str),), maximum=1)
    assert not shares.is_empty
    assert shares._replace(series=(Series("Recalled", (None, None), str),)).is_empty


def test_ticks_are_round_numbers() -> None:
    assert find_ticks(0, 97, 4) == [0, 25, 50, 75, 100]
    assert find_ticks(0, 3, 4) == [0, 1, 2, 3]
    assert find_ticks(0, 0, 4) == [0, 1]
    assert find_ticks(0.7, 1, 3, is_fixed=True)[-1] == 1


@given(st.floats(0.001, 1e9), st.integers(1, 12))
def test_ticks_reach_the_greatest_value_in_even_steps(maximum: float, count: int) -> None:
    ticks = find_ticks(0, maximum, count)
    assert ticks[-1] >= maximum * (1 - 1e-6)
    assert 2 <= len(ticks) <= count + 2
    steps = [after - before for before, after in pairwise(ticks)]
    assert all(math.isclose(step, steps[0], rel_tol=1e-6) for step in steps)


@given(st.floats(0, 0.95), st.integers(1, 12))
def test_ticks_below_a_fixed_end_stay_in_the_plot(minimum: float, count: int) -> None:
    ticks = find_ticks(minimum, 1, count, is_fixed=True)
    assert ticks[-1] == 1
    assert ticks[0] >= minimum - 1e-6


@given(st.integers(0, 30_000), st.integers(0, 5_000), st.sampled_from(Step), st.booleans())
def test_spans_cover_all_days_once_and_do_not_cross_their_limits(
    first: int, length: int, step: Step, is_past: bool
) -> None:
    spans = (split_past_days if is_past else split_coming_days)(first, first + length, step)
    days = [day for span in spans for day in span.days]
    assert days == list(range(first, days[-1] + 1))
    assert len(days) - 1 - length in (range(7) if spans[0].step is Step.WEEK and not is_past else [0])
    for number, span in enumerate(spans):
        begin, end = calendar_date(span.first), calendar_date(span.last)
        match span.step:
            case Step.DAY:
                assert begin == end
            case Step.WEEK:
                is_cut_off = is_past and number == 0
                assert 1 <= len(span.days) <= 7 if is_cut_off else len(span.days) == 7
            case Step.MONTH:
                assert (begin.year, begin.month) == (end.year, end.month)
            case _:
                assert begin.year == end.year


def test_the_automatic_step_grows_with_the_period() -> None:
    for split in (split_past_days, split_coming_days):
        steps = [split(0, days - 1, Step.AUTOMATIC)[0].step for days in (7, 30, 90, 365, 3650)]
        assert steps == [Step.DAY, Step.DAY, Step.WEEK, Step.WEEK, Step.YEAR]
        assert split(0, 1000, Step.AUTOMATIC)[0].step is Step.MONTH
