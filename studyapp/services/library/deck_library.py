"""The library: which decks there are, as last read."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.notes.deck import DeckHead
from studyapp.core.notes.deck_tree import Place, places, title_path
from studyapp.core.text.localized_text import LanguageChoice
from studyapp.store import decks
from studyapp.store.collection import Collection

if TYPE_CHECKING:
    from studyapp.deckfiles.problems.problem import Problem


class KnownDeck(NamedTuple):
    """A deck that can be studied and the file it stands in."""

    head: DeckHead
    path: Path


class Library(NamedTuple):
    """The decks as last read, and all problems of their files."""

    decks: tuple[KnownDeck, ...] = ()
    problems: "tuple[Problem, ...]" = ()

    @property
    def deck_ids(self) -> tuple[str, ...]:
        """The decks' ids in order."""
        return tuple(deck.head.id for deck in self.decks)

    def titles(self, choice: LanguageChoice) -> dict[str, str]:
        """The titles by the decks' ids, in these languages."""
        return {
            deck.head.id: " · ".join(words for _, words in deck.head.title.shown_in(choice))
            for deck in self.decks
        }

    def places(self, choice: LanguageChoice) -> tuple[Place, ...]:
        """The tree of the decks, by their titles in these languages."""
        return places([(deck.head.id, title_path(deck.head.title, choice)) for deck in self.decks])

    def decks_at(self, key: str, choice: LanguageChoice) -> tuple[str, ...]:
        """The decks studied from a place of that tree; all of them for the empty key."""
        found = next((place.decks for place in self.places(choice) if place.key == key), ())
        return found if key else self.deck_ids

    @property
    def folders(self) -> dict[str, Path]:
        """The folders of the files by the decks' ids: where their pictures are."""
        return {deck.head.id: deck.path.parent for deck in self.decks}


def last_known(collection: Collection, folders: Sequence[Path]) -> Library:
    """The library as it was when last read, without a look at the files: it is there at once."""
    wanted = [str(folder.absolute()) for folder in folders]
    with collection.reading() as connection:
        files = decks.files(connection)
    return library_of(collection, sorted(path for path in files if str(Path(path).parent) in wanted), folders)


def library_of(collection: Collection, paths: Sequence[str], folders: Sequence[Path]) -> Library:
    """The library of these files, which were read from these folders."""
    found: list[KnownDeck] = []
    problems: list[Problem] = []
    places = {str(folder.absolute()): place for place, folder in enumerate(folders)}
    with collection.reading() as connection:
        files = decks.files(connection)
        for path in sorted(paths, key=lambda path: (places[str(Path(path).parent)], path)):
            file = files[path]
            problems.extend(_problems(file.problems))
            head = decks.head_of(connection, file.deck) if file.deck is not None else None
            if head is not None:
                found.append(KnownDeck(head, Path(path)))
    return Library(tuple(found), tuple(problems))


def _problems(text: str) -> "tuple[Problem, ...]":
    if text == decks.NO_PROBLEMS:
        return ()
    from studyapp.deckfiles.problems.problem import (
        decode_problems,  # the start is spared what most starts don't tell
    )

    return decode_problems(text)
