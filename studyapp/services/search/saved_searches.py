"""Searches that the user has saved under a name."""

import json
from typing import NamedTuple

from studyapp.store import stored_options
from studyapp.store.collection import Collection
from studyapp.store.stored_options import ALL_DECKS

_SAVED_SEARCHES = "saved_searches"


class SavedSearch(NamedTuple):
    """A name and the text of a query."""

    name: str
    query: str


def load_saved_searches(collection: Collection) -> tuple[SavedSearch, ...]:
    """Return the saved searches in alphabetical order. Raises StoreError if they can't be read."""
    with collection.read_transaction() as connection:
        stored = stored_options.load(connection, ALL_DECKS).get(_SAVED_SEARCHES, "{}")
    searches = [SavedSearch(name, query) for name, query in json.loads(stored).items()]
    return tuple(sorted(searches, key=lambda search: (search.name.casefold(), search.name)))


def save_search(collection: Collection, name: str, query: str) -> None:
    """Save a search, in place of that with the same name. Raises StoreError if saving fails."""
    _save(collection, name.strip(), query)


def delete_saved_search(collection: Collection, name: str) -> None:
    """Delete a saved search if there is one with this name. Raises StoreError if saving fails."""
    _save(collection, name, None)


def _save(collection: Collection, name: str, query: str | None) -> None:
    with collection.transaction() as connection:
        stored = stored_options.load(connection, ALL_DECKS).get(_SAVED_SEARCHES, "{}")
        query_by_name: dict[str, str] = json.loads(stored)
        query_by_name.pop(name, None)
        if query is not None:
            query_by_name[name] = query
        value = json.dumps(query_by_name, ensure_ascii=False) if query_by_name else None
        stored_options.save(connection, ALL_DECKS, _SAVED_SEARCHES, value)
