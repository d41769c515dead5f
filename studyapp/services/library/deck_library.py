"""The library: which decks there are, as last read."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.notes.deck import DeckMetadata
from studyapp.core.notes.deck_tree import DeckNode, build_deck_tree, deck_path
from studyapp.core.text.localized_text import CardLanguages
from studyapp.store import decks
from studyapp.store.collection import Collection

if TYPE_CHECKING:
    from studyapp.deckfiles.problems.problem import Problem


class LibraryDeck(NamedTuple):
    """A deck that can be studied and the file it stands in."""

    head: DeckMetadata
    path: Path


class Library(NamedTuple):
    """The decks as last read, and all problems of their files."""

    decks: tuple[LibraryDeck, ...] = ()
    problems: "tuple[Problem, ...]" = ()

    @property
    def deck_ids(self) -> tuple[str, ...]:
        """The decks' ids in order."""
        return tuple(deck.head.id for deck in self.decks)

    def title_by_deck(self, languages: CardLanguages) -> dict[str, str]:
        """The titles by the decks' ids, in these languages."""
        return {
            deck.head.id: " · ".join(words for _, words in deck.head.title.versions_for(languages))
            for deck in self.decks
        }

    def deck_tree(self, languages: CardLanguages) -> tuple[DeckNode, ...]:
        """The tree of the decks, by their titles in these languages."""
        return build_deck_tree([(deck.head.id, deck_path(deck.head.title, languages)) for deck in self.decks])

    def decks_under(self, node_key: str, languages: CardLanguages) -> tuple[str, ...]:
        """The decks studied from a place of that tree; all of them for the empty key."""
        found = next((place.deck_ids for place in self.deck_tree(languages) if place.key == node_key), ())
        return found if node_key else self.deck_ids

    @property
    def folder_by_deck(self) -> dict[str, Path]:
        """The folders of the files by the decks' ids: where their pictures are."""
        return {deck.head.id: deck.path.parent for deck in self.decks}


def load_cached_library(collection: Collection, folders: Sequence[Path]) -> Library:
    """The library as it was when last read, without a look at the files: it is there at once."""
    wanted = [str(folder.absolute()) for folder in folders]
    with collection.read_transaction() as connection:
        files = decks.file_by_path(connection)
    return build_library(
        collection, sorted(path for path in files if str(Path(path).parent) in wanted), folders
    )


def build_library(collection: Collection, paths: Sequence[str], folders: Sequence[Path]) -> Library:
    """The library of these files, which were read from these folders."""
    found: list[LibraryDeck] = []
    problems: list[Problem] = []
    places = {str(folder.absolute()): place for place, folder in enumerate(folders)}
    with collection.read_transaction() as connection:
        files = decks.file_by_path(connection)
        for path in sorted(paths, key=lambda path: (places[str(Path(path).parent)], path)):
            file = files[path]
            problems.extend(_decode_stored_problems(file.problems_json))
            head = decks.load_metadata(connection, file.deck_id) if file.deck_id is not None else None
            if head is not None:
                found.append(LibraryDeck(head, Path(path)))
    return Library(tuple(found), tuple(problems))


def _decode_stored_problems(text: str) -> "tuple[Problem, ...]":
    if text == decks.NO_PROBLEMS_JSON:
        return ()
    from studyapp.deckfiles.problems.problem import (
        decode_problems,  # the start is spared what most starts don't tell
    )

    return decode_problems(text)
