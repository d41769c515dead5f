"""Plots made of figures: what they say and show, from no reviews to ten years of them."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from studyapp.core.statistics.calibration import Calibration, CalibrationBin
from studyapp.core.statistics.card_states import StudiedCards, distribute_days, distribute_shares
from studyapp.core.statistics.periods import Period
from studyapp.core.statistics.report import GroupRecall, MemoryFigures, ReviewFigures
from studyapp.core.statistics.review_counts import RecallCount
from studyapp.core.statistics.true_retention import Retention
from studyapp.core.study.study_day import HOUR_MS
from studyapp.ui.kit.translators import install_translators, set_default_locale
from studyapp.ui.statistics.figures.all_plots import plots_of_cards, plots_of_memory, plots_of_reviews
from studyapp.ui.statistics.figures.day_names import DayNames
from studyapp.ui.statistics.figures.day_spans import Step
from studyapp.ui.statistics.figures.plot_context import PlotContext
from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.figures.value_formats import ValueFormats
from studyapp.ui.statistics.plots.plot import Plot
from studyapp.ui.statistics.plots.plot_table import describe
from tests.ui.statistics.sample_figures import TODAY, cards_with, reviews_on


@pytest.fixture(autouse=True)
def english(qapp: QApplication) -> Iterator[None]:
    """Texts with the plural forms of English."""
    translators, locale = install_translators(qapp, "en"), QLocale()
    set_default_locale("en")
    yield
    QLocale.setDefault(locale)
    for translator in translators:
        qapp.removeTranslator(translator)


def plot_of(figures: ReviewFigures, name: PlotName, context: PlotContext | None = None) -> Plot:
    plot = plots_of_reviews(figures, context or PlotContext(TODAY, Period.ALL))[name]
    return plot._replace(sentence=plain(plot.sentence))


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


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


def test_distributions_mark_their_quantiles() -> None:
    stabilities = [0.5, 3.0, 10.0, 20.0, 400.0]
    figures = cards_with(stability=distribute_days(stabilities), intervals={1: 2, 30: 5, 90_000: 1})
    plots = plots_of_cards(figures, PlotContext(TODAY))
    stability = plots[PlotName.STABILITY]
    assert sum(value or 0 for value in stability.series[0].values) == 5
    median = stability.marks[1]
    assert median.label == "Median 10 days"
    assert stability.categories[int(median.place)].name == "10 to 13 days"
    intervals = plots[PlotName.INTERVALS]
    assert intervals.categories[-1].name == "18,250 days or more"
    assert intervals.series[0].values[-1] == 1


def test_values_below_a_day_are_said_in_words() -> None:
    figures = cards_with(stability=distribute_days([0.2, 0.4, 5.0, 6.0, 7.0]))
    plot = plots_of_cards(figures, PlotContext(TODAY))[PlotName.STABILITY]
    assert "a tenth for less than 1 day" in plain(plot.sentence)
    assert plain(plot.marks[0].label) == "10% below 1 day"
    forgotten = cards_with(stability=distribute_days([0.2, 0.4]))
    plot = plots_of_cards(forgotten, PlotContext(TODAY))[PlotName.STABILITY]
    assert plot.sentence == "Nine tenths of the cards fall to 90% in less than a day."


def test_groups_with_the_same_recall_are_not_ranked() -> None:
    sections = (GroupRecall("1", 4, 2, 1.8), GroupRecall("2", 10, 10, 9.01))
    plot = plots_of_memory(MemoryFigures({}, sections, (), ()), PlotContext(TODAY))[PlotName.SECTIONS]
    assert plot.sentence == "Recall expected now: 90% for each of them."


def test_axes_of_distributions_have_units_and_end_with_their_last_value() -> None:
    figures = cards_with(
        intervals={3: 1, 60: 1, 800: 1},
        retrievability=distribute_shares([0.9]),
        difficulty=distribute_shares([0.5]),
    )
    plots = plots_of_cards(figures, PlotContext(TODAY))
    label_by_place = {tick.place: tick.label for tick in plots[PlotName.INTERVALS].ticks}
    names = [category.name for category in plots[PlotName.INTERVALS].categories]
    assert label_by_place[names.index("3 days")] == "3 d"
    assert label_by_place[names.index("45 to 59 days")] == "1.5 mo"
    assert label_by_place[names.index("60 to 89 days")] == "2 mo"
    assert label_by_place[names.index("730 to 1,094 days")] == "2 y"
    assert label_by_place[len(names)] == "3 y"
    for name in (PlotName.DIFFICULTY, PlotName.RETRIEVABILITY):
        assert plots[name].ticks[0] == ("0%", 0)
        assert plots[name].ticks[-1] == ("100%", len(plots[name].categories))


@pytest.mark.parametrize(
    ("step", "per"), [(Step.DAY, "day"), (Step.WEEK, "week"), (Step.MONTH, "month"), (Step.YEAR, "year")]
)
def test_plots_over_time_say_what_a_bar_sums_up(step: Step, per: str) -> None:
    context = PlotContext(TODAY, Period.YEAR, step)
    plots = plots_of_reviews(reviews_on(range(TODAY - 40, TODAY + 1)), context)
    plots |= plots_of_cards(cards_with(due_by_day={TODAY + 1: 1}), context)
    assert {name: plot.caption for name, plot in plots.items() if plot.caption.endswith(f" per {per}")} == {
        PlotName.REVIEWS: f"Reviews per {per}",
        PlotName.TIME: f"Minutes of study per {per}",
        PlotName.RETENTION: f"Share recalled per {per}",
        PlotName.FUTURE_DUE: f"Cards due per {per}",
        PlotName.ADDED: f"Cards added or learned per {per}",
        PlotName.STILL_REMEMBERED: f"Cards first studied per {per}",
    }


def test_expected_recall_and_true_retention_say_what_they_count() -> None:
    retention = plot_of(reviews_on(range(TODAY, TODAY + 1)), PlotName.RETENTION)
    assert retention.sentence.endswith("These are reviews of due cards, the moment when recall is hardest.")
    figures = cards_with(retrievability=distribute_shares([0.9]))
    expected = plots_of_cards(figures, PlotContext(TODAY))[PlotName.RETRIEVABILITY]
    assert expected.sentence.startswith(
        "FSRS expects you to recall 90% of all studied cards at this moment; "
    )
    assert expected.sentence.endswith("so it is usually more than the true retention.")


def test_buttons_have_their_share_of_all_reviews() -> None:
    plot = plot_of(reviews_on(range(TODAY, TODAY + 1)), PlotName.BUTTONS)
    assert describe(plot, 0).endswith("\nLearning and relearning: 10\nShare: 25%")


def test_retrievability_of_all_cards_at_once_is_in_the_last_bin() -> None:
    figures = cards_with(retrievability=distribute_shares([1.0, 1.0]))
    plot = plots_of_cards(figures, PlotContext(TODAY))[PlotName.RETRIEVABILITY]
    assert plot.series[0].values[-1] == 2
    assert all(0 <= mark.place <= len(plot.categories) for mark in plot.marks)


def test_groups_are_listed_from_the_weakest_and_named() -> None:
    sections = (GroupRecall("1", 4, 2, 1.8), GroupRecall("2", 3, 3, 1.5), GroupRecall("appendix", 2, 0, 0))
    figures = MemoryFigures({}, sections, (GroupRecall("hypothesis", 1, 1, 0.8),), ())
    plots = plots_of_memory(figures, PlotContext(TODAY))
    plot = plots[PlotName.SECTIONS]
    assert [one.name for one in plot.categories] == ["Section 2", "Section 1", "Appendix"]
    assert plot.series[0].values == (0.5, 0.9, None)
    assert plain(plot.sentence) == (
        "Recall expected now: lowest for Section 2 (50%), highest for Section 1 (90%)."
    )
    assert plain(plots[PlotName.EVIDENCE].sentence) == (
        "Hypothesis: FSRS expects you to recall 80% of 1 card studied. "
        "Evidence is how well the source supports the statement on a card."
    )


def test_many_groups_are_all_in_the_table() -> None:
    sections = tuple(GroupRecall(f"s{number}", 1, 1, number / 40) for number in range(30))
    plot = plots_of_memory(MemoryFigures({}, sections, (), ()), PlotContext(TODAY))[PlotName.SECTIONS]
    assert len(plot.categories) == 30
    assert plot.max_rows == 20
    assert "The 20 weakest of 30 are shown" in plot.sentence


@pytest.mark.parametrize(
    ("before", "comparison"),
    [(10.0, "That is 5 more than on "), (20.0, "That is 5 fewer than on "), (15.2, "That is as many as on ")],
)
def test_total_remembered_is_compared_with_the_start(before: float, comparison: str) -> None:
    figures = MemoryFigures({TODAY - 30: before, TODAY: 15.0}, (), (), ())
    plot = plots_of_memory(figures, PlotContext(TODAY, Period.ALL))[PlotName.REMEMBERED]
    assert plot.sentence.startswith(f"FSRS expects you to recall about 15 cards now. {comparison}")


@pytest.mark.parametrize(
    ("month_ago", "comparison"),
    [
        (988.0, "It is 12 more than a month ago."),
        (1012.0, "It is 12 fewer than a month ago."),
        (990.0, "It is about the same as a month ago."),
    ],
)
def test_total_remembered_is_compared_with_a_month_ago(month_ago: float, comparison: str) -> None:
    by_day = {TODAY - 35: 500.0, TODAY - 28: month_ago, TODAY - 21: 0.0, TODAY: 1000.0}
    figures = MemoryFigures(by_day, (), (), ())
    plot = plots_of_memory(figures, PlotContext(TODAY, Period.ALL))[PlotName.REMEMBERED]
    assert plain(plot.sentence).endswith(f". {comparison}")
    month = plots_of_memory(figures, PlotContext(TODAY, Period.MONTH))[PlotName.REMEMBERED]
    assert plain(month.sentence).endswith(DayNames.date(TODAY - 28) + ".")


def test_still_remembered_tells_how_much_is_left_of_what_was_studied_when() -> None:
    april, june = TODAY - 60, TODAY - 1
    learned = {april: StudiedCards(20, 12), april + 1: StudiedCards(4, 3), june: StudiedCards(6, 6)}
    context = PlotContext(TODAY, Period.QUARTER, Step.MONTH)
    plot = plots_of_cards(cards_with(learned_by_day=learned), context)[PlotName.STILL_REMEMBERED]
    assert [sum(value or 0 for value in series.values) for series in plot.series] == [21, 9]
    assert plain(plot.sentence) == (
        "Of 30 cards first studied in this period, FSRS expects you to recall about 21 now (70%)."
    )
    later = cards_with(learned_by_day=learned | {june: StudiedCards(16, 16)})
    sentence = plots_of_cards(later, context)[PlotName.STILL_REMEMBERED].sentence
    month = plot.categories[0].name
    assert plain(sentence).endswith(f"now (78%). Lowest: cards first studied {month} (62%).")


def test_nothing_is_remembered_of_no_cards() -> None:
    plot = plots_of_cards(cards_with(), PlotContext(TODAY))[PlotName.STILL_REMEMBERED]
    assert plot.sentence == "No cards were first studied in this period."
    assert plot.is_empty
