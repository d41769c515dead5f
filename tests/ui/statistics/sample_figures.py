"""Figures for tests of plots."""

from studyapp.core.statistics.calibration import Calibration, CalibrationBin
from studyapp.core.statistics.card_states import CardCounts, Distribution
from studyapp.core.statistics.report import CardFigures, ReviewFigures
from studyapp.core.statistics.review_counts import ButtonGroup, CardGroup, RecallCount
from studyapp.core.statistics.review_totals import ReviewTotal
from studyapp.core.statistics.streak import Streak
from studyapp.core.statistics.today import StudiedToday
from studyapp.core.statistics.true_retention import Retention
from studyapp.core.study.rating import Confidence, Rating

TODAY = 20_600

_NOTHING = Distribution({}, None, None)


def reviews_on(days: range, count: int = 10, duration_ms: int = 60_000) -> ReviewFigures:
    """Figures with the same reviews on each of these days."""
    total = ReviewTotal(count, duration_ms)
    recall = RecallCount(count, count - 1)
    return ReviewFigures(
        StudiedToday(duration_ms, recall, RecallCount(), 0, count, 0),
        {day: {CardGroup.YOUNG: total} for day in days},
        Streak(len(days), days[0] if days else None),
        Streak(len(days), days[0] if days else None),
        frozenset(),
        {day: Retention(young=recall) for day in days},
        0.9,
        {group: dict.fromkeys(Rating, count) for group in ButtonGroup},
        tuple(RecallCount(30 + hour, 20 + hour // 2) for hour in range(24)),
        Calibration((CalibrationBin(18, 40, 0.92, 0.9),), 40, 0.3, 0.02),
        {
            Confidence.SURE: RecallCount(10, 9),
            Confidence.UNSURE: RecallCount(),
            Confidence.GUESS: RecallCount(4, 1),
        },
    )


def cards_with(**changes: object) -> CardFigures:
    """Figures of no cards, with these changes."""
    empty = CardFigures(CardCounts(), {}, {}, _NOTHING, _NOTHING, _NOTHING, {}, {})
    return empty._replace(**changes)  # type: ignore[arg-type]
