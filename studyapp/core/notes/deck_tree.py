"""Decks within decks: a title such as `Languages::French` stands below `Languages`, as in Anki."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from studyapp.core.text.localized_text import LanguageChoice, Text

STEP = "::"


def title_path(title: Text, choice: LanguageChoice) -> tuple[str, ...]:
    """The names from the top down to the deck's own, each in the languages shown. Where the languages step down
    differently, the first of them counts."""
    paths = [_steps(words) for _, words in title.shown_in(choice)]
    if len({len(path) for path in paths}) > 1:
        return paths[0]
    return tuple(" · ".join(dict.fromkeys(names)) for names in zip(*paths, strict=True))


def _steps(title: str) -> tuple[str, ...]:
    return tuple(name for part in title.split(STEP) if (name := part.strip())) or (title,)


class Place(NamedTuple):
    """A line of the tree. `deck` is the id of the deck that stands there, empty where there is none; `decks` are
    all that are studied from there. `key` names the place: the deck's id, or for a place with decks below it `::`
    and its path, which no id can be."""

    key: str
    name: str
    level: int
    deck: str
    decks: tuple[str, ...]

    @property
    def is_parent(self) -> bool:
        """Whether places stand below it."""
        return self.key.startswith(STEP)


class _Node:
    def __init__(self, path: tuple[str, ...]) -> None:
        self.path = path
        self.decks: list[str] = []
        self.children: dict[str, _Node] = {}

    def places(self) -> Iterator[Place]:
        level, name = len(self.path) - 1, self.path[-1]
        own = self.decks
        if self.children:
            below = [place for child in self.children.values() for place in child.places()]
            decks = tuple(
                dict.fromkeys((*self.decks[:1], *(deck for place in below for deck in place.decks)))
            )
            key = STEP + STEP.join(self.path)
            yield Place(key, name, level, self.decks[0] if self.decks else "", decks)
            yield from below
            own = self.decks[1:]
        for deck in own:  # several decks may have the same title
            yield Place(deck, name, level, deck, (deck,))


def places(decks: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[Place, ...]:
    """The tree of these decks, each an id and its path, from the top down; what came first stays first."""
    top = _Node(("",))
    for deck, path in decks:
        node = top
        for depth, name in enumerate(path):
            node = node.children.setdefault(name, _Node(path[: depth + 1]))
        node.decks.append(deck)
    return tuple(place for child in top.children.values() for place in child.places())
