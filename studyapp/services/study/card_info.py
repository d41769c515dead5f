"""What is known of one card: where it stands, how well it is remembered, and all that was done to it."""

from dataclasses import dataclass

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, effective_entries
from studyapp.core.study.schedule import Schedule, elapsed_days, is_leech
from studyapp.core.study.scheduler import Scheduler
from studyapp.services.options.study_options import load_study_options
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection

CURVE_POINTS = 60
"""Of the curve."""


@dataclass(frozen=True, slots=True)
class CardInfo:
    """A card today. `history` are the entries that stand, oldest first; `retrievability` is the probability of
    recall now, None while the card is new; `curve` that probability at even steps over `span` days from the last
    review on, empty while it is new; `elapsed` the days since then; `is_leech` whether it was forgotten as often as the learner has chosen to speak of."""

    card: CardId
    schedule: Schedule
    history: tuple[Entry, ...]
    retrievability: float | None
    forgetting_curve: tuple[float, ...]
    curve_days: int
    elapsed_days: int
    is_leech: bool


def load_card_info(collection: Collection, card: CardId, day: int, scheduler: Scheduler) -> CardInfo:
    """The card on study day `day`. StoreError when it can't be read."""
    with collection.read_transaction() as connection:
        schedule = schedules.load(connection, card)
        history = tuple(effective_entries(journal_entries.load_for_card(connection, card)))
    leech = is_leech(schedule, load_study_options(collection, card.deck_id).leech_threshold)
    elapsed, memory = elapsed_days(schedule, day), schedule.memory
    if memory is None:
        return CardInfo(card, schedule, history, None, (), 0, 0, leech)
    # Long enough to see the fall to nine in ten, and today.
    span = max(round(2 * memory.stability), elapsed, 1)
    curve = tuple(
        scheduler.retrievability(memory, span * point / (CURVE_POINTS - 1)) for point in range(CURVE_POINTS)
    )
    now = scheduler.retrievability(memory, elapsed)
    return CardInfo(card, schedule, history, now, curve, span, elapsed, leech)
