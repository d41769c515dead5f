"""Journals of simulated learners."""

import random

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, EntryId, EntryKind
from studyapp.core.study.study_day import DAY_MS
from studyapp.services.journal.schedule_rebuilding import rebuild_cards
from studyapp.store import journal_entries
from studyapp.store.collection import Collection
from tests.core.optimization.simulated_learner import draw_parameters, learn


def add_reviews(collection: Collection, card_count: int, seed: int = 1, first_day: int = 0) -> int:
    """Add the reviews of a simulated learner to the journal; return how many there are."""
    entries = []
    for number, history in enumerate(learn(draw_parameters(random.Random(5)), card_count, seed)):
        card = CardId("d", f"n{seed}-{number:05}", 1)
        for place, review in enumerate(history.reviews):
            at = review.at + first_day * DAY_MS
            entries.append(
                Entry(
                    EntryId(f"learner{seed}-{number}", place), at, at // DAY_MS, card, EntryKind.REVIEW,
                    review.rating, at // DAY_MS + 1,
                )
            )  # fmt: skip
    with collection.transaction() as connection:
        journal_entries.append(connection, entries)
        rebuild_cards(collection, {entry.card_id for entry in entries})
    return len(entries)
