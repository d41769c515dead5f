"""Card info: the schedule, retrievability, forgetting curve and history of a card."""

from dataclasses import dataclass

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import Entry, effective_entries
from studyapp.core.study.schedule import Schedule, elapsed_days, interday_step_due_day, is_leech
from studyapp.core.study.scheduler import Scheduler
from studyapp.core.study.study_day import StudyDay
from studyapp.services.options.option_storage import load_study_options
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection

CURVE_POINTS = 60
"""Number of points of the forgetting curve."""


@dataclass(frozen=True, slots=True)
class CardInfo:
    """A card on one study day.

    `history` are the journal entries in effect, oldest first. `retrievability` is the probability of recall
    on that day; None while the card is new. `forgetting_curve` is that probability at `CURVE_POINTS` evenly
    spaced points from the last review to `curve_days` days after it; empty while the card is new.
    `elapsed_days` counts from the last review. `is_leech` is True if the lapses have reached the deck's leech
    threshold. `step_due_day` is the study day on which a step of a day or more ends; None for other cards.
    """

    card: CardId
    schedule: Schedule
    history: tuple[Entry, ...]
    retrievability: float | None
    forgetting_curve: tuple[float, ...]
    curve_days: int
    days_since_review: int
    is_leech: bool
    step_due_day: int | None = None


def load_card_info(
    collection: Collection, card: CardId, study_day: StudyDay, scheduler: Scheduler
) -> CardInfo:
    """Return the info of a card on a study day. Raises StoreError if it can't be read."""
    with collection.read_transaction() as connection:
        schedule = schedules.load(connection, card)
        history = tuple(effective_entries(journal_entries.load_for_card(connection, card)))
    leech = is_leech(schedule, load_study_options(collection, card.deck_id).leech_threshold)
    step_due_day = interday_step_due_day(schedule, study_day.day_of)
    days_since_review, memory = elapsed_days(schedule, study_day.number), schedule.memory
    if memory is None:
        return CardInfo(card, schedule, history, None, (), 0, 0, leech, step_due_day)
    # The stability is the time until recall falls to 90 %. The curve shows twice as much, and at least until today.
    curve_days = max(round(2 * memory.stability), days_since_review, 1)
    forgetting_curve = tuple(
        scheduler.retrievability(memory, curve_days * point / (CURVE_POINTS - 1))
        for point in range(CURVE_POINTS)
    )
    retrievability = scheduler.retrievability(memory, days_since_review)
    return CardInfo(
        card,
        schedule,
        history,
        retrievability,
        forgetting_curve,
        curve_days,
        days_since_review,
        leech,
        step_due_day,
    )
