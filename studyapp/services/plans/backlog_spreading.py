"""Spreading the backlog of overdue cards over several days, and the pause of new cards meanwhile."""

from studyapp.core.study.journal import EntryKind
from studyapp.services.journal.journal_writing import CardAction, append_in_transaction
from studyapp.services.options.clock import Clock
from studyapp.services.plans.backlog import BacklogPlan
from studyapp.store.collection import Collection
from studyapp.store.plans import new_card_pause


def spread_backlog(
    collection: Collection, plan: BacklogPlan, clock: Clock, *, pauses_new_cards: bool = False
) -> None:
    """Reschedule the overdue cards, and pause new cards until they were studied if wanted, as one action that is undone together.

    Raises StoreError if saving fails.
    """
    actions = [
        CardAction(card, EntryKind.SET_DUE, due_day=plan.today + offset)
        for offset, cards in enumerate(plan.cards_by_day)
        for card in cards
    ]
    if not actions:
        return
    with collection.transaction() as connection:
        action = append_in_transaction(collection, actions, clock.now(), clock.today())
        new_card_pause.save(connection, action, plan.first_day_after if pauses_new_cards else plan.today)


def load_new_card_pause(collection: Collection, today: int) -> int | None:
    """Return the study day until which new cards pause; None if they don't."""
    with collection.read_transaction() as connection:
        return new_card_pause.load(connection, today)


def resume_new_cards(collection: Collection) -> None:
    """End the pause of new cards. Due dates stay. Raises StoreError if saving fails."""
    with collection.transaction() as connection:
        new_card_pause.end(connection)
