"""All figures of the statistics page."""

from collections.abc import Mapping
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.statistics.calibration import Calibration
from studyapp.core.statistics.card_states import CardCounts, Distribution, StudiedCards
from studyapp.core.statistics.leeches import LapseEstimate
from studyapp.core.statistics.periods import Period
from studyapp.core.statistics.review_counts import ButtonGroup, CardGroup, RecallCount
from studyapp.core.statistics.review_totals import ReviewTotal
from studyapp.core.statistics.streak import Streak
from studyapp.core.statistics.today import StudiedToday
from studyapp.core.statistics.true_retention import Retention
from studyapp.core.study.rating import Confidence, Rating


class ReviewFigures(NamedTuple):
    """What was studied. Days are study days, and those without reviews are left out.

    `reviews_by_day` and `retention_by_day` go back to the first review, whatever the period; so do the streaks. The other
    figures are those of the period. `desired_retention` is None if decks differ.
    """

    studied_today: StudiedToday
    reviews_by_day: Mapping[int, Mapping[CardGroup, ReviewTotal]]
    current_streak: Streak
    longest_streak: Streak
    days_off: frozenset[int]
    retention_by_day: Mapping[int, Retention]
    desired_retention: float | None
    buttons: Mapping[ButtonGroup, Mapping[Rating, int]]
    hours: tuple[RecallCount, ...]
    model: Calibration
    confidence: Mapping[Confidence, RecallCount]


class CardFigures(NamedTuple):
    """The cards as they are now. `due_by_day` has the cards due on each study day, those before today being the backlog.
    `added_by_day` counts cards by the study day on which their note was added, `learned_by_day` has them by that of their
    first review."""

    counts: CardCounts
    due_by_day: Mapping[int, int]
    intervals: Mapping[int, int]
    stability: Distribution
    difficulty: Distribution
    retrievability: Distribution
    added_by_day: Mapping[int, int]
    learned_by_day: Mapping[int, StudiedCards]


class GroupRecall(NamedTuple):
    """The cards of a section or of an evidence grade: how many there are, how many were reviewed, and how many of these
    would be recalled now."""

    name: str
    cards: int
    reviewed: int
    expected: float


class ForgottenCard(NamedTuple):
    """A card that was forgotten often. `estimate` is what FSRS says of its lapses; None without predictions."""

    card: CardId
    lapses: int
    estimate: LapseEstimate | None


class MemoryFigures(NamedTuple):
    """What is remembered. `remembered_by_day` is the expected number of cards recalled, on one study day of each week and
    today."""

    remembered_by_day: Mapping[int, float]
    sections: tuple[GroupRecall, ...]
    evidence: tuple[GroupRecall, ...]
    forgotten: tuple[ForgottenCard, ...]


class StatisticsReport(NamedTuple):
    """All figures, as of the study day `today`."""

    today: int
    period: Period
    reviews: ReviewFigures
    cards: CardFigures
    memory: MemoryFigures
