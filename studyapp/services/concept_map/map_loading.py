"""Which maps there are, and loading one of them."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple, assert_never

from studyapp.core.concept_map.concept_map import ConceptMap, Place
from studyapp.core.concept_map.layout.net_layout import LAYOUT_VERSION, lay_out_net, sort_net
from studyapp.core.concept_map.map_memory import MapMemory, build_map_memory
from studyapp.core.concept_map.prerequisite_net import PrerequisiteNet, build_net
from studyapp.core.concept_map.tree_map import build_tree_map
from studyapp.core.notes.drawing import TreeDrawing
from studyapp.core.notes.note import Diagram, Note
from studyapp.core.notes.note_key import split_note_key
from studyapp.core.notes.note_type import NoteType
from studyapp.core.statistics.selection import FoundCards
from studyapp.core.text.localized_text import LocalizedText
from studyapp.core.value_digest import digest_values
from studyapp.services.library.deck_library import Library
from studyapp.services.options.clock import Clock
from studyapp.store import notes
from studyapp.store.collection import Collection
from studyapp.store.concept_map.kept_layouts import load_layout, save_layout
from studyapp.store.concept_map.map_sources import iterate_notes_of_type, load_joined_decks
from studyapp.store.parameter_fits import load_scheduler
from studyapp.store.statistics.remembered import load_periods_by_card
from studyapp.store.statistics.selected_cards import choose_cards

_DECK_PREFIX, _JOINED_PREFIX, _DIAGRAM_PREFIX = "deck:", "joined:", "diagram:"
"""Keys of maps begin with these. They are stored: never change one."""

_MIN_DATES_OF_OVERVIEW = 2


class MapKind(StrEnum):
    """What a map shows: notes and their prerequisites, or the drawing of a diagram note."""

    PREREQUISITES = "prerequisites"
    DIAGRAM = "diagram"


class MapChoice(NamedTuple):
    """A map to choose.

    `key` stays the same while the deck files do. `decks` are in the order of the library; a net of several has the title of the
    first. For a drawing, they are its own deck and then those that are joined with it by prerequisites. `date_count` tells how
    many of its boxes have a date.
    """

    key: str
    title: LocalizedText
    kind: MapKind
    decks: tuple[str, ...]
    date_count: int = 0


def list_maps(collection: Collection, library: Library) -> tuple[MapChoice, ...]:
    """Return the maps of the visible decks: deck by deck its net and its drawings, then the nets of joined decks, which are
    large. Before all of them is the overview: the drawing with the most dates, if it has several.

    Raises StoreError if the collection can't be read.
    """
    decks = library.visible_deck_ids
    title_by_deck = {deck.metadata.id: deck.metadata.title for deck in library.decks}
    choices: list[MapChoice] = []
    with collection.read_transaction() as connection:
        pairs = load_joined_decks(connection, decks)
        group_by_deck = _join_decks(decks, pairs)
        for deck in decks:
            if (deck, deck) in pairs:
                key = f"{_DECK_PREFIX}{deck}"
                choices.append(MapChoice(key, title_by_deck[deck], MapKind.PREREQUISITES, (deck,)))
            others = (one for one in group_by_deck[deck] if one != deck)
            choices += _list_drawings(collection, (deck, *others))
    for joined in dict.fromkeys(group_by_deck.values()):
        if len(joined) > 1:
            key, title = f"{_JOINED_PREFIX}{min(joined)}", title_by_deck[joined[0]]
            choices.append(MapChoice(key, title, MapKind.PREREQUISITES, joined))
    overview = max(choices, key=lambda choice: choice.date_count, default=None)
    if overview is not None and overview.date_count >= _MIN_DATES_OF_OVERVIEW:
        choices.sort(key=lambda choice: choice is not overview)
    return tuple(choices)


def _join_decks(decks: Sequence[str], pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Return, for each deck, all those that are joined with it by pairs, and itself, in the given order."""
    joined_by_deck = {deck: {deck} for deck in decks}
    for pair in pairs:
        joined = joined_by_deck[pair[0]] | joined_by_deck[pair[1]]
        joined_by_deck.update(dict.fromkeys(joined, joined))
    return {deck: tuple(one for one in decks if one in joined_by_deck[deck]) for deck in decks}


def _list_drawings(collection: Collection, decks: tuple[str, ...]) -> Iterator[MapChoice]:
    """Yield the tree drawings of the first of these decks, which are joined."""
    with collection.read_transaction() as connection:
        for note in iterate_notes_of_type(connection, decks[0], NoteType.DIAGRAM):
            tree = _tree_of(note)
            if tree is not None:
                key, dates = f"{_DIAGRAM_PREFIX}{note.key}", [box.date for box in tree.boxes if box.date]
                yield MapChoice(key, tree.title, MapKind.DIAGRAM, decks, len(dates))


def _tree_of(note: Note) -> TreeDrawing | None:
    match note.content:
        case Diagram(TreeDrawing() as tree):
            return tree
        case _:
            return None


def load_map(collection: Collection, choice: MapChoice) -> ConceptMap:
    """Return a map; without nodes if its notes are no longer there. Its layout is kept.

    Raises StoreError if the collection can't be read or written.
    """
    match choice.kind:
        case MapKind.PREREQUISITES:
            return _load_net(collection, choice)
        case MapKind.DIAGRAM:
            return _load_diagram(collection, choice)
        case _:
            assert_never(choice.kind)


def _load_net(collection: Collection, choice: MapChoice) -> ConceptMap:
    with collection.read_transaction() as connection:
        found = [stored.note for deck in choice.decks for stored in notes.iterate_present(connection, deck)]
    net = build_net(found)
    return ConceptMap(choice.title, net.nodes, net.edges, _place_nodes(collection, choice, net))


def _place_nodes(collection: Collection, choice: MapChoice, net: PrerequisiteNet) -> tuple[Place, ...]:
    sorted_net = sort_net([node.key for node in net.nodes], net.edges)
    source = digest_values((LAYOUT_VERSION, *sorted_net))
    with collection.read_transaction() as connection:
        places = load_layout(connection, choice.key, source)
    if places is None:
        places = lay_out_net(sorted_net)
        with collection.transaction() as connection:
            save_layout(connection, choice.key, choice.decks[0], source, places)
    place_by_key = dict(zip(sorted_net.keys, places, strict=True))
    return tuple(place_by_key[node.key] for node in net.nodes)


def _load_diagram(collection: Collection, choice: MapChoice) -> ConceptMap:
    key = split_note_key(choice.key.removeprefix(_DIAGRAM_PREFIX))
    with collection.read_transaction() as connection:
        note = notes.load(connection, *key)
        tree = None if note is None else _tree_of(note)
        if tree is None:
            return ConceptMap(choice.title, (), (), ())
        terms = [
            note for deck in choice.decks for note in iterate_notes_of_type(connection, deck, NoteType.TERM)
        ]
    return build_tree_map(key, tree, terms)


def load_map_memory(collection: Collection, concept_map: ConceptMap, clock: Clock) -> MapMemory:
    """Return what is remembered of the nodes of a map, day by day. The facts about reviews must be up to date.

    Raises StoreError if the collection can't be read.
    """
    cards_by_node = [node.cards for node in concept_map.nodes]
    selection = FoundCards(tuple(card for cards in cards_by_node for card in cards))
    with collection.read_transaction() as connection:
        choose_cards(connection, selection)
        periods_by_card = load_periods_by_card(connection, selection)
        recall = load_scheduler(connection).recall_function()
    return build_map_memory(cards_by_node, periods_by_card, clock.today(), recall)
