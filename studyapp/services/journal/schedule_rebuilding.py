"""Recomputing the schedules of some cards from the journal."""

from collections.abc import Iterable

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.schedule import fold
from studyapp.store import journal_entries, schedules
from studyapp.store.collection import Collection
from studyapp.store.parameter_fits import load_scheduler


def rebuild_cards(collection: Collection, cards: Iterable[CardId]) -> None:
    """Recompute and store the schedules of these cards. Call it in a transaction."""
    connection, scheduler = collection.connection, load_scheduler(collection.connection)
    possibly_effective = journal_entries.load_for_cards(connection, cards, skips_undone=True)
    undone = journal_entries.load_for_cards(
        connection, [card for card, history in possibly_effective.items() if not history]
    )
    history_by_card = possibly_effective | undone
    schedules.save_many(
        connection, {card: fold(history, scheduler) for card, history in history_by_card.items() if history}
    )
    schedules.delete_many(connection, [card for card, history in history_by_card.items() if not history])
