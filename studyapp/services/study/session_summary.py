"""The summary of a session in which no card is left for now."""

from collections.abc import Sequence
from dataclasses import replace

from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.options.clock import Clock
from studyapp.services.study.daily_queue import EXTRA_NEW_COUNT, days_until_next_card
from studyapp.services.study.session_outcome import Finished, SessionTally
from studyapp.services.study.session_queue import SessionQueue
from studyapp.store.collection import Collection


def summarize_session(
    collection: Collection,
    clock: Clock,
    decks: Sequence[str],
    default_languages: CardLanguages,
    queue: SessionQueue,
    tally: SessionTally,
) -> Finished:
    """Return the summary of the ratings, with when the next cards come."""
    learning_cards = queue.queue.learning_cards
    next_at = learning_cards[0].due_at if learning_cards else None
    return replace(
        tally.summarize(),
        next_learning_at=next_at,
        learning_available_at=None if next_at is None else next_at - queue.queue.learn_ahead_ms,
        days_until_next=days_until_next_card(
            collection, decks, clock.study_day(queue.day), default_languages
        ),
        extra_new_count=queue.count_new_beyond_limits(EXTRA_NEW_COUNT),
        waiting_cards=queue.cards_beyond_plan(),
    )
