"""The figures of the statistics as lines for people."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from studyapp.cli.messages.counts import count
from studyapp.core.statistics.calibration import Calibration, Verdict
from studyapp.core.statistics.card_states import CardCounts, Distribution, StudiedCards, sum_studied
from studyapp.core.statistics.leeches import LapseEstimate
from studyapp.core.statistics.periods import first_day_of
from studyapp.core.statistics.report import (
    CardFigures,
    GroupRecall,
    MemoryFigures,
    ReviewFigures,
    StatisticsReport,
)
from studyapp.core.statistics.review_counts import ButtonGroup
from studyapp.core.statistics.true_retention import sum_retention
from studyapp.core.study.rating import Rating
from studyapp.core.study.study_day import calendar_date

_FORGOTTEN_SHOWN = 10
_MONTHS_SHOWN = 12


def format_report(report: StatisticsReport) -> Iterator[str]:
    """Yield the lines, one sentence for each figure."""
    yield from _format_reviews(report)
    yield from _format_cards(report.cards, report.today)
    yield from _format_memory(report.memory, report.cards, report.today)


def _format_reviews(report: StatisticsReport) -> Iterator[str]:
    figures = report.reviews
    studied = figures.studied_today
    studied_due = sum_retention(figures.retention_by_day, [report.today]).all
    yield (
        f"Today: {count(studied.all.reviews, 'review')} in {count(round(studied.duration_ms / 60_000), 'minute')}, "
        f"{_percent(studied.all.share)} recalled with those in steps; true retention {_percent(studied_due.share)}."
    )
    yield (
        f"Streak: {count(figures.current_streak.studied_days, 'day')}; "
        f"the longest had {count(figures.longest_streak.studied_days, 'day')}."
    )
    since = first_day_of(report.period, report.today)
    days = [day for day in figures.reviews_by_day if since is None or day >= since]
    totals = [total for day in days for total in figures.reviews_by_day[day].values()]
    yield (
        f"Reviews: {sum(total.reviews for total in totals)} on {count(len(days), 'day')}, "
        f"in {sum(total.duration_ms for total in totals) / 3_600_000:.1f} hours."
    )
    retention = sum_retention(figures.retention_by_day, days)
    yield (
        f"True retention (due cards, when reviewed): {_percent(retention.all.share)}; young cards {_percent(retention.young.share)}, "
        f"mature ones {_percent(retention.mature.share)}. Desired: {_percent(figures.desired_retention)}."
    )
    yield from _format_answers(figures)


def _format_answers(figures: ReviewFigures) -> Iterator[str]:
    for group, of_group in figures.buttons.items():
        pressed = ", ".join(f"{rating.name.capitalize()} {of_group[rating]}" for rating in Rating)
        name = "learning and relearning" if group is ButtonGroup.LEARNING else group.value
        yield f"Buttons, {name}: {pressed}."
    hours = ", ".join(
        f"{hour}:00 {one.reviews} ({_percent(one.share)})"
        for hour, one in enumerate(figures.hours)
        if one.reviews
    )
    yield f"Hours: {hours or 'none'}."
    for confidence, recall in figures.confidence.items():
        if recall.reviews:
            name = confidence.name.lower().replace("_", " ")
            yield f"Confidence, {name}: {_percent(recall.share)} of {count(recall.reviews, 'review')} recalled."
    model = figures.model
    if model.log_loss is not None and model.rmse is not None:
        yield (
            f"FSRS: {_percent(model.predicted)} predicted, {_percent(model.observed)} recalled, "
            f"{_format_verdict(model)}; log loss {model.log_loss:.4f}, RMSE {100 * model.rmse:.2f} % in {count(model.reviews, 'review')}."
        )


def _format_verdict(model: Calibration) -> str:
    match model.verdict:
        case Verdict.FITS:
            return "so predictions fit"
        case Verdict.CHANCE:
            return "a difference that may be chance"
        case Verdict.TOO_HIGH:
            return f"so predictions are {model.excess_points:.1f} points too high"
        case Verdict.TOO_LOW:
            return f"so predictions are {-model.excess_points:.1f} points too low"
        case _:
            assert_never(model.verdict)


def _format_cards(figures: CardFigures, today: int) -> Iterator[str]:
    numbers = zip(CardCounts._fields, figures.counts, strict=True)
    yield f"Cards: {', '.join(f'{number} {name}' for name, number in numbers)}."
    due = {
        days: sum(cards for day, cards in figures.due_by_day.items() if day < today + days)
        for days in (0, 1, 7, 30)
    }
    yield (
        f"Due: {due[1]} by the end of today, of which {due[0]} are overdue; {due[7]} within 7 days, {due[30]} within 30."
    )
    yield _format_distribution("Stability in days", figures.stability, 1)
    yield _format_distribution("Difficulty in %", figures.difficulty, 100)
    yield _format_distribution("Retrievability in %", figures.retrievability, 100)


def _format_distribution(name: str, distribution: Distribution, factor: int) -> str:
    quantiles, mean = distribution.quantiles, distribution.mean
    if quantiles is None or mean is None:
        return f"{name}: no reviewed cards."
    low, quarter, high, three_quarters = (
        f"{factor * value:.1f}"
        for value in (quantiles.tenth, quantiles.quarter, quantiles.nine_tenths, quantiles.three_quarters)
    )
    return (
        f"{name}: median {quantiles.median * factor:.1f}, mean {mean * factor:.1f}; half of the cards between "
        f"{quarter} and {three_quarters}, 80 % of them between {low} and {high}."
    )


def _format_memory(figures: MemoryFigures, cards: CardFigures, today: int) -> Iterator[str]:
    remembered = figures.remembered_by_day.get(today, 0.0)
    yield (
        f"Remembered (as FSRS expects, now): about {remembered:.0f} of "
        f"{count(sum_studied(cards.learned_by_day.values()).cards, 'reviewed card')}."
    )
    for month, studied in _by_month(cards.learned_by_day)[-_MONTHS_SHOWN:]:
        yield f"First studied in {month}: about {studied.recalled:.0f} remembered of {count(studied.cards, 'card')}."
    for kind, groups in (("Section", figures.sections), ("Evidence", figures.evidence)):
        for group in groups:
            yield f"{kind} {group.name}: {_format_group(group)}"
    for forgotten in figures.forgotten[:_FORGOTTEN_SHOWN]:
        yield f"Forgotten {count(forgotten.lapses, 'time')}: {forgotten.card}{_format_estimate(forgotten.estimate)}"


def _format_estimate(estimate: LapseEstimate | None) -> str:
    if estimate is None:
        return ""
    leech = ", a leech" if estimate.is_improbable else ""
    return f"{leech} (about {estimate.expected:.1f} lapses expected, probability {_percent(estimate.probability)})"


def _by_month(learned_by_day: Mapping[int, StudiedCards]) -> list[tuple[str, StudiedCards]]:
    """Return the cards first studied in each month, such as `2026-04`, in order."""
    by_month: dict[str, list[StudiedCards]] = {}
    for day, studied in sorted(learned_by_day.items()):
        by_month.setdefault(f"{calendar_date(day):%Y-%m}", []).append(studied)
    return [(month, sum_studied(groups)) for month, groups in by_month.items()]


def _format_group(group: GroupRecall) -> str:
    return f"about {group.expected:.0f} remembered of {group.reviewed} reviewed and {count(group.cards, 'card')}."


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f} %"
