"""Searching for cards in a collection."""

from pathlib import Path

import pytest

from studyapp.core.notes.deck import DeckSource
from studyapp.core.search.search_context import SearchContext, SearchedDeck
from studyapp.services.search.card_search import find_cards, read_query
from studyapp.store.collection import Collection
from tests.store.samples import note, open_collection, save_notes


@pytest.fixture
def collection(tmp_path: Path):  # type: ignore[no-untyped-def]
    with open_collection(tmp_path / "data" / "collection.db") as opened:
        yield opened


CONTEXT = SearchContext(
    {"deck": SearchedDeck(("Deck",), DeckSource())}, 100, 100 * 86_400_000, 101 * 86_400_000
)


def found(collection: Collection, query: str, context: SearchContext = CONTEXT) -> set[str]:
    return {card.note_id for card in find_cards(collection, read_query(collection, query), context)}


def test_finds_what_changed_since_the_last_search(collection: Collection) -> None:
    save_notes(collection, [note("a", "first words"), note("b", "second words")])
    assert found(collection, "words") == {"a", "b"}
    save_notes(collection, [note("a", "other text"), note("c", "third words")])
    assert found(collection, "words") == {"c"}
    assert found(collection, "") == {"a", "c"}
    assert found(collection, "other") == {"a"}
    assert found(collection, "second") == set()


def test_searches_only_the_decks_of_the_library(collection: Collection) -> None:
    save_notes(collection, [note("a", deck="gone")], deck="gone")
    save_notes(collection, [note("b")])
    assert found(collection, "words") == found(collection, "") == {"b"}
