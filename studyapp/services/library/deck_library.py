"""The library: the decks as last read from the deck files."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from studyapp.core.notes.deck import DeckMetadata, DeckSource
from studyapp.core.notes.deck_tree import DeckNode, build_deck_tree, deck_path
from studyapp.core.text.localized_text import CardLanguages
from studyapp.services.library.deck_arrangement import load_deck_arrangement
from studyapp.store import decks
from studyapp.store.collection import Collection

if TYPE_CHECKING:
    from studyapp.deckfiles.problems.problem import Problem


class LibraryDeck(NamedTuple):
    """A deck of the library and the path of its file."""

    metadata: DeckMetadata
    path: Path


class Library(NamedTuple):
    """The decks as last read in the order chosen by the user, and the problems of all deck files."""

    decks: tuple[LibraryDeck, ...] = ()
    problems: "tuple[Problem, ...]" = ()
    hidden_deck_ids: frozenset[str] = frozenset()

    @property
    def deck_ids(self) -> tuple[str, ...]:
        """The ids of the decks, in order."""
        return tuple(deck.metadata.id for deck in self.decks)

    @property
    def visible_deck_ids(self) -> tuple[str, ...]:
        """The ids of the decks that are not hidden, in order. These are studied if no deck is chosen."""
        return tuple(deck for deck in self.deck_ids if deck not in self.hidden_deck_ids)

    def title_by_deck(self, languages: CardLanguages) -> dict[str, str]:
        """Return the deck titles by deck id, in these languages."""
        return {
            deck.metadata.id: " · ".join(text for _, text in deck.metadata.title.versions_for(languages))
            for deck in self.decks
        }

    def deck_tree(self, languages: CardLanguages) -> tuple[DeckNode, ...]:
        """Return the tree of the decks that are not hidden, built from their titles in these languages."""
        return build_deck_tree(
            [
                (deck.metadata.id, deck_path(deck.metadata.title, languages))
                for deck in self.decks
                if deck.metadata.id not in self.hidden_deck_ids
            ]
        )

    def decks_under(self, node_key: str, languages: CardLanguages) -> tuple[str, ...]:
        """Return the ids of the decks that are studied from a node of the deck tree.

        Returns all visible decks for the empty key, and none for an unknown one.
        """
        deck_ids = next((node.deck_ids for node in self.deck_tree(languages) if node.key == node_key), ())
        return deck_ids if node_key else self.visible_deck_ids

    @property
    def folder_by_deck(self) -> dict[str, Path]:
        """The folder of each deck's file, by deck id; image paths in the deck are relative to it."""
        return {deck.metadata.id: deck.path.parent for deck in self.decks}

    @property
    def source_by_deck(self) -> dict[str, DeckSource]:
        """What each deck is based on, by deck id."""
        return {deck.metadata.id: deck.metadata.source for deck in self.decks}


def load_cached_library(collection: Collection, folders: Sequence[Path]) -> Library:
    """Return the library as last read. No file is accessed, so that the program starts at once."""
    folder_names = [str(folder.absolute()) for folder in folders]
    with collection.read_transaction() as connection:
        files = decks.file_by_path(connection)
    return build_library(
        collection, sorted(path for path in files if str(Path(path).parent) in folder_names), folders
    )


def build_library(collection: Collection, paths: Sequence[str], folders: Sequence[Path]) -> Library:
    """Return the library of these deck files, which must have been read from these folders. A copy that replaces a bundled
    deck has the place of that deck."""
    library_decks: list[LibraryDeck] = []
    problems: list[Problem] = []
    position_by_folder = {str(folder.absolute()): position for position, folder in enumerate(folders)}
    with collection.read_transaction() as connection:
        files = decks.file_by_path(connection)
        place_by_path = {path: (position_by_folder[str(Path(path).parent)], path) for path in paths}
        replaced = {files[path].replaced_deck_id: place for path, place in place_by_path.items()}
        for path in sorted(
            paths, key=lambda path: replaced.get(files[path].deck_id or "", place_by_path[path])
        ):
            file = files[path]
            problems.extend(_decode_stored_problems(file.problems_json))
            head = decks.load_metadata(connection, file.deck_id) if file.deck_id is not None else None
            if head is not None:
                library_decks.append(LibraryDeck(head, Path(path)))
    return arrange_library(collection, Library(tuple(library_decks), tuple(problems)))


def arrange_library(collection: Collection, library: Library) -> Library:
    """Return the library with its decks in the chosen order, and without those that are hidden now among the visible
    ones."""
    order, hidden_deck_ids = load_deck_arrangement(collection)
    position_by_deck = {deck: position for position, deck in enumerate(order)}

    def position_of(deck: LibraryDeck) -> int:
        return position_by_deck.get(deck.metadata.id, len(order))

    return library._replace(
        decks=tuple(sorted(library.decks, key=position_of)),
        hidden_deck_ids=hidden_deck_ids.intersection(library.deck_ids),
    )


def _decode_stored_problems(text: str) -> "tuple[Problem, ...]":
    if text == decks.NO_PROBLEMS_JSON:
        return ()
    # Imported late: most starts have no problems to decode, and start faster without this module.
    from studyapp.deckfiles.problems.problem import decode_problems

    return decode_problems(text)
