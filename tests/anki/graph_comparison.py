"""The figures of Anki's graphs, in the form of ours, and ours reduced to what Anki has."""

from collections import Counter
from typing import Any

from anki.collection import Collection as Anki

from studyapp.core.statistics.card_states import CardCounts
from studyapp.core.statistics.periods import Period
from studyapp.core.statistics.report import CardFigures, ReviewFigures
from studyapp.core.statistics.review_counts import ButtonGroup, CardGroup
from studyapp.core.statistics.true_retention import sum_retention
from studyapp.core.study.rating import Rating

Figures = dict[str, Any]


def load_graphs(anki: Anki, search: str = "") -> Any:
    """What Anki's page of graphs gets."""
    return anki._backend.graphs(search=search, days=0)


def card_figures_of_anki(graphs: Any) -> Figures:
    """The states of the cards."""
    counts = graphs.card_counts.excluding_inactive
    return {
        "counts": CardCounts(
            counts.newCards,
            counts.learn,
            counts.relearn,
            counts.young,
            counts.mature,
            counts.suspended,
            counts.buried,
        ),
        "due": dict(graphs.future_due.future_due),
        "intervals": dict(graphs.intervals.intervals),
        "stability": dict(graphs.stability.intervals),
        "difficulty": _by_5_percent(graphs.difficulty.eases),
        "retrievability": _by_5_percent(graphs.retrievability.retrievability),
        "added": dict(graphs.added.added),
    }


def _by_5_percent(cards_by_percent: Any) -> dict[int, int]:
    counts: Counter[int] = Counter()
    for percent, cards in cards_by_percent.items():
        counts[min(95, percent // 5 * 5)] += cards
    return dict(counts)


def card_figures_of_studyapp(figures: CardFigures, today: int) -> Figures:
    """The same, by days from today."""
    return {
        "counts": figures.counts,
        "due": {day - today: cards for day, cards in figures.due_by_day.items()},
        "intervals": dict(figures.intervals),
        "stability": dict(figures.stability.counts),
        "difficulty": dict(figures.difficulty.counts),
        "retrievability": dict(figures.retrievability.counts),
        "added": {day - today: cards for day, cards in figures.added_by_day.items()},
    }


_FIELD_BY_GROUP = {
    CardGroup.LEARNING: "learn",
    CardGroup.YOUNG: "young",
    CardGroup.MATURE: "mature",
    CardGroup.RELEARNING: "relearn",
}


def review_figures_of_anki(graphs: Any) -> Figures:
    """What was studied ever."""
    today, retention = graphs.today, graphs.true_retention
    return {
        "today": (
            today.answer_count,
            today.answer_millis,
            today.correct_count,
            today.mature_count,
            today.mature_correct,
            today.learn_count,
            today.review_count,
            today.relearn_count,
        ),
        "reviews": _by_day_of_anki(graphs.reviews.count),
        "time": _by_day_of_anki(graphs.reviews.time),
        "retention": {
            name: (one.young_passed, one.young_failed, one.mature_passed, one.mature_failed)
            for name, one in (
                ("today", retention.today),
                ("yesterday", retention.yesterday),
                ("week", retention.week),
                ("month", retention.month),
                ("year", retention.year),
                ("all", retention.all_time),
            )
        },
    }


_FIELD_BY_PERIOD = {
    Period.MONTH: "one_month",
    Period.QUARTER: "three_months",
    Period.YEAR: "one_year",
    Period.ALL: "all_time",
}


def period_figures_of_anki(graphs: Any, period: Period) -> Figures:
    """What was studied in a period."""
    buttons = getattr(graphs.buttons, _FIELD_BY_PERIOD[period])
    return {
        "buttons": {group: list(getattr(buttons, group.value)) for group in ButtonGroup},
        "hours": [(hour.total, hour.correct) for hour in getattr(graphs.hours, _FIELD_BY_PERIOD[period])],
    }


def period_figures_of_studyapp(figures: ReviewFigures) -> Figures:
    """The same, of figures that were loaded for this period."""
    return {
        "buttons": {group: [found[one] for one in Rating] for group, found in figures.buttons.items()},
        "hours": [tuple(hour) for hour in figures.hours],
    }


def _by_day_of_anki(days: Any) -> dict[int, dict[CardGroup, int]]:
    return {
        day: {
            group: getattr(of_day, name) for group, name in _FIELD_BY_GROUP.items() if getattr(of_day, name)
        }
        for day, of_day in days.items()
    }


def review_figures_of_studyapp(figures: ReviewFigures, today: int) -> Figures:
    """The same, by days from today."""
    studied = figures.studied_today
    spans = {
        "today": [today],
        "yesterday": [today - 1],
        "week": range(today - 6, today + 1),
        "month": range(today - 29, today + 1),
        "year": range(today - 364, today + 1),
        "all": list(figures.retention_by_day),
    }
    retention = {name: sum_retention(figures.retention_by_day, days) for name, days in spans.items()}
    return {
        "today": (
            studied.all.reviews,
            studied.duration_ms,
            studied.all.recalled,
            studied.mature.reviews,
            studied.mature.recalled,
            studied.learning,
            studied.review,
            studied.relearning,
        ),
        "reviews": {
            day - today: {group: total.reviews for group, total in groups.items()}
            for day, groups in figures.reviews_by_day.items()
        },
        "time": {
            day - today: {group: total.duration_ms for group, total in groups.items() if total.duration_ms}
            for day, groups in figures.reviews_by_day.items()
        },
        "retention": {
            name: (
                one.young.recalled,
                one.young.reviews - one.young.recalled,
                one.mature.recalled,
                one.mature.reviews - one.mature.recalled,
            )
            for name, one in retention.items()
        },
    }
