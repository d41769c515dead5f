"""What share of the cards of an exam will be recalled on its day.

Each card is followed until the exam, once or several times, with reviews on the days that are expected.
"""

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from studyapp.core.exam_plan.card_reviews import CardReviews, ExamCard
from studyapp.core.exam_plan.expected_days import (
    ExpectedDay,
    NewCardsOfDeck,
    OtherCards,
    StudyLimits,
    expect_days,
)
from studyapp.core.study.exam_days import ExamDays
from studyapp.core.workload.day_plan import CardTimes

_MIN_RUNS, _MAX_CARDS = 2000, 3000
"""How many runs make the sampling error of the mean small, and how many cards are followed at most."""

_MODEL_ERROR = 0.12
"""Standard deviation of the log odds of recall from the truth, because no learner remembers quite as the model says: half a point at
95 %. With it, about 9 of 10 simulated exams end within the interval (docs/learning.md)."""

_MODEL_DEVIATIONS = [step / 4 for step in range(-12, 13)]
"""The errors of the model for which results are computed, in standard deviations."""

_PACES = (1.0, 0.9, 1.1)
"""The expected time of a card, and less and more time, relative to the times so far."""

_OUTSIDE = 0.05
"""The probability of a result below the interval, and of one above it."""


class ExamForecast(NamedTuple):
    """The expected share of the cards that are recalled, and the interval that it falls into in 9 of 10 cases."""

    expected: float
    low: float
    high: float


def forecast_exam(
    exam: ExamDays,
    today: int,
    studied: Sequence[ExamCard],
    new_by_deck: Sequence[NewCardsOfDeck],
    others: OtherCards,
    limits: StudyLimits,
    reviews: CardReviews,
) -> ExamForecast | None:
    """Return the forecast of an exam after today if the learner studies each day within the limits; None without cards.

    With minutes a day, the interval also covers that cards take less or more time than they did.
    """
    found = []
    for pace in _PACES if limits.minutes else (1.0,):
        times = CardTimes(*(seconds * pace for seconds in limits.times))
        of_pace = limits._replace(times=times)
        days = expect_days(exam, today, studied, new_by_deck, others, of_pace, reviews)
        forecast = _forecast_on(exam, studied, sum(deck.cards for deck in new_by_deck), days, reviews)
        if forecast is None:
            return None
        found.append(forecast)
    low, high = min(one.low for one in found), max(one.high for one in found)
    return ExamForecast(found[0].expected, low, high)


def _forecast_on(
    exam: ExamDays,
    cards: Sequence[ExamCard],
    new_cards: int,
    days: Sequence[ExpectedDay],
    reviews: CardReviews,
) -> ExamForecast | None:
    """Return the forecast if the learner studies on these days, which end with the one before the exam; None without cards."""
    total = len(cards) + new_cards
    if not total:
        return None
    followed = range(0, total, math.ceil(total / _MAX_CARDS))
    runs = max(1, math.ceil(_MIN_RUNS / total))
    learner = _Learner(exam, days, reviews)
    introduced_on = list(_introduction_days(new_cards, exam.day - len(days), days))
    mean = 0.0
    for index in followed:
        for _ in range(runs):
            if index < len(cards):
                recall = learner.recall_of(cards[index])
            else:
                recall = learner.recall_of_new_card(introduced_on[index - len(cards)])
            mean += recall / runs / len(followed)
    return ExamForecast(mean, *_find_interval(mean, total, total - introduced_on.count(None)))


def _find_interval(mean: float, total: int, introduced: int) -> tuple[float, float]:
    """Return the interval around the mean of all cards, of which only those that are introduced can be recalled.

    The number of recalled cards is binomial, with a probability whose log odds are normal.
    """
    if not introduced:
        return 0.0, 0.0
    probability = min(max(mean * total / introduced, 1e-6), 1 - 1e-6)
    log_odds = math.log(probability / (1 - probability))
    shares = [0.0] * (introduced + 1)
    weights = [math.exp(-deviation * deviation / 2) for deviation in _MODEL_DEVIATIONS]
    for deviation, weight in zip(_MODEL_DEVIATIONS, weights, strict=True):
        erring = 1 / (1 + math.exp(-log_odds - _MODEL_ERROR * deviation))
        for count, share in enumerate(_binomial(introduced, erring)):
            shares[count] += share * weight / sum(weights)
    below = list(accumulate(shares))
    low = next(count for count, share in enumerate(below) if share > _OUTSIDE)
    high = next(count for count, share in enumerate(below) if share >= (1 - _OUTSIDE) * below[-1])
    return min(low / total, mean), max(high / total, mean)


def _binomial(count: int, probability: float) -> Iterator[float]:
    """Yield the probabilities of 0 to `count` successes."""
    log_success, log_failure = math.log(probability), math.log1p(-probability)
    all_orders = math.lgamma(count + 1)
    for successes in range(count + 1):
        failures = count - successes
        orders = all_orders - math.lgamma(successes + 1) - math.lgamma(failures + 1)
        yield math.exp(orders + successes * log_success + failures * log_failure)


def _introduction_days(new_cards: int, today: int, days: Sequence[ExpectedDay]) -> Iterator[int | None]:
    """Yield the day on which each of the new cards is introduced; None for those that are left."""
    left = new_cards
    for number, expected in enumerate(days):
        for _ in range(min(left, expected.new_cards)):
            left -= 1
            yield today + number
    yield from [None] * left


class _Learner:
    """Follows cards until the exam."""

    def __init__(self, exam: ExamDays, days: Sequence[ExpectedDay], reviews: CardReviews) -> None:
        self._exam, self._days, self._reviews = exam, days, reviews
        self._today = exam.day - len(days)

    def recall_of(self, card: ExamCard) -> float:
        """Return the probability of recall in the exam after a run of reviews."""
        while (studied_on := self._studied_on(card.due_day)) < self._exam.day:
            card = self._reviews.review(card, studied_on)
        return self._reviews.recall_on_exam(card)

    def _studied_on(self, due_day: int) -> int:
        days_ahead = max(0, due_day - self._today)
        return self._days[days_ahead].studied_on if days_ahead < len(self._days) else self._exam.day

    def recall_of_new_card(self, day: int | None) -> float:
        """Return the same for a card that is introduced on a day; 0 if it is not introduced."""
        return 0.0 if day is None else self.recall_of(self._reviews.introduce(day))
