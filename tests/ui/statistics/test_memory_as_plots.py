"""Plots about memory and groups of cards: what they say and show."""

import pytest

from studyapp.core.statistics.card_states import StudiedCards, distribute_days, distribute_shares
from studyapp.core.statistics.periods import Period
from studyapp.core.statistics.report import GroupRecall, MemoryFigures
from studyapp.ui.statistics.figures.all_plots import plots_of_cards, plots_of_memory, plots_of_reviews
from studyapp.ui.statistics.figures.day_names import DayNames
from studyapp.ui.statistics.figures.day_spans import Step
from studyapp.ui.statistics.figures.plot_context import PlotContext
from studyapp.ui.statistics.figures.plot_names import PlotName
from studyapp.ui.statistics.plots.plot_table import describe
from tests.ui.statistics.plots_of_figures import plain, plot_of
from tests.ui.statistics.sample_figures import TODAY, cards_with, reviews_on

pytestmark = pytest.mark.usefixtures("english")


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
