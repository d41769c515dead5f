"""The filters beside the table: the decks and tags of the collection, each with its query."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from studyapp.core.notes.deck_tree import PATH_SEPARATOR, DeckNode, build_deck_tree, deck_path
from studyapp.core.search.query import AttributeTerm, NoteAttribute, Or
from studyapp.core.search.query_error import QueryError
from studyapp.core.search.query_parsing import parse_query
from studyapp.core.search.query_printing import print_query
from studyapp.core.search.text_pattern import TextPattern
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_library import Library
from studyapp.store import card_filters
from studyapp.store.collection import Collection


class BrowseFilter(NamedTuple):
    """A row of the tree. `depth` is 0 at the top, and `key` identifies the row."""

    key: str
    name: str
    depth: int
    query: str


class BrowseFilters(NamedTuple):
    """The decks, hidden ones too, in their order, and the tags in alphabetical order; depth first."""

    decks: tuple[BrowseFilter, ...]
    tags: tuple[BrowseFilter, ...]


def load_browse_filters(collection: Collection, library: Library, languages: CardLanguages) -> BrowseFilters:
    """Return what the collection can be filtered by. Raises StoreError if it can't be read."""
    with collection.read_transaction() as connection:
        tags = card_filters.tags(connection, library.deck_ids)
    decks = [
        BrowseFilter(f"deck:{node.key}", node.name, node.depth, query)
        for node, query in _deck_queries(library, languages)
    ]
    return BrowseFilters(tuple(decks), tuple(_tag_tree(tags)))


def find_deck_query(library: Library, node_key: str, languages: CardLanguages) -> str:
    """Return the query that finds the cards of the decks under a node of the deck tree; empty for an unknown node."""
    return next((query for node, query in _deck_queries(library, languages) if node.key == node_key), "")


def _deck_queries(library: Library, languages: CardLanguages) -> Iterator[tuple[DeckNode, str]]:
    paths = [(deck.metadata.id, deck_path(deck.metadata.title, languages)) for deck in library.decks]
    title_by_deck = {
        deck.metadata.id: deck.metadata.title.versions_for(languages)[0][1] for deck in library.decks
    }
    title_counts = Counter(title_by_deck.values())
    for node in build_deck_tree(paths):
        yield node, _deck_query(node, title_by_deck, title_counts)


def _deck_query(node: DeckNode, title_by_deck: dict[str, str], title_counts: Counter[str]) -> str:
    title = title_by_deck[node.deck_ids[0]]
    if node.is_parent:
        title = PATH_SEPARATOR.join(title.split(PATH_SEPARATOR)[: node.depth + 1])
    elif title_counts[title] > 1:
        title = node.deck_id
    return _attribute_query(NoteAttribute.DECK, title)


def _tag_tree(tags: list[str]) -> list[BrowseFilter]:
    rows: dict[str, BrowseFilter] = {}
    for tag in sorted(tags, key=_tag_sort_key):
        names = tag.split(PATH_SEPARATOR)
        for depth, name in enumerate(names):
            path = PATH_SEPARATOR.join(names[: depth + 1])
            query = _attribute_query(NoteAttribute.TAG, path)
            rows.setdefault(path, BrowseFilter(f"tag:{path}", name, depth, query))
    return list(rows.values())


def _attribute_query(attribute: NoteAttribute, value: str) -> str:
    return print_query(AttributeTerm(attribute, TextPattern.literal(value)))


def narrow_query(text: str, query: str) -> str:
    """Return a text that finds what both find. An invalid text is left as it is, with the query after it."""
    if not text.strip() or not query:
        return query or text
    try:
        is_choice = isinstance(parse_query(text), Or)
    except QueryError:
        is_choice = False
    return f"({text.strip()}) {query}" if is_choice else f"{text.strip()} {query}"


def _tag_sort_key(tag: str) -> list[tuple[str, str]]:
    """Return a key that keeps each tag together with those below it, whatever the case."""
    return [(name.casefold(), name) for name in tag.split(PATH_SEPARATOR)]
