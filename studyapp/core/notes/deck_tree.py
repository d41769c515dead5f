"""The deck tree: a deck titled `Languages::French` is a child of `Languages`, as in Anki."""

from collections.abc import Iterator, Sequence
from itertools import chain, groupby
from typing import NamedTuple

from studyapp.core.text.localized_text import CardLanguages, LocalizedText

PATH_SEPARATOR = "::"


def deck_path(title: LocalizedText, languages: CardLanguages) -> tuple[str, ...]:
    """Return the names from the top level down to the deck, each in the languages shown. If the versions of the title
    differ in depth, the first one is used."""
    paths = [_split_title(text) for _, text in title.versions_for(languages)]
    if len({len(path) for path in paths}) > 1:
        return paths[0]
    return tuple(" · ".join(dict.fromkeys(names)) for names in zip(*paths, strict=True))


def _split_title(title: str) -> tuple[str, ...]:
    return tuple(name for part in title.split(PATH_SEPARATOR) if (name := part.strip())) or (title,)


class DeckNode(NamedTuple):
    """A row of the deck tree.

    `deck_id` is the deck with exactly this path, empty if there is none. `deck_ids` are the decks studied from this
    node: its own and all below it. `key` identifies the node: the deck id or, for a node with children, `::` and its
    path, which can't be an id.
    """

    key: str
    name: str
    depth: int
    deck_id: str
    deck_ids: tuple[str, ...]

    @property
    def is_parent(self) -> bool:
        """Whether the node has children."""
        return self.key.startswith(PATH_SEPARATOR)


class _TreeBuilder:
    def __init__(self, path: tuple[str, ...]) -> None:
        self.path = path
        self.deck_ids: list[str] = []
        self.children: dict[str, _TreeBuilder] = {}

    def deck_nodes(self) -> Iterator[DeckNode]:
        depth, name = len(self.path) - 1, self.path[-1]
        leaf_decks = self.deck_ids
        if self.children:
            descendants = [node for child in self.children.values() for node in child.deck_nodes()]
            deck_ids = tuple(
                dict.fromkeys(
                    (*self.deck_ids[:1], *(deck_id for node in descendants for deck_id in node.deck_ids))
                )
            )
            key = PATH_SEPARATOR + PATH_SEPARATOR.join(self.path)
            yield DeckNode(key, name, depth, self.deck_ids[0] if self.deck_ids else "", deck_ids)
            yield from descendants
            leaf_decks = self.deck_ids[1:]
        for deck_id in leaf_decks:  # several decks may have the same title
            yield DeckNode(deck_id, name, depth, deck_id, (deck_id,))


def build_deck_tree(deck_id_path_pairs: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[DeckNode, ...]:
    """Return the nodes of the tree, depth first, from pairs of deck id and path. Siblings keep the order in which
    they first appear."""
    root = _TreeBuilder(("",))
    for deck_id, path in deck_id_path_pairs:
        builder = root
        for depth, name in enumerate(path):
            builder = builder.children.setdefault(name, _TreeBuilder(path[: depth + 1]))
        builder.deck_ids.append(deck_id)
    return tuple(deck_node for child in root.children.values() for deck_node in child.deck_nodes())


def order_after_move(nodes: Sequence[DeckNode], key: str, step: int) -> tuple[str, ...] | None:
    """Return the ids of all decks in the order in which a node comes before its previous sibling (`step` is -1) or
    after its next one (1), with all below it. None if there is no such sibling.

    Siblings with the same name stay together, because `build_deck_tree` lists them together.
    """
    index = next(index for index, node in enumerate(nodes) if node.key == key)
    depth = nodes[index].depth
    start, end = index, index + 1
    while start > 0 and nodes[start - 1].depth >= depth:
        start -= 1
    while end < len(nodes) and nodes[end].depth >= depth:
        end += 1
    subtrees = [list(subtree) for subtree in _split_into_siblings(nodes[start:end], depth)]
    position = next(
        position for position, subtree in enumerate(subtrees) if any(node.key == key for node in subtree)
    )
    if not 0 <= position + step < len(subtrees):
        return None
    subtrees.insert(position + step, subtrees.pop(position))
    ordered = chain(nodes[:start], *subtrees, nodes[end:])
    return tuple(node.deck_id for node in ordered if node.deck_id)


def _split_into_siblings(nodes: Sequence[DeckNode], depth: int) -> Iterator[Sequence[DeckNode]]:
    """Yield the siblings at `depth`, each with all below it and with the siblings of the same name."""
    name = ""

    def name_of_sibling(node: DeckNode) -> str:
        nonlocal name
        name = node.name if node.depth == depth else name
        return name

    for _, subtree in groupby(nodes, name_of_sibling):
        yield tuple(subtree)
