"""What a key does with the selected cards: an action, or its opposite if all of them have that state already."""

from collections.abc import Sequence
from typing import NamedTuple

from studyapp.core.cards.card_id import CardId
from studyapp.core.study.journal import EntryKind
from studyapp.services.journal import card_actions
from studyapp.services.options.clock import Clock
from studyapp.store.collection import Collection


class BulkResult(NamedTuple):
    """What was done, and to how many cards. `flag` is the new one, 0 if flags were removed."""

    kind: EntryKind
    card_count: int
    flag: int = 0


def toggle_suspended(collection: Collection, cards: Sequence[CardId], clock: Clock) -> BulkResult:
    """Suspend the cards that are not suspended; if all are, restore them. Raises StoreError if saving fails."""
    suspended = card_actions.suspend_cards(collection, cards, clock)
    if suspended:
        return BulkResult(EntryKind.SUSPEND, suspended)
    return BulkResult(EntryKind.RESTORE, card_actions.unsuspend_cards(collection, cards, clock))


def toggle_buried(collection: Collection, cards: Sequence[CardId], clock: Clock) -> BulkResult:
    """Bury the cards that are not buried until tomorrow; if all are, show them again today.

    Raises StoreError if saving fails.
    """
    buried = card_actions.bury_cards(collection, cards, clock)
    if buried:
        return BulkResult(EntryKind.BURY, buried)
    return BulkResult(EntryKind.RESTORE, card_actions.unbury_cards(collection, cards, clock))


def toggle_flag(collection: Collection, cards: Sequence[CardId], flag: int, clock: Clock) -> BulkResult:
    """Set the flag (1-4) of the cards that do not have it; if all have it, remove it. Raises StoreError if saving
    fails."""
    flagged = card_actions.flag_cards(collection, cards, flag, clock)
    if flagged:
        return BulkResult(EntryKind.FLAG, flagged, flag)
    return BulkResult(EntryKind.FLAG, card_actions.flag_cards(collection, cards, 0, clock))
