"""Which decks are hidden, and the order of the decks that the user has chosen."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from studyapp.store import stored_options
from studyapp.store.collection import Collection
from studyapp.store.stored_options import ALL_DECKS, HIDDEN

_ORDER = "deck_order"


class DeckArrangement(NamedTuple):
    """The ids of the decks that the user has put into an order, and of those that are hidden.

    Decks without a place in the order come after the others. Ids of decks that no longer exist have no effect.
    """

    order: tuple[str, ...] = ()
    hidden_deck_ids: frozenset[str] = frozenset()


def load_deck_arrangement(collection: Collection) -> DeckArrangement:
    """Return the arrangement of the decks."""
    with collection.read_transaction() as connection:
        order = stored_options.load(connection, ALL_DECKS).get(_ORDER)
        hidden = stored_options.value_by_deck(connection, HIDDEN)
    return DeckArrangement(tuple(json.loads(order)) if order else (), frozenset(hidden))


def set_hidden(collection: Collection, deck_ids: Iterable[str], *, is_hidden: bool) -> None:
    """Hide decks or show them again. Their notes, history and schedule stay. Raises StoreError if saving fails."""
    with collection.transaction() as connection:
        for deck in deck_ids:
            stored_options.save(connection, deck, HIDDEN, "on" if is_hidden else None)


def save_deck_order(collection: Collection, all_deck_ids: Sequence[str], moved: Sequence[str]) -> None:
    """Store the order of the decks in `moved`. The decks among `all_deck_ids` that are not in it, such as hidden
    ones, keep their places. Raises StoreError if saving fails."""
    moved_ids, remaining = frozenset(moved), iter(moved)
    order = [next(remaining) if deck in moved_ids else deck for deck in all_deck_ids]
    with collection.transaction() as connection:
        stored_options.save(connection, ALL_DECKS, _ORDER, json.dumps(order))
