"""Decks within decks: a title such as `Languages::French` stands below `Languages`, as in Anki."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyapp.core.text.localized_text import CardLanguages, LocalizedText

PATH_SEPARATOR = "::"


def deck_path(title: LocalizedText, languages: CardLanguages) -> tuple[str, ...]:
    """The names from the top down to the deck's own, each in the languages shown. Where the languages step down
    differently, the first of them counts."""
    paths = [_split_title(words) for _, words in title.versions_for(languages)]
    if len({len(path) for path in paths}) > 1:
        return paths[0]
    return tuple(" · ".join(dict.fromkeys(names)) for names in zip(*paths, strict=True))


def _split_title(title: str) -> tuple[str, ...]:
    return tuple(name for part in title.split(PATH_SEPARATOR) if (name := part.strip())) or (title,)


class DeckNode(NamedTuple):
    """A line of the tree. `deck` is the id of the deck that stands there, empty where there is none; `decks` are
    all that are studied from there. `key` names the place: the deck's id, or for a place with decks below it `::`
    and its path, which no id can be."""

    key: str
    name: str
    depth: int
    deck_id: str
    deck_ids: tuple[str, ...]

    @property
    def is_parent(self) -> bool:
        """Whether places stand below it."""
        return self.key.startswith(PATH_SEPARATOR)


class _TreeBuilder:
    def __init__(self, path: tuple[str, ...]) -> None:
        self.path = path
        self.decks: list[str] = []
        self.children: dict[str, _TreeBuilder] = {}

    def deck_nodes(self) -> Iterator[DeckNode]:
        level, name = len(self.path) - 1, self.path[-1]
        own = self.decks
        if self.children:
            below = [place for child in self.children.values() for place in child.deck_nodes()]
            decks = tuple(
                dict.fromkeys((*self.decks[:1], *(deck for place in below for deck in place.deck_ids)))
            )
            key = PATH_SEPARATOR + PATH_SEPARATOR.join(self.path)
            yield DeckNode(key, name, level, self.decks[0] if self.decks else "", decks)
            yield from below
            own = self.decks[1:]
        for deck in own:  # several decks may have the same title
            yield DeckNode(deck, name, level, deck, (deck,))


def build_deck_tree(paths_by_deck_id: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[DeckNode, ...]:
    """The tree of these decks, each an id and its path, from the top down; what came first stays first."""
    top = _TreeBuilder(("",))
    for deck, path in paths_by_deck_id:
        node = top
        for depth, name in enumerate(path):
            node = node.children.setdefault(name, _TreeBuilder(path[: depth + 1]))
        node.decks.append(deck)
    return tuple(place for child in top.children.values() for place in child.deck_nodes())
