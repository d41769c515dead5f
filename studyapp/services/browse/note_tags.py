"""The tags of given notes."""

from collections.abc import Sequence

from studyapp.store.collection import Collection
from studyapp.store.search import card_rows


def tags_of_notes(collection: Collection, note_keys: Sequence[str]) -> list[str]:
    """Return the tags that any of these notes has, in alphabetical order. Raises StoreError if they can't be read."""
    with collection.read_transaction() as connection:
        return card_rows.tags_of_notes(connection, note_keys)
