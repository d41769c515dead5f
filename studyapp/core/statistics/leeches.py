"""Cards that are forgotten more often than the model can explain."""

from collections.abc import Iterable, Sequence

from studyapp.core.statistics.review_facts import ReviewFact

IMPROBABLE = 0.01
"""Cards with a smaller probability of so many lapses are shown as leeches."""

MIN_LAPSES = 3
"""With fewer lapses, a card is never shown as a leech."""


def lapse_probability(facts: Iterable[ReviewFact]) -> float | None:
    """Return the probability that a card is forgotten at least as often as it was, if FSRS predicted each review right.

    None without predicted reviews. The number of lapses is a sum of independent events with known probabilities, so its
    distribution is Poisson binomial.
    """
    predicted = [(fact.predicted, fact.is_recalled) for fact in facts if fact.predicted is not None]
    if not predicted:
        return None
    lapses = sum(not is_recalled for _, is_recalled in predicted)
    return _tail([1 - probability for probability, _ in predicted], lapses)


def _tail(probabilities: Sequence[float], count: int) -> float:
    """Return the probability that at least `count` of the events happen."""
    exactly = [1.0, *[0.0] * count]  # the last entry collects `count` and more
    for probability in probabilities:
        for events in range(count, 0, -1):
            stays = exactly[events] if events == count else exactly[events] * (1 - probability)
            exactly[events] = stays + exactly[events - 1] * probability
        exactly[0] *= 1 - probability if count else 1
    return exactly[count]
