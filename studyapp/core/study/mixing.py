"""Combining new cards and reviews."""

from collections.abc import Sequence

from studyapp.core.cards.card_id import CardId
from studyapp.core.options.study_options import NewReviewOrder


def mix_new_and_reviews(
    new: Sequence[CardId], reviews: Sequence[CardId], new_review_order: NewReviewOrder
) -> tuple[CardId, ...]:
    """Combine new cards and reviews, each in their own order."""
    if new_review_order is not NewReviewOrder.MIX_WITH_REVIEWS:
        return (*new, *reviews) if new_review_order is NewReviewOrder.BEFORE_REVIEWS else (*reviews, *new)
    return mix_evenly(reviews, new)


def mix_evenly(cards: Sequence[CardId], others: Sequence[CardId]) -> tuple[CardId, ...]:
    """Combine cards with others, each in their own order and evenly spaced."""
    positions = [index / (len(group) + 1) for group in (cards, others) for index in range(1, len(group) + 1)]
    mixed = (*cards, *others)
    # Sorting keeps the order of equal positions, and is fast because each of the two parts is already sorted.
    return tuple(mixed[index] for index in sorted(range(len(mixed)), key=positions.__getitem__))
