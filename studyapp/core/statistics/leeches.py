"""Cards that are forgotten more often than the model can explain."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from studyapp.core.statistics.review_facts import ReviewFact

IMPROBABLE = 0.01
"""Cards with a smaller probability of so many lapses are shown as leeches."""

MIN_LAPSES = 3
"""With fewer lapses, a card is never shown as a leech."""


class LapseEstimate(NamedTuple):
    """How often a card was forgotten in the reviews that FSRS predicted, how often was to be expected, and the probability
    of at least so many lapses if each prediction was right."""

    lapses: int
    expected: float
    probability: float

    @property
    def is_improbable(self) -> bool:
        """Whether the model can hardly explain so many lapses: something about the card makes it hard."""
        return self.lapses >= MIN_LAPSES and self.probability < IMPROBABLE


class PredictedReview(NamedTuple):
    """A review that FSRS predicted: the probability of recall just before it, and whether the card was recalled."""

    predicted: float
    is_recalled: bool


def estimate_lapses(facts: Iterable[ReviewFact | PredictedReview]) -> LapseEstimate | None:
    """Return what FSRS says of the lapses of a card; None if it predicted none of its reviews.

    The number of lapses is a sum of independent events with known probabilities, so its distribution is Poisson binomial.
    """
    predicted = [(fact.predicted, fact.is_recalled) for fact in facts if fact.predicted is not None]
    if not predicted:
        return None
    lapses = sum(not is_recalled for _, is_recalled in predicted)
    risks = [1 - probability for probability, _ in predicted]
    return LapseEstimate(lapses, sum(risks), _tail(risks, lapses))


def _tail(probabilities: Sequence[float], count: int) -> float:
    """Return the probability that at least `count` of the events happen."""
    exactly = [1.0, *[0.0] * count]  # the last entry collects `count` and more
    for probability in probabilities:
        for events in range(count, 0, -1):
            stays = exactly[events] if events == count else exactly[events] * (1 - probability)
            exactly[events] = stays + exactly[events - 1] * probability
        exactly[0] *= 1 - probability if count else 1
    return exactly[count]
