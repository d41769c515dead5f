"""Plots made of figures: what they say and show, from no reviews to ten years of them."""

from datetime import date

import pytest

from studyapp.core.statistics.calibration import Calibration, CalibrationBin
from studyapp.core.statistics.periods import Period
from studyapp.core.statistics.review_counts import RecallCount
from studyapp.core.statistics.true_retention import Retention
from studyapp.core.study.study_day import HOUR_MS
from studyapp.ui.kit.translators import set_default_locale
from studyapp.ui.statistics.figures.all_plots import plots_of_cards
from studyapp.ui.statistics.figures.day_spans import Step
from studyapp.ui.statistics.figures.plot_context import PlotContext
from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.figures.value_formats import ValueFormats
from tests.ui.statistics.plots_of_figures import plot_of
from tests.ui.statistics.sample_figures import TODAY, cards_with, reviews_on

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize("days", [1, 7, 40, 400, 3_650])
@pytest.mark.parametrize("period", Period)
@pytest.mark.parametrize("step", Step)
def test_bars_over_time_add_up_to_all_reviews_of_the_period(days: int, period: Period, step: Step) -> None:
    figures = reviews_on(range(TODAY - days + 1, TODAY + 1))
    limit = {Period.MONTH: 30, Period.QUARTER: 90, Period.YEAR: 365, Period.ALL: days}[period]
    context = PlotContext(TODAY, period, step)
    plot = plot_of(figures, PlotName.REVIEWS, context)
    assert sum(value or 0 for value in plot.further_columns[0].values) == 10 * min(days, limit)
    assert len(plot.categories) == len(plot.series[0].values)
    retention = plot_of(figures, PlotName.RETENTION, context)
    assert sum(value or 0 for value in retention.further_columns[1].values) == 10 * min(days, limit)


def test_sentences_have_the_right_plural_forms() -> None:
    one = reviews_on(range(TODAY, TODAY + 1), 1, 1_000)
    assert plot_of(one, PlotName.REVIEWS).sentence == "1 review on 1 of 7 days: 1 per study day."
    assert plot_of(one, PlotName.TODAY).sentence == (
        "1 review in 1 second, 1 second per review. True retention: 0% of 1 review of due cards."
    )
    ten_years = reviews_on(range(TODAY - 3_649, TODAY + 1))
    assert (
        plot_of(ten_years, PlotName.REVIEWS).sentence
        == "36,500 reviews on 3,650 of 3,650 days: 10 per study day."
    )
    assert plot_of(ten_years, PlotName.CALENDAR).sentence.startswith("Current streak: 3,650 days, since ")


def test_plots_begin_with_the_first_figures_even_if_the_period_is_longer() -> None:
    """Otherwise the first week would be a thin bar at the end of an empty year."""
    context = PlotContext(TODAY, Period.YEAR)
    assert len(plot_of(reviews_on(range(TODAY, TODAY + 1)), PlotName.REVIEWS, context).categories) == 7
    assert len(plot_of(reviews_on(range(TODAY - 19, TODAY + 1)), PlotName.REVIEWS, context).categories) == 20
    cards = plots_of_cards(cards_with(due_by_day={TODAY + 9: 1}), context)
    assert len(cards[PlotName.FUTURE_DUE].categories) == 10


def test_long_times_are_in_hours() -> None:
    short = plot_of(reviews_on(range(TODAY, TODAY + 1)), PlotName.TIME)
    assert short.title == "Time (minutes)"
    assert short.series[1].values[-1] == 1
    long = plot_of(reviews_on(range(TODAY, TODAY + 1), duration_ms=4 * HOUR_MS), PlotName.TIME)
    assert long.title == "Time (hours)"
    assert long.series[1].values[-1] == 4
    assert long.sentence.startswith("4 h in all")
    assert [ValueFormats.hours(value) for value in (0, 1.5, 12.3)] == ["0", "1.5", "12"]


def test_calibration_is_told_in_numbers() -> None:
    figures = reviews_on(range(TODAY, TODAY + 1))
    assert plot_of(figures, PlotName.MODEL).sentence == (
        "FSRS predicted 92% recall; you recalled 90% of 40 reviews, a difference that may be chance. "
        "Log loss 0.300, RMSE 2%; lower is better."
    )
    confidence = plot_of(figures, PlotName.CONFIDENCE)
    assert confidence.sentence == "Recalled by confidence: Sure 90%, Guess 25%."
    assert confidence.series[0].values == (0.9, None, 0.25)


@pytest.mark.parametrize(
    ("predicted", "verdict"),
    [
        (0.81, "so its predictions fit"),
        (0.811, "so its predictions are 1.1 points too high"),
        (0.789, "so its predictions are 1.1 points too low"),
    ],
)
def test_calibration_says_whether_predictions_were_too_high_or_too_low(
    predicted: float, verdict: str
) -> None:
    figures = reviews_on(range(TODAY, TODAY + 1))
    model = Calibration((CalibrationBin(16, 10_000, predicted, 0.8),), 10_000, 0.3, 0.02)
    sentence = plot_of(figures._replace(model=model), PlotName.MODEL).sentence
    assert f"you recalled 80% of 10,000 reviews, {verdict}. " in sentence


def test_hours_name_the_busiest_the_best_and_the_worst() -> None:
    plot = plot_of(reviews_on(range(TODAY, TODAY + 1)), PlotName.HOURS)
    assert plot.sentence.replace("\u202f", " ") == (
        "You study most from 11:00 PM to 12:00 AM: 53 reviews. "
        "You recall best from 12:00 AM to 1:00 AM (67%), worst from 11:00 PM to 12:00 AM (58%)."
    )


def test_hours_with_few_reviews_are_neither_the_best_nor_painted() -> None:
    counts = [RecallCount()] * 24
    counts[3], counts[5], counts[7] = RecallCount(29, 29), RecallCount(30, 24), RecallCount(30, 27)
    figures = reviews_on(range(TODAY, TODAY + 1))._replace(hours=tuple(counts))
    plot = plot_of(figures, PlotName.HOURS)
    assert plot.sentence.replace("\u202f", " ").endswith(
        "You recall best from 7:00 AM to 8:00 AM (90%), worst from 5:00 AM to 6:00 AM (80%)."
    )
    assert plot.shares is not None
    assert {hour: share for hour, share in enumerate(plot.shares.values) if share is not None} == {
        5: 0.8,
        7: 0.9,
    }
    assert plot.further_columns[0].values[3] == 1
    few = figures._replace(hours=tuple(counts[:5] + [RecallCount()] * 19))
    assert plot_of(few, PlotName.HOURS).shares is None


def test_today_counts_what_true_retention_counts() -> None:
    figures = reviews_on(range(TODAY, TODAY + 1), duration_ms=400_000)
    retention = Retention(RecallCount(16, 12), RecallCount(3, 3))
    all_reviews = figures.studied_today._replace(all=RecallCount(40, 20))
    with_steps = figures._replace(studied_today=all_reviews, retention_by_day={TODAY: retention})
    assert plot_of(with_steps, PlotName.TODAY).sentence == (
        "40 reviews in 7 minutes, 10 seconds per review. "
        "True retention: 79% of 19 reviews of due cards, of mature ones 100%."
    )
    steps = with_steps._replace(retention_by_day={TODAY - 1: retention})
    assert plot_of(steps, PlotName.TODAY).sentence.endswith("All were in learning steps: 50% recalled.")


def test_hours_are_times_in_the_format_of_the_language() -> None:
    figures = reviews_on(range(TODAY, TODAY + 1))
    set_default_locale("zh-Hans")
    plot = plot_of(figures, PlotName.HOURS)
    assert plot.categories[4].name == "04:00 – 05:00"
    assert [plot.ticks[hour] for hour in (0, 4, 24)] == [
        ("00:00", 0), ("04:00", 4), ("00:00", 24),
    ]  # fmt: skip


def test_future_due_has_the_backlog_in_front() -> None:
    figures = cards_with(
        due_by_day={TODAY - 5: 3, TODAY - 1: 1, TODAY: 2, TODAY + 1: 1, TODAY + 3: 6, TODAY + 300: 9}
    )
    plot = plots_of_cards(figures, PlotContext(TODAY, Period.MONTH))[PlotName.FUTURE_DUE]
    assert plot.categories[0].name == "Overdue"
    assert plot.series[1].values[0] == 4
    assert sum(value or 0 for value in plot.series[0].values) == 9
    assert plot.sentence.startswith(
        "4 cards overdue; 2 still due today, 1 tomorrow, 9 in the 7 days from today on; busiest day: "
    )


def test_first_week_of_future_due_is_that_of_the_sentence() -> None:
    due = {TODAY: 2, TODAY + 6: 5, TODAY + 7: 100, TODAY + 364: 1}
    context = PlotContext(TODAY, Period.YEAR, Step.WEEK)
    plot = plots_of_cards(cards_with(due_by_day=due), context)[PlotName.FUTURE_DUE]
    assert plot.series[0].values[:2] == (7, 100)
    assert plot.sentence.startswith(
        "2 still due today, 0 tomorrow, 7 in the 7 days from today on; busiest day: "
    )


def test_month_and_year_that_are_not_over_are_named_so() -> None:
    today = (date(2026, 9, 21) - date(1970, 1, 1)).days
    figures = reviews_on(range(today - 40, today + 1))
    names = {}
    for step in (Step.MONTH, Step.YEAR):
        plot = plot_of(figures, PlotName.REVIEWS, PlotContext(today, Period.ALL, step))
        names[step] = [category.name for category in plot.categories]
    assert names == {
        Step.MONTH: ["August 2026", "September 2026 so far"],
        Step.YEAR: ["2026 so far"],
    }
    coming = cards_with(due_by_day={today + 20: 1})
    plot = plots_of_cards(coming, PlotContext(today, Period.ALL, Step.MONTH))[PlotName.FUTURE_DUE]
    assert [category.name for category in plot.categories] == ["September 2026", "October 2026"]
    last_day = today + 9
    plot = plot_of(figures, PlotName.REVIEWS, PlotContext(last_day, Period.ALL, Step.MONTH))
    assert plot.categories[-1].name == "September 2026"
